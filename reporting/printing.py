"""How figures are rounded and written: numbers, units, shares, signs for what is missing.

The exact value and the printed form travel side by side; rounding happens here and nowhere else. Languages are those
of `programmes/writing.py`: the active one writes.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import npgettext_lazy, pgettext_lazy

from programmes.writing import DAYS as DAYS_NOUN
from programmes.writing import HOURS as HOURS_NOUN
from programmes.writing import MINUTES as MINUTES_NOUN
from programmes.writing import NIGHTS as NIGHTS_NOUN
from programmes.writing import Noun, exact, money, number, percent

NONE, HIDDEN, UNKNOWN = "–", "z", "…"
SIGNS = {
    NONE: _("nothing of the kind"),
    HIDDEN: _("hidden, because so few people could be recognised"),
    UNKNOWN: _("not known"),
}


class at_most(int):
    """So many decimals at most: zeros at the end are not written (182,5 beside 3.898)."""


ONE_DECIMAL, AT_MOST_ONE, AT_MOST_TWO = 1, at_most(1), at_most(2)


@dataclass(frozen=True)
class Unit:
    """What is counted. `key` names it in data, `noun` in sentences (1 klic, 2 klica, 5 klicev, 1,5 klica)."""

    key: str
    noun: Noun | None = None

    def __str__(self):
        """The plural, as it heads a column."""
        return str(self.noun.whole % 0) if self.noun else self.key

    def written(self, value: Any, decimals: int = 0) -> str:
        """The value alone, with the sign of per cent or money where it has one."""
        if value is None:
            return UNKNOWN
        if self is PERCENT:
            return percent(Fraction(exact(value)) / 100, _decimals(value, decimals))
        if self is EUR:
            return money(value)
        return number(value, _decimals(value, decimals))

    def counted(self, value: Any, decimals: int = 0) -> str:
        """The value with its unit in the right grammatical number: 2.256 klicev, 182,5 ure."""
        if value is None or self.noun is None:
            return self.written(value, decimals)
        return self.noun.counted(value, _decimals(value, decimals))


def _decimals(value, decimals):
    """How many decimals are written: of `at_most` only those that say something."""
    if not isinstance(decimals, at_most):
        return decimals
    tens = Fraction(exact(value)) * 10**decimals
    rounded = int(abs(tens) + Fraction(1, 2))
    while decimals and rounded % 10 == 0:
        rounded, decimals = rounded // 10, at_most(decimals - 1)
    return int(decimals)


NUMBER = Unit("")
PERCENT, EUR = Unit("%"), Unit("EUR")
HOURS, MINUTES = Unit("hours", HOURS_NOUN), Unit("minutes", MINUTES_NOUN)
DAYS, NIGHTS = Unit("days", DAYS_NOUN), Unit("nights", NIGHTS_NOUN)
YEARS = Unit(
    "years", Noun(npgettext_lazy("counted", "year", "years"), pgettext_lazy("after a decimal number", "years"))
)
CALLS = Unit(
    "calls", Noun(npgettext_lazy("counted", "call", "calls"), pgettext_lazy("after a decimal number", "calls"))
)
ATTEMPTS = Unit(
    "attempts",
    Noun(npgettext_lazy("counted", "attempt", "attempts"), pgettext_lazy("after a decimal number", "attempts")),
)
CONTACTS = Unit(
    "contacts",
    Noun(npgettext_lazy("counted", "contact", "contacts"), pgettext_lazy("after a decimal number", "contacts")),
)
ANSWERS = Unit(
    "answers",
    Noun(npgettext_lazy("counted", "answer", "answers"), pgettext_lazy("after a decimal number", "answers")),
)
MESSAGES = Unit(
    "messages",
    Noun(npgettext_lazy("counted", "message", "messages"), pgettext_lazy("after a decimal number", "messages")),
)
CHATS = Unit(
    "chats", Noun(npgettext_lazy("counted", "chat", "chats"), pgettext_lazy("after a decimal number", "chats"))
)
TREATMENTS = Unit(
    "treatments",
    Noun(npgettext_lazy("counted", "treatment", "treatments"), pgettext_lazy("after a decimal number", "treatments")),
)
INTERVENTIONS = Unit(
    "interventions",
    Noun(
        npgettext_lazy("counted", "intervention", "interventions"),
        pgettext_lazy("after a decimal number", "interventions"),
    ),
)
SERVICES = Unit(
    "services",
    Noun(npgettext_lazy("counted", "service", "services"), pgettext_lazy("after a decimal number", "services")),
)
ACTIVITIES = Unit(
    "activities",
    Noun(npgettext_lazy("counted", "activity", "activities"), pgettext_lazy("after a decimal number", "activities")),
)
EVENTS = Unit(
    "events", Noun(npgettext_lazy("counted", "event", "events"), pgettext_lazy("after a decimal number", "events"))
)
ITEMS = Unit(
    "items",
    Noun(
        npgettext_lazy("counted", "media item", "media items"), pgettext_lazy("after a decimal number", "media items")
    ),
)
STATEMENTS = Unit(
    "items",
    Noun(npgettext_lazy("counted", "statement", "statements"), pgettext_lazy("after a decimal number", "statements")),
)
QUESTIONNAIRES = Unit(
    "items",
    Noun(
        npgettext_lazy("counted", "questionnaire", "questionnaires"),
        pgettext_lazy("after a decimal number", "questionnaires"),
    ),
)
INTERVIEWS = Unit(
    "interviews",
    Noun(npgettext_lazy("counted", "interview", "interviews"), pgettext_lazy("after a decimal number", "interviews")),
)
PEOPLE = Unit(
    "people", Noun(npgettext_lazy("counted", "person", "people"), pgettext_lazy("after a decimal number", "people"))
)
WOMEN = Unit(
    "women", Noun(npgettext_lazy("counted", "woman", "women"), pgettext_lazy("after a decimal number", "women"))
)
CHILDREN = Unit(
    "children",
    Noun(npgettext_lazy("counted", "child", "children"), pgettext_lazy("after a decimal number", "children")),
)
PARTICIPATIONS = Unit(
    "participations",
    Noun(
        npgettext_lazy("counted", "participation", "participations"),
        pgettext_lazy("after a decimal number", "participations"),
    ),
)
PERSON_MONTHS = Unit(
    "person_months",
    Noun(
        npgettext_lazy("counted", "person-month", "person-months"),
        pgettext_lazy("after a decimal number", "person-months"),
    ),
)
STAYS = Unit(
    "stays", Noun(npgettext_lazy("counted", "stay", "stays"), pgettext_lazy("after a decimal number", "stays"))
)
ENQUIRIES = Unit(
    "enquiries",
    Noun(npgettext_lazy("counted", "enquiry", "enquiries"), pgettext_lazy("after a decimal number", "enquiries")),
)
BED_NIGHTS = Unit(
    "bed_nights",
    Noun(npgettext_lazy("counted", "bed-night", "bed-nights"), pgettext_lazy("after a decimal number", "bed-nights")),
)
ADMISSIONS = Unit(
    "admissions",
    Noun(npgettext_lazy("counted", "admission", "admissions"), pgettext_lazy("after a decimal number", "admissions")),
)
RELEASES = Unit(
    "releases",
    Noun(npgettext_lazy("counted", "release", "releases"), pgettext_lazy("after a decimal number", "releases")),
)
DISCLOSURES = Unit(
    "disclosures",
    Noun(
        npgettext_lazy("counted", "disclosure", "disclosures"), pgettext_lazy("after a decimal number", "disclosures")
    ),
)

TALKS = Unit(
    "talks", Noun(npgettext_lazy("counted", "talk", "talks"), pgettext_lazy("after a decimal number", "talks"))
)
REFERRALS = Unit(
    "referrals",
    Noun(npgettext_lazy("counted", "referral", "referrals"), pgettext_lazy("after a decimal number", "referrals")),
)
PLACES = Unit(
    "places", Noun(npgettext_lazy("counted", "place", "places"), pgettext_lazy("after a decimal number", "places"))
)
CASES = Unit(
    "cases", Noun(npgettext_lazy("counted", "case", "cases"), pgettext_lazy("after a decimal number", "cases"))
)
TALKS = Unit(
    "talks", Noun(npgettext_lazy("counted", "talk", "talks"), pgettext_lazy("after a decimal number", "talks"))
)
OUTCOMES = Unit(
    "outcomes",
    Noun(npgettext_lazy("counted", "outcome", "outcomes"), pgettext_lazy("after a decimal number", "outcomes")),
)
INCIDENTS = Unit(
    "incidents",
    Noun(
        npgettext_lazy("counted", "event of violence", "events of violence"),
        pgettext_lazy("after a decimal number", "events of violence"),
    ),
)


COPIES = Unit(
    "copies", Noun(npgettext_lazy("counted", "copy", "copies"), pgettext_lazy("after a decimal number", "copies"))
)
AGREEMENTS = Unit(
    "agreements",
    Noun(npgettext_lazy("counted", "agreement", "agreements"), pgettext_lazy("after a decimal number", "agreements")),
)
ASSESSMENTS = Unit(
    "assessments",
    Noun(
        npgettext_lazy("counted", "assessment", "assessments"), pgettext_lazy("after a decimal number", "assessments")
    ),
)
PLANS = Unit(
    "plans", Noun(npgettext_lazy("counted", "plan", "plans"), pgettext_lazy("after a decimal number", "plans"))
)
GOALS = Unit(
    "goals", Noun(npgettext_lazy("counted", "goal", "goals"), pgettext_lazy("after a decimal number", "goals"))
)
REPORTS = Unit(
    "reports", Noun(npgettext_lazy("counted", "report", "reports"), pgettext_lazy("after a decimal number", "reports"))
)
ORDERS = Unit(
    "orders", Noun(npgettext_lazy("counted", "order", "orders"), pgettext_lazy("after a decimal number", "orders"))
)
BREACHES = Unit(
    "breaches",
    Noun(npgettext_lazy("counted", "breach", "breaches"), pgettext_lazy("after a decimal number", "breaches")),
)
MEASURES = Unit(
    "measures",
    Noun(npgettext_lazy("counted", "measure", "measures"), pgettext_lazy("after a decimal number", "measures")),
)
MEETINGS = Unit(
    "meetings",
    Noun(
        npgettext_lazy("counted", "team meeting", "team meetings"),
        pgettext_lazy("after a decimal number", "team meetings"),
    ),
)


def cell(value: Any, unit: Unit, decimals: int = 0) -> str:
    """A value in a table: nothing of the kind is a dash, so that the numbers stand out."""
    if value is None or value == 0:
        return NONE
    return unit.written(value, decimals)


def shares(values, decimals: int = 0) -> list[Fraction]:
    """Rounded per cents that add up to exactly 100: the largest remainders are rounded up (first of equals)."""
    whole = sum((Fraction(value) for value in values), Fraction(0))
    if not whole:
        return [Fraction(0) for _ in values]
    steps = [Fraction(value) * 100 * 10**decimals / whole for value in values]
    down = [step.__floor__() for step in steps]
    missing = 100 * 10**decimals - sum(down)
    by_remainder = sorted(range(len(steps)), key=lambda place: down[place] - steps[place])
    for place in by_remainder[:missing]:
        down[place] += 1
    return [Fraction(step, 10**decimals) for step in down]
