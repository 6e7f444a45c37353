"""The invented year yields what real organisations printed for 2021, through the ordinary figures.

`published/` holds what was printed. Nothing but this test knows it.
"""

import csv
from contextlib import contextmanager
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from django.db import transaction
from django_scopes import scopes_disabled

from programmes.models import VolunteerWork
from programmes.records import Period
from reporting.demo import crisis_centre, years
from reporting.demo.inputs import TABLE, TEXT
from reporting.demo.loading import take_in
from reporting.figures import compute_all
from reporting.finance import finances

# The fixtures fill the database once for all tests of the module.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("published")]

HERE = Path(__file__).parent / "published"
SOURCE = Path(__file__).parents[3] / "shared" / "published"
PRINTED_IN_THE_TABLE = {("organisation", "volunteers_distinct"), ("organisation", "volunteer_hours")}
PRINTED_IN_THE_TEXT = {
    (programme, figure) for programme in ("zatocisce", "zatocisce_ii") for figure in ("volunteers", "volunteer_hours")
}
PROGRAMMES_OF_THE_TABLE = {"preventivne_aktivnosti": "prevention"}


def printed(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rounded(value, as_printed):
    """To the decimals that the source printed, half up."""
    return Decimal(str(value)).quantize(Decimal(as_printed), ROUND_HALF_UP)


class Found:
    """What the figures of an organisation came to."""

    def __init__(self, organisation):
        self.figures, self.tables = {}, {}
        for results in compute_all(organisation, Period.year(2021)):
            data = results.as_data()
            self.figures |= {(row["programme"], row["key"]): row["value"] for row in data["figures"]}
            self.tables |= {(row["programme"], row["key"]): row for row in data["breakdowns"]}
        self.finances = finances(organisation, 2021)

    def column(self, programme, table, number=0):
        """A column of a table by the keys of its rows."""
        found = self.tables[programme, table]
        return {row["key"]: cells[number] for row, cells in zip(found["rows"], found["cells"], strict=True)}


@contextmanager
def rolled_back(blocker):
    with blocker.unblock(), scopes_disabled(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def as_text_and_table(django_db_setup, django_db_blocker):
    """The year with the volunteers of the text, and the same year with those of the table."""
    with rolled_back(django_db_blocker):
        organisation = take_in(years.the_year_2021(TEXT))
        as_text = Found(organisation)
        VolunteerWork.objects.all().delete()
        table = years.the_year_2021(TABLE)
        take_in({file: table[file] for file in ("organisation", "volunteer_hours")})
        return as_text, Found(organisation)


@pytest.fixture
def as_text(as_text_and_table):
    return as_text_and_table[0]


@pytest.fixture
def as_table(as_text_and_table):
    return as_text_and_table[1]


@pytest.fixture(scope="module")
def crisis(django_db_setup, django_db_blocker):
    with rolled_back(django_db_blocker):
        return Found(take_in(crisis_centre.the_year_2021(years.SEED)))


def differences(rows, found):
    return [
        f"{row['programme']} {row['key']}: printed {row['value']}, found {found.figures.get(place)}"
        for row in rows
        if (place := (row["programme"], row["key"])) not in found.figures
        or rounded(found.figures[place], row["value"]) != Decimal(row["value"])
    ]


def figures_printed():
    return [row for row in printed("sos-telefon-2021.csv") if row["programme"] != "volunteer_table"]


def test_every_figure_is_as_the_text_prints_it(as_text):
    rows = [row for row in figures_printed() if (row["programme"], row["key"]) not in PRINTED_IN_THE_TABLE]
    assert len(rows) > 80
    assert not differences(rows, as_text)


def test_every_figure_is_as_the_table_prints_it(as_table):
    rows = [row for row in figures_printed() if (row["programme"], row["key"]) not in PRINTED_IN_THE_TEXT]
    assert not differences(rows, as_table)


def test_volunteers_of_each_programme_are_as_the_table_prints_them(as_table):
    people = as_table.column("organisation", "volunteer_table", 0)
    hours = as_table.column("organisation", "volunteer_table", 1)
    rows = [row for row in printed("sos-telefon-2021.csv") if row["programme"] == "volunteer_table"]
    assert len(rows) == 6
    for row in rows:
        programme = PROGRAMMES_OF_THE_TABLE.get(row["key"], row["key"])
        assert f"{people[programme]} / {hours[programme]}" == row["value"], row["key"]
    assert sum(people.values()) == 97


def test_the_text_counts_more_volunteer_hours_than_the_table(as_text):
    assert as_text.figures["organisation", "volunteer_hours"] == 5920.5


VALUED = "Ovrednoteno prostovoljsko delo"
TOTALS = {
    "zatocisce": Decimal("175414.41"),
    "zatocisce_ii": Decimal("204040.65"),
    "psihosocialna": Decimal("52329.31"),
    "sos_telefon": Decimal("275798.03"),
}


def test_income_and_expenses_are_as_printed_cent_by_cent(as_text):
    found = {
        (statement.programme.key, str(account.side), VALUED if line.valued else line.item): line.amount
        for statement in as_text.finances.statements
        for account in statement.accounts
        for line in account.lines
    }
    rows = printed("sos-telefon-2021-finance.csv")
    assert found == {(row["programme"], row["side"], row["item"]): Decimal(row["amount_eur"]) for row in rows}


def test_the_totals_are_as_printed_and_the_one_that_is_not_is_shown(as_text):
    totals = {(s.programme.key, str(a.side)): a.total for s in as_text.finances.statements for a in s.accounts}
    as_printed = {(programme, side): total for programme, total in TOTALS.items() for side in ("income", "expense")}
    assert totals.pop(("psihosocialna", "expense")) == Decimal("52459.31")
    assert as_printed.pop(("psihosocialna", "expense")) == Decimal("52329.31")
    assert totals == as_printed
    shown = as_text.finances.disagreements
    assert {disagreement.programme.key for disagreement in shown} == {"psihosocialna"}
    assert all("130,00" in disagreement.sentence for disagreement in shown)


def crisis_printed(table):
    return {
        (row["row"], row["column"]): int(row["value"])
        for row in printed("crisis-centre-2021.csv")
        if row["table"] == table
    }


def test_the_crisis_centre_housed_as_many_women_and_children(crisis):
    expected = crisis_printed("residents")
    figures = {key: value for (_programme, key), value in crisis.figures.items()}
    assert (figures["women"], figures["children"]) == (expected["women", "all"], expected["children", "all"])
    admitted = figures["admitted_women"], figures["admitted_children"]
    assert admitted == (expected["women", "newly included"], expected["children", "newly included"])


@pytest.mark.parametrize(
    "table, column, breakdown", [("nights", "nights", "nights_by_month"), ("days", "days of stay", "days_by_month")]
)
def test_the_crisis_centre_was_as_full_in_every_month(crisis, table, column, breakdown):
    months = list(crisis.column(crisis_centre.PROGRAMME, breakdown).values())
    expected = crisis_printed(table)
    total = expected.pop(("total", column))
    assert months == list(expected.values())
    assert sum(months) == total == crisis.tables[crisis_centre.PROGRAMME, breakdown]["totals"]["total"]


# What the source calls a row, and its key in the invented organisation.
ROWS = {
    "length of stay": (
        "women_by_length",
        {"under 7 days": "under-7", "7 to 21 days": "7-21", "over 21 days": "over-21"},
    ),
    "referred by": (
        "women_by_referrer",
        {
            "centre for social work": "centre-for-social-work",
            "of which intervention service": "intervention-service",
        },
    ),
    "age": ("women_by_age", {}),
    "employment": ("women_by_employment", {"unemployable": "unemployable", "parental leave": "parental_leave"}),
}


@pytest.mark.parametrize("table", ROWS)
def test_the_crisis_centre_tells_its_women_apart(crisis, table):
    breakdown, keys = ROWS[table]
    found = crisis.column(crisis_centre.PROGRAMME, breakdown)
    for (row, _column), value in crisis_printed(table).items():
        assert found[keys.get(row, row)] == value, row


def test_of_27_referrals_26_are_known(crisis):
    table = crisis.tables[crisis_centre.PROGRAMME, "women_by_referrer"]
    known = [cells[0] for row, cells in zip(table["rows"], table["cells"], strict=True) if not row["parent"]]
    found = crisis.column(crisis_centre.PROGRAMME, "women_by_referrer")
    assert sum(known) == 27 and sum(known) - found["not_recorded"] == 26


def test_the_crisis_centre_helped_at_night(crisis):
    figures = {key: value for (_programme, key), value in crisis.figures.items()}
    at_night = crisis_printed("interventions")
    assert figures["night_admissions"] == at_night["night admissions", "all"]
    assert figures["first_social_aid_at_night"] == at_night["first social aid at night", "all"]
    assert figures["first_social_aid"] == crisis_printed("first social aid")["all", "all"]
    assert figures["questionnaires_returned"] == crisis_printed("questionnaires")["returned", "all"]


@pytest.mark.parametrize("name", sorted(file.name for file in HERE.glob("*.csv")))
def test_the_copy_is_what_was_published(name):
    if not SOURCE.is_dir():
        pytest.skip("what was published is not beside this checkout; its copy was compared before")
    assert (HERE / name).read_bytes() == (SOURCE / name).read_bytes()
