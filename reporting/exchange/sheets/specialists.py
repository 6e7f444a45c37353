"""Specialists and interpreters, and in which talks somebody interpreted."""

from cases.models import InterpreterUse
from programmes.models import Specialist, Vocabulary
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, worker
from reporting.exchange.values import Number, Several, Whole

SPECIALISTS = [
    Sheet(
        "specialists",
        Specialist,
        "What workers can do beyond an ordinary talk: lawyers, detectives, counsellors in other languages, interpreters.",
        ("worker", "kind"),
        [
            worker("Code of the worker."),
            Column("kind", "As what."),
            Column("languages", "Languages she works in.", vocabulary=Vocabulary.LANGUAGE),
            Column("weekdays", "Days on which she is there; 1 is Monday.", form=Several(Whole(1, 7))),
            Column("from_hour", "From this hour.", form=Whole(0, 23)),
            Column("to_hour", "To this hour.", form=Whole(1, 24)),
            Column("hours", "When, in words."),
            Column("cost_per_hour", "EUR an hour.", form=Number(7, 2, low=0)),
            Column("phone", "How she is reached."),
            Column("retired_on", "The day from which she is no longer offered."),
        ],
    )
]
INTERPRETERS = [
    Sheet(
        "interpreters",
        InterpreterUse,
        "Talks in which somebody interpreted: a contact or a service, one of them.",
        ("id",),
        [
            identity(),
            programme(),
            Column("contact", "Id of the contact."),
            Column("service", "Id of the service."),
            Column("interpreter", "Code of the worker who interpreted."),
            Column("language", "Language.", vocabulary=Vocabulary.LANGUAGE),
            Column("used_at", "When the talk began."),
            Column("minutes", "How long she interpreted, in minutes.", form=Whole(1, 1440)),
            Column("cost", "What it cost, in EUR.", form=Number(8, 2, low=0)),
        ],
    )
]
