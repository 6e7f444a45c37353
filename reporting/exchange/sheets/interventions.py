"""Call-outs during standby: what they were for, who went, and whether the month's hours were handed in."""

from cases.models import Intervention, InterventionWorker, StandbyTable
from programmes.models import Vocabulary
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker

INTERVENTIONS = [
    Sheet(
        "interventions",
        Intervention,
        "Call-outs during standby. Their hours run from the call to the return and count for each who went.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            Column("client", "Code of the client for whom it was."),
            Column("called_at", "When somebody was called."),
            Column("left_at", "When she left; empty: it was done by phone."),
            Column("returned_at", "When she returned; empty: it still lasts."),
            Column("called_by", "Who called."),
            Column("task", "What was to be done.", vocabulary=Vocabulary.STANDBY_TASK),
            Column("outcome", "What came of it.", vocabulary=Vocabulary.STANDBY_OUTCOME),
            Column("note", "Free note."),
            Column("report", "The written report."),
            Column("reported_at", "When the report was written; empty: it is not."),
        ],
    ),
    Sheet(
        "intervention_workers",
        InterventionWorker,
        "Who took part in an intervention.",
        ("intervention", "worker"),
        [
            Column("intervention", "The id of the row in interventions.csv."),
            worker("Code of the worker who went."),
        ],
    ),
    Sheet(
        "standby_tables",
        StandbyTable,
        "Months of which the table of hours was handed in.",
        ("programme", "month"),
        [
            programme(),
            Column("month", "First day of the month."),
            Column("handed_in_at", "When it was handed in.", required=True),
        ],
    ),
]
