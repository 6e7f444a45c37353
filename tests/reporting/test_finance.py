"""Money: every sum is computed, and what does not agree is said."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from programmes.models import CoFunder, VolunteerRate, VolunteerWork, WorkKind
from reporting.finance import finances
from reporting.models import Amount, StatedTotal
from tests.factories import ProgrammeFactory, WorkerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return ProgrammeFactory(name="Svetovanje")


@pytest.fixture
def ministry(programme):
    return CoFunder.objects.create(organisation=programme.organisation, key="mddsz", name="MDDSZ")


def amount(programme, side, item, eur, co_funder=None, year=2021):
    return Amount.objects.create(
        programme=programme, year=year, side=side, item=item, amount=Decimal(eur), co_funder=co_funder
    )


def worked(programme, hours, on=date(2021, 5, 5), kind=WorkKind.CONTENT):
    worker = WorkerFactory(organisation=programme.organisation)
    VolunteerWork.objects.create(worker=worker, programme=programme, on=on, hours=Decimal(hours), kind=kind)


def rate(programme, eur, valid_from=date(2016, 1, 1), kind=WorkKind.CONTENT):
    VolunteerRate.objects.create(
        organisation=programme.organisation, kind=kind, valid_from=valid_from, amount=Decimal(eur)
    )


def test_volunteer_work_stands_on_both_sides_at_the_rate_of_its_day_and_kind(programme, ministry):
    amount(programme, "income", "MDDSZ", "100.00", ministry)
    amount(programme, "expense", "Delo", "100.00")
    amount(programme, "expense", "Delo", "77.00", year=2020)
    rate(programme, "10")
    rate(programme, "12", valid_from=date(2021, 7, 1))
    rate(programme, "13", kind=WorkKind.ORGANISATIONAL)
    worked(programme, "2.5", on=date(2021, 6, 30))
    worked(programme, "1", on=date(2021, 7, 1))
    worked(programme, "2", kind=WorkKind.ORGANISATIONAL)
    worked(programme, "5", kind=WorkKind.OTHER)  # no rate: not valued
    worked(programme, "9", on=date(2022, 1, 1))
    [statement] = finances(programme.organisation, 2021).statements
    assert statement.income.valued == statement.expenses.valued == Decimal("63.00")
    assert statement.income.total == Decimal("163.00")
    assert statement.disagreements == []


def test_expenses_above_the_income_are_said_and_found_to_be_the_volunteer_work(programme):
    amount(programme, "income", "MDDSZ", "1000.00")
    amount(programme, "expense", "Delo", "1130.00")
    rate(programme, "10")
    worked(programme, "13")
    StatedTotal.objects.create(
        programme=programme, year=2021, side="expense", amount=Decimal("1130.00"), explanation="Šteto dvakrat."
    )
    with translation.override("en"):
        sides, stated = finances(programme.organisation, 2021).disagreements
    assert "1,260.00" in sides.sentence and "130.00" in sides.sentence and "1,130.00" in sides.sentence
    assert "volunteer work" in sides.sentence
    assert "add up to 1,260.00" in stated.sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert stated.explanation == sides.explanation == "Šteto dvakrat."


def test_a_difference_of_another_kind_is_not_put_down_to_volunteers(programme):
    amount(programme, "income", "MDDSZ", "1000.00")
    amount(programme, "expense", "Delo", "900.00")
    rate(programme, "10")
    worked(programme, "13")
    with translation.override("en"):
        [found] = finances(programme.organisation, 2021).disagreements
    assert "below the income" in found.sentence and "volunteer" not in found.sentence


def test_income_is_added_up_by_who_gave_it(programme, ministry):
    other = ProgrammeFactory(organisation=programme.organisation)
    amount(programme, "income", "MDDSZ – javna dela", "30.00", ministry)
    amount(programme, "income", "MDDSZ", "40.00", ministry)
    amount(other, "income", "MDDSZ", "10.00", ministry)
    amount(other, "income", "Donacije", "20.00")
    found = finances(programme.organisation, 2021)
    rows = {row.name: row for row in found.by_co_funder}
    assert found.income == 100
    assert rows["MDDSZ"].amounts == {programme.key: 70, other.key: 10}
    assert (rows["MDDSZ"].share, rows["Donacije"].share) == (80, 20)
