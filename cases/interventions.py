"""A month of interventions: its table by worker and band, and what is late."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Sum
from django.utils import timezone

from cases.models import Intervention, InterventionPart, StandbyTable
from cases.models.interventions import table_due_on
from cases.vocabulary import Band
from programmes.models import Worker


@dataclass
class Row:
    """Minutes of one worker by band."""

    worker: Any
    minutes: dict = field(default_factory=lambda: defaultdict(int))

    @property
    def cells(self):
        return [self.minutes[band] for band in Band.values]

    @property
    def whole(self):
        return sum(self.minutes.values())


class MonthOfInterventions:
    """Interventions count in the month of the call, their hours in the month in which they lie."""

    def __init__(self, programme, month):
        self.programme, self.month = programme, month

    @cached_property
    def interventions(self):
        of_month = Intervention.objects.of(self.programme).in_period(self.month)
        return list(of_month.for_list().prefetch_related("workers__user", "workers__vault").order_by("called_at"))

    @property
    def late(self):
        return [each for each in self.interventions if each.is_late and not each.reported_at]

    @property
    def waiting(self):
        return [each for each in self.interventions if not each.reported_at]

    @cached_property
    def rows(self):
        parts = InterventionPart.objects.of(self.programme).in_period(self.month)
        sums = list(parts.order_by().values("worker", "band").annotate(sum=Sum("minutes")))
        workers = Worker.objects.select_related("user", "vault").in_bulk({each["worker"] for each in sums})
        rows = {pk: Row(worker) for pk, worker in workers.items()}
        for each in sums:
            rows[each["worker"]].minutes[each["band"]] += each["sum"]
        return sorted(rows.values(), key=lambda row: row.worker.code)

    @property
    def totals(self):
        return [sum(row.minutes[band] for row in self.rows) for band in Band.values]

    @property
    def whole(self):
        return sum(self.totals)

    @property
    def bands(self):
        return [band.label for band in Band]

    @property
    def due_on(self):
        return table_due_on(self.month.first)

    @cached_property
    def handed_in(self):
        return StandbyTable.objects.of(self.programme).filter(month=self.month.first).first()

    @property
    def is_over(self):
        return self.month.last < timezone.localdate()

    @property
    def is_late(self):
        return bool(self.rows) and self.handed_in is None and timezone.localdate() > self.due_on
