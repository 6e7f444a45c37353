"""How a figure gets its value: counted from records, or calculated from other figures.

A counted value grows from states that can be merged: parts of a breakdown are read once, as the finest groups, and
every cell, every sum and the total are merged from them. Values are exact: int, Decimal or Fraction.
"""

from decimal import Decimal
from fractions import Fraction

from django.db import models

from reporting.figures.rows import rows


class Measure:
    """`adds_up`: the values of parts that share no record add up to the value of the whole."""

    adds_up = False


class Counted(Measure):
    distinct: str | None = None

    def __init__(self, records, field=None):
        self.rows = rows(records)
        self.field = field

    def aggregates(self, condition=None):
        """The database's part of the work; each measure has its own."""
        raise NotImplementedError

    def is_nothing(self, state):
        """A group in which this measure found no records, though another one did."""
        return all(found is None or found == 0 for found in state)

    def value(self, states):
        """Of all the groups merged; each measure has its own way."""
        raise NotImplementedError


def _sum(states):
    return sum((state for state in states if state is not None), start=0)


class count(Counted):
    """How many records."""

    adds_up = True

    def aggregates(self, condition=None):
        return [models.Count(models.Value(1), filter=condition)]

    def value(self, states):
        return _sum(found for (found,) in states)


class total(Counted):
    """The sum of a field; `per` turns its unit into another one (60 minutes into one hour)."""

    adds_up = True

    def __init__(self, records, field, per=1):
        super().__init__(records, field)
        self.per = per

    def aggregates(self, condition=None):
        return [models.Sum(self.field, filter=condition)]

    def value(self, states):
        whole = _sum(found for (found,) in states)
        return whole if self.per == 1 else Fraction(whole) / self.per


class mean(Counted):
    """The mean of a field over the records that have it; None where there are none."""

    def aggregates(self, condition=None):
        return [models.Sum(self.field, filter=condition), models.Count(self.field, filter=condition)]

    def value(self, states):
        states = list(states)
        number = _sum(found for _, found in states)
        return Fraction(_sum(found for found, _ in states)) / number if number else None


class highest(Counted):
    """The greatest value of a field; None where there is none."""

    def aggregates(self, condition=None):
        return [models.Max(self.field, filter=condition)]

    def is_nothing(self, state):
        return state == (None,)

    def value(self, states):
        return max((found for (found,) in states if found is not None), default=None)


class people(Counted):
    """How many different people (or whatever `who` leads to) stand behind the records."""

    def __init__(self, records, who):
        super().__init__(records, who)
        self.distinct = who

    def aggregates(self, condition=None):
        return [models.Count(self.distinct, distinct=True, filter=condition)]

    def is_nothing(self, state):
        return state == (None,)

    def value(self, states):
        """A state is one person of a group here, so nobody counts twice."""
        return len({found for (found,) in states})


class Calculated(Measure):
    """Made of figures.

    `linear`: it adds up wherever all its figures do. `in_parts`: it makes sense in the parts of a breakdown too.
    """

    linear = False
    in_parts = True

    def __init__(self, *figures):
        self.figures = figures

    @property
    def made_of(self):
        return self.figures

    def value(self, values, scope):
        """From the values of `figures`, in their order; each calculation has its own."""
        raise NotImplementedError


class sum_of(Calculated):
    linear = True

    def value(self, values, scope):
        return None if None in values else sum(values)


class difference(Calculated):
    linear = True

    def value(self, values, scope):
        return None if None in values else values[0] - values[1]


class ratio(Calculated):
    """The first divided by the second; None where there is nothing to divide by."""

    times = 1

    def value(self, values, scope):
        part, whole = values
        return None if part is None or not whole else Fraction(part) * self.times / Fraction(whole)


class share(ratio):
    """A part of a whole, in per cent."""

    times = 100


class per_day(Calculated):
    in_parts = False

    def value(self, values, scope):
        return None if values[0] is None or not scope.days else Fraction(values[0]) / scope.days


class per_month(Calculated):
    in_parts = False

    def value(self, values, scope):
        months = scope.months_passed
        return None if values[0] is None or not months else Fraction(values[0]) / months


class planned(Calculated):
    """What the plans of the period's years promise for a figure; None where nothing was planned."""

    @property
    def made_of(self):
        return ()


class OfTable(Calculated):
    """Made of the rows of a breakdown."""

    def __init__(self, breakdown):
        super().__init__()
        self.breakdown = breakdown

    @property
    def made_of(self):
        return (self.breakdown,)

    def read(self, table, scope):
        """The figure, out of the computed table; each kind reads another part of it."""
        raise NotImplementedError

    def records(self, scope):
        return self.breakdown.records(scope)


class sum_of_parts(OfTable):
    """All rows of a breakdown together, also where they do not add up to its figure: person-months, participations."""

    def read(self, table, scope):
        return sum(table.row_totals[part.key] or 0 for part in table.rows if not part.parent)


class mean_of(sum_of_parts):
    """The mean of the months of a breakdown by month."""

    def read(self, table, scope):
        months = scope.months_begun
        return Fraction(super().read(table, scope)) / months if months else None


class row(OfTable):
    """One part of a breakdown as a figure of its own; nothing found is zero."""

    def __init__(self, breakdown, key):
        super().__init__(breakdown)
        self.key = key

    def read(self, table, scope):
        return table.row_totals.get(self.key, 0)

    def records(self, scope):
        return self.breakdown.records(scope, self.key)


class row_share(row):
    """One part of a breakdown in per cent of its figure."""

    def read(self, table, scope):
        part = super().read(table, scope)
        return Fraction(part) * 100 / Fraction(table.total) if table.total else None


Exact = int | Decimal | Fraction | None
