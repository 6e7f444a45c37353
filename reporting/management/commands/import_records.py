import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts.models import User
from reporting.exchange.documentation import columns_as_markdown
from reporting.exchange.importing import Import
from reporting.exchange.tables import Folder


class Command(BaseCommand):
    help = "Takes in a folder of spreadsheets as docs/import.md describes them: all of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path)
        parser.add_argument("--check", action="store_true", help="only look for mistakes")
        parser.add_argument("--json", action="store_true", help="say what was found as one JSON object")
        parser.add_argument("--by", metavar="EMAIL", help="who answers for it in the trail")
        parser.add_argument("--columns", action="store_true", help="print the tables of docs/import.md")

    def handle(self, *, folder, check, by, columns, **options):
        if columns:
            return self.stdout.write(columns_as_markdown(), ending="")
        if folder is None or not folder.is_dir():
            raise CommandError(_("Name a folder of CSV or XLSX files."))
        user = user_named(by)
        records = Import(Folder(folder))
        taken = not records.mistakes and not check and records.save(user)
        self._tell(records, taken, check, options["json"])
        if records.mistakes:
            raise CommandError(_("Nothing was taken. Mistakes: %(count)s.") % {"count": len(records.mistakes)})

    def _tell(self, records, taken, check, as_json):
        if as_json:
            mistakes = [asdict(mistake) for mistake in records.mistakes]
            found = {"taken": taken, "files": records.counts, "mistakes": mistakes}
            return self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
        for mistake in records.mistakes:
            self.stderr.write(str(mistake))
        for name, count in records.counts.items() if not records.mistakes else []:
            self.stdout.write(f"{name}: " + _("%(new)s new, %(changed)s changed, %(same)s as before") % count)
        if check and not records.mistakes:
            self.stdout.write(_("No mistakes. Nothing was taken: this was a check."))


def user_named(email):
    user = User.objects.filter(email__iexact=email).first() if email else None
    if email and not user:
        raise CommandError(_("Nobody signs in with this e-mail."))
    return user
