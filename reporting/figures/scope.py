"""Whose records are counted, and when."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.utils import timezone

from programmes.models import Organisation, Programme
from programmes.records import Period


@dataclass(frozen=True)
class Scope:
    """The records of one programme in a period, or of a whole organisation where no programme is named."""

    period: Period
    organisation: Organisation
    programme: Programme | None = None

    @classmethod
    def programme_in(cls, programme, period):
        return cls(period, programme.organisation, programme)

    def of(self, records):
        return records.of(self.programme) if self.programme else records.of_organisation(self.organisation)

    @property
    def last_day(self):
        """The last day that has begun: a running year is measured by what has passed of it."""
        return min(self.period.last, timezone.localdate())

    @property
    def days(self):
        return max(0, (self.last_day - self.period.first).days + 1)

    @property
    def months(self):
        """The first day of every month that the period touches."""
        found, month = [], self.period.first.replace(day=1)
        while month <= self.period.last:
            found.append(month)
            month = (month + timedelta(days=31)).replace(day=1)
        return found

    @property
    def months_begun(self):
        return sum(month <= self.last_day for month in self.months)

    @property
    def months_passed(self):
        """A month that the period cuts counts as the part of its days."""
        return sum((self._part_of(month) for month in self.months), Fraction(0))

    def _part_of(self, month):
        length = monthrange(month.year, month.month)[1]
        first = max(self.period.first, month)
        last = min(self.last_day, date(month.year, month.month, length))
        return Fraction(max(0, (last - first).days + 1), length)

    @property
    def years(self):
        return range(self.period.first.year, self.period.last.year + 1)
