"""Along what a figure is cut: a dimension is declared once and bound to a scope, which gives it its parts."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.db.models import Case, DateField, F, Q, TextField, Value, When
from django.db.models.functions import TruncMonth
from django.db.models.lookups import GreaterThanOrEqual, IsNull, LessThanOrEqual
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from programmes.models import Term

NOT_RECORDED = "not_recorded"
OUTSIDE = "outside"


@dataclass(frozen=True)
class Part:
    """A row or column of a table. One with a parent is a part "of which": its parent counts it too.

    `known_as` names it in the key of a figure of its own: an organisation's word may count as one that all know.
    """

    key: str
    label: Any
    parent: str = ""
    counts_as: str = ""

    @property
    def known_as(self):
        return (self.counts_as or self.key).replace("-", "_")


class Words:
    """The organisation's own words, read once for all dimensions of a computation."""

    def __init__(self, scope):
        self.scope = scope
        self._rows = {}

    @cached_property
    def terms(self):
        return list(Term.objects.filter(organisation=self.scope.organisation).order_by("position", "key"))

    @cached_property
    def keys(self):
        return {term.pk: term.key for term in self.terms}

    def of(self, vocabulary):
        return [term for term in self.terms if term.vocabulary == vocabulary]

    def offered(self, vocabulary):
        """The programme's own list if it has one, else the organisation's."""
        programme = self.scope.programme and self.scope.programme.pk
        own = [term for term in self.of(vocabulary) if programme and term.programme_id == programme]
        return own or [term for term in self.of(vocabulary) if term.programme_id is None]

    def parts_of(self, vocabulary, key):
        parents = {term.pk for term in self.of(vocabulary) if term.key == key}
        return [term.key for term in self.of(vocabulary) if term.parent_id in parents]

    def rows_of(self, model):
        """The organisation's programmes, units, houses or groups, in their order, the scope's own programme last."""
        if model not in self._rows:
            path = "organisation" if hasattr(model, "organisation") else "programme__organisation"
            found = list(model.objects.filter(**{path: self.scope.organisation}))
            own = self.scope.programme and self.scope.programme.pk
            self._rows[model] = sorted(found, key=lambda row: getattr(row, "programme_id", None) == own)
        return self._rows[model]

    def key_of(self, model, pk):
        return next((found.key for found in self.rows_of(model) if found.pk == pk), NOT_RECORDED)


def worded(term):
    """The term's label in the language of whoever prints it."""
    return lazy(lambda: term.label, str)()


class Axis:
    """A dimension in a scope. Parts with nothing in them are shown where `fixed` lists them."""

    def __init__(self, dimension, scope, words):
        self.dimension, self.scope, self.words = dimension, scope, words

    @cached_property
    def fixed(self):
        return list(self.dimension.parts(self.scope, self.words))

    @cached_property
    def known(self):
        return {part.key: part for part in [*self.fixed, *self.dimension.hidden_parts(self.scope, self.words)]}

    @property
    def expression(self):
        return self.dimension.expression(self.scope, self.words)

    def keys(self, value):
        """The parts in which a record with this value stands: the first are its own, the rest their parents."""
        keys = self.dimension.keys(value, self.words)
        return keys + tuple({self.known[key].parent for key in keys if key in self.known} - {"", *keys})

    def shown(self, found):
        """The parts to print: all fixed ones, and of the others those in which something was found."""
        shown = self.fixed + [part for key, part in self.known.items() if key in found and part not in self.fixed]
        named = {part.key for part in shown}
        shown += [self.dimension.unnamed(key) for key in sorted(found - named - {NOT_RECORDED})]
        return shown + ([Part(NOT_RECORDED, _("not recorded"))] if NOT_RECORDED in found else [])


