"""A document as a file: PDF, XLSX or CSV. Each writer gives the bytes and, where it has pages, their number."""

import csv
import io

from django.utils import translation

from reporting.figures import Table, Value
from reporting.figures.results import plain
from reporting.models.jobs import Format
from reporting.pdf import render_pdf
from reporting.spreadsheet import write_spreadsheet

RUNNABLE = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = ["programme", "key", "row", "column", "label", "value", "printed", "unit", "definition"]


def write_pdf(document, on_breath):
    return render_pdf(document, on_breath)


def write_xlsx(document, on_breath):
    return write_spreadsheet(document), None


def write_csv(document, on_breath):
    """One line for every figure and every cell of a breakdown, exact and as printed."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    with translation.override(document.language):
        for programme, results in document.book.results.items():
            for found in [*results.values_in_order, *results.tables]:
                for line in lines(found):
                    writer.writerow([harmless(entry) for entry in (programme, *line)])
    return target.getvalue().encode("utf-8-sig"), None


def lines(found):
    if isinstance(found, Value):
        unit = found.figure.unit.key
        yield found.key, "", "", found.label, plain(found.exact), found.printed, unit, found.definition
    elif isinstance(found, Table):
        for row, cells in zip(found.rows, found.cells, strict=True):
            for column, cell in zip(found.columns, cells, strict=True):
                of = column.key if found.breakdown.columns or len(found.columns) > 1 else ""
                label = f"{row.label}, {column.label}" if of else str(row.label)
                unit = column.figure.unit.key
                printed = found.printed(cell, column)
                yield found.key, row.key, of, label, plain(cell), printed, unit, found.definition


def harmless(entry):
    """No word that a spreadsheet would take for a formula; numbers stay numbers."""
    if isinstance(entry, str) and entry.startswith(RUNNABLE):
        return f"'{entry}"
    return "" if entry is None else entry


WRITERS = {Format.PDF: write_pdf, Format.XLSX: write_xlsx, Format.CSV: write_csv}
