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


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_trail_is_append_only"),
        ("cases", "0020_talks_and_lists_are_append_only"),
        ("programmes", "0012_words_of_interventions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Intervention",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("called_at", models.DateTimeField(verbose_name="called")),
                ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="left")),
                ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="returned")),
                (
                    "called_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("police", "police"),
                            ("social_work", "centre for social work"),
                            ("herself", "the woman herself"),
                            ("close", "someone close"),
                            ("house", "the house"),
                            ("health", "health care"),
                            ("other", "someone else"),
                        ],
                        max_length=16,
                        verbose_name="who called",
                    ),
                ),
                ("note", accounts.sealing.SealedTextField(verbose_name="note")),
                ("report", accounts.sealing.SealedTextField(verbose_name="report")),
                ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="report written")),
                (
                    "called_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=programmes.records.LocalDay("called_at"),
                        output_field=models.DateField(),
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
                        to="cases.client",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.term",
                        verbose_name="outcome",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
                        to="programmes.programme",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.term",
                        verbose_name="task",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
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
                "verbose_name": "intervention",
                "verbose_name_plural": "interventions",
                "ordering": ["-called_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="InterventionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("called_at", models.DateTimeField(verbose_name="called")),
                ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="left")),
                ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="returned")),
                (
                    "called_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("police", "police"),
                            ("social_work", "centre for social work"),
                            ("herself", "the woman herself"),
                            ("close", "someone close"),
                            ("house", "the house"),
                            ("health", "health care"),
                            ("other", "someone else"),
                        ],
                        max_length=16,
                        verbose_name="who called",
                    ),
                ),
                ("note", accounts.sealing.SealedTextField(verbose_name="note")),
                ("report", accounts.sealing.SealedTextField(verbose_name="report")),
                ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="report written")),
                (
                    "client",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.client",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="programmes.term",
                        verbose_name="outcome",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.intervention",
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
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="programmes.term",
                        verbose_name="task",
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
            name="InterventionWorker",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="taking_part", to="cases.intervention"
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
                "verbose_name": "worker in an intervention",
                "verbose_name_plural": "workers in interventions",
            },
        ),
        migrations.AddField(
            model_name="intervention",
            name="workers",
            field=models.ManyToManyField(
                related_name="interventions", through="cases.InterventionWorker", to="programmes.worker"
            ),
        ),
        migrations.CreateModel(
            name="StandbyTable",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("month", models.DateField(verbose_name="month")),
                ("handed_in_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="handed in")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standby_tables",
                        to="programmes.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "table of standby",
                "verbose_name_plural": "tables of standby",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interventionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fa02577839b65a81708ea470e9c331c0afbd0ff1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ee0ff",
                    table="cases_interventionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="interventionworker",
            constraint=models.UniqueConstraint(fields=("intervention", "worker"), name="intervention_worker_once"),
        ),
        migrations.AddIndex(
            model_name="intervention",
            index=models.Index(fields=["programme", "called_on"], name="intervention_by_day"),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("called_at", None),
                        (
                            "called_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("left_at", None),
                        (
                            "left_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("returned_at", None),
                        (
                            "returned_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("reported_at", None),
                        (
                            "reported_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="intervention_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(("returned_at", None), ("returned_at__gt", models.F("called_at")), _connector="OR"),
                name="intervention_ends_after_start",
                violation_error_message="The end must be later than the start.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(("left_at", None), ("left_at__gte", models.F("called_at")), _connector="OR"),
                name="intervention_leaves_after_the_call",
                violation_error_message="She can't have left before she was called.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interventionevent" ("called_at", "called_by", "client_id", "id", "left_at", "note", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "report", "reported_at", "returned_at", "task_id", "unit_id", "vault_id", "version") VALUES (NEW."called_at", NEW."called_by", NEW."client_id", NEW."id", NEW."left_at", NEW."note", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."report", NEW."reported_at", NEW."returned_at", NEW."task_id", NEW."unit_id", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="f17ed74ae5df1596aa802cd733b99966ff257d8f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac66a",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."called_at" IS DISTINCT FROM (NEW."called_at") OR OLD."called_by" IS DISTINCT FROM (NEW."called_by") OR OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."left_at" IS DISTINCT FROM (NEW."left_at") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."outcome_id" IS DISTINCT FROM (NEW."outcome_id") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."report" IS DISTINCT FROM (NEW."report") OR OLD."reported_at" IS DISTINCT FROM (NEW."reported_at") OR OLD."returned_at" IS DISTINCT FROM (NEW."returned_at") OR OLD."task_id" IS DISTINCT FROM (NEW."task_id") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."vault_id" IS DISTINCT FROM (NEW."vault_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "cases_interventionevent" ("called_at", "called_by", "client_id", "id", "left_at", "note", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "report", "reported_at", "returned_at", "task_id", "unit_id", "vault_id", "version") VALUES (NEW."called_at", NEW."called_by", NEW."client_id", NEW."id", NEW."left_at", NEW."note", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."report", NEW."reported_at", NEW."returned_at", NEW."task_id", NEW."unit_id", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="513c0cd6afae6a0daf37e4d827a53d5bdd03ce00",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d366f",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interventionevent" ("called_at", "called_by", "client_id", "id", "left_at", "note", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "report", "reported_at", "returned_at", "task_id", "unit_id", "vault_id", "version") VALUES (OLD."called_at", OLD."called_by", OLD."client_id", OLD."id", OLD."left_at", OLD."note", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."report", OLD."reported_at", OLD."returned_at", OLD."task_id", OLD."unit_id", OLD."vault_id", OLD."version"); RETURN NULL;',
                    hash="5d8576528e2bc1aac9684338557c0ec09e247da9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c5335",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="standbytable",
            constraint=models.UniqueConstraint(fields=("programme", "month"), name="standby_table_once"),
        ),
        migrations.AddConstraint(
            model_name="standbytable",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("month", None),
                        ("month__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                        _connector="OR",
                    ),
                    models.Q(
                        ("handed_in_at", None),
                        (
                            "handed_in_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="standby_table_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
    ]
