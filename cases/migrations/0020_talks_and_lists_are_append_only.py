from django.db import migrations

TABLES = [f"cases_{model}event" for model in ("firsttalk", "membership", "need", "reached")]

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    """Beside pghistory's own triggers, which `pgtrigger.ignore` and TRUNCATE pass by."""

    dependencies = [("cases", "0019_first_talks_groups_and_outcomes")]

    operations = [
        migrations.RunSQL(GUARD.format(table=table), f"DROP TRIGGER history_is_append_only ON {table}")
        for table in TABLES
    ]
