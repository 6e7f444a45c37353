import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shelters", "0010_closures_seal_their_reason")]

    operations = [
        migrations.AlterField(
            "closure",
            "vault",
            models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.vault"
            ),
        ),
        migrations.AlterField(
            "closureevent",
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
        migrations.RemoveField("closure", "plain_reason"),
        migrations.RemoveField("closureevent", "plain_reason"),
        pgtrigger.migrations.AddTrigger(
            model_name="closure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "shelters_closureevent" ("bed_id", "closed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reopens_on", "vault_id", "version") VALUES (NEW."bed_id", NEW."closed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."reopens_on", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="983bdec7692f4f1731dae90ed75a91fb5232e0a2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_668e9",
                    table="shelters_closure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "shelters_closureevent" ("bed_id", "closed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reopens_on", "vault_id", "version") VALUES (NEW."bed_id", NEW."closed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."reopens_on", NEW."vault_id", NEW."version"); RETURN NULL;',
                    hash="aca58f14e488824182be0792e810af90739fedb0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_edf08",
                    table="shelters_closure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "shelters_closureevent" ("bed_id", "closed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reopens_on", "vault_id", "version") VALUES (OLD."bed_id", OLD."closed_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."reopens_on", OLD."vault_id", OLD."version"); RETURN NULL;',
                    hash="ecf9ffffa6fbe9f276cabb41beebce241227c03c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_64b9f",
                    table="shelters_closure",
                    when="AFTER",
                ),
            ),
        ),
    ]
