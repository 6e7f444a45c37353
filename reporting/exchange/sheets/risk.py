"""Instruments of risk assessment, and what was assessed with them."""

from cases.models import Instrument, RiskAssessment, RiskBand, RiskItem
from cases.vocabulary import RiskLevel
from reporting.exchange.sheets.columns import Column, Sheet, identity, place, worker
from reporting.exchange.values import Choice, Whole

RISK = [
    Sheet(
        "instruments",
        Instrument,
        "Instruments of risk assessment, a row for each edition. Editions that share a key are one instrument over time.",
        ("id",),
        [
            identity(),
            Column("key", "Names the instrument; the same in all its editions."),
            Column("edition", "Which edition; empty: 1.", form=Whole(1, 32767)),
            Column("name", "Its name."),
            Column("licence", "Whose it is, and by what right its words are used."),
            Column("review_days", "After how many days one assesses again; empty: 30.", form=Whole(1, 366)),
            Column("judgement_raises", "Whether professional judgement may raise the result; empty: yes."),
            Column("retired_on", "The day from which it is no longer offered."),
        ],
    ),
    Sheet(
        "risk_items",
        RiskItem,
        "Questions of an edition.",
        ("instrument", "key"),
        [
            Column("instrument", "The id of the row in instruments.csv."),
            Column("key", "Names the question for ever; answers refer to it."),
            Column("label_sl", "The question in Slovenian."),
            Column("label_en", "The question in English."),
            Column("weight", "What a yes adds to the score; empty: 1.", form=Whole(0, 100)),
            place(),
        ],
    ),
    Sheet(
        "risk_bands",
        RiskBand,
        "What a score means. One band of an edition begins at 0.",
        ("instrument", "from_score"),
        [
            Column("instrument", "The id of the row in instruments.csv."),
            Column("from_score", "From what score on.", form=Whole(0, 32767)),
            Column("label_sl", "What it is called in Slovenian."),
            Column("label_en", "What it is called in English."),
            Column("level", "Which of the three levels that figures know."),
        ],
    ),
    Sheet(
        "risk_assessments",
        RiskAssessment,
        "Assessments of a case. The score is computed; a question that stands neither under yes nor under no is not known.",
        ("id",),
        [
            identity(),
            Column("case", "The id of the row in cases.csv."),
            Column("instrument", "The id of the row in instruments.csv."),
            worker("Code of the worker who assessed."),
            Column("assessed_at", "When."),
            Column("yes", "Keys of the questions answered with yes.", path="said_yes"),
            Column("no", "Keys of the questions answered with no.", path="said_no"),
            Column(
                "level",
                "The result, where judgement raised it; empty: as the score says.",
                path="",
                form=Choice(RiskLevel.choices),
            ),
            Column("reasons", "What decided."),
            Column("review_on", "The day of the next one."),
            Column("stood_down_at", "When the flag of high risk was taken down without a newer one."),
            Column("stood_down_by", "Code of the worker who took it down."),
            Column("stood_down_because", "Why."),
        ],
    ),
]
