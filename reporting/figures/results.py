"""What a computation gives: exact values, with their printed forms beside them in whatever language is active."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from programmes.writing import exact
from reporting import printing
from reporting.figures.dimensions import Part
from reporting.figures.measures import Exact
from reporting.figures.sets import Breakdown, Each, Figure


class WrongSum(Exception):
    """Parts that must add up miss their total: such a report is not made."""


class Cells:
    """The groups of one measure, merged into rows, columns and cells on demand."""

    def __init__(self, measure, axes, groups):
        self.measure = measure
        self.states = defaultdict(list)
        self.found = [set() for _axis in axes]
        for values, state in groups:
            if not measure.is_nothing(state):
                self._add([axis.keys(value) for axis, value in zip(axes, values, strict=True)], state)

    def _add(self, keys, state):
        for found, names in zip(self.found, keys, strict=True):
            found.update(names)
        rows, columns = keys[0], keys[1] if len(keys) > 1 else ()
        for place in [(), *((row,) for row in rows), *((None, column) for column in columns)]:
            self.states[place].append(state)
        for row in rows:
            for column in columns:
                self.states[row, column].append(state)

    def value(self, place):
        return self.measure.value(self.states.get(place, ()))


@dataclass(frozen=True)
class Value:
    """A figure and what it came to. None: it can't be said (nothing to divide by, nothing planned)."""

    figure: Figure
    exact: Exact

    @property
    def key(self) -> str:
        return self.figure.key

    @property
    def label(self) -> str:
        return str(self.figure.label)

    @property
    def definition(self) -> str:
        return str(self.figure.definition)

    @property
    def unit(self) -> str:
        return self.figure.unit.key

    @property
    def printed(self) -> str:
        """2.256, 58,8 %"""
        return self.figure.unit.written(self.exact, self.figure.decimals)

    @property
    def counted(self) -> str:
        """2.256 klicev, 58,8 %"""
        return self.figure.unit.counted(self.exact, self.figure.decimals)

    def as_data(self) -> dict:
        return {
            "key": self.key,
            "label": self.label,
            "value": plain(self.exact),
            "printed": self.printed,
            "unit": self.unit,
            "definition": self.definition,
        }


@dataclass(frozen=True)
class Column(Part):
    """A column of a table and how its numbers are written."""

    figure: Any = None


