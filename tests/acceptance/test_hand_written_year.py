"""A house that nobody foresaw: its year 2019 was written by hand from docs/import.md alone, and counted by hand.

It has referrers, ages and lengths of stay of its own; no line of code knows them.
"""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from tests.reporting.exchanging import give, take, wipe

FOLDER = Path(__file__).parent / "hand_written_year"


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker):
    """What the command prints of it, once for all tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        take(FOLDER)
        out = StringIO()
        call_command("figures", "--year", "2019", "--format", "json", stdout=out)
        transaction.set_rollback(True)
    return json.loads(out.getvalue())


def figures_of(year, programme):
    return {figure["key"]: figure["value"] for figure in year["figures"] if figure["programme"] == programme}


def table(year, programme, key):
    """Rows of a table by key, as far as anything was counted there; a table of one column."""
    (found,) = [one for one in year["breakdowns"] if (one["programme"], one["key"]) == (programme, key)]
    return {row["key"]: cells[0] for row, cells in zip(found["rows"], found["cells"], strict=True) if cells[0]}


def test_the_nights_people_and_beds_of_the_house_are_those_counted_by_hand(year):
    figures = figures_of(year, "krizna")
    expected = {
        # in 2019: Z1 4, Z2 3, O1 3, Z3 20, Z4 O2 O3 6 each, Z5 1, Z6 2, Z7 8; Z8 came in 2020
        "nights": 59,
        # Z1 5 and 1, Z2 4, O1 4, Z3 21, Z4 O2 O3 7 each, Z5 2, Z6 3, Z7 8
        "days_of_stay": 69,
        # 4 beds × 365, the one of July 184, less 10 nights of the flood
        "bed_nights": 1634,
        "women": 7,
        "children": 3,
        "residents": 10,
        "person_months": 15,
        "average_residents_per_month": 1.25,
        # the stay of 2018 and that of 2020 began elsewhere
        "admissions": 10,
        "admitted_women": 7,
        "admitted_children": 3,
        # Z7 left in 2020
        "discharges": 10,
        "discharged_women": 7,
        # households at 23:30, 5:15 and in the second 2:30 of the night of 27 October
        "night_admissions": 3,
        "questionnaires_returned": 2,
        "first_social_aid": 3,
        "first_social_aid_at_night": 2,
        "services_total": 6,
        "volunteers": 2,
        "volunteer_hours": 21.75,
    }
    assert {key: figures[key] for key in expected} == expected
    assert figures["occupancy"] == pytest.approx(100 * 59 / 1634)
    assert figures["average_stay"] == pytest.approx((8 + 3 + 20 + 0 + 6 + 1 + 2) / 7)


def test_its_own_words_make_its_tables(year):
    referrers = table(year, "krizna", "women_by_referrer")
    assert {key: referrers[key] for key in ("patrulja", "zupnija", "potrkala", "urgenca")} == {
        "patrulja": 3,
        "zupnija": 1,
        "potrkala": 1,
        "urgenca": 1,
    }
    assert referrers["bolnisnica"] == 2  # of which the emergency ward 1
    assert table(year, "krizna", "women_by_age") == {"mlade": 2, "srednje": 2, "starejse": 2, "not_recorded": 1}
    assert table(year, "krizna", "women_by_length") == {"do-3": 4, "4-14": 2, "nad-14": 1}
    assert table(year, "krizna", "women_by_reason") == {"nasilje": 5, "streha": 2}
    assert table(year, "krizna", "women_by_destination") == {"domov": 4, "najem": 2, "not_recorded": 1}
    assert table(year, "krizna", "services_by_kind") == {"prva-pomoc": 3, "pogovor": 3}


def test_its_months_are_those_counted_by_hand(year):
    def months(key):
        return {int(month[-2:]): count for month, count in table(year, "krizna", key).items()}

    assert months("nights_by_month") == {1: 8, 2: 2, 3: 20, 6: 9, 7: 9, 9: 1, 10: 2, 12: 8}
    assert months("days_by_month") == {1: 9, 2: 4, 3: 21, 5: 1, 6: 9, 7: 12, 9: 2, 10: 3, 12: 8}
    assert months("residents_by_month") == {1: 3, 2: 2, 3: 1, 6: 3, 7: 3, 9: 1, 10: 1, 12: 1}
    assert months("discharges_by_month") == {1: 1, 2: 2, 3: 1, 5: 1, 7: 3, 9: 1, 10: 1}


def test_the_figures_of_its_telephone_are_those_counted_by_hand(year):
    figures = figures_of(year, "telefon")
    expected = {
        "helpline_calls": 4,  # that of New Year's Eve 2018 is the old year's, the silent one and the nuisance count apart
        "helpline_call_average_minutes": 18.75,  # (20 + 35 + 5 + 15) / 4
        "contacts_without_talk": 2,
        "office_calls": 1,
        "email_counselling": 1,
        "chat_counselling": 1,
        "follow_up_treatments": 1,
        "counselling_services_total": 8,
        "violence_contacts": 4,
        "acute_danger_contacts": 1,
        "children_affected": 6,
        "duty_hours": 24,  # eight by the clock are 7 in March and 9 in October; the shift of the old year is its own
        "chat_duty_hours": 2.5,
        "lawyer_hours": 1.75,
        "lawyer_users": 2,
        "intervisions": 2,
        "volunteer_activities": 3,
        "basic_training_participants": 2,
        "new_volunteers_trained": 1,
        "volunteers": 2,
        "volunteers_obala": 1,
        "volunteers_kras": 2,
        "volunteer_hours_kras": 9.5,
    }
    assert {key: figures[key] for key in expected} == expected
    assert table(year, "telefon", "violence_by_kind") == {
        "physical": 1,
        "sexual": 1,
        "psychological": 3,
        "economic": 1,
        "stalking": 1,
    }


def test_people_and_money_of_the_whole_are_those_counted_by_hand(year):
    organisation = figures_of(year, "organisation")
    assert organisation["volunteers_distinct"] == 2  # four participations
    assert organisation["volunteer_hours"] == 51.25
    assert organisation["employees"] == 1  # the other's last day was the 30th of December
    assert organisation["members"] == 3
    # 14.5 h × 10 + 7.25 h × 13 = 239.25 on both sides
    assert sum(table(year, "krizna", "income").values()) == pytest.approx(21500.40 + 4000 + 239.25)
    assert sum(table(year, "krizna", "expense").values()) == pytest.approx(20000.15 + 5500.25 + 239.25)
    (disagreement,) = [found for found in year["disagreements"] if "25.450,40" in found["sentence"]]
    assert disagreement["programme"] == "krizna"


@pytest.mark.django_db
def test_it_goes_out_and_comes_in_again_the_same(tmp_path):
    take(FOLDER)
    first = give(tmp_path / "first", "--with-texts")
    wipe()
    take(tmp_path / "first")
    assert give(tmp_path / "second", "--with-texts") == first
