"""The invented case work: it grows with the days, repeats itself, and goes out and in as it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case, RiskAssessment
from reporting.demo.casework import work_on_cases
from reporting.demo.society import KEY
from tests import factories
from tests.reporting.exchanging import give, take, wipe

pytestmark = pytest.mark.django_db


@pytest.fixture
def society():
    """A shelter of the invented society with three cases, one of them closed."""
    shelter = factories.ProgrammeFactory(organisation__key=KEY, key="zatocisce", kind="shelter")
    factories.WorkerFactory(organisation=shelter.organisation, code="D001")
    today = timezone.localdate()
    for days, closed in ((200, None), (120, today - timedelta(days=60)), (20, None)):
        factories.CaseFactory(programme=shelter, opened_on=today - timedelta(days=days), closed_on=closed)
    return shelter


def test_risk_is_assessed_over_and_over_while_a_case_is_open(society):
    work_on_cases()
    for case in Case.objects.all():
        days = [made.assessed_on for made in RiskAssessment.objects.filter(case=case)]
        assert days and min(days) >= case.opened_on and max(days) <= (case.closed_on or timezone.localdate())
    assert RiskAssessment.objects.filter(case__opened_on=timezone.localdate() - timedelta(days=200)).count() >= 4


def test_a_second_run_adds_nothing(society):
    work_on_cases()
    before = list(RiskAssessment.objects.values_list("pk", "score", "version"))
    work_on_cases()
    assert list(RiskAssessment.objects.values_list("pk", "score", "version")) == before


def test_it_goes_out_and_comes_in_again_as_the_same_bytes(society, tmp_path):
    work_on_cases()
    first = give(tmp_path / "first", "--with-texts")
    wipe()
    take(tmp_path / "first")
    assert give(tmp_path / "second", "--with-texts") == first
