"""Releases of those who are counselled, and what was given away on them."""

from datetime import timedelta

from reporting.demo.calendar import at
from reporting.demo.words import PURPOSES, RECIPIENTS

ONE_IN = 9  # clients give a release
LASTS = timedelta(30)


def write_releases(book, cases, staff, luck):
    for case in cases[::ONE_IN]:
        given_on = case["opened_on"] + timedelta(luck.randint(2, 10))
        kind, name = luck.choice(RECIPIENTS)
        parts = luck.sample(("confirmation", "report", "events", "children"), 2)
        release = book.write(
            "releases",
            given_on,
            case=case["id"],
            given_on=given_on,
            recipient_kind=kind,
            recipient=name,
            parts=parts,
            purpose=luck.choice(PURPOSES),
            until=given_on + LASTS,
            revoked_on=book.past(given_on + timedelta(12)) if luck.random() < 0.1 else "",
        )
        write_disclosure(book, release, luck.choice(staff), at(given_on + timedelta(luck.randint(1, 9)), 11, 20))


def write_disclosure(book, release, worker, moment):
    book.write(
        "disclosures",
        moment,
        case=release["case"],
        given_at=moment,
        worker=worker,
        recipient_kind=release["recipient_kind"],
        recipient=release["recipient"],
        basis="release",
        release=release["id"],
        parts=release["parts"][:1],
        note="Izmišljen zapis: poslano po pošti, s povratnico.",
    )
