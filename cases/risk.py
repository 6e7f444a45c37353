"""How risk changed from one assessment to the next, and how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cases.vocabulary import Answer, RiskLevel

LEFT, RIGHT = 92, 338
ROWS = {RiskLevel.HIGH: 22, RiskLevel.MEDIUM: 52, RiskLevel.LOW: 82}
LABELLED_APART = 48  # less than that between two dots, and the day of the first is left to the table


@dataclass(frozen=True)
class Change:
    """One question that is answered otherwise than the last time."""

    item: Any
    before: Answer
    now: Answer

    @property
    def is_worse(self):
        return self.now == Answer.YES


def changes_of(assessment, before):
    """Worse first. A question that the older edition did not have was not known then."""
    if before is None:
        return []
    found = [
        Change(item, before.answer_to(item.key), assessment.answer_to(item.key))
        for item in assessment.instrument.items.all()
    ]
    return sorted((change for change in found if change.before != change.now), key=lambda change: not change.is_worse)


def with_changes(assessments: Sequence[Any]):
    """Each with the one before it and what changed, newest first as they come."""
    earlier = [*assessments, None][1:]
    return [
        {"assessment": assessment, "before": before, "changes": changes_of(assessment, before)}
        for assessment, before in zip(assessments, earlier, strict=True)
    ]


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    assessment: Any
    labelled: bool

    @property
    def label_y(self):
        """Outside the three lines where there is room, else below the dot."""
        return self.y - 12 if self.y == ROWS[RiskLevel.HIGH] else self.y + 18


def course(assessments):
    """Dots from the oldest to the newest, apart as their days are."""
    told = sorted(assessments, key=lambda assessment: assessment.assessed_at)
    if not told:
        return []
    first, last = told[0].assessed_at, told[-1].assessed_at
    span = (last - first).total_seconds() or 1
    places = [LEFT + round((RIGHT - LEFT) * (one.assessed_at - first).total_seconds() / span) for one in told]
    if len(told) == 1:
        places = [(LEFT + RIGHT) // 2]
    following = [*places[1:], places[-1] + LABELLED_APART]
    return [
        Dot(x, ROWS[RiskLevel(one.level)], one, after - x >= LABELLED_APART)
        for one, x, after in zip(told, places, following, strict=True)
    ]
