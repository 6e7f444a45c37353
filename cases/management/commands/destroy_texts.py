from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django_scopes import scopes_disabled

from accounts import trail
from accounts.models import Act
from cases.models import Client


class Command(BaseCommand):
    help = "Makes every text about a client unreadable for ever, in rows, history and backups. Counts stay."

    def add_arguments(self, parser):
        parser.add_argument("organisation", help="key of the organisation")
        parser.add_argument("code", help="code of the client")
        parser.add_argument("--because", required=True, help="the reason, for the trail: no name, no contents")

    @scopes_disabled()
    @transaction.atomic
    def handle(self, organisation, code, because, **options):
        client = Client.objects.filter(organisation__key=organisation, code=code).first()
        if client is None:
            raise CommandError(f"{organisation} knows no client {code}.")
        client.destroy_texts()
        trail.record_command("destroy_texts", Act.ERASED, client, purpose=because[:120])
        self.stdout.write(f"The texts about {code} are unreadable from now on.")
