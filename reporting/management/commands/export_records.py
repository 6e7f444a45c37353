from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from programmes.models import Organisation
from reporting.exchange.exporting import CannotExport, Export
from reporting.management.commands.import_records import user_named


class Command(BaseCommand):
    help = "Writes the records of an organisation as the files that import_records reads (docs/import.md)."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--organisation", metavar="KEY", help="whose records, if there is more than one")
        parser.add_argument("--with-texts", action="store_true", help="names, addresses and notes too, readable by all")
        parser.add_argument("--by", metavar="EMAIL", help="who answers for it in the trail")

    def handle(self, *, folder, organisation, with_texts, by, **options):
        try:
            export = Export(organisation_named(organisation), folder, with_texts=with_texts, user=user_named(by))
        except CannotExport as reason:
            raise CommandError(str(reason)) from None
        for name, count in export.written.items():
            self.stdout.write(f"{name}: {count}")


def organisation_named(key):
    organisations = {organisation.key: organisation for organisation in Organisation.objects.order_by("key")}
    if key is None and len(organisations) == 1:
        return organisations.popitem()[1]
    if key not in organisations:
        known = ", ".join(organisations) or "–"
        raise CommandError(_("Name the organisation: one of %(known)s.") % {"known": known})
    return organisations[key]
