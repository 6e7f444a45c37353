from django.core.management.base import BaseCommand
from django.db import transaction
from django_scopes import scopes_disabled

from cases.models import Clue


class Command(BaseCommand):
    help = "Marks clues anew under the first of BLIND_INDEX_KEY. Where only a mark is kept, the older key is needed on."

    @scopes_disabled()
    @transaction.atomic
    def handle(self, **options):
        done = kept = 0
        for clue in Clue.objects.marked_by_older_keys().select_related("vault", "client__organisation"):
            if not clue.text or clue.vault.is_destroyed:
                kept += 1
                continue
            clue.remember(clue.text)
            clue.save(update_fields=["mark", "marked_with"])
            done += 1
        self.stdout.write(f"{done} clue{'' if done == 1 else 's'} marked anew.")
        if kept:
            self.stdout.write(f"{kept} hold no words: they are found as long as their older key stays in the ring.")
