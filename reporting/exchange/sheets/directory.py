"""Where people are referred to, and who was."""

from cases.models import Referral
from programmes.models import DirectoryEntry, Vocabulary
from reporting.exchange.sheets.columns import Column, Sheet, identity

DIRECTORY = [
    Sheet(
        "directory",
        DirectoryEntry,
        "Places to which the organisation refers: police stations, social-work centres, shelters, health, legal aid. "
        "A shelter has no address.",
        ("key",),
        [
            Column("key", "Names the entry for ever; other files refer to it."),
            Column("name", "Its name."),
            Column("kind", "What sort of place it is."),
            Column(
                "term", "The word of the list of referrals under which it counts.", vocabulary=Vocabulary.REFERRED_TO
            ),
            Column("region", "Municipality or region; empty: the whole country.", vocabulary=Vocabulary.MUNICIPALITY),
            Column("address", "Street and town; always empty for a shelter."),
            Column("phone", "Number, or several with a comma between them."),
            Column("email", "E-mail."),
            Column("web", "Web page, with https:// before it."),
            Column("hours", "Opening hours in words."),
            Column("always_open", "Whether somebody answers day and night, every day; empty: no."),
            Column("languages", "Languages that are spoken there.", vocabulary=Vocabulary.LANGUAGE),
            Column("note", "What else a counsellor has to know."),
            Column("listed_on", "The day from which it stands in the directory.", required=True),
            Column("checked_on", "The day on which somebody last made sure that this is true."),
            Column("checked_by", "Code of the worker who did."),
            Column("retired_on", "The day from which it is no longer offered; old records keep it."),
        ],
    )
]
REFERRALS = [
    Sheet(
        "referrals",
        Referral,
        "To which entries of the directory somebody was referred in a contact.",
        ("id",),
        [
            identity(),
            Column("contact", "Id of the contact."),
            Column("entry", "Key of the entry of the directory."),
            Column("given_at", "When."),
        ],
    )
]
