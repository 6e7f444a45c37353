from django.db import migrations

VIEW = """
CREATE OR REPLACE VIEW shelters_bednight AS
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
);
"""
TODAY = "(now() AT TIME ZONE 'Europe/Ljubljana')::date"


class Migration(migrations.Migration):
    dependencies = [("shelters", "0004_history_is_append_only")]

    operations = [migrations.RunSQL(VIEW.format(end=TODAY), VIEW.format(end="'2200-01-01'"))]
