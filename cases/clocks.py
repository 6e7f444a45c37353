"""The next deadline of whatever the law sets a time for: computed here and nowhere else.

Lengths come from dated rows (`Limits`); a limit reminds, it never blocks.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import singledispatch
from typing import Any

from django.utils import timezone
from django.utils.translation import pgettext

from cases.models.limits import Limits
from cases.models.measures import (
    BarringOrder,
    CourtDate,
    CourtMeasure,
    DutyReport,
    SupervisedContacts,
    TeamMeeting,
)
from cases.vocabulary import Limit, OrderStage


@dataclass(frozen=True)
class Deadline:
    """`at` is a moment where hours count, else a day; `ends` is where something ends without anybody's doing."""

    at: date | datetime
    words: Any
    ends: bool = False

    @property
    def is_late(self):
        return self.on < timezone.localdate()

    @property
    def on(self):
        return timezone.localdate(self.at) if isinstance(self.at, datetime) else self.at


@singledispatch
def deadlines(record, limits: Limits) -> Iterator[Deadline]:
    """All deadlines that a record still has, by time."""
    raise TypeError(record)


def next_deadline(record, limits):
    """The nearest one; whatever only ends and has ended is no deadline any more."""
    today = timezone.localdate()
    running = [one for one in deadlines(record, limits) if not one.ends or one.on >= today]
    return min(running, key=lambda one: one.on, default=None)


@deadlines.register
def of_report(record: DutyReport, limits):
    if record.objected or record.written_at:
        return
    if record.phoned_at and record.write_by:
        yield Deadline(record.write_by, pgettext("deadline", "report in writing"))
    else:
        yield Deadline(record.tell_by, pgettext("deadline", "tell the social-work centre"))


def set_times(report, limits):
    """A report's own times, as the law stood when we learnt of it."""
    learnt = timezone.localdate(report.learnt_at)
    report.tell_by = report.learnt_at + timedelta(hours=limits.on(learnt, Limit.REPORT_HOURS))
    written = timedelta(days=limits.on(learnt, Limit.REPORT_WRITTEN_DAYS))
    report.write_by = report.phoned_at + written if report.phoned_at else None


def end_of_order(order, limits):
    """All stages count from the first oral hour."""
    on = timezone.localdate(order.ordered_at)
    if order.annulled_on:
        return None
    if order.court_60_on:
        return order.ordered_at + timedelta(days=limits.on(on, Limit.ORDER_LONGEST_DAYS))
    if order.court_15_on:
        return order.ordered_at + timedelta(days=limits.on(on, Limit.ORDER_COURT_DAYS))
    return order.ordered_at + timedelta(hours=limits.on(on, Limit.ORDER_HOURS))


@deadlines.register
def of_order(record: BarringOrder, limits):
    end = end_of_order(record, limits)
    if end is None:
        return
    on, has_ended = timezone.localdate(record.ordered_at), end < timezone.now()
    if not record.written_at and not has_ended:
        hours = limits.on(on, Limit.ORDER_WRITTEN_HOURS)
        yield Deadline(record.ordered_at + timedelta(hours=hours), pgettext("deadline", "police order in writing"))
    if record.stage == OrderStage.COURT and not record.proposed_60_on and not has_ended:
        early = timedelta(days=limits.on(on, Limit.ORDER_REMINDER_DAYS))
        yield Deadline(end - early, pgettext("deadline", "propose 60 days"))
    yield Deadline(end, pgettext("deadline", "barring order ends"), ends=True)


@deadlines.register
def of_measure(record: CourtMeasure, limits):
    end, today = record.longer_until_on or record.until_on, timezone.localdate()
    if record.ended_on or end < today:
        return
    for limit in (Limit.MEASURE_FIRST_DAYS, Limit.MEASURE_LAST_DAYS):
        reminder = end - timedelta(days=limits.on(record.decided_on, limit))
        if reminder >= today and not record.longer_until_on:
            yield Deadline(reminder, pgettext("deadline", "think of prolonging the court measure"))
    yield Deadline(end, pgettext("deadline", "court measure ends"), ends=True)


@deadlines.register
def of_team(record: TeamMeeting, limits):
    if record.met_at is None:
        days = limits.on(record.called_on, Limit.TEAM_DAYS)
        yield Deadline(record.called_on + timedelta(days=days), pgettext("deadline", "team meets"))
    elif record.met_at > timezone.now():
        yield Deadline(record.met_at, pgettext("deadline", "team meeting"))
    for step in record.agreed.all():
        if step.until and not step.done_on:
            yield Deadline(step.until, step.words)


@deadlines.register
def of_contacts(record: SupervisedContacts, limits):
    if record.ended_on or record.not_carried_out:
        return
    months = limits.on(record.ordered_on, Limit.CONTACTS_REPORT_MONTHS)
    due = months_after(record.reported_on or record.ordered_on, months)
    if due <= record.until_on:
        yield Deadline(due, pgettext("deadline", "report on contacts to the court"))
    yield Deadline(record.until_on, pgettext("deadline", "supervised contacts end"), ends=True)


@deadlines.register
def of_court_date(record: CourtDate, limits):
    if record.starts_at >= timezone.now():
        yield Deadline(record.starts_at, pgettext("deadline", "in court"))


def months_after(day, months):
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def longest_measure(decided_on, limits):
    return months_after(decided_on, limits.on(decided_on, Limit.MEASURE_MONTHS))


def longest_contacts(ordered_on, limits):
    return months_after(ordered_on, limits.on(ordered_on, Limit.CONTACTS_MONTHS))
