from django.db import migrations, models

LOCAL = "'Europe/Ljubljana'"

# Each day of an intervention has three stretches by the local clock. Whole minutes of the clock are subtracted, so that
# the parts add up to the minutes from the call to the return whatever seconds these had.
PARTS = f"""
CREATE VIEW cases_interventionpart AS
SELECT intervention.id || '/' || taking_part.worker_id || '/' || extract(epoch FROM part.starts_at)::bigint AS id,
    intervention.id AS intervention_id, taking_part.worker_id, intervention.programme_id, intervention.unit_id, day."on",
    CASE
        WHEN EXISTS (SELECT FROM programmes_holiday holiday WHERE holiday."on" = day."on") THEN 'holiday_'
        WHEN extract(isodow FROM day."on") = 7 THEN 'sunday_'
        ELSE 'week_'
    END || clock.part AS band,
    (floor(extract(epoch FROM part.ends_at) / 60) - floor(extract(epoch FROM part.starts_at) / 60))::integer AS minutes
FROM cases_intervention intervention
JOIN cases_interventionworker taking_part ON taking_part.intervention_id = intervention.id
JOIN programmes_day day
    ON day."on" >= intervention.called_on AND day."on" <= (intervention.returned_at AT TIME ZONE {LOCAL})::date
CROSS JOIN (
    VALUES ('night', interval '0', interval '6 hours'),
        ('day', interval '6 hours', interval '23 hours'),
        ('night', interval '23 hours', interval '24 hours')
) AS clock (part, opens, closes)
CROSS JOIN LATERAL (
    SELECT GREATEST(intervention.called_at, (day."on" + clock.opens) AT TIME ZONE {LOCAL}) AS starts_at,
        LEAST(intervention.returned_at, (day."on" + clock.closes) AT TIME ZONE {LOCAL}) AS ends_at
) part
WHERE part.starts_at < part.ends_at;
"""

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases_interventionevent
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE cases_interventionevent ENABLE ALWAYS TRIGGER history_is_append_only;
"""


class Migration(migrations.Migration):
    """Interventions are cut into the bands of hours in which they are paid; their history is append-only."""

    dependencies = [
        ("cases", "0021_standby_interventions"),
        ("programmes", "0008_hours_are_covered_or_not"),
    ]

    operations = [
        migrations.RunSQL(GUARD, "DROP TRIGGER history_is_append_only ON cases_interventionevent"),
        migrations.RunSQL(PARTS, "DROP VIEW cases_interventionpart"),
        migrations.CreateModel(
            name="InterventionPart",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
                (
                    "band",
                    models.CharField(
                        choices=[
                            ("week_day", "Monday to Saturday, day"),
                            ("week_night", "Monday to Saturday, night"),
                            ("sunday_day", "Sunday, day"),
                            ("sunday_night", "Sunday, night"),
                            ("holiday_day", "public holiday, day"),
                            ("holiday_night", "public holiday, night"),
                        ],
                        max_length=16,
                        verbose_name="hours",
                    ),
                ),
                ("minutes", models.IntegerField()),
            ],
            options={
                "db_table": "cases_interventionpart",
                "managed": False,
            },
        ),
    ]