@dataclass(frozen=True)
class Table:
    """A breakdown and what it came to: `cells[row][column]`, with the sums of rows and columns where there are any.

    A breakdown without columns has one column for each of its figures. `row_totals` is by key of the row: of the
    first figure. `column_totals` and `total` are the figures themselves, which parts need not add up to
    (`breakdown.why_not`).
    """

    breakdown: Breakdown
    rows: list[Part]
    columns: list[Column]
    cells: list[list[Exact]]
    row_totals: dict[str, Exact]
    column_totals: list[Exact]
    total: Exact
    months: int = field(default=0, repr=False)

    @classmethod
    def made(cls, breakdown, axes, parts_of, value, found, months):
        """`parts_of(figure, place)` reads a part, `found` the keys with anything in them, along each dimension."""
        rows = axes[0].shown(found[0])
        if breakdown.rows.largest_first:
            rows.sort(key=lambda part: -(parts_of(breakdown.figure, (part.key,)) or 0))
        if breakdown.columns:
            parts = axes[1].shown(found[1])
            columns = [Column(part.key, part.label, part.parent, figure=breakdown.figure) for part in parts]
            cells = [[parts_of(breakdown.figure, (row.key, column.key)) for column in columns] for row in rows]
            column_totals = [parts_of(breakdown.figure, (None, column.key)) for column in columns]
        else:
            columns = [Column(figure.key, figure.label, figure=figure) for figure in breakdown.figures]
            cells = [[parts_of(column.figure, (row.key,)) for column in columns] for row in rows]
            column_totals = [value(figure) for figure in breakdown.figures]
        row_totals = {row.key: parts_of(breakdown.figure, (row.key,)) for row in rows}
        table = cls(breakdown, rows, columns, cells, row_totals, column_totals, value(breakdown.figure), months)
        for figure in breakdown.figures:
            table._must_equal(value(figure), parts_of(figure, ()), figure)
        table._check_sums()
        return table

    def _check_sums(self):
        tops = [not part.parent for part in self.rows]
        for place, column in enumerate(self.columns):
            if column.figure.adds_up_along(self.breakdown.rows):
                parts = [line[place] for line, top in zip(self.cells, tops, strict=True) if top]
                self._must_equal(self.column_totals[place], added(parts), column)
        if not self.breakdown.columns:
            return
        if self.breakdown.rows_add_up:
            tops = [self.row_totals[part.key] for part in self.rows if not part.parent]
            self._must_equal(self.total, added(tops), self.breakdown.figure)
        if self.breakdown.columns_add_up:
            for row, line in zip(self.rows, self.cells, strict=True):
                parts = [cell for cell, column in zip(line, self.columns, strict=True) if not column.parent]
                self._must_equal(self.row_totals[row.key], added(parts), row)

    def _must_equal(self, whole, parts, where):
        if whole != parts:
            raise WrongSum(
                _("%(table)s, %(where)s: the parts give %(parts)s, the total is %(whole)s.")
                % {
                    "table": self.breakdown.label,
                    "where": where.label,
                    "parts": self.figure.unit.written(parts, self.figure.decimals),
                    "whole": self.figure.unit.written(whole, self.figure.decimals),
                }
            )

    @property
    def key(self) -> str:
        return self.breakdown.key

    @property
    def label(self) -> str:
        return str(self.breakdown.label)

    @property
    def definition(self) -> str:
        return str(self.breakdown.definition)

    @property
    def why_not(self) -> str:
        return str(self.breakdown.why_not or "")

    @property
    def figure(self) -> Figure:
        return self.breakdown.figure

    @property
    def has_row_totals(self) -> bool:
        """Whether a column of totals says something that the cells do not."""
        return self.breakdown.columns is not None

    @property
    def total_label(self) -> str:
        """How the last row is called: a sum only where the rows are summed."""
        return _("Total") if self.breakdown.rows_add_up else _("All together, each counted once")

    @property
    def mean(self) -> Exact:
        """The mean of the months begun, for a table by month of one figure."""
        if not self.months or self.breakdown.columns or len(self.columns) > 1:
            return None
        return Fraction(added(self.row_totals.values())) / self.months

    def printed(self, value: Exact, column: Column | None = None) -> str:
        figure = column.figure if column else self.figure
        return printing.cell(value, figure.unit, figure.decimals)

    def as_data(self) -> dict:
        return {
            "key": self.key,
            "label": self.label,
            "rows": [part_as_data(part) for part in self.rows],
            "columns": [part_as_data(part) for part in self.columns],
            "cells": [[plain(cell) for cell in line] for line in self.cells],
            "printed": [
                [self.printed(cell, column) for cell, column in zip(line, self.columns, strict=True)]
                for line in self.cells
            ],
            "totals": {
                "rows": [plain(self.row_totals[part.key]) for part in self.rows],
                "columns": [plain(total) for total in self.column_totals],
                "total": plain(self.total),
            },
            "adds_up": self.breakdown.adds_up,
            "why_not": self.why_not,
            "unit": self.figure.unit.key,
            "definition": self.definition,
        }


@dataclass(frozen=True)
class Results(Mapping):
    """The values and tables of one set in one scope, found by key, figure or breakdown."""

    figure_set: Any
    scope: Any
    values_in_order: list[Value]
    tables: list[Table]

    def __post_init__(self):
        by_key = {}
        for found in [*self.values_in_order, *self.tables]:
            by_key.setdefault(found.key, found)
        object.__setattr__(self, "_by_key", by_key)

    def __getitem__(self, wanted):
        """A Value, a Table, or for an `Each` the list of its Values."""
        if isinstance(wanted, Each):
            return [self[wanted.of(part).key] for part in wanted.named(self[wanted.breakdown])]
        return self._by_key[wanted if isinstance(wanted, str) else wanted.key]

    def __iter__(self):
        return iter(self._by_key)

    def __len__(self):
        return len(self._by_key)

    def as_data(self) -> dict:
        programme = self.scope.programme.key if self.scope.programme else "organisation"
        return {
            "figures": [{"programme": programme, **value.as_data()} for value in self.values_in_order],
            "breakdowns": [{"programme": programme, **table.as_data()} for table in self.tables],
        }


def added(values):
    return sum((value for value in values if value is not None), start=0)


def part_as_data(part):
    return {"key": part.key, "label": str(part.label), "parent": part.parent or None}


def plain(value):
    """As a number of JSON; a fraction that no decimal ends becomes the nearest one."""
    if value is None or isinstance(value, int):
        return value
    whole = exact(value)
    return int(whole) if whole == whole.to_integral_value() else float(whole)
