import datetime
import uuid

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import accounts.sealing
import programmes.records


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_trail_is_append_only"),
        ("cases", "0026_history_of_merges_is_append_only"),
        ("programmes", "0005_activities_keep_no_plain_title"),
    ]

    operations = [
        migrations.CreateModel(
            name="Wait",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("asked_on", models.DateField()),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                ("minutes", models.IntegerField(null=True, verbose_name="minutes")),
            ],
            options={
                "verbose_name": "wait for an answer",
                "verbose_name_plural": "waits for an answer",
                "db_table": "cases_wait",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "direction",
                    models.CharField(
                        choices=[("in", "she wrote"), ("out", "we wrote")],
                        default="in",
                        max_length=4,
                        verbose_name="who wrote",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
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
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="cases.contact"
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
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="programmes.worker",
                        verbose_name="who of us",
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["written_at", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="MessageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "direction",
                    models.CharField(
                        choices=[("in", "she wrote"), ("out", "we wrote")],
                        default="in",
                        max_length=4,
                        verbose_name="who wrote",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("text", accounts.sealing.SealedTextField(verbose_name="text")),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contact",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.message",
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
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="programmes.worker",
                        verbose_name="who of us",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["contact", "written_at"], name="message_in_order"),
        ),
        migrations.AddConstraint(
            model_name="message",
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
                name="message_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("worker", None), ("direction", "out"), _connector="OR"),
                name="message_of_ours_has_a_writer",
                violation_error_message="Her message is written by none of us.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_messageevent" ("contact_id", "direction", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "vault_id", "version", "worker_id", "written_at") VALUES (NEW."contact_id", NEW."direction", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."text", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_at"); RETURN NULL;',
                    hash="af35cb016df5f0e7de2ad217a0265cbc88f70b4f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9d866",
                    table="cases_message",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."direction" IS DISTINCT FROM (NEW."direction") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."vault_id" IS DISTINCT FROM (NEW."vault_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at"))',
                    func='INSERT INTO "cases_messageevent" ("contact_id", "direction", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "vault_id", "version", "worker_id", "written_at") VALUES (NEW."contact_id", NEW."direction", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."text", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_at"); RETURN NULL;',
                    hash="78c624f131c82f772e1d13018a87def40e3a9037",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_53057",
                    table="cases_message",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_messageevent" ("contact_id", "direction", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "vault_id", "version", "worker_id", "written_at") VALUES (OLD."contact_id", OLD."direction", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."text", OLD."vault_id", OLD."version", OLD."worker_id", OLD."written_at"); RETURN NULL;',
                    hash="6feb3fef8d408b97b217b394c8bdda87c71f8d96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_640f7",
                    table="cases_message",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="messageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c23842860211b22569384021942e0c4b8bcc96b6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e0f1a",
                    table="cases_messageevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
