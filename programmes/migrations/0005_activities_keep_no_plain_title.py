import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0004_activities_seal_their_title")]

    operations = [
        migrations.AlterField(
            "activity",
            "vault",
            models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.vault"
            ),
        ),
        migrations.RemoveField("activity", "plain_title"),
    ]
