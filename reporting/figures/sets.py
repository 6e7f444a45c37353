"""Figures and breakdowns as they are declared, and the sets that hold those of a kind of programme."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from reporting.figures.dimensions import NOT_RECORDED, OUTSIDE, Words
from reporting.figures.measures import Calculated, Counted, OfTable, planned
from reporting.printing import NUMBER


class BadDeclaration(TypeError):
    """A figure or breakdown that could mislead its readers is refused when its module is imported."""


class Declared:
    key = ""

    def __set_name__(self, owner, name):
        self.key = self.key or name

    def __repr__(self):
        return f"<{type(self).__name__} {self.key}>"


class Figure(Declared):
    """One number of a report. Its key is the name that it is declared under.

    `definition` says in plain words what is counted; `decimals` rounds in print alone.
    """

    def __init__(self, label, measure, *, definition, unit=NUMBER, decimals=0):
        self.label, self.measure, self.definition = label, measure, definition
        self.unit, self.decimals = unit, decimals

    @property
    def counted(self):
        return isinstance(self.measure, Counted)

    @property
    def made_of(self):
        """The figures and breakdowns that it is calculated from; none for a counted figure."""
        return () if self.counted else self.measure.made_of

    @property
    def calculable_in_parts(self):
        """A breakdown may cut what is counted, or calculated from figures that are."""
        if self.counted:
            return True
        if isinstance(self.measure, OfTable | planned) or not self.measure.in_parts:
            return False
        return all(figure.calculable_in_parts for figure in self.measure.figures)

    def counted_measures(self):
        if self.counted:
            return [self.measure]
        return [measure for figure in self.measure.figures for measure in figure.counted_measures()]

    def adds_up_along(self, dimension):
        """Whether the values of the parts add up to the figure's own: follows from measure and dimension."""
        if not self.counted:
            return self.measure.linear and all(figure.adds_up_along(dimension) for figure in self.measure.figures)
        if self.measure.distinct:
            return dimension.single and belongs_to(dimension.field, self.measure.distinct)
        return dimension.single and self.measure.adds_up

    def records(self, scope):
        """The records counted, as a queryset; None for a figure that is calculated from others."""
        if isinstance(self.measure, OfTable):
            return self.measure.records(scope)
        return self.measure.rows.within(scope) if self.counted else None


def belongs_to(field, who):
    """Whether a column says something of the person, who then stands in one part alone: her sex, not her month."""
    return bool(field) and field.startswith(f"{who}__")


class Breakdown(Declared):
    """A figure cut in parts, so its total is the figure; several figures stand side by side as columns.

    The parts add up to the total, or `why_not` says why they do not and is printed.
    """

    def __init__(self, *figures, rows, columns=None, label=None, definition=None, why_not=None):
        self.figures, self.rows, self.columns = figures, rows, columns
        self.label = label or self._title()
        self.definition = definition or figures[0].definition
        self.why_not = why_not
        self._refuse_what_misleads()

    def _title(self):
        if self.columns:
            return format_lazy(
                _("{figure} {by} and {by_columns}"),
                figure=self.figure.label,
                by=self.rows.by,
                by_columns=self.columns.by,
            )
        return format_lazy("{} {}", self.figure.label, self.rows.by)

    def _refuse_what_misleads(self):
        for figure in self.figures:
            if not figure.calculable_in_parts:
                raise BadDeclaration(f"{figure!r} can't be cut in parts: it is no count of records.")
        if len(self.figures) > 1 and self.columns:
            raise BadDeclaration("Several figures are columns themselves.")
        if self.adds_up and self.why_not:
            raise BadDeclaration(f"The parts of {self.figure!r} add up here: nothing is to be explained.")
        if not self.adds_up and not self.why_not:
            raise BadDeclaration(f"The parts of {self.figure!r} do not add up here: say why in `why_not`.")

    @property
    def figure(self):
        return self.figures[0]

    @property
    def dimensions(self):
        return (self.rows, self.columns) if self.columns else (self.rows,)

    @property
    def rows_add_up(self):
        return all(figure.adds_up_along(self.rows) for figure in self.figures)

    @property
    def columns_add_up(self):
        return self.columns is None or self.figure.adds_up_along(self.columns)

    @property
    def adds_up(self):
        return self.rows_add_up and self.columns_add_up

    def counted_measures(self):
        return [measure for figure in self.figures for measure in figure.counted_measures()]

    def records(self, scope, *parts, figure=None):
        """The records of a row (or of a cell: row and column), as a queryset; None where no records are counted."""
        records, words = (figure or self.figure).records(scope), Words(scope)
        if records is None:
            return None
        for dimension, key in zip(self.dimensions, parts, strict=False):
            records = dimension.narrow(records, key, scope, words)
        return records


class Each(Declared):
    """A figure for every row of a breakdown, by the row's own word: a unit, a group, a referrer.

    `key` and `label` hold `{part}`; `measure` makes the value from breakdown and row: `row` or `row_share`.
    """

    def __init__(self, breakdown, measure, *, key, label, definition, unit=NUMBER, decimals=0):
        self.breakdown, self.measure, self.pattern = breakdown, measure, key
        self.label, self.definition, self.unit, self.decimals = label, definition, unit, decimals

    def __set_name__(self, owner, name):
        self.key = name

    def named(self, table):
        """The rows that have a word of their own: neither parts of others nor what was not recorded."""
        return [part for part in table.rows if not part.parent and part.key not in (NOT_RECORDED, OUTSIDE)]

    def of(self, part):
        figure = Figure(
            format_lazy(self.label, part=part.label),
            self.measure(self.breakdown, part.key),
            definition=self.definition,
            unit=self.unit,
            decimals=self.decimals,
        )
        figure.key = self.pattern.format(part=part.known_as)
        return figure


class FigureSet:
    """The figures and breakdowns of a kind of programme, in the order of their declaration.

    A set without a kind is a part of others (`class Shelter(VolunteerFigures, FigureSet, kind=...)`); that of the
    whole organisation is declared `kind=None, whole=True`.
    """

    by_kind: dict = {}
    of_the_whole = None

    def __init_subclass__(cls, kind=None, whole=False, **kwargs):
        super().__init_subclass__(**kwargs)
        if kind:
            FigureSet.by_kind[str(kind)] = cls
        if whole:
            FigureSet.of_the_whole = cls

    @classmethod
    def _declared(cls, kind):
        found = {}
        for owner in reversed(cls.__mro__):
            found |= {name: value for name, value in vars(owner).items() if isinstance(value, kind)}
        return found

    @classmethod
    def figures(cls):
        return list(cls._declared(Figure).values())

    @classmethod
    def breakdowns(cls):
        return list(cls._declared(Breakdown).values())

    @classmethod
    def families(cls):
        return list(cls._declared(Each).values())

    @classmethod
    def in_order(cls):
        """All that is declared, as it is declared: what a report prints when nobody says otherwise."""
        return list(cls._declared(Declared).values())


def figure_set_of(scope):
    """The set for a scope's programme (None where its kind has no figures), or that of the organisation."""
    return FigureSet.by_kind.get(scope.programme.kind) if scope.programme else FigureSet.of_the_whole


__all__ = ["BadDeclaration", "Breakdown", "Calculated", "Each", "Figure", "FigureSet", "figure_set_of"]
