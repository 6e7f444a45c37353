from django.db import migrations

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases_mergeevent
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE cases_mergeevent ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0025_codes_are_merged"),
        ("accounts", "0002_trail_is_append_only"),
    ]

    operations = [migrations.RunSQL(GUARD, "DROP TRIGGER history_is_append_only ON cases_mergeevent")]
