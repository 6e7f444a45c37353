import datetime
import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import programmes.records

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases_interpreteruseevent
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE cases_interpreteruseevent ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0028_waits_are_read_from_messages"),
        ("programmes", "0014_specialists_have_hours"),
    ]

    operations = [
        migrations.CreateModel(
            name="FieldRule",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "question",
                    models.CharField(
                        choices=[
                            ("caller", "who calls"),
                            ("sex", "sex"),
                            ("age_band", "age"),
                            ("municipality", "municipality or region"),
                            ("language", "language"),
                            ("interpreter", "interpreter"),
                            ("subject", "what happens"),
                            ("kinds", "kinds of violence"),
                            ("setting", "where"),
                            ("relation", "perpetrator"),
                            ("children", "children affected"),
                            ("acute_danger", "anyone in danger now"),
                            ("suicidal", "suicidal distress"),
                            ("given", "what we did"),
                            ("referred_to", "referred to"),
                            ("heard_from", "heard of us from"),
                            ("follow_up", "what next"),
                        ],
                        max_length=32,
                        verbose_name="question",
                    ),
                ),
                (
                    "asked",
                    models.CharField(
                        choices=[("hidden", "hidden"), ("optional", "optional"), ("required", "required")],
                        default="optional",
                        max_length=12,
                        verbose_name="asked",
                    ),
                ),
                ("label_sl", models.CharField(blank=True, max_length=60, verbose_name="in Slovenian")),
                ("label_en", models.CharField(blank=True, max_length=60, verbose_name="in English")),
            ],
            options={
                "verbose_name": "rule of a question",
                "verbose_name_plural": "rules of questions",
                "ordering": ["programme", "question"],
            },
        ),
        migrations.CreateModel(
            name="InterpreterUse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("used_at", models.DateTimeField(verbose_name="began")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="length in minutes")),
                (
                    "cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="cost in EUR",
                    ),
                ),
                (
                    "used_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=programmes.records.LocalDay("used_at"),
                        output_field=models.DateField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "use of an interpreter",
                "verbose_name_plural": "uses of interpreters",
            },
        ),
        migrations.CreateModel(
            name="InterpreterUseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("used_at", models.DateTimeField(verbose_name="began")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="length in minutes")),
                (
                    "cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="cost in EUR",
                    ),
                ),
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
            name="not_told",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("caller", "who calls"),
                        ("sex", "sex"),
                        ("age_band", "age"),
                        ("municipality", "municipality or region"),
                        ("language", "language"),
                        ("interpreter", "interpreter"),
                        ("subject", "what happens"),
                        ("kinds", "kinds of violence"),
                        ("setting", "where"),
                        ("relation", "perpetrator"),
                        ("children", "children affected"),
                        ("acute_danger", "anyone in danger now"),
                        ("suicidal", "suicidal distress"),
                        ("given", "what we did"),
                        ("referred_to", "referred to"),
                        ("heard_from", "heard of us from"),
                        ("follow_up", "what next"),
                    ],
                    max_length=32,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="asked and not told",
            ),
        ),
        migrations.AddField(
            model_name="contactevent",
            name="not_told",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("caller", "who calls"),
                        ("sex", "sex"),
                        ("age_band", "age"),
                        ("municipality", "municipality or region"),
                        ("language", "language"),
                        ("interpreter", "interpreter"),
                        ("subject", "what happens"),
                        ("kinds", "kinds of violence"),
                        ("setting", "where"),
                        ("relation", "perpetrator"),
                        ("children", "children affected"),
                        ("acute_danger", "anyone in danger now"),
                        ("suicidal", "suicidal distress"),
                        ("given", "what we did"),
                        ("referred_to", "referred to"),
                        ("heard_from", "heard of us from"),
                        ("follow_up", "what next"),
                    ],
                    max_length=32,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="asked and not told",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "case_id", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "not_told", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."case_id", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."follow_up_ends_at", NEW."followed_up_at", NEW."given", NEW."given_up_at", NEW."given_up_because", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."not_told", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="89fdac245c0a474d4883fe88a335628e48adf2df",
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
                    condition='WHEN (OLD."acute_danger" IS DISTINCT FROM (NEW."acute_danger") OR OLD."age_band_id" IS DISTINCT FROM (NEW."age_band_id") OR OLD."begun_by_id" IS DISTINCT FROM (NEW."begun_by_id") OR OLD."caller" IS DISTINCT FROM (NEW."caller") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."children" IS DISTINCT FROM (NEW."children") OR OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."danger_done" IS DISTINCT FROM (NEW."danger_done") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."follow_up" IS DISTINCT FROM (NEW."follow_up") OR OLD."follow_up_at" IS DISTINCT FROM (NEW."follow_up_at") OR OLD."follow_up_ends_at" IS DISTINCT FROM (NEW."follow_up_ends_at") OR OLD."followed_up_at" IS DISTINCT FROM (NEW."followed_up_at") OR OLD."given" IS DISTINCT FROM (NEW."given") OR OLD."given_up_at" IS DISTINCT FROM (NEW."given_up_at") OR OLD."given_up_because" IS DISTINCT FROM (NEW."given_up_because") OR OLD."heard_from_id" IS DISTINCT FROM (NEW."heard_from_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."kinds" IS DISTINCT FROM (NEW."kinds") OR OLD."language_id" IS DISTINCT FROM (NEW."language_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."not_told" IS DISTINCT FROM (NEW."not_told") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."referred_to" IS DISTINCT FROM (NEW."referred_to") OR OLD."relation_id" IS DISTINCT FROM (NEW."relation_id") OR OLD."safe_note" IS DISTINCT FROM (NEW."safe_note") OR OLD."safe_ways" IS DISTINCT FROM (NEW."safe_ways") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."suicidal" IS DISTINCT FROM (NEW."suicidal") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."vault_id" IS DISTINCT FROM (NEW."vault_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "case_id", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "not_told", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."case_id", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."follow_up_ends_at", NEW."followed_up_at", NEW."given", NEW."given_up_at", NEW."given_up_because", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."not_told", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="db413dd252a8aec9302ea09da58efe3c2156f068",
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
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "case_id", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "not_told", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (OLD."acute_danger", OLD."age_band_id", OLD."begun_by_id", OLD."caller", OLD."case_id", OLD."channel", OLD."children", OLD."client_id", OLD."danger_done", OLD."entered_by_id", OLD."follow_up", OLD."follow_up_at", OLD."follow_up_ends_at", OLD."followed_up_at", OLD."given", OLD."given_up_at", OLD."given_up_because", OLD."heard_from_id", OLD."id", OLD."interpreter", OLD."kinds", OLD."language_id", OLD."minutes", OLD."municipality_id", OLD."not_told", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."referred_to", OLD."relation_id", OLD."safe_note", OLD."safe_ways", OLD."setting", OLD."sex", OLD."started_at", OLD."subject", OLD."suicidal", OLD."unit_id", OLD."vault_id", OLD."version", OLD."worker_id", OLD."written_by_id"); RETURN NULL;',
                    hash="49a1ec1da902ce95c5183dfec9b17846f35ba89a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d639",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="fieldrule",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="field_rules", to="programmes.programme"
            ),
        ),
        migrations.AddField(
            model_name="interpreteruse",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="interpreter_uses",
                to="cases.contact",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruse",
            name="interpreter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="interpreter_uses",
                to="programmes.worker",
                verbose_name="interpreter",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruse",
            name="language",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.term",
                verbose_name="language",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruse",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="interpreter_uses", to="programmes.programme"
            ),
        ),
        migrations.AddField(
            model_name="interpreteruse",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="interpreter_uses",
                to="cases.service",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruseevent",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.contact",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruseevent",
            name="interpreter",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.worker",
                verbose_name="interpreter",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruseevent",
            name="language",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.term",
                verbose_name="language",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruseevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.interpreteruse",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruseevent",
            name="programme",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.programme",
            ),
        ),
        migrations.AddField(
            model_name="interpreteruseevent",
            name="service",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.service",
            ),
        ),
        migrations.AddConstraint(
            model_name="fieldrule",
            constraint=models.UniqueConstraint(fields=("programme", "question"), name="field_rule_once"),
        ),
        migrations.AddConstraint(
            model_name="fieldrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("question", "interpreter"), _negated=True),
                    models.Q(("asked", "required"), _negated=True),
                    _connector="OR",
                ),
                name="field_rule_of_a_tick",
                violation_error_message="A single tick cannot be required: without it the answer is no.",
            ),
        ),
        migrations.AddIndex(
            model_name="interpreteruse",
            index=models.Index(fields=["programme", "used_on"], name="interpreter_by_day"),
        ),
        migrations.AddConstraint(
            model_name="interpreteruse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("contact", None), models.Q(("service", None), _negated=True)),
                    models.Q(models.Q(("contact", None), _negated=True), ("service", None)),
                    _connector="OR",
                ),
                name="interpreter_in_one_talk",
                violation_error_message="Name the contact or the service, one of them.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interpreteruse",
            constraint=models.UniqueConstraint(
                condition=models.Q(("contact", None), _negated=True),
                fields=("contact", "interpreter"),
                name="interpreter_in_contact_once",
                violation_error_message="She stands in this talk already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interpreteruse",
            constraint=models.UniqueConstraint(
                condition=models.Q(("service", None), _negated=True),
                fields=("service", "interpreter"),
                name="interpreter_in_service_once",
                violation_error_message="She stands in this talk already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interpreteruse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("used_at", None),
                    (
                        "used_at__range",
                        (
                            datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                        ),
                    ),
                    _connector="OR",
                ),
                name="interpreter_use_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interpreteruse",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                name="interpreter_takes_time",
                violation_error_message="Between 1 minute and a day.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interpreteruse",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interpreteruseevent" ("contact_id", "cost", "id", "interpreter_id", "language_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "service_id", "used_at", "version") VALUES (NEW."contact_id", NEW."cost", NEW."id", NEW."interpreter_id", NEW."language_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."service_id", NEW."used_at", NEW."version"); RETURN NULL;',
                    hash="70187857b014488e7c7365d916d6535cdf27b2d0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac0cd",
                    table="cases_interpreteruse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interpreteruse",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."cost" IS DISTINCT FROM (NEW."cost") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpreter_id" IS DISTINCT FROM (NEW."interpreter_id") OR OLD."language_id" IS DISTINCT FROM (NEW."language_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id") OR OLD."used_at" IS DISTINCT FROM (NEW."used_at") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "cases_interpreteruseevent" ("contact_id", "cost", "id", "interpreter_id", "language_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "service_id", "used_at", "version") VALUES (NEW."contact_id", NEW."cost", NEW."id", NEW."interpreter_id", NEW."language_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."service_id", NEW."used_at", NEW."version"); RETURN NULL;',
                    hash="cb829b91511f6c927dfa69ac11ecebdb09f45766",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_29451",
                    table="cases_interpreteruse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interpreteruse",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interpreteruseevent" ("contact_id", "cost", "id", "interpreter_id", "language_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "service_id", "used_at", "version") VALUES (OLD."contact_id", OLD."cost", OLD."id", OLD."interpreter_id", OLD."language_id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."service_id", OLD."used_at", OLD."version"); RETURN NULL;',
                    hash="73a9bb3f3ec6af711f34d63ea2620a8837e157e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6a409",
                    table="cases_interpreteruse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interpreteruseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="662acafe10e7b235016a85cd818a0c0bbb4b22a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_95ccc",
                    table="cases_interpreteruseevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(GUARD, "DROP TRIGGER history_is_append_only ON cases_interpreteruseevent"),
    ]
