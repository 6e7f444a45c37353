"""People whom the organisation helps, the talks with them, and what was done for them."""

from cases.models import Case, Client, Contact, Group, Service
from programmes.models import Vocabulary
from reporting.exchange.sheets.columns import Column, Sheet, identity, programme, unit, worker
from reporting.exchange.values import Reference, Several, Whole

CASES = [
    Sheet(
        "clients",
        Client,
        "People whom the organisation helps, each known by a code. Every column but the code may stay empty.",
        ("code",),
        [
            Column("code", "Her code; other files refer to it."),
            Column("sex", "Sex; empty: not_known."),
            Column("born_on", "Date of birth."),
            Column("born_in", "Year of birth, where the date is not known.", form=Whole(1900, 2200)),
            Column("municipality", "Municipality or region.", vocabulary=Vocabulary.MUNICIPALITY),
            Column("name", "Her name."),
            Column("reached_at", "How and when she may be reached."),
            Column("note", "Free note."),
        ],
    ),
    Sheet(
        "cases",
        Case,
        "The work of one programme with one client, from opening to closing. Staff see a client through her cases.",
        ("id",),
        [
            identity(),
            programme(),
            Column("client", "Code of the client."),
            Column("opened_on", "The day it was opened."),
            Column(
                "closed_on",
                "The day it was closed; empty: it is open. Only one case of hers in a programme may be.",
            ),
        ],
        also=("client__vault",),  # her key seals what hangs on her case
    ),
    Sheet(
        "contacts",
        Contact,
        "Conversations: calls, chats, e-mails, visits. Only programme, channel and start must be said.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            worker("Code of the worker who talked."),
            Column("client", "Code of the client, where the caller is one."),
            Column("channel", "By what.", required=True),
            Column("started_at", "When it began."),
            Column("minutes", "How long it took, in minutes; empty: 0.", form=Whole(0, 1440)),
            Column("language", "Language.", vocabulary=Vocabulary.LANGUAGE),
            Column("interpreter", "Whether an interpreter helped; empty: no."),
            Column("caller", "Who calls."),
            Column("sex", "Sex of the caller."),
            Column("age_band", "Age.", vocabulary=Vocabulary.AGE_BAND),
            Column("municipality", "Municipality or region.", vocabulary=Vocabulary.MUNICIPALITY),
            Column("heard_from", "How she heard of us.", vocabulary=Vocabulary.HEARD_FROM),
            Column(
                "subject",
                "What it was about. silent, wrong_number and nuisance had no talk and count apart.",
            ),
            Column("kinds", "Kinds of violence."),
            Column("setting", "Where the violence happens."),
            Column("relation", "Who the perpetrator is to her.", vocabulary=Vocabulary.RELATION),
            Column("children", "How many children are affected; empty: not asked."),
            Column("acute_danger", "Whether anyone was in danger; empty: not asked."),
            Column("danger_done", "What was done about the danger."),
            Column("suicidal", "Whether there was suicidal distress; empty: not asked."),
            Column("given", "What was given.", vocabulary=Vocabulary.HELP_GIVEN),
            Column("referred_to", "Where she was referred.", vocabulary=Vocabulary.REFERRED_TO),
            Column("note", "Free note."),
            Column("follow_up", "What was agreed to come next."),
            Column("follow_up_at", "When we call back."),
            Column("followed_up_at", "When that was done; empty: it is still to do."),
            Column("safe_ways", "How it is safe to reach her."),
            Column("safe_note", "How to reach her safely, in words."),
        ],
    ),
    Sheet(
        "groups",
        Group,
        "Support groups. Their sessions are services, their members those who received one.",
        ("programme", "key"),
        [
            programme(),
            Column("key", "Names the group for ever within its programme."),
            Column("name", "Its name."),
        ],
    ),
    Sheet(
        "services",
        Service,
        "Single pieces of help: what was done, for how long, by whom, for whom.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            worker("Code of the worker who gave it."),
            Column("kind", "Kind of service.", vocabulary=Vocabulary.SERVICE_KIND),
            Column("group", "Key of the group of that programme whose session it was."),
            Column("started_at", "When it began."),
            Column("minutes", "How long it took, in minutes; empty: 0.", form=Whole(0, 10080)),
            Column(
                "receivers",
                "Codes of the clients who received it.",
                path="",
                form=Several(Reference("clients")),
            ),
            Column("note", "Free note."),
        ],
    ),
]
