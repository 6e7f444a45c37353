from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.models import Vault


class Command(BaseCommand):
    help = "Wraps every data key anew under the first of MASTER_KEYS. Texts and history stay as they are."

    def handle(self, **options):
        wrapped = 0
        while batch := self.rewrap_some():
            wrapped += batch
        self.stdout.write(f"{wrapped} data keys wrapped under the newest master key.")

    @transaction.atomic
    def rewrap_some(self, how_many=500):
        vaults = Vault.objects.wrapped_by_older_keys().select_for_update(skip_locked=True)[:how_many]
        for vault in vaults:
            vault.rewrap()
        return len(vaults)
