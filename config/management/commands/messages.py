from pathlib import Path

from django.core.management import BaseCommand

from config import messages


class Command(BaseCommand):
    help = "Bring locale/ up to date with the words of code and templates. Needs no GNU gettext."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("translations", nargs="*", type=Path, help="further PO files to take translations from")

    def handle(self, *args, translations, **options):
        catalogue = messages.updated(*translations)
        messages.write(catalogue)
        missing = list(messages.untranslated(catalogue))
        for message, reason in missing:
            self.stdout.write(f"{reason}: {message!r}")
        self.stdout.write(f"{len(catalogue)} messages, {len(missing)} to be translated.")
