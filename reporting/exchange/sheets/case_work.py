"""What hangs on a case: who holds it, who belongs to it, what happened."""

from cases.models import CasePerson, FirstTalk, Holding, Incident, Involved, Need, Reached, Victim
from programmes.models import Vocabulary
from reporting.exchange.sheets.columns import Column, Sheet, identity, worker
from reporting.exchange.values import Whole


def of_case():
    return Column("case", "The id of the row in cases.csv.")


CASE_WORK = [
    Sheet(
        "holdings",
        Holding,
        "Which worker held a case, and when. A hand-over ends one row and begins the next.",
        ("id",),
        [
            identity(),
            of_case(),
            worker("Code of the worker who held it."),
            Column("since_on", "From."),
            Column("until_on", "Until; empty: she still does. Only one at a time holds a case."),
            Column("note", "What she was told at the hand-over."),
        ],
    ),
    Sheet(
        "case_people",
        CasePerson,
        "People of a case in their roles. Children are clients too: theirs names a code. A perpetrator never has one.",
        ("id",),
        [
            identity(),
            of_case(),
            Column("role", "Who she, he or it is in the case; client: she herself."),
            Column("client", "Code of the client, where this person is one."),
            Column("relation", "What this person is to her; empty: not asked."),
            Column("has_ended", "Whether the relation has ended; empty: not asked."),
            Column("lives_with_her", "Whether they live together; empty: not asked."),
            Column("sex", "Sex; empty: not_known."),
            Column("born_in", "Year of birth.", form=Whole(1900, 2200)),
            Column("name", "Name."),
            Column("details", "Details."),
        ],
    ),
    Sheet(
        "first_talks",
        FirstTalk,
        "The first talk of a case, by its headings. A case has one.",
        ("case",),
        [
            of_case(),
            Column("talked_on", "The day of the talk."),
            worker("Code of the worker who talked."),
            Column("violence", "Violence."),
            Column("people", "Who is involved."),
            Column("risk_factors", "Risk factors."),
            Column("consequences", "Consequences."),
            Column("state", "How she is."),
            Column("network", "Whom she can count on."),
            Column("leads_to", "What it leads to."),
        ],
    ),
    Sheet(
        "outcomes",
        Reached,
        "What came of the work with somebody, each on its day.",
        ("id",),
        [
            identity(),
            of_case(),
            Column("on", "The day."),
            Column("what", "What was reached.", vocabulary=Vocabulary.OUTCOME),
            Column("note", "Free note."),
        ],
    ),
    Sheet(
        "needs",
        Need,
        "Needs and circumstances that somebody told by herself. Staff see them on need to know.",
        ("id",),
        [
            identity(),
            of_case(),
            Column("what", "The need.", vocabulary=Vocabulary.NEED),
        ],
    ),
    Sheet(
        "institutions",
        Involved,
        "Institutions that work on a case too.",
        ("id",),
        [
            identity(),
            of_case(),
            Column("kind", "Which institution."),
            Column("name", "Its name."),
            Column("contact", "Whom we speak to there, and how."),
            Column("note", "Free note."),
        ],
    ),
    Sheet(
        "incidents",
        Incident,
        "What happened, as it was told. It counts on the day on which it was told, whenever it happened.",
        ("id",),
        [
            identity(),
            of_case(),
            Column("told_on", "The day on which it was told."),
            Column("kinds", "Kinds of violence."),
            Column("marks", "What it was besides."),
            Column("course", "Whether it happened once, goes on, or lasted for a time; empty: once."),
            Column("from_on", "The day; of a month or a year that is all she knows, its first."),
            Column("to_on", "The last day of what lasted for a time."),
            Column("precision", "How exactly the days are known; empty: day."),
            Column("scene", "Where."),
            Column("perpetrator", "Who did it: the id of the row in case_people.csv."),
            Column("weapons", "Weapons."),
            Column("injury", "Injuries; empty: not asked."),
            Column("reported_to", "To whom it was reported."),
            Column("description", "What happened, in words."),
        ],
    ),
    Sheet(
        "incident_people",
        Victim,
        "Whom an incident hit. A child who saw or heard it is a witness, and a victim too.",
        ("incident", "person"),
        [
            Column("incident", "The id of the row in incidents.csv."),
            Column("person", "The id of the row in case_people.csv."),
            Column("exposure", "Directly or as a witness; empty: direct."),
        ],
    ),
]
