import django.db.models.deletion
from django.db import migrations, models

import accounts.sealing


class Migration(migrations.Migration):
    dependencies = [("programmes", "0002_calendar_of_days"), ("accounts", "0002_trail_is_append_only")]

    operations = [
        migrations.RenameField("activity", "title", "plain_title"),
        migrations.AddField("activity", "title", accounts.sealing.SealedTextField(verbose_name="title")),
        migrations.AddField(
            "activity",
            "vault",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.vault",
            ),
        ),
    ]
