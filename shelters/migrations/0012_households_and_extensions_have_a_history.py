import uuid

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import accounts.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_trail_is_append_only"),
        ("programmes", "0005_activities_keep_no_plain_title"),
        ("shelters", "0011_closures_keep_no_plain_reason"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExtensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("decided_on", models.DateField(verbose_name="decided")),
                ("until", models.DateField(verbose_name="until")),
                ("reason", accounts.sealing.SealedTextField(verbose_name="reason")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HouseholdEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "shelters_extensionevent" ("decided_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stay_id", "until", "vault_id", "version") VALUES (NEW."decided_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."stay_id", NEW."until", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="781625f1c66191a63df0bf5abb6cca3df793eaa9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_68959",
                    table="shelters_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "shelters_extensionevent" ("decided_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stay_id", "until", "vault_id", "version") VALUES (NEW."decided_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."stay_id", NEW."until", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="171c35e17f95022f93291abe386791d0f9c195ec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2692f",
                    table="shelters_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "shelters_extensionevent" ("decided_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stay_id", "until", "vault_id", "version") VALUES (OLD."decided_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."stay_id", OLD."until", OLD."vault_id", OLD."version"); RETURN NULL;',
                    hash="1c26843361c51b66b93b14aebd5474bf89cd222d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b8178",
                    table="shelters_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="household",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "shelters_householdevent" ("enquiry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "version") VALUES (NEW."enquiry_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."version"); RETURN NULL;',
                    hash="ef8132b05acf015282d5d7c9390d08c0a00f7323",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2df41",
                    table="shelters_household",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="household",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "shelters_householdevent" ("enquiry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "version") VALUES (NEW."enquiry_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."version"); RETURN NULL;',
                    hash="eb0c731e0e18d7d6876edb682d4d4b2bd58aac10",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_580ff",
                    table="shelters_household",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="household",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "shelters_householdevent" ("enquiry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "version") VALUES (OLD."enquiry_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."version"); RETURN NULL;',
                    hash="e01494350e94f70a1fa39c0da4dccf29564fc2dc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66999",
                    table="shelters_household",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="extensionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="shelters.extension",
            ),
        ),
        migrations.AddField(
            model_name="extensionevent",
            name="stay",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="shelters.stay",
            ),
        ),
        migrations.AddField(
            model_name="extensionevent",
            name="vault",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.vault",
            ),
        ),
        migrations.AddField(
            model_name="householdevent",
            name="enquiry",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="shelters.enquiry",
            ),
        ),
        migrations.AddField(
            model_name="householdevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="shelters.household",
            ),
        ),
        migrations.AddField(
            model_name="householdevent",
            name="programme",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="programmes.programme",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="37fa777a01856e0a5be1f1aeefc41c9fbaafe2ec",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0259b",
                    table="shelters_extensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="householdevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3130383cf1caab07394f5a3c9b018a509ca9f906",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3165c",
                    table="shelters_householdevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
