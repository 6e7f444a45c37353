"""The report as a spreadsheet: a sheet for every chapter, real numbers, totals as formulas, nothing that runs."""

import io
import re
from decimal import Decimal

from django.utils import translation
from django.utils.timezone import localtime
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
TITLE, HEAD, BOLD, SOFT = Font(size=16), Font(bold=True, size=12), Font(bold=True), Font(color="575F59")
RULE = Border(top=Side(style="thin"))


def write_spreadsheet(document):
    with translation.override(document.language):
        book = Workbook()
        book.remove(book.active)
        title = f"{document.title} {document.year}"
        made = localtime(document.counted_at).replace(tzinfo=None, microsecond=0)
        book.properties.creator, book.properties.title = document.organisation, title
        book.properties.created = book.properties.modified = made
        for chapter in document.chapters:
            ChapterSheet(book.create_sheet(sheet_name(chapter.title, book.sheetnames)), document).write(chapter)
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()


def sheet_name(title, taken):
    name = FORBIDDEN.sub(" ", title).strip()[:LONGEST_NAME] or "1"
    for number in range(2, 100):
        if name.lower() not in {other.lower() for other in taken}:
            return name
        name = f"{name[: LONGEST_NAME - 4].rstrip()} {number}"
    return name


class ChapterSheet:
    def __init__(self, sheet, document):
        self.sheet, self.document, self.line = sheet, document, 1

    def write(self, chapter):
        self.words(1, chapter.title, TITLE)
        self.next(2)
        for number in chapter.opening:
            self.words(1, number.label)
            self.number(2, number)
            self.next()
        for section in chapter.sections:
            self.next()
            self.words(1, section.title, HEAD)
            self.next()
            for table in section.tables:
                self.table(table)
            for warning in section.disagreements:
                self.words(1, f"≠ {warning.title}. {warning.text} {warning.explanation}".strip(), BOLD)
                self.next()
        self.sheet.column_dimensions["A"].width = 48
        for column in range(2, 16):
            self.sheet.column_dimensions[get_column_letter(column)].width = 14
        self.sheet.freeze_panes = "B2"

    def next(self, lines=1):
        self.line += lines

    def words(self, column, words, font=None):
        """Always text, also where it begins with a sign that a spreadsheet would run."""
        cell = self.sheet.cell(self.line, column)
        cell.value = str(words)
        cell.data_type = "s"
        cell.quotePrefix = str(words).startswith(("=", "+", "-", "@"))
        if font:
            cell.font = font
        return cell

    def number(self, column, number):
        if not isinstance(number.value, int | float | Decimal):
            return self.words(column, number.text)
        value = float(number.value) if isinstance(number.value, Decimal) else number.value
        cell = self.sheet.cell(self.line, column, value)
        cell.number_format = "#,##0" + ("." + "0" * number.decimals if number.decimals else "")
        return cell

    def table(self, table):
        self.words(1, table.caption, BOLD)
        self.next()
        for column, head in enumerate((table.stub, *table.columns), 1):
            cell = self.words(column, head, SOFT)
            cell.alignment = Alignment(horizontal="left" if column == 1 else "right", wrap_text=True)
        self.next()
        parts = []
        for row in table.rows:
            self.row(row, parts)
            if row.kind == "group":
                parts = []
            elif row.kind in ("", "missed"):
                parts.append(self.line)
            self.next()
        for note in [*table.notes, table.source]:
            if note:
                self.words(1, note, SOFT)
                self.next()
        self.next()

    def row(self, row, parts):
        self.words(1, row.label, BOLD if row.kind in ("total", "strong", "group") else None)
        for column, number in enumerate(row.numbers, 2):
            cell = self.number(column, number)
            if row.kind == "total":
                cell.font, cell.border = BOLD, RULE
                if number.total and parts:
                    cell.value = sum_of(get_column_letter(column), parts)
            elif number.total and column > 2:
                cell.value = f"=SUM(B{self.line}:{get_column_letter(column - 1)}{self.line})"


def sum_of(letter, lines):
    """A formula that adds the parts: a range where they follow each other."""
    if lines == list(range(lines[0], lines[-1] + 1)):
        return f"=SUM({letter}{lines[0]}:{letter}{lines[-1]})"
    return "=" + "+".join(f"{letter}{line}" for line in lines)
