from django.db import migrations

TODAY = "(now() AT TIME ZONE 'Europe/Ljubljana')::date"

VIEWS = f"""
CREATE VIEW shelters_night AS
SELECT placement.id || '/' || day."on" AS id, stay.id AS stay_id, stay.client_id, placement.bed_id, room.house_id,
    stay.programme_id, day."on"
FROM shelters_placement placement
JOIN shelters_stay stay ON stay.id = placement.stay_id
JOIN shelters_bed bed ON bed.id = placement.bed_id
JOIN shelters_room room ON room.id = bed.room_id
JOIN programmes_day day ON day."on" >= placement.from_on AND day."on" < LEAST(placement.to_on, {TODAY});

CREATE VIEW shelters_dayofstay AS
SELECT stay.id || '/' || day."on" AS id, stay.id AS stay_id, stay.client_id, stay.programme_id, day."on"
FROM shelters_stay stay
JOIN programmes_day day ON day."on" BETWEEN stay.arrived_on AND LEAST(stay.left_on, {TODAY});

CREATE VIEW shelters_bednight AS
SELECT bed.id || '/' || day."on" AS id, bed.id AS bed_id, house.id AS house_id, house.programme_id, day."on"
FROM shelters_bed bed
JOIN shelters_room room ON room.id = bed.room_id
JOIN shelters_house house ON house.id = room.house_id
JOIN programmes_day day
    ON day."on" >= GREATEST(bed.opened_on, house.opened_on, '1900-01-01')
    AND day."on" < LEAST(bed.closed_on, house.closed_on, '2200-01-01')
WHERE NOT EXISTS (
    SELECT FROM shelters_closure closure
    WHERE closure.bed_id = bed.id AND day."on" >= closure.closed_on
        AND (closure.reopens_on IS NULL OR day."on" < closure.reopens_on)
);
"""

DROP = "DROP VIEW shelters_night, shelters_dayofstay, shelters_bednight"


class Migration(migrations.Migration):
    dependencies = [("shelters", "0001_beds_and_stays"), ("programmes", "0002_calendar_of_days")]

    operations = [migrations.RunSQL(VIEWS, DROP)]
