"""Places on the pages of a person and of a case into which each subject puts its part.

    @flags.part
    def high_risk(case, user):
        if ...:
            yield Flag(_("high risk, 20 Nov"), colour="red", icon="alert")

A part is a function of a case and of who looks; it yields what it has, and nothing where that is not for her eyes.
Parts live in `cases/parts/` and in `parts/` of the floors above; an app imports its own when it is ready.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone


@dataclass(frozen=True)
class Flag:
    """Beside the code, seen before anything else. Red is for danger to a person alone."""

    words: Any
    colour: str = ""
    icon: str = ""
    url: str = ""


@dataclass(frozen=True)
class Action:
    """A button of the head; its key, where it has one, is free on the page of a person and of a case."""

    words: Any
    url: str
    key: str = ""


@dataclass(frozen=True)
class Step:
    """What is to be done next and by when."""

    on: date
    words: Any
    detail: Any = ""
    url: str = ""
    code: str = ""  # whose it is, where a list holds several people

    @property
    def is_late(self):
        return self.on < timezone.localdate()


@dataclass(frozen=True)
class Fact:
    """A name and a few words under the head: "Children: 7 and 1, both witnesses"."""

    name: Any
    words: Any


@dataclass(frozen=True)
class Section:
    """A piece of a page with a template of its own, which finds the section's `context` in its variables."""

    template: str
    position: int
    context: dict[str, Any] = field(default_factory=dict)


class Place:
    """Where parts are put. `fill` asks each for what it has for these cases."""

    def __init__(self, order=None):
        self.parts = []
        self.order = order

    def part(self, giver):
        self.parts.append(giver)
        return giver

    def fill(self, cases, user):
        filled = [thing for case in cases for part in self.parts for thing in part(case, user)]
        return sorted(filled, key=self.order) if self.order else filled


class Desk:
    """What waits for somebody on her first page, whatever case it belongs to."""

    def __init__(self):
        self.parts = []

    def part(self, giver):
        self.parts.append(giver)
        return giver

    def fill(self, user):
        return sorted((step for part in self.parts for step in part(user)), key=lambda step: step.on)


flags = Place()
actions = Place()
facts = Place()
steps = Place(order=lambda step: step.on)
beside = Place(order=lambda section: section.position)  # the column at the right: people 10, plans 30, clocks 40, …
below = Place(order=lambda section: section.position)  # under the time line
desk = Desk()
