"""Houses and their beds, who asked for a place, and who stayed."""

from programmes.models import Vocabulary
from reporting.exchange.sheets.columns import Column, Sheet, identity, place, programme, unit
from reporting.exchange.values import Id, Reference
from shelters.models import Bed, BedInView, Closure, Enquiry, Extension, House, Placement, Room, Stay


def bed_columns(path_to_bed, required=None):
    """Programme, house, room and bed, by which a bed is named."""
    room = f"{path_to_bed}__room"
    return [
        Column("programme", "Key of the programme that the house belongs to.", path=f"{room}__house__programme"),
        Column("house", "Key of the house.", path=f"{room}__house", required=required),
        Column("room", "Name of the room.", path=room, required=required),
        Column("bed", "Name of the bed.", path=path_to_bed, required=required),
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
        also=("room__house__vault",),
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
        "beds_in_view",
        BedInView,
        "Beds that a waiting enquiry has in view: a row for each. They stay free.",
        ("programme", "enquiry", "house", "room", "bed"),
        [
            Column("programme", "Key of the programme of enquiry and house.", path="enquiry__programme"),
            Column("enquiry", "Number of the enquiry of that programme."),
            Column("house", "Key of the house.", path="bed__room__house", required=True),
            Column("room", "Name of the room.", path="bed__room", required=True),
            Column("bed", "Name of the bed."),
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
