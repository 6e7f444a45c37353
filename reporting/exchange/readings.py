"""One row of a file, read cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from programmes.models import Vocabulary
from reporting.exchange.sheets import SHEETS, Column
from reporting.exchange.tables import Row, Table
from reporting.exchange.values import Id, Reference, Refused, Several, joined

if TYPE_CHECKING:
    from reporting.exchange.importing import Import


class NotJudged(Exception):
    """The row that a cell names cannot be known, because of a mistake that is reported elsewhere."""


@dataclass
class Reading:
    """`values` are what the cells say, with records for what they name; `texts` what other rows may ask for by key."""

    importing: "Import"
    table: Table
    row: Row
    place: int
    values: dict[str, object] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    is_sound: bool = True

    def __post_init__(self):
        for column in self.table.sheet.columns:
            if column.name in self.row.cells:
                self._read(column, self.row.cells[column.name])
            elif column.required:
                self.is_sound = False  # told once, at the head of the table

    @property
    def key(self):
        """None where the cells that make it up cannot be read."""
        sheet = self.table.sheet
        for name in sheet.key:
            if name not in self.texts and (sheet.by_name[name].required or self.row.cells.get(name)):
                return None
        return tuple(self.texts.get(name, "") for name in sheet.key)

    @property
    def content(self):
        """All that its cells say, however they spell it; but for sealed text: an id must give nothing away."""
        said = []
        for column in self.table.sheet.columns:
            if self.row.cells.get(column.name) and column.name in self.values and not column.form.sealed:
                said.append(
                    f"{column.name}={self.texts.get(column.name) or column.form.write(self.values[column.name])}"
                )
        return "\n".join(said)

    def refuse(self, column, expected):
        self.is_sound = False
        self.importing.mistake(self.table, self.row, column, expected)

    def _read(self, column: Column, text: str):
        if not text:
            if column.required:
                self.refuse(column.name, column.form.expected)
            elif column.is_own:
                self.values[column.name] = column.empty_in(self.table.sheet.model)
            return
        try:
            self.values[column.name], written = self._meant(column.form, text)
            if written is not None:
                self.texts[column.name] = written
            elif column.name in self.table.sheet.key:
                self.texts[column.name] = column.form.write(self.values[column.name])
        except Refused as refused:
            self.refuse(column.name, refused.expected or column.form.expected)
        except NotJudged:
            self.is_sound = False

    def _meant(self, form, text):
        if isinstance(form, Id):
            return text, str(self.importing.named(self.table.sheet.name, form.read(text)))
        if isinstance(form, Reference):
            return self._word(form, text) if form.vocabulary else self._row(form, text)
        if isinstance(form, Several) and isinstance(form.form, Reference):
            found = [self._meant(form.form, part) for part in form.read(text)]
            values = [value.key if form.form.vocabulary else value for value, _text in found]
            return values, joined(text for _value, text in found)
        return form.read(text), None

    def _row(self, form, text):
        """A record of another file, by the last part of its key here and the rest in the columns beside it."""
        target = SHEETS[form.sheet]
        beside = []
        for name in target.key[:-1]:
            if self.row.cells.get(name) and name not in self.texts:
                raise NotJudged
            if name not in self.texts:
                raise Refused(format_lazy(_("a value in the column {name} too"), name=name))
            beside.append(self.texts[name])
        last = target.by_name[target.key[-1]].form
        if isinstance(last, Id):
            written = str(self.importing.named(target.name, last.read(text)))
        else:
            try:
                written = last.write(last.read(text))
            except Refused:
                raise Refused from None
        found = self.importing.of(target.name).get((*beside, written))
        if found is None and self.importing.is_whole(target.name):
            raise Refused
        if found is None:
            raise NotJudged
        return found, written

    def _word(self, form: Reference, text: str):
        if self.row.cells.get("programme") and "programme" not in self.texts:
            raise NotJudged
        words = self.importing.of("vocabularies")
        for key in places_of_a_word(form.vocabulary, self.texts.get("programme", ""), text):
            if key in words:
                return words[key], text
        if not self.importing.is_whole("vocabularies"):
            raise NotJudged
        known = ", ".join(sorted({key for vocabulary, _programme, key in words if vocabulary == form.vocabulary})[:20])
        raise Refused(format_lazy("{expected}: {known}", expected=form.expected, known=known) if known else None)


def places_of_a_word(vocabulary: Vocabulary | str, programme: str, text: str) -> Iterator[tuple[str, str, str]]:
    """The keys in vocabularies.csv that a word may mean: of its programme's own list, else of the organisation's.

    A / names the list: `/police` is the organisation's, `hisa/police` that of the programme hisa.
    """
    said, slash, key = text.rpartition("/")
    if slash:
        yield str(vocabulary), said, key
    else:
        yield from dict.fromkeys([(str(vocabulary), programme, text), (str(vocabulary), "", text)])
