"""What the law sets a time for, and how long the times are."""

from cases.models import (
    AgreedStep,
    BarringOrder,
    Breach,
    CourtDate,
    CourtMeasure,
    DutyReport,
    Invited,
    LegalLimit,
    SupervisedContacts,
    TeamMeeting,
)
from reporting.exchange.sheets.columns import Column, Sheet, identity, place, worker
from reporting.exchange.values import Whole


def clock(name, model, about, *columns):
    """A record of a case with a time that runs."""
    head = [identity(), Column("case", "The id of the row in cases.csv."), worker("Who keeps an eye on it.")]
    columns = [*head, *columns, Column("note", "Free note.")]
    return Sheet(name, model, about, ("id",), columns, also=("case__client__vault",))


CLOCKS = [
    Sheet(
        "legal_limits",
        LegalLimit,
        "How long the limits of the law are, from a day on, and where that is written.",
        ("limit", "valid_from"),
        [
            Column("limit", "Which limit; its name says the unit."),
            Column("valid_from", "First day."),
            Column("amount", "How long.", form=Whole(1, 32767)),
            Column("source", "Where it is written."),
        ],
    ),
    clock(
        "duty_reports",
        DutyReport,
        "Reports to the social-work centre. Their two deadlines are computed.",
        Column("learnt_at", "When we learnt of what is reported."),
        Column("about_child", "Whether it is about a child, or somebody who can't care for herself; empty: no."),
        Column("crime_suspected", "Whether a crime prosecuted ex officio is suspected; empty: no."),
        Column("objected", "Whether she objects, where she may; empty: no."),
        Column("centre", "Which social-work centre."),
        Column("reason", "What is reported."),
        Column("phoned_at", "When it was told by phone."),
        Column("written_at", "When it was sent in writing."),
    ),
    clock(
        "barring_orders",
        BarringOrder,
        "Barring orders of the police. The stage follows from the days.",
        Column("ordered_at", "The first oral hour."),
        Column("station", "Police station."),
        Column("offence", "For what."),
        Column("written_at", "When it was in writing."),
        Column("court_15_on", "The day the court prolonged it to 15 days."),
        Column("proposed_60_on", "The day she proposed 60 days."),
        Column("court_60_on", "The day the court prolonged it to 60 days."),
        Column("annulled_on", "The day it was annulled."),
    ),
    Sheet(
        "breaches",
        Breach,
        "Breaches of barring orders.",
        ("id",),
        [
            identity(),
            Column("order", "The id of the row in barring_orders.csv."),
            Column("breached_on", "The day."),
            Column("words", "What happened, who was told."),
        ],
        also=("order__case__client__vault",),
    ),
    clock(
        "court_measures",
        CourtMeasure,
        "Measures of a court.",
        Column("kind", "What it forbids."),
        Column("decided_on", "The day of the decision."),
        Column("until_on", "Until when."),
        Column("longer_until_on", "Until when it was prolonged."),
        Column("ended_on", "The day it ended earlier."),
        Column("court", "Court and number."),
    ),
    clock(
        "team_meetings",
        TeamMeeting,
        "Multidisciplinary teams.",
        Column("called_on", "The day it was called."),
        Column("called_by", "Who called it."),
        Column("met_at", "When it meets or met."),
    ),
    Sheet(
        "invited",
        Invited,
        "Who was invited to a team meeting, and who came.",
        ("id",),
        [
            identity(),
            Column("meeting", "The id of the row in team_meetings.csv."),
            Column("who", "Who, and of what institution."),
            Column("came", "Whether she came; empty: not known."),
            place(),
        ],
        also=("meeting__case__client__vault",),
    ),
    Sheet(
        "agreed_steps",
        AgreedStep,
        "What team meetings agreed.",
        ("id",),
        [
            identity(),
            Column("meeting", "The id of the row in team_meetings.csv."),
            Column("words", "What."),
            Column("owner", "Whose it is."),
            Column("until", "Until when."),
            Column("done_on", "The day it was done."),
            place(),
        ],
        also=("meeting__case__client__vault",),
    ),
    clock(
        "supervised_contacts",
        SupervisedContacts,
        "Contacts with a child under supervision.",
        Column("ordered_on", "The day they were ordered."),
        Column("until_on", "Until when."),
        Column("reported_on", "The day of the last report to the court."),
        Column("ended_on", "The day they ended."),
        Column("not_carried_out", "Whether they were ordered and not carried out; empty: no."),
        Column("because", "Why not."),
    ),
    clock(
        "court_dates",
        CourtDate,
        "Days in court.",
        Column("starts_at", "When."),
        Column("court", "Where."),
        Column("matter", "About what."),
        Column("result", "What came of it."),
    ),
]
