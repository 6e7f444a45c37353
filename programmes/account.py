"""What became of a year's hours: how many there were to cover, who covered them, and which nobody did."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.db.models import Count, Sum
from django.utils import timezone

from programmes.models import Duty, DutyShift, DutyStretch, Unit, Worker
from programmes.records import Period


@dataclass
class Sums:
    """Minutes."""

    due: int = 0
    covered: int = 0

    @property
    def uncovered(self):
        return self.due - self.covered

    @property
    def share(self):
        return self.covered / self.due if self.due else None

    def add(self, minutes, covered):
        self.due += minutes
        self.covered += minutes if covered else 0


@dataclass
class Line:
    """One duty at one place: its months and the stretches that nobody covered, those that touch as one."""

    duty: str
    unit: Any
    months: dict = field(default_factory=lambda: defaultdict(Sums))
    whole: Sums = field(default_factory=Sums)
    gaps: list = field(default_factory=list)

    @property
    def label(self):
        return Duty(self.duty).label

    @property
    def by_month(self):
        return sorted(self.months.items())

    def add(self, stretch):
        self.months[stretch.on.replace(day=1)].add(stretch.minutes, stretch.covered)
        self.whole.add(stretch.minutes, stretch.covered)
        if not stretch.covered:
            self.add_gap(stretch)

    def add_gap(self, stretch):
        if self.gaps and self.gaps[-1].ends_at == stretch.starts_at:
            self.gaps[-1].ends_at = stretch.ends_at
            self.gaps[-1].minutes += stretch.minutes
        else:
            self.gaps.append(stretch)


class Account:
    """Of one programme in one year, up to and with yesterday where the year still runs."""

    def __init__(self, programme, year):
        self.programme, self.year = programme, year
        self.period = Period.year(year)

    @property
    def is_running(self):
        return self.period.last >= timezone.localdate()

    @property
    def last_day(self):
        return min(self.period.last, timezone.localdate() - timedelta(days=1))

    @cached_property
    def lines(self):
        units, lines = {unit.pk: unit for unit in Unit.objects.filter(programme=self.programme)}, {}
        stretches = DutyStretch.objects.of(self.programme).in_period(self.period).order_by("duty", "unit", "starts_at")
        for stretch in stretches:
            key = stretch.duty, stretch.unit_id
            if key not in lines:
                lines[key] = Line(stretch.duty, units.get(stretch.unit_id))
            lines[key].add(stretch)
        return list(lines.values())

    @cached_property
    def whole(self):
        """All duties and places together."""
        return Sums(sum(line.whole.due for line in self.lines), sum(line.whole.covered for line in self.lines))

    @cached_property
    def by_worker(self):
        """Who had how many hours: shifts that began in the year and are over, each in full."""
        over = DutyShift.objects.of(self.programme).in_period(self.period).held().filter(ends_at__lte=timezone.now())
        sums = (
            over.order_by().values("worker").annotate(minutes=Sum("minutes"), shifts=Count("pk")).order_by("-minutes")
        )
        sums = list(sums)
        workers = Worker.objects.select_related("user", "vault").in_bulk({row["worker"] for row in sums} - {None})
        return [(workers.get(row["worker"]), row["shifts"], row["minutes"]) for row in sums]
