"""A folder of spreadsheets as tables of text. Nothing in a cell is run."""

import csv
import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reporting.exchange.sheets import SHEETS, Sheet

LARGEST = 200 * 1024 * 1024  # bytes of one file, an XLSX unpacked
LONGEST = 1_000_000  # characters of one cell
GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


@dataclass(frozen=True)
class Mistake:
    """Something that keeps a folder out: where it stands, and what should stand there."""

    file: str
    row: int | None
    column: str
    value: str
    expected: str

    def __str__(self):
        row = gettext("row %(number)s") % {"number": self.row} if self.row else ""
        place = ", ".join(part for part in (self.file, row, self.column) if part)
        value = f"“{self.value}”, " if self.value else ""
        return f"{place}: {value}" + gettext("expected: %(what)s") % {"what": self.expected}


@dataclass
class Row:
    number: int
    cells: dict[str, str]


@dataclass
class Table:
    """The rows of one file, with text in every cell. Not whole: references to its rows can't be judged."""

    file: str
    sheet: Sheet
    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    is_whole: bool = True


class Folder:
    """The CSV and XLSX files of a folder as tables; what is wrong with them as files is in `mistakes`."""

    def __init__(self, path):
        self.tables: dict[str, Table] = {}
        self.mistakes: list[Mistake] = []
        for file in sorted(Path(path).iterdir()):
            if file.is_file() and not file.name.startswith((".", "~$")):
                self._read(file)
        if "organisation" not in self.tables:
            self._mistake("organisation.csv", expected=_("this file: it says whose records these are"))

    def _read(self, file):
        reader = {".csv": self._read_csv, ".xlsx": self._read_workbook}.get(file.suffix.lower())
        if reader and file.stat().st_size > LARGEST:
            self._mistake(file.name, expected=_("a file of at most 200 MB"))
        elif reader:
            reader(file)

    def _read_csv(self, file):
        if file.stem not in SHEETS:
            return self._unknown(file.name)
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            row = file.read_bytes()[: error.start].count(b"\n") + 1
            expected = _("UTF-8; this looks like Windows-1250 or another encoding: save it as “CSV UTF-8”")
            return self._unread(file, row, expected)
        header = text.partition("\n")[0]
        separator = max(";\t,", key=lambda sign: (header.count(sign), text.count(sign)))
        csv.field_size_limit(LONGEST)
        rows = []
        try:
            rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        except csv.Error:
            expected = _("a CSV row: quotation marks in pairs, at most 1,000,000 characters in a cell")
            return self._unread(file, len(rows) + 1, expected)
        self._add(file.name, file.stem, [[unguarded(cell) for cell in row] for row in rows])

    def _read_workbook(self, file):
        from openpyxl import load_workbook  # takes half a second to load

        try:
            with zipfile.ZipFile(file) as archive:
                if sum(member.file_size for member in archive.infolist()) > LARGEST:
                    return self._mistake(file.name, expected=_("a file of at most 200 MB"))
            workbook = load_workbook(file, read_only=True, keep_links=False)
            for number, page in enumerate(workbook.worksheets):
                if file.stem in SHEETS and number > 0:
                    break
                name = file.stem if file.stem in SHEETS else page.title
                if name not in SHEETS:
                    self._unknown(f"{file.name}/{page.title}")
                    continue
                title = file.name if file.stem in SHEETS else f"{file.name}/{page.title}"
                self._add(title, name, [self._cells(title, row) for row in page.iter_rows()])
        except Exception:  # noqa: BLE001 openpyxl fails on a broken file in whatever way its broken part gives
            self._unread(file, None, _("an XLSX workbook that a spreadsheet can open"))

    def _cells(self, file, row):
        for cell in row:
            if cell.data_type in ("f", "e"):
                self._mistake(
                    file,
                    cell.row,
                    cell.column_letter,
                    str(cell.value),
                    _("a value: formulas are not run") if cell.data_type == "f" else _("a value, no error"),
                )
        return ["" if cell.data_type in ("f", "e") else as_text(cell) for cell in row]

    def _unread(self, file, row, expected):
        self._mistake(file.name, row, expected=expected)
        if file.stem in SHEETS:
            self.tables[file.stem] = Table(file.name, SHEETS[file.stem], is_whole=False)

    def _unknown(self, file):
        known = ", ".join(SHEETS)
        self._mistake(file, expected=format_lazy(_("one of the files {known}"), known=known))

    def _add(self, file, name, rows):
        if name in self.tables:
            return self._mistake(file, expected=format_lazy(_("one file for {name} only"), name=name))
        self.tables[name] = table = Table(file, SHEETS[name])
        rows = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, 1)]
        rows = [(number, cells) for number, cells in rows if any(cells)]
        if not rows:
            table.is_whole = False
            return self._mistake(file, 1, expected=_("the names of the columns"))
        header = [name.lower() for name in rows[0][1]]
        self._check_header(table, header)
        table.columns = [name for name in dict.fromkeys(header) if name in table.sheet.by_name]
        for number, cells in rows[1:]:
            if any(cells[len(header) :]) or any(cell for name, cell in zip(header, cells, strict=False) if not name):
                self._mistake(file, number, expected=_("no cell beside the named columns"))
            named = dict(zip_longest(header, cells[: len(header)], fillvalue=""))
            table.rows.append(Row(number, {name: named[name] for name in table.columns}))

    def _check_header(self, table, header):
        for name, times in Counter(filter(None, header)).items():
            if name not in table.sheet.by_name:
                known = ", ".join(table.sheet.by_name)
                self._mistake(table.file, 1, name, name, format_lazy(_("one of the columns {known}"), known=known))
            elif times > 1:
                self._mistake(table.file, 1, name, name, _("each column once"))
        for column in table.sheet.columns:
            if column.required and column.name not in header:
                table.is_whole = False
                self._mistake(table.file, 1, column.name, expected=_("this column: it is required"))

    def _mistake(self, file, row=None, column="", value="", expected=""):
        self.mistakes.append(Mistake(file, row, column, shortened(value), str(expected)))


def as_text(cell):
    """What a typed cell of a workbook says, written as in a CSV."""
    from openpyxl.styles.numbers import is_datetime

    value = cell.value
    if isinstance(value, datetime) and is_datetime(cell.number_format) == "date":
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat(" ")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else str(value)


def unguarded(cell):
    return cell[1:] if GUARDED.match(cell) else cell


def guarded(text):
    """So that no spreadsheet takes it for a formula."""
    return f"'{text}" if re.match(r"'*[=+\-@\t\r\n]", text) else text


def shortened(value):
    return value if len(value) <= 60 else f"{value[:59]}…"
