import datetime
import uuid

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0024_talks_belong_to_cases"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
        migrations.AddField(
            model_name="client",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="other_codes",
                to="cases.client",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="clientevent",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.client",
                verbose_name="merged into",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="client",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_clientevent" ("addresses", "born_in", "born_on", "code", "code_word", "confirmed_on", "id", "may_answer", "may_email", "may_leave_message", "may_phone", "may_post", "may_sms", "may_visit", "merged_into_id", "message_as", "municipality_id", "name", "note", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_at", "safe_days", "safe_from", "safe_until", "sex", "vault_id", "version") VALUES (NEW."addresses", NEW."born_in", NEW."born_on", NEW."code", NEW."code_word", NEW."confirmed_on", NEW."id", NEW."may_answer", NEW."may_email", NEW."may_leave_message", NEW."may_phone", NEW."may_post", NEW."may_sms", NEW."may_visit", NEW."merged_into_id", NEW."message_as", NEW."municipality_id", NEW."name", NEW."note", NEW."number", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reached_at", NEW."safe_days", NEW."safe_from", NEW."safe_until", NEW."sex", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="37bd6180e431b23e39a6bc3c9e335345be9001d3",
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
                    func='INSERT INTO "cases_clientevent" ("addresses", "born_in", "born_on", "code", "code_word", "confirmed_on", "id", "may_answer", "may_email", "may_leave_message", "may_phone", "may_post", "may_sms", "may_visit", "merged_into_id", "message_as", "municipality_id", "name", "note", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_at", "safe_days", "safe_from", "safe_until", "sex", "vault_id", "version") VALUES (NEW."addresses", NEW."born_in", NEW."born_on", NEW."code", NEW."code_word", NEW."confirmed_on", NEW."id", NEW."may_answer", NEW."may_email", NEW."may_leave_message", NEW."may_phone", NEW."may_post", NEW."may_sms", NEW."may_visit", NEW."merged_into_id", NEW."message_as", NEW."municipality_id", NEW."name", NEW."note", NEW."number", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reached_at", NEW."safe_days", NEW."safe_from", NEW."safe_until", NEW."sex", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="b76db02e1e43a99cb58cb686a371a10cc9c0aecb",
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
                    func='INSERT INTO "cases_clientevent" ("addresses", "born_in", "born_on", "code", "code_word", "confirmed_on", "id", "may_answer", "may_email", "may_leave_message", "may_phone", "may_post", "may_sms", "may_visit", "merged_into_id", "message_as", "municipality_id", "name", "note", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_at", "safe_days", "safe_from", "safe_until", "sex", "vault_id", "version") VALUES (OLD."addresses", OLD."born_in", OLD."born_on", OLD."code", OLD."code_word", OLD."confirmed_on", OLD."id", OLD."may_answer", OLD."may_email", OLD."may_leave_message", OLD."may_phone", OLD."may_post", OLD."may_sms", OLD."may_visit", OLD."merged_into_id", OLD."message_as", OLD."municipality_id", OLD."name", OLD."note", OLD."number", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reached_at", OLD."safe_days", OLD."safe_from", OLD."safe_until", OLD."sex", OLD."vault_id", OLD."version"); RETURN NULL;',
                    hash="29346d182f0e523bcf2caaffdac57feb6802fbc4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c1412",
                    table="cases_client",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into", None), models.Q(("merged_into", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="client_merged_into_another",
                violation_error_message="These are two codes of one person already.",
            ),
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("merged_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="merged")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
            ],
            options={
                "verbose_name": "merge",
                "verbose_name_plural": "merges",
                "ordering": ["-merged_at"],
            },
        ),
        migrations.CreateModel(
            name="MergedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=80)),
                ("row", models.CharField(max_length=40)),
                (
                    "became",
                    models.CharField(
                        choices=[("moved", "moved"), ("changed", "changed"), ("removed", "removed")], max_length=8
                    ),
                ),
                ("before", models.JSONField()),
                ("after", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "row of a merge",
                "verbose_name_plural": "rows of a merge",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MergeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("merged_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="merged")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="merge",
            name="kept",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merges",
                to="cases.client",
                verbose_name="kept code",
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="merged_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="merged by",
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.client",
                verbose_name="other code",
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="undone_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="undone by",
            ),
        ),
        migrations.AddField(
            model_name="mergedrow",
            name="merge",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="cases.merge"),
        ),
        migrations.AddField(
            model_name="mergeevent",
            name="kept",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.client",
                verbose_name="kept code",
            ),
        ),
        migrations.AddField(
            model_name="mergeevent",
            name="merged_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="merged by",
            ),
        ),
        migrations.AddField(
            model_name="mergeevent",
            name="other",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.client",
                verbose_name="other code",
            ),
        ),
        migrations.AddField(
            model_name="mergeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.merge",
            ),
        ),
        migrations.AddField(
            model_name="mergeevent",
            name="undone_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="undone by",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("merged_at", None),
                        (
                            "merged_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("undone_at", None),
                        (
                            "undone_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="merge_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("other",),
                name="merge_in_force_once",
                violation_error_message="These are two codes of one person already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_mergeevent" ("id", "kept_id", "merged_at", "merged_by_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id", "version") VALUES (NEW."id", NEW."kept_id", NEW."merged_at", NEW."merged_by_id", NEW."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."undone_at", NEW."undone_by_id", NEW."version"); RETURN NULL;',
                    hash="d0bb8ee5469f77222a10e7f01db9956d101f4751",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f32b3",
                    table="cases_merge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_mergeevent" ("id", "kept_id", "merged_at", "merged_by_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id", "version") VALUES (NEW."id", NEW."kept_id", NEW."merged_at", NEW."merged_by_id", NEW."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."undone_at", NEW."undone_by_id", NEW."version"); RETURN NULL;',
                    hash="f4ea1c3ac2e60021874f2bebc5b881ac4029fddd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5c03b",
                    table="cases_merge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_mergeevent" ("id", "kept_id", "merged_at", "merged_by_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "undone_by_id", "version") VALUES (OLD."id", OLD."kept_id", OLD."merged_at", OLD."merged_by_id", OLD."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."undone_at", OLD."undone_by_id", OLD."version"); RETURN NULL;',
                    hash="ab4a05c9d59b4057ddb11184ab871614e48684f2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_22db5",
                    table="cases_merge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mergeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="28c5ef85ab06bb8963bbd3393c60810ea5e7e82d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a98db",
                    table="cases_mergeevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
