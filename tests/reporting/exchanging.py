"""Records out into files and in from them, as the two commands do it."""

from io import StringIO

from django.core.management import call_command

from cases.models import Client
from programmes.models import Term
from reporting.exchange.importing import SAVED_IN_ORDER


def take(folder, *options):
    out = StringIO()
    call_command("import_records", folder, *options, stdout=out)
    return out.getvalue()


def give(folder, *options):
    """The files of an export, by name."""
    call_command("export_records", folder, *options, stdout=StringIO())
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def wipe():
    """Everything that came from files; trail and history stay."""
    Term.objects.update(parent=None)
    Client.objects.update(merged_into=None)
    for model in reversed(SAVED_IN_ORDER):
        model._base_manager.all().delete()
