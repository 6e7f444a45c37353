"""A safety plan made by keyboard, read again, and printed only after the question."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import SafetyPlan
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
    page.goto(f"{live_server.url}/cases/{case.pk}/")
    return page


def test_a_plan_is_made_changed_and_printed_when_it_is_safe(opened, no_barriers):
    opened.keyboard.press("v")
    no_barriers()
    opened.keyboard.press("u")
    opened.get_by_label("Kaj naredim").fill("Ostanem pri vratih in pokličem.")
    opened.get_by_label("Kam grem").fill("K sosedi v pritličju.")
    no_barriers()
    opened.get_by_role("button", name="Shrani različico").click()
    expect(opened.get_by_role("heading", level=1)).to_contain_text("različica 1")
    opened.keyboard.press("u")
    opened.get_by_label("Kam grem").fill("Naravnost k sestri.")
    opened.get_by_role("button", name="Shrani različico").click()
    expect(opened.get_by_text("Naravnost k sestri.")).to_be_visible()
    no_barriers()
    opened.get_by_role("list").get_by_role("link", name="1", exact=False).last.click()
    expect(opened.get_by_text("K sosedi v pritličju.")).to_be_visible()
    opened.get_by_role("link", name="Različica, ki velja").click()
    expect(opened.get_by_role("heading", level=1)).to_contain_text("različica 2")
    opened.keyboard.press("p")
    expect(opened.get_by_role("heading", level=1)).to_contain_text("na papirju")
    no_barriers()
    opened.get_by_role("radio", name="da").press("Space")
    with opened.expect_download() as printing:
        opened.get_by_role("button", name="Odgovori").click()
    assert printing.value.suggested_filename == "zapiski.pdf"
    assert SafetyPlan.objects.filter(on_paper="yes").count() == 1


def test_a_plan_is_written_and_read_on_a_phone(opened, phone, no_barriers, live_server, case):
    factories.SafetyPlanFactory(case=case, where_i_go="K sestri. " * 40)
    for address in ("plan/", "plan/new/"):
        phone.goto(f"{live_server.url}/cases/{case.pk}/{address}")
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        no_barriers()
