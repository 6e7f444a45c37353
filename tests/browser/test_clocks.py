"""Deadlines of a case: entered, seen on the case and on the desk, done."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import DutyReport, TeamMeeting
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nina():
    programme = factories.ProgrammeFactory(name="Svetovalnica", kind="counselling")
    return factories.counsellor_in(programme, name="Nina")


@pytest.fixture
def case(nina):
    opened_on = timezone.localdate() - timedelta(days=60)
    programme = nina.assignments.get().programme
    return factories.CaseFactory(programme=programme, client__code="M-4172", opened_on=opened_on)


@pytest.fixture
def opened(page, live_server, sign_in, nina, case):
    sign_in(nina)
    page.goto(f"{live_server.url}/cases/{case.pk}/deadlines/")
    return page


def save(page):
    page.get_by_role("button", name="Shrani").click()


def test_a_report_runs_until_it_is_written_and_a_team_until_it_met(opened, no_barriers, live_server):
    expect(opened.get_by_role("heading", level=1)).to_contain_text("noben rok")
    no_barriers()
    opened.get_by_role("link", name="Poročilo centru za socialno delo").click()
    opened.locator("[name=learnt_at_0]").fill("včeraj 0:05")
    no_barriers()
    save(opened)
    expect(opened.get_by_role("heading", level=1)).to_contain_text("obvesti center za socialno delo")
    no_barriers()
    opened.goto(f"{live_server.url}/desk/")
    opened.get_by_role("link", name="obvesti center za socialno delo").click()
    opened.locator("[name=written_at_0]").fill("danes 0:01")
    save(opened)
    expect(opened.get_by_role("heading", level=1)).to_contain_text("noben rok")
    assert DutyReport.objects.in_time().count() == 1
    opened.get_by_role("link", name="Timski sestanek").click()
    opened.locator("[name=called_on]").fill(f"{timezone.localdate():%d. %m. %Y}")
    opened.locator("[name=invited-0-who]").fill("policija")
    opened.locator("[name=agreed-0-what]").fill("nova šola")
    no_barriers()
    save(opened)
    expect(opened.get_by_role("heading", level=1)).to_contain_text("tim se sestane")
    assert TeamMeeting.objects.get().invited.count() == 1


def test_deadlines_and_limits_are_read_on_a_phone(opened, phone, no_barriers, live_server, case):
    order = factories.BarringOrderFactory(case=case)
    for address in (f"cases/{case.pk}/deadlines/", f"deadlines/order/{order.pk}/", "limits/"):
        phone.goto(f"{live_server.url}/{address}")
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        no_barriers()
