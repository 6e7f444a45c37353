"""The report a manager reads: its numbers, what they say when opened, and its files."""

import pytest
from django.urls import reverse

from tests import factories
from tests.reporting.year import report_of, small_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return small_year()


@pytest.fixture
def report(programme):
    return report_of(programme)


@pytest.fixture
def manager(client, programme):
    client.force_login(factories.manager_in(programme))
    return client


def test_a_year_is_opened_in_one_step(manager, programme):
    page = manager.post(
        reverse("reporting:report_list"), {"organisation": programme.organisation.pk, "year": 2021}, follow=True
    )
    report = page.context["report"]
    for chapter in ("summary", "helpline", "appendix"):
        page = manager.get(reverse("reporting:chapter", args=[report.pk, chapter]))
        assert "SOS telefon" in page.content.decode()
