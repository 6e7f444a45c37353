import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reporting", "0004_stated_totals_seal_their_explanation")]

    operations = [
        migrations.AlterField(
            "statedtotal",
            "vault",
            models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.vault"
            ),
        ),
        migrations.RemoveField("statedtotal", "plain_explanation"),
    ]
