"""Carried over + new = handled; handled − closed = carried over into the next period: for any period."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from cases.models import Case
from cases.vocabulary import Relation
from programmes.models import Kind
from programmes.records import Period
from reporting.figures import Counselling, Scope, compute
from tests.factories import CaseFactory, CasePersonFactory, IncidentFactory, ProgrammeFactory
from tests.reporting.years import year_of

pytestmark = pytest.mark.django_db
PERIODS = [
    Period.year(2021),
    Period(date(2021, 1, 1), date(2021, 6, 30)),
    Period(date(2021, 3, 15), date(2021, 4, 20)),
    Period(date(2021, 5, 17), date(2021, 5, 17)),
]


@pytest.fixture
def counselling():
    return year_of(Kind.COUNSELLING).programme


def figures(programme, period):
    results = compute(Counselling, Scope.programme_in(programme, period))
    names = ["carried_over", "new", "handled", "closed", "open_at_end"]
    return {name: results[f"cases_{name}"].exact for name in names}


@pytest.mark.parametrize("period", PERIODS)
def test_every_case_is_carried_over_or_new_and_closed_or_carried_on(counselling, period):
    found = figures(counselling, period)
    cases = Case.objects.of(counselling)
    open_before = cases.filter(opened_on__lt=period.first).exclude(closed_on__lt=period.first)
    assert found["carried_over"] == open_before.count() > 0
    assert found["new"] == cases.filter(opened_on__range=(period.first, period.last)).count()
    assert found["handled"] == found["carried_over"] + found["new"] == cases.in_period(period).count()
    assert found["closed"] == cases.filter(closed_on__range=(period.first, period.last)).count()
    following = Period(period.last + timedelta(days=1), period.last + timedelta(days=30))
    assert found["open_at_end"] == figures(counselling, following)["carried_over"]


def test_the_months_of_a_year_carry_their_cases_into_each_other(counselling):
    table = compute(Counselling, Scope.programme_in(counselling, Period.year(2021)))["cases_by_month"]
    rows = [dict(zip([column.key for column in table.columns], cells, strict=True)) for cells in table.cells]
    assert len(rows) == 12
    for month, following in pairwise(rows):
        assert (month["cases_open_at_end"] or 0) == (following["cases_carried_over"] or 0)


def test_a_case_opened_and_closed_on_one_day_is_handled_new_and_closed():
    day = date(2021, 2, 28)
    case = CaseFactory(programme__kind=Kind.COUNSELLING, opened_on=day, closed_on=day)
    assert figures(case.programme, Period.year(2021)) == {
        "carried_over": 0,
        "new": 1,
        "handled": 1,
        "closed": 1,
        "open_at_end": 0,
    }
    assert figures(case.programme, Period.year(2022))["handled"] == 0


def test_opened_again_it_is_a_new_case_and_the_year_of_its_first_end_stays_as_it_was():
    first = CaseFactory(programme__kind=Kind.COUNSELLING, opened_on=date(2020, 5, 1), closed_on=date(2021, 3, 1))
    before = figures(first.programme, Period.year(2021))
    CaseFactory(programme=first.programme, client=first.client, opened_on=date(2022, 1, 10))
    assert figures(first.programme, Period.year(2021)) == before
    assert figures(first.programme, Period.year(2022))["new"] == 1


def test_an_incident_counts_when_it_was_told_and_by_the_family_of_the_act():
    programme = ProgrammeFactory(kind=Kind.COUNSELLING)
    case = CaseFactory(programme=programme, opened_on=date(2021, 1, 1))
    child, sister = CasePersonFactory(case=case), CasePersonFactory(case=case)
    relations = [Relation.SPOUSE, Relation.IN_LAW, Relation.NEIGHBOUR, Relation.NOT_KNOWN]
    for relation in relations:
        him = CasePersonFactory(case=case, role="perpetrator", relation=relation, has_ended=True)
        told = {"told_on": date(2021, 6, 1), "from_on": date(2015, 1, 1)}
        IncidentFactory(case=case, perpetrator=him, direct=[child], witnesses=[sister], **told)
    results = compute(Counselling, Scope.programme_in(programme, Period.year(2021)))
    names = ["incidents_told", "incidents_in_family", "incidents_outside_family", "children_direct"]
    assert [results[name].exact for name in names] == [4, 2, 1, 1]
    assert results["children_witnesses"].exact == 1
    assert compute(Counselling, Scope.programme_in(programme, Period.year(2015)))["incidents_told"].exact == 0
