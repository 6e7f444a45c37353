"""What programmes held or published, and who of the workers took part."""

from programmes.models import Activity, Attendance, Audience, Vocabulary
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker
from reporting.exchange.values import Number, Whole

ACTIVITIES = [
    Sheet(
        "activities",
        Activity,
        "What a programme held or published: trainings, supervisions, workshops, events, media items.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            Column("kind", "What it was."),
            Column("day", "The day, or the first of several.", path="on"),
            Column("title", "Its title."),
            Column("hours", "How long it took.", form=Number(6, 2, low=0)),
            Column("participants", "How many people took part, as counted that day."),
            Column("state", "Planned, carried out or cancelled; empty: held."),
            Column("planned_on", "The day for which it was first planned; empty: it was in no plan."),
            Column("reason", "Why its day changed or why it was cancelled."),
            Column("copies", "Of materials: how many copies were sent."),
            Column("provider", "Who gave the training or the supervision."),
            Column("licence", "Licence of the supervisor."),
            Column("group", "The group that was supervised."),
            Column("cost", "EUR.", form=Number(9, 2, low=0)),
        ],
    ),
    Sheet(
        "audiences",
        Audience,
        "How many people of each target group took part in an activity.",
        ("activity", "group"),
        [
            Column("activity", "The id of the row in activities.csv."),
            Column("group", "The target group.", vocabulary=Vocabulary.TARGET_GROUP),
            Column("participants", "How many.", form=Whole(high=2147483647)),
        ],
    ),
    Sheet(
        "attendances",
        Attendance,
        "Which workers took part in an activity: needed where people are counted, as in basic trainings.",
        ("activity", "worker"),
        [
            Column("activity", "The id of the row in activities.csv."),
            worker("Code of the worker who took part."),
            Column("theory_hours", "Hours of theory.", form=Number(5, 2, low=0)),
            Column("practice_hours", "Hours of practice.", form=Number(5, 2, low=0)),
            Column("completed", "Whether she finished the training with this; empty: no."),
        ],
    ),
]
