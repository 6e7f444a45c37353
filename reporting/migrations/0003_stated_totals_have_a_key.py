import django.db.models.deletion
from django.db import migrations, models

import accounts.sealing


class Migration(migrations.Migration):
    dependencies = [("reporting", "0002_report_job_open_once"), ("accounts", "0002_trail_is_append_only")]

    operations = [
        migrations.RenameField("statedtotal", "explanation", "plain_explanation"),
        migrations.AddField("statedtotal", "explanation", accounts.sealing.SealedTextField(verbose_name="explanation")),
        migrations.AddField(
            "statedtotal",
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
