"""Somebody who speaks her language: listed by the office, found from the call, entered in the talk."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from cases.models import InterpreterUse
from tests import factories
from tests.browser.test_call import begin_a_call
from tests.cases.conftest import helpline, nina  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(page, live_server, context, sign_in, helpline):  # noqa: F811
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": live_server.url}])
    sign_in(factories.coordinator_in(helpline, name="Breda"))
    page.goto(f"{live_server.url}/programme/specialists/")
    return page


def test_an_interpreter_is_listed_found_in_a_call_and_counted(office, no_barriers, sign_in, nina, live_server):  # noqa: F811
    no_barriers()
    office.keyboard.press("n")
    no_barriers()
    office.get_by_label("Name", exact=True).fill("Oksana Izmišljena")
    office.get_by_role("radio", name="interpreter").check(force=True)
    office.get_by_role("checkbox", name="ukrajinščina").check(force=True)
    office.get_by_label("How we reach her").fill("040 000 001")
    office.get_by_label("When, in words").fill("po dogovoru")
    office.get_by_label("EUR an hour").fill("36")
    office.get_by_role("button", name="Save").click()
    expect(office.get_by_role("link", name="Oksana Izmišljena")).to_be_visible()
    no_barriers()

    sign_in(nina)
    office.goto(f"{live_server.url}/desk/")
    begin_a_call(office)
    office.keyboard.type("Govori ukrajinsko.")
    office.keyboard.press("F2")
    office.keyboard.type("ukraj")
    expect(office.locator(".ours")).to_contain_text("040 000 001")
    no_barriers()
    office.keyboard.press("Escape")
    office.keyboard.press("Control+Enter")
    expect(office.locator(".toast")).to_contain_text("saved at")
    office.locator(".contact").click()
    office.get_by_role("link", name="Add an interpreter").click()
    no_barriers()
    office.get_by_role("combobox", name="Interpreter").fill("oks")
    office.keyboard.press("Enter")
    office.get_by_label("Minutes").fill("50")
    office.get_by_role("button", name="Save").click()
    expect(office.locator(".interpreters")).to_contain_text("50")
    no_barriers()
    assert InterpreterUse.objects.get().cost == 30


def test_the_list_on_a_phone(office, phone, helpline, no_barriers):  # noqa: F811
    worker = factories.WorkerFactory(organisation=helpline.organisation, name="Arta")
    factories.SpecialistFactory(worker=worker, languages=["language-2"], weekdays=[1, 2], from_hour=0, to_hour=24)
    phone.reload()
    expect(phone.get_by_text("Arta")).to_be_visible()
    no_barriers()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
