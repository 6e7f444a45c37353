"""The invented years: the same seed makes the same records, any seed the same sums."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from reporting.demo import crisis_centre, years
from reporting.demo.chance import share_out
from reporting.demo.inputs import TABLE, TEXT

SEEDS = ["lipa", "breza", "bor"]


def nights(stays):
    """Every night of 2021 that somebody spent in the house, with her code and bed."""
    for stay in stays:
        day, last = stay["arrived_at"].date(), stay["left_at"].date()
        while day < last:
            if day.year == 2021:
                yield day, stay["client"], (stay["house"], stay["room"], stay["bed"])
            day += timedelta(1)


def stays_of(rows, programme):
    return [stay for stay in rows["stays"] if stay["programme"] == programme]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "programme, spent, person_months, women, children",
    [("zatocisce", 3648, 152, 20, 13), ("zatocisce_ii", 3005, 117, 13, 12)],
)
def test_any_seed_fills_the_shelters_to_the_same_night(seed, programme, spent, person_months, women, children):
    stays = stays_of(years.the_year_2021(seed=seed), programme)
    found = list(nights(stays))
    assert len(found) == spent
    assert len({(code, day.month) for day, code, _bed in found}) == person_months
    residents = Counter(stay["resident"] for stay in stays)
    assert residents == {"woman": women, "child": children}
    assert len({code for _day, code, _bed in found}) == women + children
    assert len({(day, bed) for day, _code, bed in found}) == spent, "two people in one bed"


def test_nobody_sleeps_in_the_new_unit_before_it_opens():
    new = [stay for stay in years.the_year_2021()["stays"] if stay["house"] == "nova-enota"]
    assert new and min(stay["arrived_at"] for stay in new) >= datetime(2021, 10, 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_crisis_centre_has_as_many_nights_and_days_in_each_month(seed):
    stays = crisis_centre.the_year_2021(seed)["stays"]
    by_month = Counter(day.month for day, _code, _bed in nights(stays))
    leaving = Counter(stay["left_at"].month for stay in stays if stay["left_at"].year == 2021)
    assert [by_month[month] for month in range(1, 13)] == [77, 34, 57, 24, 42, 48, 24, 18, 28, 63, 24, 125]
    assert [by_month[month] + leaving[month] for month in range(1, 13)] == [
        81, 42, 63, 31, 48, 51, 29, 21, 30, 65, 27, 128,
    ]  # fmt: skip
    assert len({(day, bed) for day, _code, bed in nights(stays)}) == 564


@pytest.mark.parametrize("seed", SEEDS)
def test_residents_take_part_in_services_as_many_hours(seed):
    rows = years.the_year_2021(seed=seed)
    who = {stay["client"]: (stay["programme"], stay["resident"]) for stay in rows["stays"]}
    minutes, inside = Counter(), {(code, day) for day, code, _bed in nights(rows["stays"])}
    for service in rows["services"]:
        for receiver in service["receivers"]:
            if receiver in who:
                minutes[who[receiver]] += service["minutes"]
                assert (receiver, service["started_at"].date()) in inside
    assert minutes["zatocisce", "woman"] == 94 * 31 * 60
    assert minutes["zatocisce", "child"] == 58 * 15 * 60
    assert minutes["zatocisce_ii", "woman"] + minutes["zatocisce_ii", "child"] == 3726 * 60


@pytest.mark.parametrize("variant, people, hours", [(TEXT, 99, 5920.5), (TABLE, 94, 5701)])
def test_volunteers_come_as_the_text_and_as_the_table_print_them(variant, people, hours):
    rows = years.the_year_2021(variant)["volunteer_hours"]
    assert len({row["worker"] for row in rows}) == people
    assert float(sum(row["hours"] for row in rows)) == hours


def test_the_same_seed_makes_the_same_year():
    assert years.the_year_2021() == years.the_year_2021()
    assert years.the_year_2021()["contacts"] != years.the_year_2021(seed="breza")["contacts"]


def test_a_later_day_finds_the_past_as_it_was():
    earlier, later = datetime(2026, 2, 10, 14, 5), datetime(2026, 3, 2, 9)
    for made in (years.years_until, crisis_centre.years_until):
        before, after = made(earlier, "lipa"), made(later, "lipa")
        for file in ("contacts", "services", "duty_shifts", "volunteer_hours", "stays", "clients"):
            known = {row.get("id") or row["code"]: row for row in after[file]}
            for row in before[file]:
                now = known[row.get("id") or row["code"]]
                assert {name for name in row if row[name] != now[name]} <= {
                    "left_at", "destination", "questionnaire_on", "followed_up_at", "closed_on",
                }  # fmt: skip
        assert len(after["stays"]) > len(before["stays"])
        assert len(after["services"]) > len(before["services"])


def test_every_client_has_a_code_of_her_own():
    rows = years.the_year_2021()
    later = years.years_until(datetime(2026, 11, 23), "lipa")
    codes = Counter(row["code"] for row in [*rows["clients"], *later["clients"]])
    assert codes.most_common(1)[0][1] == 1


def test_nothing_that_lies_ahead_is_known():
    now = datetime(2026, 11, 23, 20, 5)
    rows = years.years_until(now, "lipa")
    assert max(row["started_at"] for row in rows["contacts"]) <= now
    assert any(stay["left_at"] == "" for stay in rows["stays"])
    assert {row["started_at"].year for row in rows["contacts"]} == {2025, 2026}


def test_a_sum_is_shared_out_to_the_last_unit():
    assert sum(share_out(100, [1, 2, 3, 4], 5, 60)) == 100
    assert min(share_out(100, [0.01, 2, 3, 4], 5)) >= 5
    assert max(share_out(100, [1, 1, 98], 0, 40)) == 40
    with pytest.raises(ValueError, match="cannot be shared out"):
        share_out(10, [1, 1], 6)


def test_shifts_cover_every_hour_of_the_year():
    shifts = sorted(
        (row["starts_at"], row["ends_at"]) for row in years.the_year_2021()["duty_shifts"] if row["duty"] == "phone"
    )
    assert shifts[0][0].date() == date(2021, 1, 1) and shifts[-1][1] == datetime(2022, 1, 1)
    assert all(earlier[1] == later[0] for earlier, later in pairwise(shifts))


def test_a_later_year_spends_what_comes_in():
    finance = years.years_until(datetime(2026, 11, 23), "lipa")["finance"]
    balance = Counter()
    for row in finance:
        balance[row["programme"], row["year"]] += row["amount"] if row["side"] == "income" else -row["amount"]
    assert len(balance) == 8 and not any(balance.values())
