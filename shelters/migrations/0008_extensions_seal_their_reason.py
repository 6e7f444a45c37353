import django.db.models.deletion
from django.db import migrations, models

import accounts.sealing


def readable(extension):
    """With the key at hand: a historical vault knows its columns alone."""
    vault = extension.stay.vault
    vault.data_key = lambda: accounts.sealing.unwrap(vault.wrapped_key, vault.master_key, vault.id)
    extension.vault = vault
    return extension


def seal(apps, schema_editor):
    for extension in apps.get_model("shelters", "Extension")._base_manager.select_related("stay__vault"):
        if extension.stay.vault.wrapped_key:
            readable(extension).reason = extension.plain_reason
        extension.vault = extension.stay.vault
        extension.save()


def open_again(apps, schema_editor):
    for extension in apps.get_model("shelters", "Extension")._base_manager.select_related("stay__vault"):
        if extension.stay.vault.wrapped_key:
            extension.plain_reason = readable(extension).reason[:200]
            extension.save(update_fields=["plain_reason"])


class Migration(migrations.Migration):
    """Why a stay is prolonged speaks of a person: sealed under her key, as every text about her."""

    dependencies = [("shelters", "0007_nights_to_come"), ("accounts", "0002_trail_is_append_only")]

    operations = [
        migrations.RenameField("extension", "reason", "plain_reason"),
        migrations.AddField("extension", "reason", accounts.sealing.SealedTextField(verbose_name="reason")),
        migrations.AddField(
            "extension",
            "vault",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.vault",
            ),
        ),
        migrations.RunPython(seal, open_again),
        migrations.AlterField(
            "extension",
            "vault",
            models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.vault"
            ),
        ),
        migrations.RemoveField("extension", "plain_reason"),
    ]
