from django.db import migrations

from accounts import sealed_later


def seal(apps, schema_editor):
    rows = apps.get_model("programmes", "Activity")._base_manager
    sealed_later.seal(rows, "title", lambda row: sealed_later.new_vault(apps))


def open_again(apps, schema_editor):
    sealed_later.open_again(apps.get_model("programmes", "Activity")._base_manager.all(), "title")


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("programmes", "0003_activities_have_a_key")]

    operations = [migrations.RunPython(seal, open_again)]
