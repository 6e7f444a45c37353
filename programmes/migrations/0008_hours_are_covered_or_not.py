import holidays
from django.db import migrations, models

LOCAL = "'Europe/Ljubljana'"
FIRST_YEAR, LAST_YEAR = 1992, 2100  # that the library knows and that anybody plans for
WEEKDAYS = "ARRAY['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']"

CALENDAR = """
CREATE TABLE programmes_holiday ("on" date PRIMARY KEY, name varchar(120));
CREATE VIEW programmes_workingday AS
SELECT day."on" FROM programmes_day day
WHERE extract(isodow FROM day."on") < 6 AND NOT EXISTS (SELECT FROM programmes_holiday holiday WHERE holiday."on" = day."on");
"""
NO_CALENDAR = "DROP VIEW programmes_workingday; DROP TABLE programmes_holiday;"

# The opening hours that begin on the day or on the one before it: those with the newest `valid_from` of their duty and
# place. A wall clock that summer time leaves out must not turn a range round, hence LEAST.
DUE = f"""
SELECT range_agg(tstzrange(LEAST(clock.opens, clock.closes), clock.closes))
    * tstzmultirange(tstzrange(midnight.before, midnight.after)) AS hours
FROM (VALUES (0), (1)) AS back (days)
CROSS JOIN LATERAL (SELECT day."on" - back.days AS "on") began
JOIN programmes_openinghours hours
    ON hours.programme_id = line.programme_id AND hours.duty = line.duty AND hours.unit_id IS NOT DISTINCT FROM line.unit_id
    AND hours.valid_from = (
        SELECT max(newest.valid_from) FROM programmes_openinghours newest
        WHERE newest.programme_id = line.programme_id AND newest.duty = line.duty
            AND newest.unit_id IS NOT DISTINCT FROM line.unit_id AND newest.valid_from <= began."on"
    )
    AND ({WEEKDAYS})[extract(isodow FROM began."on")::integer] = ANY (hours.weekdays)
    AND CASE WHEN EXISTS (SELECT FROM programmes_holiday holiday WHERE holiday."on" = began."on")
        THEN hours.on_holidays <> 'not' ELSE hours.on_holidays <> 'only' END
CROSS JOIN LATERAL (
    SELECT (began."on" + hours.from_time) AT TIME ZONE {LOCAL} AS opens,
        (began."on" + CASE WHEN hours.to_time > hours.from_time THEN 0 ELSE 1 END + hours.to_time) AT TIME ZONE {LOCAL}
            AS closes
) clock
"""

# Who shares an hour covers it once. A shift of which nobody has the name covers it when somebody said it was worked.
HELD = """
SELECT COALESCE(range_agg(tstzrange(shift.starts_at, shift.ends_at)), '{}'::tstzmultirange) AS hours
FROM programmes_dutyshift shift
WHERE shift.programme_id = line.programme_id AND shift.duty = line.duty
    AND (line.unit_id IS NULL OR shift.unit_id = line.unit_id)
    AND TSTZRANGE(shift.starts_at, shift.ends_at, '[)') && tstzrange(midnight.before, midnight.after)
    AND shift.worked IS NOT FALSE AND (shift.worker_id IS NOT NULL OR shift.worked)
"""

STRETCHES = f"""
SELECT line.programme_id || '/' || COALESCE(line.unit_id, 0) || '/' || line.duty || '/'
        || extract(epoch FROM lower(stretch.span))::bigint AS id,
    line.programme_id, line.unit_id, line.duty, day."on",
    lower(stretch.span) AS starts_at, upper(stretch.span) AS ends_at,
    (extract(epoch FROM upper(stretch.span) - lower(stretch.span)) / 60)::integer AS minutes,
    stretch.covered
FROM programmes_day day
CROSS JOIN (
    SELECT programme_id, unit_id, duty, min(valid_from) AS since FROM programmes_openinghours GROUP BY 1, 2, 3
) line
CROSS JOIN LATERAL (
    SELECT day."on"::timestamp AT TIME ZONE {LOCAL} AS before, (day."on" + 1)::timestamp AT TIME ZONE {LOCAL} AS after
) midnight
CROSS JOIN LATERAL ({DUE}) due
CROSS JOIN LATERAL ({HELD}) held
CROSS JOIN LATERAL (
    SELECT unnest(due.hours * held.hours) AS span, true AS covered
    UNION ALL SELECT unnest(due.hours - held.hours), false
) stretch
WHERE day."on" >= line.since
"""

VIEWS = f"""
CREATE VIEW programmes_plannedstretch AS {STRETCHES};
CREATE VIEW programmes_dutystretch AS
SELECT * FROM programmes_plannedstretch WHERE "on" < (now() AT TIME ZONE {LOCAL})::date;
"""
NO_VIEWS = "DROP VIEW programmes_dutystretch; DROP VIEW programmes_plannedstretch;"


def write_holidays(apps, schema_editor):
    """The work-free days of Slovenia, year by year."""
    known = holidays.country_holidays("SI", years=range(FIRST_YEAR, LAST_YEAR + 1), language="sl")
    with schema_editor.connection.cursor() as cursor:
        cursor.executemany("INSERT INTO programmes_holiday VALUES (%s, %s)", sorted(known.items()))
        cursor.execute("ANALYZE programmes_holiday")


class Migration(migrations.Migration):
    """What the opening hours ask for is cut by the shifts into stretches that somebody covers and such that nobody does."""

    dependencies = [("programmes", "0007_roster_has_weeks_and_swaps")]

    operations = [
        migrations.RunSQL(CALENDAR, NO_CALENDAR),
        migrations.RunPython(write_holidays, migrations.RunPython.noop),
        migrations.RunSQL(VIEWS, NO_VIEWS),
        migrations.CreateModel(
            name="DutyStretch",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("phone", "phone"),
                            ("chat", "chat"),
                            ("standby_1", "standby, first level"),
                            ("standby_2", "standby, second level"),
                        ],
                        max_length=12,
                        verbose_name="duty",
                    ),
                ),
                ("on", models.DateField()),
                ("starts_at", models.DateTimeField(verbose_name="from")),
                ("ends_at", models.DateTimeField(verbose_name="to")),
                ("minutes", models.IntegerField()),
                ("covered", models.BooleanField()),
            ],
            options={
                "db_table": "programmes_dutystretch",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                ("on", models.DateField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
            ],
            options={
                "db_table": "programmes_holiday",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="PlannedStretch",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("phone", "phone"),
                            ("chat", "chat"),
                            ("standby_1", "standby, first level"),
                            ("standby_2", "standby, second level"),
                        ],
                        max_length=12,
                        verbose_name="duty",
                    ),
                ),
                ("on", models.DateField()),
                ("starts_at", models.DateTimeField(verbose_name="from")),
                ("ends_at", models.DateTimeField(verbose_name="to")),
                ("minutes", models.IntegerField()),
                ("covered", models.BooleanField()),
            ],
            options={
                "db_table": "programmes_plannedstretch",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="WorkingDay",
            fields=[
                ("on", models.DateField(primary_key=True, serialize=False)),
            ],
            options={
                "db_table": "programmes_workingday",
                "managed": False,
            },
        ),
    ]
