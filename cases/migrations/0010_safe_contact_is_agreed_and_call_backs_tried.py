import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.sealing
import programmes.records

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_trail_is_append_only"),
        ("cases", "0009_referrals_are_given"),
        ("programmes", "0005_activities_keep_no_plain_title"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CallAttempt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("tried_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                (
                    "result",
                    models.CharField(
                        choices=[("reached", "reached"), ("voicemail", "voicemail"), ("nobody", "nobody")],
                        max_length=12,
                        verbose_name="result",
                    ),
                ),
                (
                    "tried_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=programmes.records.LocalDay("tried_at"),
                        output_field=models.DateField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "attempt to call back",
                "verbose_name_plural": "attempts to call back",
                "ordering": ["tried_at"],
            },
        ),
        migrations.CreateModel(
            name="CallAttemptEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("tried_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                (
                    "result",
                    models.CharField(
                        choices=[("reached", "reached"), ("voicemail", "voicemail"), ("nobody", "nobody")],
                        max_length=12,
                        verbose_name="result",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="client",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="client",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="client",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contact",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contact",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contact",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="client",
            name="client_in_our_time",
        ),
        migrations.RemoveConstraint(
            model_name="contact",
            name="contact_in_our_time",
        ),
        migrations.AddField(
            model_name="client",
            name="addresses",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="e-mail and address"),
        ),
        migrations.AddField(
            model_name="client",
            name="code_word",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="code word"),
        ),
        migrations.AddField(
            model_name="client",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True, verbose_name="confirmed on"),
        ),
        migrations.AddField(
            model_name="client",
            name="may_answer",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="who may answer"),
        ),
        migrations.AddField(
            model_name="client",
            name="may_email",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by e-mail",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="may_leave_message",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="message",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="may_phone",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by phone",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="may_post",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by post",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="may_sms",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by SMS",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="may_visit",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="in person",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="message_as",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="under which name"),
        ),
        migrations.AddField(
            model_name="client",
            name="number",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="phone number"),
        ),
        migrations.AddField(
            model_name="client",
            name="safe_days",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("mon", "Mon"),
                        ("tue", "Tue"),
                        ("wed", "Wed"),
                        ("thu", "Thu"),
                        ("fri", "Fri"),
                        ("sat", "Sat"),
                        ("sun", "Sun"),
                    ],
                    max_length=3,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="on which days",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="safe_from",
            field=models.TimeField(blank=True, null=True, verbose_name="from"),
        ),
        migrations.AddField(
            model_name="client",
            name="safe_until",
            field=models.TimeField(blank=True, null=True, verbose_name="until"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="addresses",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="e-mail and address"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="code_word",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="code word"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True, verbose_name="confirmed on"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="may_answer",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="who may answer"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="may_email",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by e-mail",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="may_leave_message",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="message",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="may_phone",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by phone",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="may_post",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by post",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="may_sms",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="by SMS",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="may_visit",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no")],
                db_default="",
                default="",
                max_length=3,
                verbose_name="in person",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="message_as",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="under which name"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="number",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="phone number"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="safe_days",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("mon", "Mon"),
                        ("tue", "Tue"),
                        ("wed", "Wed"),
                        ("thu", "Thu"),
                        ("fri", "Fri"),
                        ("sat", "Sat"),
                        ("sun", "Sun"),
                    ],
                    max_length=3,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="on which days",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="safe_from",
            field=models.TimeField(blank=True, null=True, verbose_name="from"),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="safe_until",
            field=models.TimeField(blank=True, null=True, verbose_name="until"),
        ),
        migrations.AddField(
            model_name="contact",
            name="follow_up_ends_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="until"),
        ),
        migrations.AddField(
            model_name="contact",
            name="given_up_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="given up"),
        ),
        migrations.AddField(
            model_name="contact",
            name="given_up_because",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="why it was given up"),
        ),
        migrations.AddField(
            model_name="contactevent",
            name="follow_up_ends_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="until"),
        ),
        migrations.AddField(
            model_name="contactevent",
            name="given_up_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="given up"),
        ),
        migrations.AddField(
            model_name="contactevent",
            name="given_up_because",
            field=accounts.sealing.SealedTextField(db_default=b"", verbose_name="why it was given up"),
        ),
        migrations.AlterField(
            model_name="client",
            name="reached_at",
            field=accounts.sealing.SealedTextField(verbose_name="what else was agreed"),
        ),
        migrations.AlterField(
            model_name="clientevent",
            name="reached_at",
            field=accounts.sealing.SealedTextField(verbose_name="what else was agreed"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="client",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_clientevent" ("addresses", "born_in", "born_on", "code", "code_word", "confirmed_on", "id", "may_answer", "may_email", "may_leave_message", "may_phone", "may_post", "may_sms", "may_visit", "message_as", "municipality_id", "name", "note", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_at", "safe_days", "safe_from", "safe_until", "sex", "vault_id", "version") VALUES (NEW."addresses", NEW."born_in", NEW."born_on", NEW."code", NEW."code_word", NEW."confirmed_on", NEW."id", NEW."may_answer", NEW."may_email", NEW."may_leave_message", NEW."may_phone", NEW."may_post", NEW."may_sms", NEW."may_visit", NEW."message_as", NEW."municipality_id", NEW."name", NEW."note", NEW."number", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reached_at", NEW."safe_days", NEW."safe_from", NEW."safe_until", NEW."sex", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="e807655311fa591e8c84dd8253b9643de18dd717",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cd79a",
                    table="cases_client",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="client",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_clientevent" ("addresses", "born_in", "born_on", "code", "code_word", "confirmed_on", "id", "may_answer", "may_email", "may_leave_message", "may_phone", "may_post", "may_sms", "may_visit", "message_as", "municipality_id", "name", "note", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_at", "safe_days", "safe_from", "safe_until", "sex", "vault_id", "version") VALUES (NEW."addresses", NEW."born_in", NEW."born_on", NEW."code", NEW."code_word", NEW."confirmed_on", NEW."id", NEW."may_answer", NEW."may_email", NEW."may_leave_message", NEW."may_phone", NEW."may_post", NEW."may_sms", NEW."may_visit", NEW."message_as", NEW."municipality_id", NEW."name", NEW."note", NEW."number", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reached_at", NEW."safe_days", NEW."safe_from", NEW."safe_until", NEW."sex", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="1423a3d40f6cb9529a12e7485e8d7d789f7d6b01",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b7f5",
                    table="cases_client",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="client",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_clientevent" ("addresses", "born_in", "born_on", "code", "code_word", "confirmed_on", "id", "may_answer", "may_email", "may_leave_message", "may_phone", "may_post", "may_sms", "may_visit", "message_as", "municipality_id", "name", "note", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_at", "safe_days", "safe_from", "safe_until", "sex", "vault_id", "version") VALUES (OLD."addresses", OLD."born_in", OLD."born_on", OLD."code", OLD."code_word", OLD."confirmed_on", OLD."id", OLD."may_answer", OLD."may_email", OLD."may_leave_message", OLD."may_phone", OLD."may_post", OLD."may_sms", OLD."may_visit", OLD."message_as", OLD."municipality_id", OLD."name", OLD."note", OLD."number", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reached_at", OLD."safe_days", OLD."safe_from", OLD."safe_until", OLD."sex", OLD."vault_id", OLD."version"); RETURN NULL;',
                    hash="4309c474afc8c84d89527d9b4fe16cd06adb5981",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c1412",
                    table="cases_client",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."follow_up_ends_at", NEW."followed_up_at", NEW."given", NEW."given_up_at", NEW."given_up_because", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="429ed445b08e783d3f238b23532aea61345ab581",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_075c0",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."acute_danger" IS DISTINCT FROM (NEW."acute_danger") OR OLD."age_band_id" IS DISTINCT FROM (NEW."age_band_id") OR OLD."begun_by_id" IS DISTINCT FROM (NEW."begun_by_id") OR OLD."caller" IS DISTINCT FROM (NEW."caller") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."children" IS DISTINCT FROM (NEW."children") OR OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."danger_done" IS DISTINCT FROM (NEW."danger_done") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."follow_up" IS DISTINCT FROM (NEW."follow_up") OR OLD."follow_up_at" IS DISTINCT FROM (NEW."follow_up_at") OR OLD."follow_up_ends_at" IS DISTINCT FROM (NEW."follow_up_ends_at") OR OLD."followed_up_at" IS DISTINCT FROM (NEW."followed_up_at") OR OLD."given" IS DISTINCT FROM (NEW."given") OR OLD."given_up_at" IS DISTINCT FROM (NEW."given_up_at") OR OLD."given_up_because" IS DISTINCT FROM (NEW."given_up_because") OR OLD."heard_from_id" IS DISTINCT FROM (NEW."heard_from_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."kinds" IS DISTINCT FROM (NEW."kinds") OR OLD."language_id" IS DISTINCT FROM (NEW."language_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."referred_to" IS DISTINCT FROM (NEW."referred_to") OR OLD."relation_id" IS DISTINCT FROM (NEW."relation_id") OR OLD."safe_note" IS DISTINCT FROM (NEW."safe_note") OR OLD."safe_ways" IS DISTINCT FROM (NEW."safe_ways") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."suicidal" IS DISTINCT FROM (NEW."suicidal") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."vault_id" IS DISTINCT FROM (NEW."vault_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."follow_up_ends_at", NEW."followed_up_at", NEW."given", NEW."given_up_at", NEW."given_up_because", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="c63cea0a288b6a393fb394d23cd6c0728d47e5bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4d768",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (OLD."acute_danger", OLD."age_band_id", OLD."begun_by_id", OLD."caller", OLD."channel", OLD."children", OLD."client_id", OLD."danger_done", OLD."entered_by_id", OLD."follow_up", OLD."follow_up_at", OLD."follow_up_ends_at", OLD."followed_up_at", OLD."given", OLD."given_up_at", OLD."given_up_because", OLD."heard_from_id", OLD."id", OLD."interpreter", OLD."kinds", OLD."language_id", OLD."minutes", OLD."municipality_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."referred_to", OLD."relation_id", OLD."safe_note", OLD."safe_ways", OLD."setting", OLD."sex", OLD."started_at", OLD."subject", OLD."suicidal", OLD."unit_id", OLD."vault_id", OLD."version", OLD."worker_id", OLD."written_by_id"); RETURN NULL;',
                    hash="6485c72aede3c636ee5ae27a86267190e44c1b25",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d639",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("born_on", None),
                        ("born_on__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                        _connector="OR",
                    ),
                    models.Q(
                        ("confirmed_on", None),
                        ("confirmed_on__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                        _connector="OR",
                    ),
                ),
                name="client_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("safe_from", None), ("safe_until", None)),
                    ("safe_until__gt", models.F("safe_from")),
                    _connector="OR",
                ),
                name="client_safe_hours_run_forward",
                violation_error_message="The end must be later than the start.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("started_at", None),
                        (
                            "started_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("follow_up_at", None),
                        (
                            "follow_up_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("follow_up_ends_at", None),
                        (
                            "follow_up_ends_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("followed_up_at", None),
                        (
                            "followed_up_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("given_up_at", None),
                        (
                            "given_up_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="contact_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("follow_up_ends_at", None), ("follow_up_ends_at__gt", models.F("follow_up_at")), _connector="OR"
                ),
                name="contact_window_ends_after_start",
                violation_error_message="The end must be later than the start.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("followed_up_at", None), ("given_up_at", None), _connector="OR"),
                name="contact_kept_or_given_up",
                violation_error_message="A promise is kept or given up, not both.",
            ),
        ),
        migrations.AddField(
            model_name="callattempt",
            name="contact",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="attempts", to="cases.contact"
            ),
        ),
        migrations.AddField(
            model_name="callattempt",
            name="worker",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="call_attempts",
                to="programmes.worker",
            ),
        ),
        migrations.AddField(
            model_name="callattemptevent",
            name="contact",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.contact",
            ),
        ),
        migrations.AddField(
            model_name="callattemptevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.callattempt",
            ),
        ),
        migrations.AddField(
            model_name="callattemptevent",
            name="worker",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.worker",
            ),
        ),
        migrations.AddIndex(
            model_name="callattempt",
            index=models.Index(fields=["contact", "tried_at"], name="call_attempt_in_order"),
        ),
        migrations.AddConstraint(
            model_name="callattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tried_at", None),
                    (
                        "tried_at__range",
                        (
                            datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                        ),
                    ),
                    _connector="OR",
                ),
                name="call_attempt_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="callattempt",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_callattemptevent" ("contact_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "tried_at", "version", "worker_id") VALUES (NEW."contact_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."result", NEW."tried_at", NEW."version", NEW."worker_id"); RETURN NULL;',
                    hash="7d603292effa5b3c5c087014ab6042f388bfdfd3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9f455",
                    table="cases_callattempt",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="callattempt",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."result" IS DISTINCT FROM (NEW."result") OR OLD."tried_at" IS DISTINCT FROM (NEW."tried_at") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id"))',
                    func='INSERT INTO "cases_callattemptevent" ("contact_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "tried_at", "version", "worker_id") VALUES (NEW."contact_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."result", NEW."tried_at", NEW."version", NEW."worker_id"); RETURN NULL;',
                    hash="9ff4bfbd335d44e7b85c663caea52f6e36008c92",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ab6a4",
                    table="cases_callattempt",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="callattempt",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_callattemptevent" ("contact_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "tried_at", "version", "worker_id") VALUES (OLD."contact_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."result", OLD."tried_at", OLD."version", OLD."worker_id"); RETURN NULL;',
                    hash="bfa1e7cf400bed64667274e4b7756614c3abfa71",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0eea2",
                    table="cases_callattempt",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="callattemptevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="589a78ef722ca07794e2135c37b3aacf8c71cbfd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1e619",
                    table="cases_callattemptevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(
            GUARD.format(table="cases_callattemptevent"),
            "DROP TRIGGER history_is_append_only ON cases_callattemptevent",
        ),
    ]
