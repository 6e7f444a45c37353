"""The files in which records come in and go out: what each of them holds, column by column, said once.

docs/import.md, the import and the export follow from these lines. A sheet stands after those it refers to.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.db import models

from cases.models import Case, Client, Contact, Group, Service
from programmes.models import (
    Activity,
    Attendance,
    CoFunder,
    DutyShift,
    Engagement,
    Organisation,
    Programme,
    Term,
    Unit,
    Vocabulary,
    VolunteerRate,
    VolunteerWork,
    Worker,
)
from reporting.exchange.values import Form, Id, Key, Number, Place, Reference, Several, Whole, form_of
from reporting.models import Amount, Plan, StatedTotal
from shelters.models import Bed, Closure, Enquiry, Extension, House, Placement, Room, Stay

BY_MODEL: dict[type[models.Model], "Sheet"] = {}


@dataclass
class Column:
    """One column. What it may hold follows from the model's field of the same name, unless `form` says otherwise.

    `path` leads from the record to what the column names, when that is not a field of the record itself; an empty
    path marks a column of which the import and the export have a rule of their own (`arrangements.py`).
    """

    name: str
    meaning: str
    path: str | None = None
    form: Form | None = None
    required: bool | None = None
    vocabulary: Vocabulary | None = None

    def settle(self, sheet):
        """Fills in what follows from the model."""
        self.path = self.name if self.path is None else self.path
        found = self.field_of(sheet.model)
        if self.form is None and isinstance(found, models.ForeignKey):
            self.form = Reference(BY_MODEL[found.related_model].name, self.vocabulary)
        elif self.form is None and self.vocabulary:
            self.form = Several(Reference("vocabularies", self.vocabulary))
        elif self.form is None:
            self.form = form_of(found)
        if self.required is None:
            self.required = self.name in sheet.key and self.name != "id" or bool(found and must_be_said(found))

    def value_in(self, record):
        for name in self.path.split("__"):
            record = record and getattr(record, name)
        return record

    def text_of(self, value):
        """As it stands in a cell; a record stands there by the last part of its key."""
        if value is None:
            return ""
        if isinstance(self.form, Reference):
            target = SHEETS[self.form.sheet]
            last = target.by_name[target.key[-1]]
            return last.text_of(last.value_in(value))
        return self.form.write(value)

    def empty_in(self, model):
        """What an empty cell says."""
        found = self.field_of(model)
        return "" if self.form.sealed else None if found.is_relation else found.get_default()

    def field_of(self, model):
        found = None
        for name in filter(None, self.path.split("__")):
            found = model._meta.get_field(name)
            model = found.related_model
        return found

    @property
    def is_own(self):
        """It names a field of the record itself."""
        return bool(self.path) and "__" not in self.path


def must_be_said(found):
    return not (found.null or found.blank or found.has_default())


@dataclass
class Sheet:
    """One file. `key` names the columns that tell its rows apart."""

    name: str
    model: type[models.Model]
    about: str
    key: tuple[str, ...]
    columns: list[Column] = field(default_factory=list)

    def __post_init__(self):
        BY_MODEL[self.model] = self
        for column in self.columns:
            column.settle(self)

    @cached_property
    def by_name(self):
        return {column.name: column for column in self.columns}

    @property
    def has_id(self):
        return self.key == ("id",)

    def key_of(self, record):
        columns = (self.by_name[name] for name in self.key)
        return tuple(column.text_of(column.value_in(record)) for column in columns)

    def queryset(self):
        """Its records in the scope, with all that their cells name."""
        return self.model.objects.select_related(*self.related)

    @cached_property
    def related(self):
        paths = {column.path for column in self.columns if isinstance(column.form, Reference) and column.path}
        return sorted(paths | ({"vault"} if any(column.form.sealed for column in self.columns) else set()))


def identity():
    return Column("id", "Tells the row apart, where nothing else does. See “Rows that come again”.")


def place():
    return Column("position", "Its place among its like, in lists and reports.", form=Place())


def programme(meaning="Key of the programme."):
    return Column("programme", meaning)


def unit(meaning="Key of the unit of that programme."):
    return Column("unit", meaning)


def worker(meaning):
    return Column("worker", meaning)


def bed_columns(path_to_bed, required=None):
    """Programme, house, room and bed, by which a bed is named."""
    room = f"{path_to_bed}__room"
    return [
        Column("programme", "Key of the programme that the house belongs to.", path=f"{room}__house__programme"),
        Column("house", "Key of the house.", path=f"{room}__house", required=required),
        Column("room", "Name of the room.", path=room, required=required),
        Column("bed", "Name of the bed.", path=path_to_bed, required=required),
    ]


ORGANISATION = [
    Sheet(
        "organisation",
        Organisation,
        "One row: whose records these are. The only file that every folder must have.",
        ("key",),
        [
            Column("key", "Names the organisation for ever."),
            Column("name", "Its full name, as reports print it."),
            Column("displayed_name", "A harmless name for the tab's title on shared computers."),
        ],
    ),
    Sheet(
        "programmes",
        Programme,
        "What a co-funder pays for. The kind decides which figures a programme has.",
        ("key",),
        [
            Column("key", "Names the programme for ever; other files refer to it."),
            Column("name", "Its full name."),
            Column("short_name", "A shorter name for lists and tables."),
            Column("kind", "What sort of work it does."),
            Column("opened_on", "First day."),
            Column("closed_on", "First day on which it no longer ran."),
            place(),
            Column("stay_limit_days", "Longest stay in days; the house is reminded of it, never blocked."),
            Column("extension_limit_days", "Longest extension of a stay in days."),
        ],
    ),
    Sheet(
        "units",
        Unit,
        "Places of a programme: an office, a house, a flat.",
        ("programme", "key"),
        [
            programme(),
            Column("key", "Names the unit for ever within its programme."),
            Column("name", "Its name."),
            Column("opened_on", "First day."),
            Column("closed_on", "First day on which it was no longer used."),
            place(),
        ],
    ),
    Sheet(
        "vocabularies",
        Term,
        "The lists that an organisation words for itself: referrers, reasons, destinations, kinds of service, age bands, "
        "bands of length of stay and more. A row with a programme belongs to that programme's own list, one without to "
        "the organisation's; a programme that has a list of its own is not offered the organisation's.",
        ("vocabulary", "programme", "key"),
        [
            Column("vocabulary", "The list."),
            Column(
                "programme",
                "Key of the programme whose own list this is; empty: the organisation's.",
                required=False,
            ),
            Column("key", "Names the word for ever within its list; records refer to it."),
            Column("label_sl", "The word in Slovenian."),
            Column("label_en", "The word in English."),
            place(),
            Column(
                "parent",
                "Key of the word of the same list that this one is a part of (“of which”).",
                path="",
                form=Key(),
            ),
            Column(
                "counts_as",
                "What figures take it for. For the vocabulary service_kind one of the kinds listed below, else empty.",
            ),
            Column("lower", "For bands: the lowest age in years, or length of stay in nights, that belongs to it."),
            Column("upper", "For bands: the highest that belongs to it; empty: no end."),
            Column("retired_on", "The day from which it is no longer offered; old records keep it."),
        ],
    ),
]

PEOPLE = [
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
    Sheet(
        "duty_shifts",
        DutyShift,
        "Hours in which somebody answers. Hours that two shifts of a kind share count in both.",
        ("id",),
        [
            identity(),
            programme(),
            unit(),
            worker("Code of the worker on duty."),
            Column("duty", "What is answered; empty: phone."),
            Column("starts_at", "From."),
            Column("ends_at", "To."),
        ],
    ),
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
    Sheet(
        "co_funders",
        CoFunder,
        "Where money comes from.",
        ("key",),
        [
            Column("key", "Names the co-funder for ever; finance.csv refers to it."),
            Column("name", "Its name."),
            place(),
        ],
    ),
]

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

HOUSES = [
    Sheet(
        "houses",
        House,
        "Houses and flats with beds. A programme with stays needs at least one.",
        ("programme", "key"),
        [
            programme(),
            unit(),
            Column("key", "Names the house for ever within its programme."),
            Column("name", "Its name; never its address."),
            Column("address", "Its address, for those who work there alone."),
            Column("opened_on", "First night."),
            Column("closed_on", "First night in which it was no longer used."),
            place(),
        ],
    ),
    Sheet(
        "rooms",
        Room,
        "Rooms of a house.",
        ("programme", "house", "room"),
        [
            Column("programme", "Key of the programme that the house belongs to.", path="house__programme"),
            Column("house", "Key of the house."),
            Column("room", "Name of the room.", path="name"),
            place(),
        ],
    ),
    Sheet(
        "beds",
        Bed,
        "Beds of a room. Capacity is counted from these: a bed can be used from the night it is in service, while its "
        "house is open and it is not closed.",
        ("programme", "house", "room", "bed"),
        [
            Column("programme", "Key of the programme that the house belongs to.", path="room__house__programme"),
            Column("house", "Key of the house.", path="room__house"),
            Column("room", "Name of the room."),
            Column("bed", "Name of the bed.", path="name"),
            Column("kind", "Kind of bed; empty: bed."),
            Column("opened_on", "First night in service; empty: since the house opened."),
            Column("closed_on", "First night out of service for good."),
            place(),
        ],
    ),
    Sheet(
        "closures",
        Closure,
        "Times in which a bed could not be used. A closed room is a row for each of its beds.",
        ("id",),
        [
            identity(),
            *bed_columns("bed"),
            Column("closed_on", "First night in which it could not be used."),
            Column("reopens_on", "First night in which it could be used again; empty: not yet known."),
            Column("reason", "Why."),
        ],
    ),
    Sheet(
        "enquiries",
        Enquiry,
        "Somebody asks for a place.",
        ("programme", "number"),
        [
            programme(),
            Column("number", "Its number, counted within the programme."),
            Column("asked_at", "When."),
            Column("referrer", "Who referred her.", vocabulary=Vocabulary.REFERRER),
            Column("women", "For how many women; empty: 1."),
            Column("children", "For how many children; empty: 0."),
            Column("wanted_on", "From what day."),
            Column("interviewed_on", "The day of the introductory interview; empty: there was none."),
            Column("outcome", "What came of it; empty: waiting."),
            Column("refusal", "Why it was refused.", vocabulary=Vocabulary.REFUSAL),
            Column("note", "Free note."),
        ],
    ),
    Sheet(
        "stays",
        Stay,
        "One person's time in the house: one row a person, children too.",
        ("id",),
        [
            identity(),
            programme(),
            Column(
                "household",
                "Any word that the rows of those share who came, stayed and left together, and no other rows of the "
                "programme; empty: she came alone.",
                path="",
                form=Id(),
            ),
            Column(
                "enquiry",
                "Number of the enquiry of that programme from which it came; the same in all rows of the household.",
                path="household__enquiry",
            ),
            Column("client", "Code of the client."),
            Column("resident", "Counted as; empty: woman."),
            Column("arrived_at", "When she arrived."),
            Column("left_at", "When she left for good; empty: she is still there."),
            Column(
                "house",
                "Key of the house of that programme in which she had one bed all the time; empty: no bed, or the beds "
                "stand in placements.csv.",
                path="",
                form=Reference("houses"),
            ),
            Column("room", "Name of the room.", path="", form=Reference("rooms")),
            Column("bed", "Name of the bed.", path="", form=Reference("beds")),
            Column("expected_until", "The day until which she was expected to stay."),
            Column("referrer", "Who referred her.", vocabulary=Vocabulary.REFERRER),
            Column("reason", "Why she came.", vocabulary=Vocabulary.REASON),
            Column("destination", "Where she went.", vocabulary=Vocabulary.DESTINATION),
            Column("left_because", "Why she left, in words."),
            Column("employment", "Her employment when she came."),
            Column("questionnaire_on", "The day on which she returned the questionnaire."),
            Column("note", "Free note."),
        ],
    ),
    Sheet(
        "placements",
        Placement,
        "Beds of those stays that had more than one: a row for each bed. A move ends one row and begins the next.",
        ("stay", "from_at"),
        [
            Column("stay", "The id of the row in stays.csv."),
            *bed_columns("bed"),
            Column("from_at", "From."),
            Column("to_at", "To; empty: she is still in it."),
        ],
    ),
    Sheet(
        "extensions",
        Extension,
        "Decided prolongations of a stay.",
        ("id",),
        [
            identity(),
            Column("stay", "The id of the row in stays.csv."),
            Column("decided_on", "The day of the decision."),
            Column("until", "The new day until which she may stay."),
            Column("reason", "Why."),
        ],
    ),
]

MONEY = [
    Sheet(
        "finance",
        Amount,
        "Income by co-funder and expenses by kind, of a programme in a year. Valued volunteer work is no row here: it is "
        "computed from volunteer_hours and volunteer_rates, on both sides.",
        ("programme", "year", "side", "item"),
        [
            programme(),
            Column("year", "Year.", form=Whole(1900, 2200)),
            Column("side", "Income or expense."),
            Column("item", "What it is called in the table."),
            Column("co_funder", "Key of the co-funder, where the item is one's money."),
            Column("amount", "EUR."),
            place(),
        ],
    ),
    Sheet(
        "stated_totals",
        StatedTotal,
        "Totals as somebody printed them, to be compared with the sum of the parts; where they differ the report says so.",
        ("programme", "year", "side"),
        [
            programme(),
            Column("year", "Year.", form=Whole(1900, 2200)),
            Column("side", "Income or expense."),
            Column("amount", "EUR.", form=Number(12, 2, low=0)),
            Column("explanation", "Why it differs, where that is known."),
        ],
    ),
    Sheet(
        "plans",
        Plan,
        "What was promised for a year: the value of one figure of a programme.",
        ("programme", "year", "figure"),
        [
            programme(),
            Column("year", "Year.", form=Whole(1900, 2200)),
            Column("figure", "Key of the figure, as `manage.py figures` prints it."),
            Column("value", "The promised value."),
        ],
    ),
]

SHEETS = {sheet.name: sheet for sheet in [*ORGANISATION, *PEOPLE, *CASES, *HOUSES, *MONEY]}
