"""Who keeps records, for what programmes, in what words."""

from programmes.models import Organisation, Programme, Term, Unit
from reporting.exchange.sheets.columns import Column, Sheet, place, programme
from reporting.exchange.values import Key

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
            Column("rest_hours", "Rest between two shifts of one person, in hours; the roster is reminded of it."),
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
