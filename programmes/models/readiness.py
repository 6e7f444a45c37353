"""What somebody needs before she has duty, and until when she has it.

Each requirement is a row of `REQUIREMENTS`: its name, whom it binds, and a function that gives, by worker, the spans
of days `(first, last)` in which it is met; `last` is None where no end is known. A further one is a line here.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models.activities import ActivityKind, Attendance
from programmes.models.volunteers import Agreement, Declaration
from programmes.models.workers import Engagement, EngagementKind


class Missing(models.TextChoices):
    ENGAGEMENT = "engagement", _("no engagement")
    AGREEMENT = "agreement", _("no agreement")
    DECLARATION = "declaration", _("no declaration")
    TRAINING = "training", _("no basic training")


def engaged(workers, *kinds):
    spans = defaultdict(list)
    engagements = Engagement.objects.filter(worker__in=workers, **({"kind__in": kinds} if kinds else {}))
    for worker, first, after in engagements.values_list("worker", "started_on", "ended_on"):
        spans[worker].append((first, after - timedelta(days=1) if after else None))
    return spans


def agreed(workers):
    """A written agreement on volunteer work (ZProst)."""
    return papers(Agreement.objects.filter(worker__in=workers).values_list("worker", "valid_from", "valid_until"))


def declared(workers):
    """Her word that no conviction forbids her to work with vulnerable groups."""
    return papers(Declaration.objects.filter(worker__in=workers).values_list("worker", "given_on", "valid_until"))


def papers(rows):
    spans = defaultdict(list)
    for worker, first, last in rows:
        spans[worker].append((first, last))
    return spans


def trained(workers):
    spans = defaultdict(list)
    courses = Attendance.objects.at(ActivityKind.BASIC_TRAINING).completed().filter(worker__in=workers)
    for worker, on in courses.values_list("worker", "activity__on"):
        spans[worker].append((on, None))
    return spans


@dataclass(frozen=True)
class Requirement:
    missing: Any
    spans: Callable
    of_volunteers_alone: bool = True


REQUIREMENTS = [
    Requirement(Missing.ENGAGEMENT, engaged, of_volunteers_alone=False),
    Requirement(Missing.AGREEMENT, agreed),
    Requirement(Missing.DECLARATION, declared),
    Requirement(Missing.TRAINING, trained),
]


class Readiness:
    """What the workers lack on a day: read at once, asked as often as one likes."""

    def __init__(self, workers):
        workers = {getattr(worker, "pk", worker) for worker in workers} - {None}
        self.employed = engaged(workers, EngagementKind.EMPLOYEE)
        self.met = [(requirement, requirement.spans(workers)) for requirement in REQUIREMENTS]

    def missing(self, worker_id, day):
        is_employed = within(self.employed.get(worker_id, ()), day)
        return [
            requirement.missing
            for requirement, spans in self.met
            if not (requirement.of_volunteers_alone and is_employed) and not within(spans.get(worker_id, ()), day)
        ]


def within(spans, day):
    return any(first <= day and (last is None or day <= last) for first, last in spans)


def missing_for_duty(worker, day):
    """What one worker lacks on a day, in the order of the requirements; empty: she may have duty."""
    return Readiness([worker]).missing(worker.pk, day)
