from django.db import migrations

MAKE = """
CREATE TABLE programmes_day ("on" date PRIMARY KEY);
INSERT INTO programmes_day SELECT generate_series('1900-01-01'::date, '2200-01-01'::date, '1 day')::date;
ANALYZE programmes_day;
"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_programmes_and_their_people")]

    operations = [migrations.RunSQL(MAKE, "DROP TABLE programmes_day")]
