from django.db import migrations


def remove_partial(apps, schema_editor):
    apps.get_model("reporting", "Report")._base_manager.exclude(programmes=[]).delete()


class Migration(migrations.Migration):
    """On the way back reports of some programmes go: there every report is whole."""

    dependencies = [("reporting", "0006_reports_of_some_programmes")]

    operations = [migrations.RunPython(migrations.RunPython.noop, remove_partial)]