class Dimension:
    """`label` heads the column, `by` completes a title: "Calls by month".

    `single`: a record stands in exactly one part, so that sums can add up. `largest_first`: a table along it has the
    parts that count most on top, instead of their own order.
    """

    single = True
    largest_first = False

    def __init__(self, field, label, by):
        self.field, self.label, self.by = field, label, by

    def expression(self, scope, words):
        return F(self.field)

    def parts(self, scope, words):
        return []

    def hidden_parts(self, scope, words):
        return []

    def keys(self, value, words):
        return (NOT_RECORDED,) if value in (None, "") else (str(value),)

    def unnamed(self, key):
        return Part(key, key)

    def size(self, words):
        """About how many groups the database will find."""
        return 20

    def narrow(self, records, key, scope, words):
        """The records of one part."""
        if key == NOT_RECORDED:
            return records.filter(self.nothing())
        return records.filter(**{self.field: key})

    def nothing(self):
        return Q(**{f"{self.field}__isnull": True})


class Choice(Dimension):
    """A vocabulary set by law or statistics."""

    def __init__(self, field, choices, label, by, without=()):
        super().__init__(field, label, by)
        self.choices, self.without = choices, without

    def parts(self, scope, words):
        return [Part(str(value), label) for value, label in self.choices.choices if value not in self.without]

    def size(self, words):
        return len(self.choices) + 1

    def nothing(self):
        return super().nothing() | Q(**{self.field: ""})


class AnyOf(Choice):
    """Several at once: a record stands in every part that it names."""

    single = False

    def keys(self, value, words):
        return tuple(value) or (NOT_RECORDED,)

    def size(self, words):
        return 2 ** len(self.choices)

    def narrow(self, records, key, scope, words):
        return records.filter(**({self.field: []} if key == NOT_RECORDED else {f"{self.field}__contains": [key]}))


class Terms(Dimension):
    """A vocabulary of the organisation; words of which others are parts count these too."""

    def __init__(self, field, vocabulary, label, by):
        super().__init__(field, label, by)
        self.vocabulary = vocabulary

    def _parts_of(self, terms, words):
        by_id = {term.pk: term for term in words.terms}
        unique = {term.key: term for term in terms}
        tops = [term for term in unique.values() if term.parent_id is None]
        for top in tops:
            yield Part(top.key, worded(top), counts_as=top.counts_as)
            for term in unique.values():
                if term.parent_id and by_id[term.parent_id].key == top.key:
                    yield Part(term.key, format_lazy(_("of which {part}"), part=worded(term)), parent=top.key)

    def parts(self, scope, words):
        return self._parts_of([term for term in words.offered(self.vocabulary) if not term.retired_on], words)

    def hidden_parts(self, scope, words):
        shown = {part.key for part in self.parts(scope, words)}
        return (part for part in self._parts_of(words.of(self.vocabulary), words) if part.key not in shown)

    def keys(self, value, words):
        return (words.keys.get(value, NOT_RECORDED),)

    def size(self, words):
        return len(words.of(self.vocabulary)) + 1

    def narrow(self, records, key, scope, words):
        if key == NOT_RECORDED:
            return records.filter(self.nothing())
        return records.filter(Q(**{f"{self.field}__key": key}) | Q(**{f"{self.field}__parent__key": key}))


class AnyTerms(Terms):
    """Several of the organisation's words at once, kept as keys."""

    single = False

    def keys(self, value, words):
        return tuple(value) or (NOT_RECORDED,)

    def size(self, words):
        return 1000

    def narrow(self, records, key, scope, words):
        if key == NOT_RECORDED:
            return records.filter(**{self.field: []})
        keys = [key, *words.parts_of(self.vocabulary, key)]
        return records.filter(**{f"{self.field}__overlap": keys})


