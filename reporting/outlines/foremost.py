"""A long breakdown of which a report prints the rows that count most; the spreadsheet has them all."""

from dataclasses import replace

from django.utils.translation import gettext as _

from programmes.writing import number
from reporting.document import Number, Row
from reporting.outlines.tables import breakdown


class Foremost:
    """The first rows of a breakdown that is ordered by its numbers, the others added up in one."""

    def __init__(self, declared, rows=10):
        self.declared, self.rows = declared, rows

    def blocks(self, page):
        if not page.has(self.declared):
            return
        table = breakdown(page, self.declared)
        *parts, whole = table.rows
        first, others = parts[: self.rows], parts[self.rows :]
        yield replace(table, rows=[*first, *([added(others)] if others else []), whole])


def added(rows):
    sums = [sum(numbers) for numbers in zip(*([cell.value or 0 for cell in row.numbers] for row in rows), strict=True)]
    like = rows[0].numbers
    cells = (
        Number(value, number(value, cell.decimals), decimals=cell.decimals)
        for value, cell in zip(sums, like, strict=True)
    )
    return Row(_("all others"), tuple(cells), key="others")
