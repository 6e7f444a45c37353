"""Those who work for the organisation, and the hours they give."""

from programmes.models import Engagement, VolunteerRate, VolunteerWork, Worker
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker
from reporting.exchange.values import Number

WORKERS = [
    Sheet(
        "workers",
        Worker,
        "Everybody who works for the organisation, paid or not. Sign-ins are not imported.",
        ("code",),
        [
            Column("code", "Short code; other files refer to it."),
            Column("name", "Her name."),
        ],
    ),
    Sheet(
        "engagements",
        Engagement,
        "Since when and until when somebody is an employee, a volunteer or a member. Figures on a day count these.",
        ("id",),
        [
            identity(),
            worker("Code of the worker."),
            Column("kind", "As what."),
            Column("started_on", "First day."),
            Column("ended_on", "First day on which she no longer was; empty: she still is."),
        ],
    ),
    Sheet(
        "volunteer_rates",
        VolunteerRate,
        "What an hour of volunteer work is valued at, by kind of work, from a day on until the next row of its kind.",
        ("kind", "valid_from"),
        [
            Column("kind", "Kind of work."),
            Column("valid_from", "First day."),
            Column("amount", "EUR an hour.", form=Number(6, 2, low=0)),
        ],
    ),
    Sheet(
        "volunteer_hours",
        VolunteerWork,
        "Unpaid hours that somebody gave to a programme on a day, or in a span (a month) that ends on it.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            worker("Code of the worker who gave them."),
            Column("kind", "Kind of work; empty: content."),
            Column("day", "The day, or the last day of the span.", path="on"),
            Column("hours", "Hours.", form=Number(7, 2, low=0)),
        ],
    ),
]