class Month(Dimension):
    def __init__(self, field):
        super().__init__(field, _("month"), _("by month"))

    def expression(self, scope, words):
        return TruncMonth(self.field, output_field=DateField())

    def keys(self, value, words):
        return (f"{value:%Y-%m}",)

    def parts(self, scope, words):
        several = len(scope.years) > 1
        for month in scope.months:
            name = MONTHS[month.month]
            yield Part(f"{month:%Y-%m}", format_lazy("{} {}", name, month.year) if several else name)

    def size(self, words):
        return 12

    def narrow(self, records, key, scope, words):
        month = next(month for month in scope.months if f"{month:%Y-%m}" == key)
        after = (month + timedelta(days=31)).replace(day=1)
        return records.filter(**{f"{self.field}__gte": month, f"{self.field}__lt": after})


class Weekday(Dimension):
    def __init__(self, field):
        super().__init__(field, _("day of the week"), _("by day of the week"))

    def parts(self, scope, words):
        return [Part(str(number + 1), WEEKDAYS[number]) for number in range(7)]

    def size(self, words):
        return 7


class Hour(Dimension):
    def __init__(self, field):
        super().__init__(field, _("hour"), _("by hour of the day"))

    def parts(self, scope, words):
        return [Part(str(hour), f"{hour}.00–{hour + 1}.00") for hour in range(24)]

    def size(self, words):
        return 24


class Band(Dimension):
    """A programme's own bands of a number: of years, of days."""

    def __init__(self, number, vocabulary, label, by):
        super().__init__(None, label, by)
        self.number, self.vocabulary = number, vocabulary

    def bands(self, words):
        return [term for term in words.offered(self.vocabulary) if term.lower is not None or term.upper is not None]

    def expression(self, scope, words):
        """The key of the first band that the number lies in, both ends included."""
        return Case(
            When(IsNull(self.number, True), then=Value(NOT_RECORDED)),
            *(When(self._inside(term), then=Value(term.key)) for term in self.bands(words)),
            default=Value(OUTSIDE),
            output_field=TextField(),
        )

    def _inside(self, term):
        inside = Q()
        if term.lower is not None:
            inside &= Q(GreaterThanOrEqual(self.number, term.lower))
        if term.upper is not None:
            inside &= Q(LessThanOrEqual(self.number, term.upper))
        return inside

    def parts(self, scope, words):
        return [Part(term.key, worded(term)) for term in self.bands(words) if not term.retired_on]

    def hidden_parts(self, scope, words):
        retired = [Part(term.key, worded(term)) for term in self.bands(words) if term.retired_on]
        return [*retired, Part(OUTSIDE, _("outside these bands"))]

    def size(self, words):
        return len(self.bands(words)) + 2

    def narrow(self, records, key, scope, words):
        return records.alias(_band=self.expression(scope, words)).filter(_band=key)


class AgeGroups(Choice):
    """Groups set by law, by the years that somebody reaches in the last year of the scope; `youngest` begins each."""

    def __init__(self, born_in, choices, youngest, label, by):
        super().__init__(born_in, choices, label, by)
        self.youngest = youngest

    def expression(self, scope, words):
        age = Value(scope.last_day.year) - F(self.field)
        groups = sorted(self.youngest.items(), key=lambda group: group[1], reverse=True)
        return Case(
            *(When(GreaterThanOrEqual(age, years), then=Value(str(group))) for group, years in groups),
            default=Value(None),
            output_field=TextField(),
        )

    def narrow(self, records, key, scope, words):
        found = records.alias(_group=self.expression(scope, words))
        return found.filter(_group=None if key == NOT_RECORDED else key)


class By(Dimension):
    """The rows that a foreign key leads to: units, houses, programmes, groups. Shown are those that occur."""

    def __init__(self, field, model, label, by, largest_first=False):
        super().__init__(field, label, by)
        self.model, self.largest_first = model, largest_first

    def hidden_parts(self, scope, words):
        return [Part(found.key, str(found)) for found in words.rows_of(self.model)]

    def keys(self, value, words):
        return (words.key_of(self.model, value),)

    def narrow(self, records, key, scope, words):
        return records.filter(self.nothing() if key == NOT_RECORDED else Q(**{f"{self.field}__key": key}))
