"""One time line of all that happened with somebody: each kind of record brings its events from a source of its own.

A source is a function that is given `Whose` and returns events, in few queries and never one for each event:

    @source("contacts", _("contacts"), position=10)
    def contacts(whose):
        for contact in whose.records(Contact.objects).for_list():
            yield Event(at=contact.started_at, icon=contact.icon, title=contact.title)

Its name is the chip that shows its kind alone. Sources live in `cases/parts/` and in `parts/` of the floors above;
an app imports its own when it is ready.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import pgettext_lazy

from programmes.records import Period

ALL = "all"
FOR_EVER = date(2200, 1, 1)


@dataclass(frozen=True)
class Event:
    """What stands on the time line. `at` is a moment, or a day where nobody asked for the hour."""

    at: datetime | date
    icon: str
    title: Any
    url: str = ""
    detail: Any = ""  # one soft line: how long, who, for whom
    note: str = ""
    in_danger: bool = False  # red: somebody was, or is, in danger
    kind: str = ""  # written by the time line

    @property
    def by_day(self):
        return not isinstance(self.at, datetime)

    @property
    def when(self):
        """A day stands above the hours of that day: it is its whole."""
        if isinstance(self.at, datetime):
            return timezone.localtime(self.at)
        return timezone.make_aware(datetime.combine(self.at, time.max))


def listed(*parts):
    """The soft line under a title: what there is to say, with commas."""
    return ", ".join(str(part) for part in parts if part)


@dataclass(frozen=True)
class Whose:
    """Whose time line, and who looks. With a case: only what belongs to it."""

    client: Any
    user: Any
    case: Any = None

    def records(self, manager, path="client"):
        """What she may see of the client's records; of a case, those of its programme while it ran."""
        records = manager.visible_to(self.user).filter(**{path: self.client})
        if self.case is None:
            return records
        return records.of(self.case.programme_id).in_period(
            Period(self.case.opened_on, self.case.closed_on or FOR_EVER)
        )


@dataclass(frozen=True)
class Source:
    kind: str
    name: Any
    position: int
    events: Callable[[Whose], Iterable[Event]]


SOURCES: dict[str, Source] = {}


def source(kind, name, *, position):
    """Registers a function as the source of the events of a kind."""

    def register(events):
        SOURCES[kind] = Source(kind, name, position, events)
        return events

    return register


@dataclass(frozen=True)
class TimeLine:
    """All events, newest first, and the chips that choose among their kinds."""

    all_events: tuple[Event, ...]
    show: str

    @property
    def events(self):
        return [event for event in self.all_events if self.show in (ALL, event.kind)]

    @property
    def chips(self):
        """All, then each kind of which something happened; nothing where there is nothing to choose."""
        kinds = {event.kind for event in self.all_events}
        chips = [(source.kind, source.name) for source in in_order() if source.kind in kinds]
        return [(ALL, pgettext_lazy("time line", "all")), *chips] if len(chips) > 1 else []


def in_order():
    return sorted(SOURCES.values(), key=lambda source: source.position)


def time_line(whose, show=""):
    """`show` is a kind; of whatever else comes in with an address, all is shown."""
    events = [replace(event, kind=source.kind) for source in in_order() for event in source.events(whose)]
    events.sort(key=lambda event: event.when, reverse=True)
    return TimeLine(tuple(events), show if show in {event.kind for event in events} else ALL)
