import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0023_clients_leave_clues"),
    ]

    operations = [
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
            name="case",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="cases.case",
            ),
        ),
        migrations.AddField(
            model_name="contactevent",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "case_id", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."case_id", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."follow_up_ends_at", NEW."followed_up_at", NEW."given", NEW."given_up_at", NEW."given_up_because", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="b6e4c9da2d77063ee7b3feb44c1360540fb05c41",
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
                    condition='WHEN (OLD."acute_danger" IS DISTINCT FROM (NEW."acute_danger") OR OLD."age_band_id" IS DISTINCT FROM (NEW."age_band_id") OR OLD."begun_by_id" IS DISTINCT FROM (NEW."begun_by_id") OR OLD."caller" IS DISTINCT FROM (NEW."caller") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."children" IS DISTINCT FROM (NEW."children") OR OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."danger_done" IS DISTINCT FROM (NEW."danger_done") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."follow_up" IS DISTINCT FROM (NEW."follow_up") OR OLD."follow_up_at" IS DISTINCT FROM (NEW."follow_up_at") OR OLD."follow_up_ends_at" IS DISTINCT FROM (NEW."follow_up_ends_at") OR OLD."followed_up_at" IS DISTINCT FROM (NEW."followed_up_at") OR OLD."given" IS DISTINCT FROM (NEW."given") OR OLD."given_up_at" IS DISTINCT FROM (NEW."given_up_at") OR OLD."given_up_because" IS DISTINCT FROM (NEW."given_up_because") OR OLD."heard_from_id" IS DISTINCT FROM (NEW."heard_from_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."kinds" IS DISTINCT FROM (NEW."kinds") OR OLD."language_id" IS DISTINCT FROM (NEW."language_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."municipality_id" IS DISTINCT FROM (NEW."municipality_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."referred_to" IS DISTINCT FROM (NEW."referred_to") OR OLD."relation_id" IS DISTINCT FROM (NEW."relation_id") OR OLD."safe_note" IS DISTINCT FROM (NEW."safe_note") OR OLD."safe_ways" IS DISTINCT FROM (NEW."safe_ways") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."suicidal" IS DISTINCT FROM (NEW."suicidal") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."vault_id" IS DISTINCT FROM (NEW."vault_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "case_id", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (NEW."acute_danger", NEW."age_band_id", NEW."begun_by_id", NEW."caller", NEW."case_id", NEW."channel", NEW."children", NEW."client_id", NEW."danger_done", NEW."entered_by_id", NEW."follow_up", NEW."follow_up_at", NEW."follow_up_ends_at", NEW."followed_up_at", NEW."given", NEW."given_up_at", NEW."given_up_because", NEW."heard_from_id", NEW."id", NEW."interpreter", NEW."kinds", NEW."language_id", NEW."minutes", NEW."municipality_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."referred_to", NEW."relation_id", NEW."safe_note", NEW."safe_ways", NEW."setting", NEW."sex", NEW."started_at", NEW."subject", NEW."suicidal", NEW."unit_id", NEW."vault_id", NEW."version", NEW."worker_id", NEW."written_by_id"); RETURN NULL;',
                    hash="f1e57f1853baaa55829bd90c5b3a95dd4f619fb4",
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
                    func='INSERT INTO "cases_contactevent" ("acute_danger", "age_band_id", "begun_by_id", "caller", "case_id", "channel", "children", "client_id", "danger_done", "entered_by_id", "follow_up", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given", "given_up_at", "given_up_because", "heard_from_id", "id", "interpreter", "kinds", "language_id", "minutes", "municipality_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "referred_to", "relation_id", "safe_note", "safe_ways", "setting", "sex", "started_at", "subject", "suicidal", "unit_id", "vault_id", "version", "worker_id", "written_by_id") VALUES (OLD."acute_danger", OLD."age_band_id", OLD."begun_by_id", OLD."caller", OLD."case_id", OLD."channel", OLD."children", OLD."client_id", OLD."danger_done", OLD."entered_by_id", OLD."follow_up", OLD."follow_up_at", OLD."follow_up_ends_at", OLD."followed_up_at", OLD."given", OLD."given_up_at", OLD."given_up_because", OLD."heard_from_id", OLD."id", OLD."interpreter", OLD."kinds", OLD."language_id", OLD."minutes", OLD."municipality_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."referred_to", OLD."relation_id", OLD."safe_note", OLD."safe_ways", OLD."setting", OLD."sex", OLD."started_at", OLD."subject", OLD."suicidal", OLD."unit_id", OLD."vault_id", OLD."version", OLD."worker_id", OLD."written_by_id"); RETURN NULL;',
                    hash="18c8022e8b485dc6ff220c4a50b3822ff98babfb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d639",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
    ]
