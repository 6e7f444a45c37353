"""Hours in which somebody answers."""

from programmes.models import DutyShift
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker

DUTY = [
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
        ],
    ),
]
