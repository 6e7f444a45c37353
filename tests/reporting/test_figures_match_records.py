"""Every declared figure and every cell of every breakdown against a plain count of the records that it opens."""

import pytest
from django.db.models import F

from programmes.records import Period
from reporting.figures import FigureSet, Scope, compute, figure_set_of
from reporting.figures.measures import count, highest, mean, people, total
from tests.reporting.years import year_of

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)


def by_hand(figure, records):
    """The value of a counted figure without any aggregation by the database."""
    measure = figure.measure
    if isinstance(measure, count):
        return len(set(records.values_list("pk", flat=True)))
    field = F(measure.field) if isinstance(measure.field, str) else measure.field
    found = [value for value in records.annotate(found=field).values_list("found", flat=True) if value is not None]
    if isinstance(measure, people):
        return len(set(found))
    if isinstance(measure, total):
        return sum(found) / measure.per if found else 0
    if isinstance(measure, mean):
        return sum(found) / len(found) if found else None
    assert isinstance(measure, highest)
    return max(found, default=None)


def agree(value, hand):
    return value == hand or (value is not None and hand is not None and float(value) == pytest.approx(float(hand)))


@pytest.mark.parametrize("kind", FigureSet.by_kind)
def test_every_figure_and_every_cell_is_a_plain_count_of_its_records(kind):
    year = year_of(kind)
    scopes = [Scope.programme_in(year.programme, YEAR), Scope(YEAR, year.organisation)]
    for scope in scopes:
        figure_set = figure_set_of(scope)
        results = compute(figure_set, scope)
        counted = [figure for figure in figure_set.figures() if figure.counted]
        assert counted
        for figure in counted:
            assert agree(results[figure].exact, by_hand(figure, figure.records(scope))), figure
        empty = [value.key for value in results.values_in_order if not value.exact]
        assert len(empty) <= len(results.values_in_order) / 4, f"more than zeros must be compared: {empty}"
        for breakdown in figure_set.breakdowns():
            check_cells(results[breakdown], scope)


def check_cells(table, scope):
    breakdown = table.breakdown
    for row, cells in zip(table.rows, table.cells, strict=True):
        for column, cell in zip(table.columns, cells, strict=True):
            parts = (row.key, column.key) if breakdown.columns else (row.key,)
            if column.figure.counted:
                records = breakdown.records(scope, *parts, figure=column.figure)
                assert agree(cell, by_hand(column.figure, records)), (breakdown, parts)
