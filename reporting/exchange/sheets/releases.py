"""What may be given away about people, and what was."""

from cases.models import Disclosure, Release
from reporting.exchange.sheets.columns import Column, Sheet, identity, worker

RELEASES = [
    Sheet(
        "releases",
        Release,
        "Written releases: to whom what may be given, for what and until when.",
        ("id",),
        [
            identity(),
            Column("case", "The id of the row in cases.csv."),
            Column("given_on", "The day on which it was given.", required=True),
            Column("given_by", "Who gave it; empty: herself."),
            Column("recipient_kind", "To whom."),
            Column("recipient", "Name of the recipient."),
            Column("parts", "What may be given.", required=True),
            Column("purpose", "For what."),
            Column("until", "The last day on which it holds."),
            Column("revoked_on", "The day on which she took it back; empty: she did not."),
        ],
    ),
    Sheet(
        "disclosures",
        Disclosure,
        "Data that was given to somebody, each time with its basis.",
        ("id",),
        [
            identity(),
            Column("case", "The id of the row in cases.csv."),
            Column("given_at", "When."),
            worker("Code of the worker who gave it."),
            Column("recipient_kind", "To whom."),
            Column("recipient", "Name of the recipient."),
            Column("basis", "On what basis."),
            Column("release", "The id of the row in releases.csv; for the basis release, and for no other."),
            Column("parts", "What was given.", required=True),
            Column("note", "What exactly."),
        ],
    ),
]
