"""Records become the files that an import reads: rows in a fixed order, every value in one spelling."""

import os
import re
import tempfile
from collections import Counter, defaultdict
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django_scopes import scope

from accounts import trail
from accounts.models import Act
from accounts.sealing import Unreadable
from cases.models import Participation
from reporting.exchange.readings import places_of_a_word
from reporting.exchange.sheets import SHEETS
from reporting.exchange.tables import guarded
from reporting.exchange.values import Day, Moment, Number, Place, Reference, Whole, joined
from shelters.models import Placement

CHUNK = 2000
PREFETCHED = {"vocabularies": ["parent"], "clients": ["merged_into"], "stays": ["placements__bed__room__house"]}


class CannotExport(Exception):
    """Says why, in a sentence."""


class Export:
    """Writes the records of an organisation into a new folder; `written` counts them by file."""

    def __init__(self, organisation, path, *, with_texts=False, user=None):
        self.organisation, self.with_texts, self.user = organisation, with_texts, user
        self.written: Counter = Counter()
        self.counts: Counter = Counter()
        with new_folder(Path(path)) as self.folder, as_of_one_moment(), scope(organisation=[organisation]):
            for sheet in SHEETS.values():
                self._write(sheet)
            for (model, programme_id), count in self.counts.items():
                trail.record_many(
                    Act.EXPORTED, model, count, page="export_records", programme_id=programme_id, user=user
                )

    def _write(self, sheet):
        columns = [column for column in sheet.columns if self.with_texts or not column.form.sealed]
        file = None
        for record in self._records(sheet):
            if file is None:
                file = self._begun(sheet, columns)
            file.write(line(self._cell(sheet, column, record) for column in columns))
            self.written[sheet.name] += 1
            self.counts[sheet.model, getattr(record, "programme_id", None)] += 1
        if file:
            file.close()

    def _begun(self, sheet, columns):
        file = (self.folder / f"{sheet.name}.csv").open("x", encoding="utf-8", newline="")
        file.write(line(column.name for column in columns))
        return file

    def _records(self, sheet):
        if sheet.name == "organisation":
            return [self.organisation]
        named = [*sheet.related, *PREFETCHED.get(sheet.name, [])]
        records = sheet.model.objects.prefetch_related(*named)  # a few words, programmes and workers named by thousands
        if sheet.has_id:
            first = next((column.path for column in sheet.columns if isinstance(column.form, Day | Moment)), "pk")
            return records.order_by(first, "pk").iterator(CHUNK)
        if sheet.model is Placement:
            records = beds_of_those_who_moved(records)
        return sorted(records, key=lambda record: place_of(sheet, record))

    def _cell(self, sheet, column, record):
        special = CELLS.get((sheet.name, column.name))
        if special:
            text = special(self, record)
        elif column.form.sealed:
            text = text_of(record, column)
        elif isinstance(column.form, Reference) and column.form.vocabulary:
            text = self._word(column, record)
        else:
            text = column.text_of(column.value_in(record))
        return text if isinstance(column.form, Number) else guarded(text)

    def _word(self, column, record):
        """Its key, with its list before it where the key alone would mean another word."""
        word = column.value_in(record)
        if word is None:
            return ""
        programme = self._programmes.get(getattr(record, "programme_id", None), "")
        for place in places_of_a_word(column.form.vocabulary, programme, word.key):
            if place in self._words:
                return (
                    word.key if self._words[place] == word.pk else f"{self._programmes[word.programme_id]}/{word.key}"
                )
        return f"{self._programmes[word.programme_id]}/{word.key}"

    @cached_property
    def receivers(self):
        """Codes by service."""
        codes = defaultdict(list)
        for service, code in Participation.objects.values_list("service", "client__code"):
            codes[service].append(code)
        return codes

    @cached_property
    def _words(self):
        sheet = SHEETS["vocabularies"]
        return {sheet.key_of(word): word.pk for word in sheet.queryset()}

    @cached_property
    def _programmes(self):
        return {None: "", **dict(SHEETS["programmes"].queryset().values_list("pk", "key"))}


def place_of(sheet, record):
    """By key; where rows have a position of their own, that decides among those of one parent."""
    names = list(sheet.key)
    if "position" in sheet.by_name:
        names.insert(-1, "position")
    columns = [sheet.by_name[name] for name in names]
    return [
        (column.value_in(record) or 0)
        if isinstance(column.form, Whole | Place)
        else column.text_of(column.value_in(record))
        for column in columns
    ]


def text_of(record, column):
    if record.vault.is_destroyed:
        return ""
    try:
        record.vault.data_key()
    except Unreadable:
        raise CannotExport(_("A master key of these texts is missing from the settings.")) from None
    return column.value_in(record)


def only_bed(stay, placements):
    """The one bed in which she slept from arrival to departure, if so it was and it is the programme's own."""
    if len(placements) == 1:
        (placement,) = placements
        times = (placement.from_at, placement.to_at) == (stay.arrived_at, stay.left_at)
        if times and placement.bed.room.house.programme_id == stay.programme_id:
            return placement.bed
    return None


def beds_of_those_who_moved(placements):
    of_stay = defaultdict(list)
    for placement in placements:
        of_stay[placement.stay].append(placement)
    return [placement for stay, hers in of_stay.items() if only_bed(stay, hers) is None for placement in hers]


def in_only_bed(name):
    def cell(export, stay):
        bed = only_bed(stay, stay.placements.all())
        return name(bed) if bed else ""

    return cell


CELLS = {
    ("vocabularies", "parent"): lambda export, word: word.parent.key if word.parent else "",
    ("clients", "merged_into"): lambda export, client: client.merged_into.code if client.merged_into else "",
    ("clues", "mark"): lambda export, clue: bytes(clue.mark).hex(),
    ("clues", "marked_with"): lambda export, clue: clue.marked_with,
    ("services", "receivers"): lambda export, service: joined(sorted(export.receivers[service.pk])),
    ("risk_assessments", "level"): lambda export, assessment: assessment.level if assessment.is_raised else "",
    ("stays", "household"): lambda export, stay: str(stay.household_id),
    ("stays", "house"): in_only_bed(lambda bed: bed.room.house.key),
    ("stays", "room"): in_only_bed(lambda bed: bed.room.name),
    ("stays", "bed"): in_only_bed(lambda bed: bed.name),
}


def line(cells):
    return ",".join(map(quoted, cells)) + "\n"


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if re.search(r'[",;\t\r\n]|^\s|\s$', cell) else cell


@contextmanager
def new_folder(path):
    """For the owner's eyes only, and there when it is complete."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise CannotExport(_("The folder must be new or empty."))
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as beside:
        yield Path(beside)
        for file in Path(beside).iterdir():
            file.chmod(0o600)
        if path.exists():
            path.rmdir()
        os.rename(beside, path)
        os.mkdir(beside)  # for TemporaryDirectory to remove


@contextmanager
def as_of_one_moment():
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
