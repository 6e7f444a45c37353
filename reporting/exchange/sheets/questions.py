"""What a programme asks in a call."""

from cases.models import FieldRule
from reporting.exchange.sheets.columns import Column, Sheet, programme

QUESTIONS = [
    Sheet(
        "questions",
        FieldRule,
        "How a programme asks the questions of a contact's form: hidden, optional or required, in its own words. They bind "
        "the form; rows of files are taken as they are, because older records answer what was asked then.",
        ("programme", "question"),
        [
            programme(),
            Column("question", "The question."),
            Column("asked", "How it is asked; empty: optional."),
            Column("label_sl", "Own words in Slovenian; empty: those of the house."),
            Column("label_en", "Own words in English."),
        ],
    )
]
