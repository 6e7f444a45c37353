from django.db import migrations

from accounts.history import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_releases_and_disclosures"),
        ("accounts", "0002_trail_is_append_only"),
    ]

    operations = append_only("cases_releaseevent", "cases_disclosureevent")
