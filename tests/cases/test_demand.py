"""When calls come, and how many of them a roster answers at once."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains

from cases.demand import Demand
from cases.erlang import answered_at_once, answered_within, people_for, waits
from programmes.models.weeks import monday
from tests import factories


@pytest.mark.parametrize(
    ("load", "people", "expected"),
    [  # of the printed tables of Erlang C
        (0.5, 1, 0.5),
        (1, 2, 0.3333),
        (2, 3, 0.4444),
        (4, 5, 0.5541),
        (8, 10, 0.4092),
        (20, 22, 0.5679),
    ],
)
def test_the_share_that_waits_is_that_of_the_tables(load, people, expected):
    assert waits(load, people) == pytest.approx(expected, abs=0.0005)


def test_nobody_answers_where_nobody_is_and_everybody_where_nobody_calls():
    assert answered_at_once(1, 0) == 0
    assert answered_at_once(0, 1) == 1
    assert answered_at_once(3, 2) == 0, "the queue only grows"


def test_more_people_answer_more_and_so_does_patience():
    shares = [answered_at_once(2, people) for people in range(2, 9)]
    assert shares == sorted(shares)
    assert answered_within(2, 3, 0, 15) == pytest.approx(answered_at_once(2, 3))
    assert answered_within(2, 3, 5, 15) > answered_at_once(2, 3)
    assert people_for(2, 0.8) == next(n for n in range(1, 9) if answered_at_once(2, n) >= 0.8)


@pytest.fixture
def next_monday():
    return monday(timezone.localdate()) + timedelta(days=7)


def at(day, hour):
    return timezone.make_aware(datetime.combine(day, time(hour)))


@pytest.mark.django_db
def test_a_week_is_estimated_from_its_own_calls_and_its_own_roster(helpline, next_monday):
    factories.OpeningHoursFactory(programme=helpline, from_time=time(8), to_time=time(12))
    last = next_monday - timedelta(days=14)
    for minutes in (20, 40):
        factories.ContactFactory(programme=helpline, started_at=at(last, 9), minutes=minutes)
    factories.ContactFactory(programme=helpline, started_at=at(last, 10), minutes=30)
    factories.ContactFactory(programme=helpline, started_at=at(last, 9), minutes=300, channel="email")
    worker = factories.WorkerFactory(organisation=helpline.organisation)
    for _twice in range(2):  # one person, however often she stands on the roster
        factories.DutyShiftFactory(
            programme=helpline, worker=worker, starts_at=at(next_monday, 8), ends_at=at(next_monday, 10)
        )
    demand = Demand(helpline, 4, next_monday, 0.8)
    nine, ten = demand.hours[1, 9], demand.hours[1, 10]
    assert (nine.calls, nine.people, demand.talk_minutes) == (0.5, 1, 30)
    assert nine.share == pytest.approx(0.75)
    assert nine.is_short and not nine.is_uncovered
    assert ten.is_uncovered and ten.calls == 0.25
    assert not demand.hours[1, 13].is_open
    assert len(demand.uncovered) == 7 * 4 - 2
    assert demand.lost == 0.25
    assert demand.share == pytest.approx(0.5 * 0.75 / 0.75)


@pytest.mark.django_db
def test_the_page_says_so_in_words_and_what_it_assumes(counsellor, helpline, next_monday):
    assertContains(counsellor.get("/when/"), "No calls have been counted yet")
    factories.ContactFactory(programme=helpline, started_at=at(next_monday - timedelta(days=14), 9), minutes=30)
    page = counsellor.get("/when/", {"weeks": "8"})
    assertContains(page, "0%")
    assertContains(page, "168 uncovered hours")
    assertContains(page, "Erlang C")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked", [{"weeks": "0"}, {"weeks": "x"}, {"on": "1. 1. 0001"}, {"on": "9999-12-31"}, {"target": "%00"}]
)
def test_nothing_that_an_address_asks_for_breaks_the_page(counsellor, asked):
    assert counsellor.get("/when/", asked).status_code == 200


@pytest.mark.django_db
def test_a_week_with_a_change_of_the_clock_has_its_hours_all_the_same(helpline):
    factories.ContactFactory(programme=helpline)
    for day in (datetime(2027, 3, 22).date(), datetime(2026, 10, 19).date()):
        assert len(Demand(helpline, 26, day, 0.8).hours) == 168
