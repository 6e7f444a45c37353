"""How she rates her goals over time, as a table and as lines."""

from dataclasses import dataclass
from typing import Any

LEFT, RIGHT, TOP, BOTTOM = 28, 330, 12, 152
BEST = 10
LABELS_APART = 15


@dataclass(frozen=True)
class Line:
    number: int
    goal: Any
    points: tuple[tuple[int, int], ...]
    label_y: int

    @property
    def path(self):
        return " ".join(f"{x},{y}" for x, y in self.points)

    @property
    def end(self):
        return self.points[-1]


def progress(goals):
    """Lines of the goals that were rated, the days, and rows of numbers by day; goals with their ratings at hand."""
    rated = [(number, goal, list(goal.ratings.all())) for number, goal in enumerate(goals, 1)]
    rated = [(number, goal, ratings) for number, goal, ratings in rated if ratings]
    days = sorted({rating.rated_on for _number, _goal, ratings in rated for rating in ratings})
    if not days:
        return None
    lines, taken = [], []
    for number, goal, ratings in rated:
        points = tuple((x_of(rating.rated_on, days), y_of(rating.value)) for rating in ratings)
        label_y = apart(points[-1][1] + 5, taken)
        lines.append(Line(number, goal, points, label_y))
    by_day = [
        (number, goal, [next((r.value for r in ratings if r.rated_on == day), None) for day in days])
        for number, goal, ratings in rated
    ]
    return {
        "lines": lines,
        "days": days,
        "ends": [(x_of(day, days), day) for day in {days[0], days[-1]}],
        "rows": by_day,
    }


def x_of(day, days):
    span = (days[-1] - days[0]).days
    return LEFT + round((RIGHT - LEFT) * (day - days[0]).days / span) if span else (LEFT + RIGHT) // 2


def y_of(value):
    return BOTTOM - round((BOTTOM - TOP) * value / BEST)


def apart(y, taken):
    """The nearest height at which no other label stands."""
    while any(abs(y - other) < LABELS_APART for other in taken):
        y += 1 if y < BOTTOM else -2
        if y < TOP:
            break
    taken.append(y)
    return y
