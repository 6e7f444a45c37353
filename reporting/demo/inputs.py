"""What goes into a year: plain sums, out of which single records are made.

`year_2021` holds the simplest sums from which the printed figures of 2021 follow. A later year is `like_2021`, some
sums a little higher or lower: nobody printed those, they only keep pages and comparisons alive.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from programmes.models import ActivityKind

TEXT, TABLE = "text", "table"  # the source prints two versions of its volunteers


@dataclass(frozen=True)
class Helpline:
    calls: int = 2256
    call_minutes: int = 54_144
    office_calls: int = 810
    emails: int = 178
    chats: int = 9
    without_talk: int = 312
    follow_ups: int = 209
    follow_up_people: int = 131
    chat_duty_hours: int = 180
    # kind of service: hours and people
    specialists: dict = field(
        default_factory=lambda: {"lawyer": (63, 54), "detective": (46, 21), "foreign_language": (92, 38)}
    )


@dataclass(frozen=True)
class Shelter:
    nights: int
    person_months: int
    # programme's kinds of service that are counted one by one: how many
    counted: dict
    individual_minutes: int | None  # of individual support, where its hours are printed
    women_hours: int | None  # active hours of women, of children, or of both together
    children_hours: int | None
    active_hours: int | None
    services: int | None  # of every kind, where their number is printed
    former_people: int
    former_services: int
    interviews: int
    referrers: dict


FIRST_SHELTER = Shelter(
    nights=3648,
    person_months=152,
    counted={"spremstvo": 44, "otroci": 153, "skupina": 80, "skupno": 30, "krizno": 3},
    individual_minutes=1550 * 60,
    women_hours=94 * 31,
    children_hours=58 * 15,
    active_hours=None,
    services=None,
    former_people=24,
    former_services=122,
    interviews=17,
    referrers={"crisis_centre": 10, "helpline": 5, "other_shelter": 2},
)

SECOND_SHELTER = Shelter(
    nights=3005,
    person_months=117,
    counted={"podpora": 931, "nacrt": 396, "otroci": 200, "spremstvo": 101, "skupina": 107, "skupno": 52, "krizno": 4},
    individual_minutes=None,
    women_hours=None,
    children_hours=None,
    active_hours=3726,
    services=4369,
    former_people=27,
    former_services=96,
    interviews=11,
    referrers={"center-za-socialno-delo": 5, "helpline": 4, "policija": 2},
)


@dataclass(frozen=True)
class Counselling:
    people: int = 122
    person_months: int = 452
    hours: int = 1080
    once: int = 29
    children: int = 12
    oldest: int = 65
    groups: tuple = (6, 3)
    planned: int = 70


@dataclass(frozen=True)
class Volunteers:
    """Of a programme or of one of its units: people and half hours."""

    place: str
    unit: str
    people: int
    half_hours: int
    kind: str = "content"


SOS_VOLUNTEERS = (
    Volunteers("sos_telefon", "ljubljana", 61, 2 * 2795),
    Volunteers("sos_telefon", "celje", 21, 2 * 1103),
)
OTHER_VOLUNTEERS = (
    Volunteers("upravni_odbor", "", 5, 2 * 28, "organisational"),
    Volunteers("nadzorni_odbor", "", 3, 2 * 20, "organisational"),
    Volunteers("prevention", "", 2, 2 * 1600),
)
VOLUNTEERS = {
    TEXT: (
        *SOS_VOLUNTEERS,
        Volunteers("zatocisce", "", 4, 365),
        Volunteers("zatocisce_ii", "", 5, 2 * 179),
        Volunteers("psihosocialna", "", 1, 2 * 13),
        *OTHER_VOLUNTEERS,
    ),
    TABLE: (
        *SOS_VOLUNTEERS,
        Volunteers("zatocisce", "", 2, 2 * 46),
        Volunteers("zatocisce_ii", "", 3, 2 * 109),
        *OTHER_VOLUNTEERS,
    ),
}


@dataclass(frozen=True)
class Activities:
    """Of one kind in one programme: how many, hours and participants in all."""

    programme: str
    kind: str
    count: int
    hours: int = 0
    participants: int = 0


ACTIVITIES = (
    Activities("sos_telefon", ActivityKind.INTERVISION, 21, hours=42),
    Activities("sos_telefon", ActivityKind.SUPERVISION_WORKSHOP, 7, hours=14),
    Activities("sos_telefon", ActivityKind.ADDITIONAL_TRAINING, 8, hours=16),
    Activities("sos_telefon", ActivityKind.INTERNAL_TRAINING, 12, hours=30),
    Activities("sos_telefon", ActivityKind.STAFF_SUPERVISION, 10, hours=20),
    Activities("prevention", ActivityKind.PROFESSIONAL_EVENT, 31, hours=92, participants=1200),
    Activities("prevention", ActivityKind.VULNERABLE_GROUP_WORKSHOP, 26, hours=52, participants=356),
    Activities("prevention", ActivityKind.MEDIA_ITEM, 84),
    Activities("prevention", ActivityKind.PRESS_RELEASE, 6),
)


@dataclass(frozen=True)
class Training:
    """Basic training of volunteers: who came, who finished, hours of each part."""

    began: int = 63
    finished: int = 40
    courses: int = 3
    theory: int = 33
    practice: int = 30


@dataclass(frozen=True)
class Year:
    year: int
    helpline: Helpline
    counselling: Counselling
    volunteers: tuple
    activities: tuple = ACTIVITIES
    training: Training = Training()
    shelters: dict = field(default_factory=lambda: {"zatocisce": FIRST_SHELTER, "zatocisce_ii": SECOND_SHELTER})


def year_2021(variant=TEXT):
    return Year(2021, Helpline(), Counselling(), VOLUNTEERS[variant])


def like_2021(year):
    """A year of about the same size, growing by some hundredths a year."""
    growth = 1 + Decimal(year - 2021) * Decimal("0.03") % Decimal("0.4")

    def more(value):
        return int(value * growth)

    base = Helpline()
    helpline = replace(
        base,
        calls=more(base.calls),
        call_minutes=more(base.call_minutes),
        office_calls=more(base.office_calls),
        emails=more(base.emails),
        chats=more(base.chats * 12),
        follow_ups=more(base.follow_ups),
        follow_up_people=more(base.follow_up_people),
    )
    base = Counselling()
    counselling = replace(
        base, people=more(base.people), person_months=more(base.person_months), hours=more(base.hours)
    )
    return Year(year, helpline, counselling, VOLUNTEERS[TEXT])
