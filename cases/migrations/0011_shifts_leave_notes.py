import datetime
import uuid

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
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
        ("cases", "0010_safe_contact_is_agreed_and_call_backs_tried"),
        ("programmes", "0005_activities_keep_no_plain_title"),
    ]

    operations = [
        migrations.CreateModel(
            name="ShiftNote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written")),
                ("text", accounts.sealing.SealedTextField(verbose_name="text")),
                (
                    "written_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=programmes.records.LocalDay("written_at"),
                        output_field=models.DateField(),
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shift_notes", to="programmes.worker"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shift_notes",
                        to="programmes.programme",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shift_notes",
                        to="programmes.unit",
                    ),
                ),
                (
                    "vault",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.vault",
                    ),
                ),
            ],
            options={
                "verbose_name": "note of a shift",
                "verbose_name_plural": "notes of shifts",
                "ordering": ["-written_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ShiftNoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written")),
                ("text", accounts.sealing.SealedTextField(verbose_name="text")),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="programmes.worker",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.shiftnote",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="programmes.programme",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="programmes.unit",
                    ),
                ),
                (
                    "vault",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.vault",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ShiftNoteSignature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("signed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="signed")),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="cases.shiftnote"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.worker"
                    ),
                ),
            ],
            options={
                "verbose_name": "signature of a shift's note",
                "verbose_name_plural": "signatures of shifts' notes",
                "ordering": ["signed_at"],
            },
        ),
        migrations.AddIndex(
            model_name="shiftnote",
            index=models.Index(fields=["programme", "-written_at"], name="shift_note_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="shiftnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_at", None),
                    (
                        "written_at__range",
                        (
                            datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                        ),
                    ),
                    _connector="OR",
                ),
                name="shift_note_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shiftnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_shiftnoteevent" ("author_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "text", "unit_id", "vault_id", "version", "written_at") VALUES (NEW."author_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."text", NEW."unit_id", NEW."vault_id", NEW."version", NEW."written_at"); RETURN NULL;',
                    hash="48355ec9575afbb2576080297f790ef0ac9e4eb1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5f6ee",
                    table="cases_shiftnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shiftnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."vault_id" IS DISTINCT FROM (NEW."vault_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at"))',
                    func='INSERT INTO "cases_shiftnoteevent" ("author_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "text", "unit_id", "vault_id", "version", "written_at") VALUES (NEW."author_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."text", NEW."unit_id", NEW."vault_id", NEW."version", NEW."written_at"); RETURN NULL;',
                    hash="e8eff615a8da1be7b4cd58e047f11c42a5087fe8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b210b",
                    table="cases_shiftnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shiftnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_shiftnoteevent" ("author_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "text", "unit_id", "vault_id", "version", "written_at") VALUES (OLD."author_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."text", OLD."unit_id", OLD."vault_id", OLD."version", OLD."written_at"); RETURN NULL;',
                    hash="99518550c791aa1ebd8e36b068bca1cb8bd737f2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f7789",
                    table="cases_shiftnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shiftnoteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b3f61f2b60489d303dddd8bdcc31c430c8c24712",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_07561",
                    table="cases_shiftnoteevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="shiftnotesignature",
            constraint=models.UniqueConstraint(
                fields=("note", "worker"),
                name="shift_note_signed_once",
                violation_error_message="She has signed it already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="shiftnotesignature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_at", None),
                    (
                        "signed_at__range",
                        (
                            datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                        ),
                    ),
                    _connector="OR",
                ),
                name="shift_note_signature_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.RunSQL(
            GUARD.format(table="cases_shiftnoteevent"), "DROP TRIGGER history_is_append_only ON cases_shiftnoteevent"
        ),
    ]
