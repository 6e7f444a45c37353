import django.db.models.deletion
import pgtrigger.migrations
from django.db import migrations, models

import accounts.sealing


class Migration(migrations.Migration):
    """The triggers of the history come again when the plain column has gone."""

    dependencies = [("shelters", "0008_extensions_seal_their_reason"), ("accounts", "0002_trail_is_append_only")]

    operations = [
        pgtrigger.migrations.RemoveTrigger("closure", "insert_insert"),
        pgtrigger.migrations.RemoveTrigger("closure", "update_update"),
        pgtrigger.migrations.RemoveTrigger("closure", "delete_delete"),
        migrations.RenameField("closure", "reason", "plain_reason"),
        migrations.RenameField("closureevent", "reason", "plain_reason"),
        migrations.AddField("closure", "reason", accounts.sealing.SealedTextField(verbose_name="reason")),
        migrations.AddField("closureevent", "reason", accounts.sealing.SealedTextField(verbose_name="reason")),
        migrations.AddField(
            "closure",
            "vault",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.vault",
            ),
        ),
        migrations.AddField(
            "closureevent",
            "vault",
            models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.vault",
            ),
        ),
    ]
