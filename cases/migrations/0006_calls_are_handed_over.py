import datetime
import uuid

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.sealing

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_trail_is_append_only"),
        ("cases", "0005_history_of_risk_is_append_only"),
        ("programmes", "0002_calendar_of_days"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HandOver",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("note", accounts.sealing.SealedTextField(verbose_name="note")),
                ("reply", accounts.sealing.SealedTextField(verbose_name="why it comes back")),
                ("offered_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="offered")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                ("taken", models.BooleanField(blank=True, null=True, verbose_name="taken over")),
            ],
            options={
                "verbose_name": "hand-over of a draft",
                "verbose_name_plural": "hand-overs of drafts",
                "ordering": ["offered_at"],
            },
        ),
        migrations.CreateModel(
            name="TalkPart",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="length in minutes")),
            ],
            options={
                "verbose_name": "part of a talk",
                "verbose_name_plural": "parts of talks",
            },
        ),
        migrations.CreateModel(
            name="TalkPartEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="length in minutes")),
            ],
            options={
                "abstract": False,
            },
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
        migrations.AddField(
            model_name="contact",
            name="begun_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.worker",
                verbose_name="begun by",
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.worker",
                verbose_name="written by",
            ),
        ),
        migrations.AddField(
            model_name="contactevent",
            name="begun_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.worker",
                verbose_name="begun by",
            ),
        ),
        migrations.AddField(
            model_name="contactevent",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.worker",
                verbose_name="written by",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="begun_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="begun by",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "followed_up_at", "given", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."followed_up_at", NEW."given", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="a5e2a2b06fa98067777c7bf0526e57544d6cc82e",
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
                    condition='WHEN (OLD."acute_danger" IS DISTINCT FROM (NEW."acute_danger") OR OLD."age_band_id" IS DISTINCT FROM (NEW."age_band_id") OR OLD."begun_by_id" IS DISTINCT FROM (NEW."begun_by_id") OR OLD."caller" IS DISTINCT FROM (NEW."caller") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."children" IS DISTINCT FROM (NEW."children") OR OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."danger_done" IS DISTINCT FROM (NEW."danger_done") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."follow_up" IS DISTINCT FROM (NEW."follow_up") OR OLD."follow_up_at" IS DISTINCT FROM (NEW."follow_up_at") OR OLD."followed_up_at" IS DISTINCT FROM (NEW."followed_up_at") OR OLD."given" IS DISTINCT FROM (NEW."given") OR OLD."heard_from_id" IS DISTINCT FROM (NEW."heard_from_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."kinds" IS DISTINCT FROM (NEW."kinds") OR OLD."language_id" IS DISTINCT FROM (NEW."language_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."referred_to" IS DISTINCT FROM (NEW."referred_to") OR OLD."relation_id" IS DISTINCT FROM (NEW."relation_id") OR OLD."safe_note" IS DISTINCT FROM (NEW."safe_note") OR OLD."safe_ways" IS DISTINCT FROM (NEW."safe_ways") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."suicidal" IS DISTINCT FROM (NEW."suicidal") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."vault_id" IS DISTINCT FROM (NEW."vault_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "followed_up_at", "given", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."followed_up_at", NEW."given", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="8927ae51cd0933f21633fb0c2d79e1d73da937fc",
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
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "followed_up_at", "given", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (OLD."acute_danger", OLD."age_band_id", OLD."begun_by_id", OLD."caller", OLD."channel", OLD."children", OLD."client_id", OLD."danger_done", OLD."entered_by_id", OLD."follow_up", OLD."follow_up_at", OLD."followed_up_at", OLD."given", OLD."heard_from_id", OLD."id", OLD."interpreter", OLD."kinds", OLD."language_id", OLD."minutes", OLD."municipality_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."referred_to", OLD."relation_id", OLD."safe_note", OLD."safe_ways", OLD."setting", OLD."sex", OLD."started_at", OLD."subject", OLD."suicidal", OLD."unit_id", OLD."vault_id", OLD."version", OLD."worker_id", OLD."written_by_id"); RETURN NULL;',
                    hash="12577842f139f30c8aed7c9eb6ef5597343bebb6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d639",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="draft",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="hand_overs", to="cases.draft"
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="giver",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="taker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="vault",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.vault"
            ),
        ),
        migrations.AddField(
            model_name="talkpart",
            name="contact",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="cases.contact"
            ),
        ),
        migrations.AddField(
            model_name="talkpart",
            name="worker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="talk_parts", to="programmes.worker"
            ),
        ),
        migrations.AddField(
            model_name="talkpartevent",
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
            model_name="talkpartevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.talkpart",
            ),
        ),
        migrations.AddField(
            model_name="talkpartevent",
            name="worker",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.worker",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None)),
                fields=("draft",),
                name="hand_over_waits_once",
                violation_error_message="This draft waits for a colleague already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True), name="hand_over_to_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("taken", None)),
                    models.Q(("answered_at__isnull", False), ("taken__isnull", False)),
                    _connector="OR",
                ),
                name="hand_over_answered_or_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("offered_at", None),
                        (
                            "offered_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("answered_at", None),
                        (
                            "answered_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="hand_over_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="talkpart",
            constraint=models.UniqueConstraint(
                fields=("contact", "worker"),
                name="talk_part_once",
                violation_error_message="She stands in this talk already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="talkpart",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__lte", 1440)), name="talk_part_within_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talkpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_talkpartevent" ("contact_id", "id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "worker_id") VALUES (NEW."contact_id", NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."worker_id"); RETURN NULL;',
                    hash="2cf90c39afeb15d6b603075380e60c58307f9dae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b99d2",
                    table="cases_talkpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talkpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_talkpartevent" ("contact_id", "id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "worker_id") VALUES (NEW."contact_id", NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."worker_id"); RETURN NULL;',
                    hash="13b1db8aec93aa7e4abac86ea21c936991ee2ad3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9c216",
                    table="cases_talkpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talkpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_talkpartevent" ("contact_id", "id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "worker_id") VALUES (OLD."contact_id", OLD."id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."version", OLD."worker_id"); RETURN NULL;',
                    hash="41ff79e919be9fd620886bfd549bda58d11c5e23",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c310c",
                    table="cases_talkpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="talkpartevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="987e27e1254f50126a2c7b94629ee5a0ce8d4e5f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a9320",
                    table="cases_talkpartevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(
            GUARD.format(table="cases_talkpartevent"), "DROP TRIGGER history_is_append_only ON cases_talkpartevent"
        ),
    ]
