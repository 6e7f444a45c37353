from django.db import migrations

TABLES = ["programmes_agreementevent", "programmes_declarationevent", "programmes_volunteerworkevent"]

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    """Beside pghistory's own triggers, which `pgtrigger.ignore` and TRUNCATE pass by."""

    dependencies = [
        ("programmes", "0010_volunteers_have_papers"),
        ("accounts", "0002_trail_is_append_only"),
    ]

    operations = [
        migrations.RunSQL(GUARD.format(table=table), f"DROP TRIGGER history_is_append_only ON {table}")
        for table in TABLES
    ]
