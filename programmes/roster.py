"""A month of the roster: who has duty when, which hours nobody covers, and what should be looked at before it happens."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any
from uuid import uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from programmes.models import DutyShift, Holiday, PlannedStretch, Unit, WeekPattern
from programmes.models.duty import AT_WORK, Duty
from programmes.models.readiness import Readiness, missing_for_duty
from programmes.models.weeks import DAY
from programmes.records import Period


@dataclass(frozen=True)
class Month(Period):
    """A calendar month."""

    @classmethod
    def of(cls, day):
        first = day.replace(day=1)
        return cls(first, (first + timedelta(days=31)).replace(day=1) - DAY)

    @property
    def before(self):
        return Month.of(self.first - DAY)

    @property
    def after(self):
        return Month.of(self.last + DAY)

    def __iter__(self):
        return (self.first + n * DAY for n in range(self.days))


def holidays_in(period):
    return dict(Holiday.objects.filter(on__range=(period.first, period.last)).values_list("on", "name"))


@dataclass(frozen=True)
class Line:
    """A column: one duty at one place."""

    duty: str
    unit: Any = None

    @property
    def label(self):
        return Duty(self.duty).label


@dataclass
class Row:
    """A day of the month: its shifts by column, its uncovered stretches."""

    on: Any
    holiday: str
    cells: list
    gaps: list

    @property
    def is_free_day(self):
        return bool(self.holiday) or self.on.weekday() > 4

    @property
    def is_today(self):
        return self.on == timezone.localdate()


class Roster:
    """Of one programme in one month."""

    def __init__(self, programme, month):
        self.programme, self.month = programme, month

    @cached_property
    def shifts(self):
        of_month = DutyShift.objects.of(self.programme).in_period(self.month)
        return list(of_month.for_list().order_by("starts_at", "duty", "pk"))

    @cached_property
    def gaps(self):
        """Uncovered stretches from this moment on, or of the whole month where it has passed."""
        stretches = PlannedStretch.objects.of(self.programme).in_period(self.month).uncovered()
        return list(stretches.select_related("unit").order_by("starts_at", "duty"))

    @cached_property
    def gaps_to_come(self):
        now = timezone.now()
        return [gap for gap in self.gaps if gap.ends_at > now]

    @property
    def minutes_uncovered(self):
        return sum(gap.minutes for gap in self.gaps)

    @cached_property
    def lines(self):
        units = {unit.pk: unit for unit in Unit.objects.filter(programme=self.programme)}
        places = {None: -1, **{pk: number for number, pk in enumerate(units)}}
        found = {(shift.duty, shift.unit_id) for shift in self.shifts}
        by_place = sorted(found, key=lambda line: (Duty.values.index(line[0]), places[line[1]]))
        return [Line(duty, units.get(unit)) for duty, unit in by_place]

    @cached_property
    def rows(self):
        cells, gaps, holidays = defaultdict(list), defaultdict(list), holidays_in(self.month)
        for shift in self.shifts:
            cells[shift.started_on, shift.duty, shift.unit_id].append(shift)
        for gap in self.gaps:
            gaps[gap.on].append(gap)
        return [
            Row(
                day,
                holidays.get(day, ""),
                [cells[day, line.duty, line.unit.pk if line.unit else None] for line in self.lines],
                gaps[day],
            )
            for day in self.month
        ]

    @cached_property
    def warnings(self):
        """What is wrong with shifts to come, by time; each shift knows its own too."""
        found = [*Doubles(self.programme, self.shifts).found(), *unready(self.shifts)]
        return sorted(found, key=lambda warning: warning.shift.starts_at)

    @cached_property
    def by_shift(self):
        warned = defaultdict(list)
        for warning in self.warnings:
            warned[warning.shift.pk].append(warning)
        return warned


@dataclass(frozen=True)
class Warned:
    """Why a shift should be looked at: "double", "rest", or what its worker lacks."""

    shift: Any
    why: str
    other: Any = None
    missing: tuple = ()


class Doubles:
    """One person in two shifts at once, or with too little rest between two, over all programmes of the house."""

    def __init__(self, programme, shifts):
        self.programme = programme
        self.shifts = [shift for shift in shifts if shift.is_to_come and shift.worker_id]

    def found(self):
        mine = {shift.pk for shift in self.shifts}
        for shifts in self._by_worker().values():
            for place, shift in enumerate(shifts):
                for other in shifts[place + 1 :]:
                    if other.starts_at >= shift.ends_at:
                        break
                    if other.pk in mine or shift.pk in mine:
                        yield Warned(*((other, "double", shift) if other.pk in mine else (shift, "double", other)))
            yield from self._short_rests(shifts, mine)

    def _by_worker(self):
        if not self.shifts:
            return {}
        around = timedelta(hours=self.programme.rest_hours or 0)
        first, last = self.shifts[0].starts_at - around, max(shift.ends_at for shift in self.shifts) + around
        workers = {shift.worker_id for shift in self.shifts}
        shifts = defaultdict(list)
        hers = DutyShift.objects.filter(worker__in=workers).held().between(first, last)
        for shift in hers.for_list().order_by("starts_at", "ends_at", "pk"):
            shifts[shift.worker_id].append(shift)
        return shifts

    def _short_rests(self, shifts, mine):
        """Standby is rest as long as nobody calls. Shifts without a break between them are one long one."""
        rest = timedelta(hours=self.programme.rest_hours or 0)
        for before, after in pairwise(shift for shift in shifts if shift.duty in AT_WORK):
            if after.pk in mine and timedelta() < after.starts_at - before.ends_at < rest:
                yield Warned(after, "rest", before)


def unready(shifts):
    """Shifts to come of people who lack what the law or the house asks for."""
    to_come = [shift for shift in shifts if shift.is_to_come and shift.worker_id]
    readiness = Readiness([shift.worker_id for shift in to_come])
    for shift in to_come:
        if missing := readiness.missing(shift.worker_id, shift.started_on):
            yield Warned(shift, "missing", missing=tuple(missing))


def against(worker, starts_at, ends_at, besides=()):
    """What speaks against giving somebody these hours, in sentences; `besides` are shifts that she has or gives away."""
    for missing in missing_for_duty(worker, timezone.localdate(starts_at)):
        yield _("Duty asks for more: %(what)s.") % {"what": missing.label}
    others = DutyShift.objects.filter(worker=worker).held().exclude(pk__in=[pk for pk in besides if pk])
    if others.between(starts_at, ends_at).exists():
        yield _("There is another shift of hers at that time.")


def fill(programme, month):
    """Shifts that the week patterns give the month.

    A pattern fills a day once: its shift may be changed since. A shift of the same duty, place and hours that stands
    there already is the one that the pattern would give.
    """
    holidays = holidays_in(month)
    patterns = WeekPattern.objects.of(programme).in_period(month).select_related("unit", "worker")
    shifts = [
        shift_of(pattern, day)
        for pattern in patterns
        for day in month
        if day >= timezone.localdate() and pattern.begins_on(day, day in holidays)
    ]
    there = DutyShift.objects.of(programme).in_period(month)
    known = set(there.values_list("pk", flat=True))
    given = {shift.pk for shift in shifts}
    others = Counter(place_of(shift) for shift in there if shift.pk not in given)
    new = []
    for shift in shifts:
        if shift.pk in known or shift.starts_at >= shift.ends_at:
            continue
        if others[place_of(shift)]:
            others[place_of(shift)] -= 1
        else:
            new.append(shift)
    DutyShift.objects.bulk_create(new, ignore_conflicts=True)
    return new


def place_of(shift):
    return shift.duty, shift.unit_id, shift.starts_at, shift.ends_at


def shift_of(pattern, day):
    starts_at, ends_at = pattern.from_to_on(day)
    return DutyShift(
        pk=uuid5(pattern.pk, day.isoformat()),
        programme_id=pattern.programme_id,
        unit=pattern.unit,
        worker=pattern.worker,
        duty=pattern.duty,
        starts_at=starts_at,
        ends_at=ends_at,
    )
