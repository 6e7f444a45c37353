"""The demo: two invented organisations with their years, filled to today."""

from datetime import datetime

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from programmes.models import Organisation
from reporting.demo.conversations import write_conversations
from reporting.demo.filling import INVENTED, fill
from reporting.demo.known import know_callers
from reporting.demo.loading import Unfit
from reporting.demo.signins import PASSWORD, make_sign_ins, spoken
from reporting.demo.today import enliven


class Command(BaseCommand):
    help = "Makes the invented demo organisations, or adds the days since it last ran. Writes to the database alone."

    def add_arguments(self, parser):
        parser.add_argument("--now", type=datetime.fromisoformat, help="another moment than now, as 2026-11-23T20:05")

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("Only where DEMO is on: these sign-ins have a password that everybody knows.")
        now = options["now"] or timezone.localtime().replace(tzinfo=None)
        for key in INVENTED:
            self.fill(key, now)
        with transaction.atomic():
            make_sign_ins()
            enliven()
            know_callers()
            write_conversations()
        self.stdout.write("\n".join([*spoken(), f"{PASSWORD:30} geslo za vse / password of all"]))

    def fill(self, key, now):
        """Where people have changed too much for further invented days to fit, theirs stay as they are."""
        self.stderr.write(f"Demo: the years of {key} …")
        try:
            with transaction.atomic():
                self.stderr.write(f"Demo: {fill(key, now)} records of {key} added")
        except Unfit as reason:
            if not Organisation.objects.filter(key=key).exists():
                raise CommandError(str(reason)) from reason
            self.stderr.write(f"Demo: no days added to {key}: {str(reason).splitlines()[0]}")
