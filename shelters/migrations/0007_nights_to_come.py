from django.db import migrations, models

TODAY = "(now() AT TIME ZONE 'Europe/Ljubljana')::date"

USABLE = """
SELECT bed.id || '/' || day."on" AS id, bed.id AS bed_id, house.id AS house_id, house.programme_id, day."on"
FROM shelters_bed bed
JOIN shelters_room room ON room.id = bed.room_id
JOIN shelters_house house ON house.id = room.house_id
JOIN programmes_day day
    ON day."on" >= GREATEST(bed.opened_on, house.opened_on, '1900-01-01')
    AND day."on" < LEAST(bed.closed_on, house.closed_on, {end})
WHERE NOT EXISTS (
    SELECT FROM shelters_closure closure
    WHERE closure.bed_id = bed.id AND day."on" >= closure.closed_on
        AND (closure.reopens_on IS NULL OR day."on" < closure.reopens_on)
)
"""

MAKE = f"""
CREATE VIEW shelters_usablenight AS {USABLE.format(end="'2200-01-01'")};
CREATE OR REPLACE VIEW shelters_bednight AS
SELECT id, bed_id, house_id, programme_id, "on" FROM shelters_usablenight WHERE "on" < {TODAY};
"""
UNMAKE = f"""
CREATE OR REPLACE VIEW shelters_bednight AS {USABLE.format(end=TODAY)};
DROP VIEW shelters_usablenight;
"""


class Migration(migrations.Migration):
    """The board looks ahead: nights to come have a view of their own, of which those that have passed are a part."""

    dependencies = [("shelters", "0006_names_say_that_they_are_taken")]

    operations = [
        migrations.RunSQL(MAKE, UNMAKE),
        migrations.CreateModel(
            name="UsableNight",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
            ],
            options={"db_table": "shelters_usablenight", "managed": False},
        ),
    ]
