"""Those who work for the organisation, and the hours they give."""

from programmes.models import (
    Agreement,
    Declaration,
    Engagement,
    TrainingStandard,
    Vocabulary,
    VolunteerRate,
    VolunteerWork,
    Worker,
)
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker
from reporting.exchange.values import Number, Whole

WORKERS = [
    Sheet(
        "workers",
        Worker,
        "Everybody who works for the organisation, paid or not. Sign-ins are not imported.",
        ("code",),
        [
            Column("code", "Short code; other files refer to it."),
            Column("name", "Her name."),
            Column("sex", "Sex; empty: not_known."),
            Column("born_in", "Year of birth, for the age groups of the yearly report.", form=Whole(1900, 2200)),
            Column("languages", "Languages that she speaks.", vocabulary=Vocabulary.LANGUAGE),
            Column("knowledge", "What else she knows."),
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
        "agreements",
        Agreement,
        "Written agreements on volunteer work.",
        ("id",),
        [
            identity(),
            worker("Code of the volunteer."),
            Column("valid_from", "First day."),
            Column("valid_until", "Last day; empty: until it is ended."),
            Column("number", "Its number."),
        ],
    ),
    Sheet(
        "declarations",
        Declaration,
        "Declarations of volunteers that they have no convictions which forbid work with vulnerable groups.",
        ("id",),
        [
            identity(),
            worker("Code of the volunteer."),
            Column("given_on", "The day it was given."),
            Column("valid_until", "Last day; empty: as long as nothing changes."),
            Column("note", "Free note."),
        ],
    ),
    Sheet(
        "training_standards",
        TrainingStandard,
        "How many hours the basic training of a volunteer has, from a day on until the next row.",
        ("valid_from",),
        [
            Column("valid_from", "First day."),
            Column("theory_hours", "Hours of theory.", form=Number(5, 2, low=0)),
            Column("practice_hours", "Hours of practice.", form=Number(5, 2, low=0)),
            Column(
                "supervision_hours",
                "Hours of supervision that staff usually have in a month, but for July and August.",
                form=Number(5, 2, low=0),
            ),
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
            Column("state", "Whether they count: only confirmed hours do; empty: confirmed."),
            Column("confirmed_by", "Code of the worker who confirmed them, where a volunteer wrote them herself."),
            Column("confirmed_on", "The day on which they were confirmed."),
        ],
    ),
]
