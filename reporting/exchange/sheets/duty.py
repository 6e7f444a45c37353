"""Hours in which somebody answers: when somebody has to, who usually does, who did, and how shifts changed hands."""

from programmes.models import DutyShift, OpeningHours, Swap, WeekPattern
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker


def weekly():
    return [
        Column("duty", "What is answered; empty: phone."),
        Column("weekdays", "Days of the week on which they begin."),
        Column("from_time", "From; empty: midnight."),
        Column("to_time", "To; not later than the start: on the next day. Empty: midnight."),
        Column("on_holidays", "Whether they hold on public holidays; empty: also."),
    ]


DUTY = [
    Sheet(
        "opening_hours",
        OpeningHours,
        "When somebody has to answer. Of a duty at a place, all rows with the newest valid_from hold together; a row "
        "without weekdays closes it. Hours to cover and gaps are counted from these.",
        ("id",),
        [
            identity(),
            programme(),
            unit("Key of the unit of that programme; empty: whoever answers, at any unit."),
            *weekly(),
            Column("valid_from", "First day."),
        ],
    ),
    Sheet(
        "week_patterns",
        WeekPattern,
        "Who usually has duty when: the template from which the shifts of a month are filled.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            worker("Code of the worker; empty: nobody yet."),
            *weekly(),
            Column("every_weeks", "Every so many weeks, from that of the first day on; empty: 1."),
            Column("valid_from", "First day."),
            Column("until", "Last day; empty: no end."),
        ],
    ),
    Sheet(
        "duty_shifts",
        DutyShift,
        "Hours in which somebody answers. Hours that two shifts of a kind share count in both.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            worker("Code of the worker on duty."),
            Column("duty", "What is answered; empty: phone."),
            Column("starts_at", "From."),
            Column("ends_at", "To."),
            Column("planned_worker", "Code of the worker for whom it was planned, where another one took it."),
            Column("worked", "Whether it was worked; empty: nobody said, and it counts as the roster has it."),
        ],
    ),
    Sheet(
        "swaps",
        Swap,
        "Shifts that workers asked colleagues to take, for one of theirs or for nothing, and the answer.",
        ("id",),
        [
            identity(),
            Column("shift", "The id of the row in duty_shifts.csv."),
            Column("in_return", "The id of the shift that she takes for it."),
            Column("asked_by", "Code of the worker who asked."),
            Column("asked", "Code of the worker whom she asked; empty: whoever will."),
            Column("asked_at", "When she asked.", required=True),
            Column("answer", "The answer; empty: none yet."),
            Column("answered_at", "When it was given."),
        ],
    ),
]
