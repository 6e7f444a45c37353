"""A figure set of a scope becomes values and tables, in few passes over the records and as of one moment.

A pass reads many figures at once by conditional aggregation. Figures of people have passes of their own, because
COUNT(DISTINCT) forbids the database to work in parallel. Breakdowns are read as finest groups (one group for every
combination of their dimensions' values) and merged here; several share a pass while its groups stay few.
"""

from collections import defaultdict
from contextlib import contextmanager
from functools import partial, wraps
from math import prod

from django.db import connection, transaction
from django.db.models import F
from django_scopes import scopes_disabled

from programmes.models import Programme
from reporting.figures.dimensions import Axis, Month, Words
from reporting.figures.measures import OfTable, planned
from reporting.figures.results import Cells, Results, Table, Value
from reporting.figures.scope import Scope
from reporting.figures.sets import Breakdown, figure_set_of
from reporting.models import Plan

FEW_GROUPS = 1000


@contextmanager
def one_moment():
    """All reads inside see the records as of one moment.

    Whoever has opened a transaction already answers for its moment: see `reads_one_moment`.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def reads_one_moment(view):
    """For a page that computes: its whole transaction sees one moment, and may write its line of the trail."""

    @wraps(view)
    def of_one_moment(request, *args, **kwargs):
        if connection.in_atomic_block and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return view(request, *args, **kwargs)

    return of_one_moment


def compute(figure_set, scope):
    """All figures and breakdowns of the set, exact. Parts that miss their total stop it (`WrongSum`)."""
    with one_moment(), scopes_disabled():
        return Computation(figure_set, scope).results()


def compute_all(organisation, period, programmes=None):
    """The results of every programme that has figures, then those of the organisation: one report, one moment."""
    with one_moment(), scopes_disabled():
        if programmes is None:
            of_organisation = Programme.objects.filter(organisation=organisation).select_related("organisation")
            programmes = of_organisation.in_period(period)
        return [*compute_programmes(programmes, period), *compute_each([Scope(period, organisation)])]


def compute_programmes(programmes, period):
    """The results of those of the programmes that have figures."""
    return compute_each([Scope.programme_in(programme, period) for programme in programmes])


def compute_each(scopes):
    with one_moment(), scopes_disabled():
        return [compute(figure_set, scope) for scope in scopes if (figure_set := figure_set_of(scope))]


class Computation:
    def __init__(self, figure_set, scope):
        self.figure_set, self.scope = figure_set, scope
        self.words = Words(scope)
        self.axes = {}
        self.counted = {}
        self.cells = {}
        self.values = {}
        self.tables = {}

    def results(self):
        self.count_figures()
        self.count_parts()
        for breakdown in self.figure_set.breakdowns():
            self.table(breakdown)
        figures = self.figure_set.figures() + self.figures_of_families()
        values = [Value(figure, self.value(figure)) for figure in figures]
        return Results(self.figure_set, self.scope, values, list(self.tables.values()))

    def figures_of_families(self):
        return [
            family.of(part)
            for family in self.figure_set.families()
            for part in family.named(self.table(family.breakdown))
        ]

    # Figures

    def count_figures(self):
        measures = {
            id(measure): measure
            for declared in [*self.figure_set.figures(), *self.figure_set.breakdowns()]
            for measure in self.measures_of(declared)
        }
        passes = defaultdict(list)
        for measure in measures.values():
            rows = measure.rows
            passes[(rows.source if rows.plain else id(rows), measure.distinct)].append(measure)
        for together in passes.values():
            self.count_together(together)

    def measures_of(self, declared):
        if isinstance(declared, Breakdown) or declared.counted:
            return declared.counted_measures()
        return [measure for part in declared.made_of for measure in self.measures_of(part)]

    def count_together(self, measures):
        records, aggregates = self.one_pass(measures)
        found = records.aggregate(**aggregates)
        for number, measure in enumerate(measures):
            state = states_of(found, number)
            self.counted[measure] = state[0] if measure.distinct else measure.value([state])

    def one_pass(self, measures):
        """The records that all of them read, and the aggregates that tell them apart."""
        rows = measures[0].rows
        alike = all(measure.rows is rows for measure in measures)
        aggregates = {
            f"m{number}_{place}": aggregate
            for number, measure in enumerate(measures)
            for place, aggregate in enumerate(measure.aggregates(None if alike else measure.rows.condition))
        }
        return (rows.within(self.scope) if alike else rows.all_within(self.scope)), aggregates

    def value(self, figure):
        if figure not in self.values:
            self.values[figure] = self._value(figure)
        return self.values[figure]

    def _value(self, figure):
        measure = figure.measure
        if figure.counted:
            return self.counted[measure]
        if isinstance(measure, planned):
            return self.plans.get(measure.figures[0].key)
        if isinstance(measure, OfTable):
            return measure.read(self.table(measure.breakdown), self.scope)
        return measure.value([self.value(part) for part in measure.figures], self.scope)

    @property
    def plans(self):
        if not hasattr(self, "_plans"):
            self._plans = defaultdict(int)
            found = Plan.objects.filter(year__in=self.scope.years)
            for plan in found.filter(programme=self.scope.programme) if self.scope.programme else []:
                self._plans[plan.figure] += plan.value
        return self._plans

    # Breakdowns

    def axis(self, dimension):
        if dimension not in self.axes:
            self.axes[dimension] = Axis(dimension, self.scope, self.words)
        return self.axes[dimension]

    def count_parts(self):
        wanted = {
            (measure, breakdown.dimensions): None
            for breakdown in self.figure_set.breakdowns()
            for measure in breakdown.counted_measures()
        }
        packs = []
        for cut in wanted:
            if pack := next((pack for pack in packs if self.fits(pack, cut)), None):
                pack.append(cut)
            else:
                packs.append([cut])
        for pack in packs:
            self.count_pack(pack)

    def fits(self, pack, cut):
        (first, _), (measure, _) = pack[0], cut
        if first.distinct or measure.distinct:
            return False
        if measure.rows is not first.rows:
            same = first.rows.plain and measure.rows.plain and first.rows.source == measure.rows.source
            if not same:
                return False
        return prod(dimension.size(self.words) for dimension in dimensions_of([*pack, cut])) <= FEW_GROUPS

    def count_pack(self, pack):
        measures = list(dict.fromkeys(measure for measure, _cut in pack))
        dimensions = dimensions_of(pack)
        found = self.groups_of(measures, dimensions)
        for measure, cut in pack:
            names = [f"d{dimensions.index(dimension)}" for dimension in cut]
            number = measures.index(measure)
            groups = [([group[name] for name in names], states_of(group, number)) for group in found]
            self.cells[measure, cut] = Cells(measure, [self.axis(dimension) for dimension in cut], groups)

    def groups_of(self, measures, dimensions):
        """The finest groups; of people every person of a group, so that nobody counts twice in a sum of groups."""
        records, aggregates = self.one_pass(measures)
        groups = {f"d{number}": self.axis(dimension).expression for number, dimension in enumerate(dimensions)}
        found = records.order_by().annotate(**groups).values(*groups)
        if who := measures[0].distinct:
            return list(found.annotate(m0_0=F(who)).distinct())
        return list(found.annotate(**aggregates))

    def table(self, breakdown):
        if breakdown not in self.tables:
            axes = [self.axis(dimension) for dimension in breakdown.dimensions]
            cells = [self.cells[measure, breakdown.dimensions] for measure in breakdown.counted_measures()]
            found = [set().union(*(cell.found[place] for cell in cells)) for place in range(len(axes))]
            months = self.scope.months_begun if isinstance(breakdown.rows, Month) else 0
            self.tables[breakdown] = Table.made(
                breakdown, axes, partial(self.parts_of, breakdown.dimensions), self.value, found, months
            )
        return self.tables[breakdown]

    def parts_of(self, dimensions, figure, place):
        """The value of a figure in one place of a breakdown: (row,), (row, column), (None, column) or ()."""
        if figure.counted:
            return self.cells[figure.measure, dimensions].value(place)
        parts = [self.parts_of(dimensions, part, place) for part in figure.measure.figures]
        return figure.measure.value(parts, self.scope)


def dimensions_of(pack):
    return list(dict.fromkeys(dimension for _, cut in pack for dimension in cut))


def states_of(found, number):
    return tuple(found[name] for name in sorted(found) if name.startswith(f"m{number}_"))
