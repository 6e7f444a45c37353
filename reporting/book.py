"""All that a report counts: this year and the one before, of every programme and of the whole organisation."""

from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from django.utils import timezone
from django.utils.html import escape

from programmes.records import Period
from programmes.writing import MINUS, NB, exact, number
from reporting.document import EMPTY, Number
from reporting.figures import compute_all, compute_programmes, one_moment
from reporting.finance import finances
from reporting.models import Plan
from reporting.narratives import paragraphs
from reporting.printing import NONE, PERCENT, UNKNOWN

WHOLE = "organisation"


def as_words(counted, number):
    """A live field in print: the number and its unit."""
    return escape(counted)


class Book:
    """`field` writes a number that stands in a sentence: as words in print, as a link on the page."""

    def __init__(self, report, language, made_at=None, field=as_words):
        self.report, self.language, self.field = report, language, field
        self.made_at = made_at or timezone.now()
        self.year = report.year
        self.organisation = report.organisation
        self.period = Period.year(self.year)

    def count(self):
        """All numbers and words as of one moment, before anything is written."""
        with one_moment():
            return self.results, self.before, self.finances, self.plans, self.texts, self.programmes

    @cached_property
    def all_programmes(self):
        return list(self.report.programmes_in_it())

    @cached_property
    def results(self):
        return self._counted_in(self.period)

    @cached_property
    def before(self):
        return self._counted_in(Period.year(self.year - 1))

    def _counted_in(self, period):
        if self.report.is_whole:
            return by_programme(compute_all(self.organisation, period, self.all_programmes))
        return by_programme(compute_programmes(self.all_programmes, period))

    @cached_property
    def programmes(self):
        """Those that worked in the year and have figures, in their own order."""
        working = self.report.programmes_in_it().in_period(self.period)
        return [programme for programme in working if programme.key in self.results]

    @cached_property
    def plans(self):
        found = defaultdict(dict)
        for plan in Plan.objects.filter(programme__in=self.all_programmes, year=self.year):
            found[plan.programme_id][plan.figure] = plan.value
        return found

    @cached_property
    def finances(self):
        return finances(self.organisation, self.year, self.all_programmes)

    @cached_property
    def texts(self):
        return self.report.texts(self.language)

    def page(self, programme=None):
        return Page(self, programme)

    def number_at(self, address):
        """The number of a figure by programme and key, or None."""
        programme, _dot, key = address.rpartition(".")
        results = self.results.get(programme or WHOLE)
        if (
            results is None
            or key not in results
            or not hasattr(results[key], "figure")
            or hasattr(results[key], "rows")
        ):
            return None
        return results[key]


class Page:
    """The book open at a programme, or at the whole organisation."""

    def __init__(self, book, programme=None):
        self.book, self.programme = book, programme
        self.key = programme.key if programme else WHOLE
        self.results = book.results.get(self.key)
        self.before = book.before.get(self.key)
        self.plans = book.plans.get(programme.pk, {}) if programme else {}
        self.used = set()
        self.heading = ""  # of the section that is being written

    def paragraphs(self, key):
        return paragraphs(self.book.texts.get(key, ""), self.field)

    def field(self, key):
        """What `{helpline_calls}` or `{sos.helpline_calls}` in a sentence stands for."""
        address = key if "." in key else f"{self.key}.{key}"
        value = self.book.number_at(address)
        return value and self.book.field(value.counted, number_of(value, address))

    def has(self, declared):
        return self.results is not None and declared.key in self.results

    def values(self, declared):
        """The value of a figure, or the values of a family of figures."""
        found = self.results[declared] if self.results is not None else []
        return found if isinstance(found, list) else [found]

    def number(self, value, **more):
        self.used.add(value.key)
        return replace(number_of(value, f"{self.key}.{value.key}"), **more)

    @cached_property
    def comparable(self):
        """Whether the year before was kept here: at least half of what was counted this year was counted then too."""
        if self.results is None or self.before is None:
            return False
        now = [value.key for value in self.results.values_in_order if value.exact]
        then = [key for key in now if key in self.before and self.before[key].exact]
        return bool(now) and len(then) * 2 >= len(now)

    def last_year(self, value):
        """The same figure a year ago; nothing where the programme has no such records."""
        if not self.comparable or value.key not in self.before:
            return Number(None, UNKNOWN)
        before = self.before[value.key]
        return Number(before.exact, before.printed, decimals=int(value.figure.decimals))

    def change(self, value):
        before = self.last_year(value).value
        if value.exact is None or before is None:
            return Number(None, UNKNOWN)
        return Number(plain(value.exact - before), signed(value, before), decimals=int(value.figure.decimals))

    def plan(self, value):
        planned = self.plans.get(value.key)
        return EMPTY if planned is None else Number(planned, value.figure.unit.written(planned, value.figure.decimals))


def by_programme(computed):
    return {results.scope.programme.key if results.scope.programme else WHOLE: results for results in computed}


def number_of(value, address=""):
    return Number(
        plain(value.exact),
        value.printed,
        label=value.label,
        unit=str(value.figure.unit),
        address=address,
        decimals=int(value.figure.decimals),
    )


def plain(value):
    """A fraction as the decimal it prints from; whole numbers stay whole."""
    return value if value is None or isinstance(value, int) else exact(value)


def signed(value, before):
    """+122, −3,2: the difference of two values of a figure, in the figure's own decimals."""
    difference = exact(value.exact) - exact(before)
    if value.figure.unit is PERCENT:
        return with_sign(number(difference, int(value.figure.decimals)))
    written = value.figure.unit.written(difference, value.figure.decimals).removesuffix(f"{NB}EUR")
    return with_sign(written)


def with_sign(written):
    if not any(digit in written for digit in "123456789"):
        return NONE
    return written if written.startswith(MINUS) else f"+{written}"
