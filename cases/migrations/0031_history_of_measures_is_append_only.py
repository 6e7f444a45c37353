from django.db import migrations

TABLES = [
    "cases_legallimitevent",
    "cases_dutyreportevent",
    "cases_barringorderevent",
    "cases_breachevent",
    "cases_courtmeasureevent",
    "cases_teammeetingevent",
    "cases_invitedevent",
    "cases_agreedstepevent",
    "cases_supervisedcontactsevent",
    "cases_courtdateevent",
]

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    """Beside pghistory's own triggers, which `pgtrigger.ignore` and TRUNCATE pass by."""

    dependencies = [
        ("cases", "0030_limits_and_measures_have_times"),
        ("accounts", "0002_trail_is_append_only"),
    ]

    operations = [
        migrations.RunSQL(GUARD.format(table=table), f"DROP TRIGGER history_is_append_only ON {table}")
        for table in TABLES
    ]
