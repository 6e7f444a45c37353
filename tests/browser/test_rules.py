"""The office says what a call asks, and a counsellor is asked so."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from cases.models import Contact, FieldRule
from tests import factories
from tests.cases.conftest import helpline, nina  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(page, live_server, context, sign_in, helpline):  # noqa: F811
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": live_server.url}])
    sign_in(factories.administrator_in(helpline, name="Irena"))
    page.goto(f"{live_server.url}/programme/")
    return page


def test_a_programme_asks_its_own_way_and_sees_it_before_it_holds(office, no_barriers, sign_in, nina, live_server):  # noqa: F811
    office.get_by_role("link", name="what a call asks").click()
    preview = office.locator("#preview")
    expect(preview.locator("[name=setting]").first).to_be_attached()
    no_barriers()
    office.get_by_role("group", name="Where", exact=True).get_by_role("radio", name="hidden").check(force=True)
    expect(preview.locator("[name=setting]")).to_have_count(0)
    office.get_by_role("group", name="Age", exact=True).get_by_role("radio", name="required").check(force=True)
    expect(preview.get_by_text("not known").first).to_be_attached()
    line = office.locator(".rule-line", has=office.get_by_role("group", name="Who calls"))
    line.locator("summary").click()
    line.get_by_label("in English").fill("Who is on the line?")
    expect(preview.get_by_text("Who is on the line?")).to_be_visible()
    assert not FieldRule.objects.exists()
    office.get_by_role("button", name="Save").click()
    expect(office.locator("h1")).to_have_text("A call asks so: 1 required, 1 hidden.")
    no_barriers()

    sign_in(nina)
    office.goto(f"{live_server.url}/calls/new/")
    expect(office.get_by_role("group", name="Who is on the line?")).to_be_visible()
    expect(office.locator("[name=setting]")).to_have_count(0)
    office.locator("[name=note]").fill("Zapis ostane.")
    office.keyboard.press("Control+Enter")
    expect(office.get_by_text("This programme asks for an answer")).to_be_visible()
    expect(office.locator("[name=note]")).to_have_value("Zapis ostane.")
    no_barriers()
    office.locator("[name=not_told][value=age_band]").check(force=True)
    office.keyboard.press("Control+Enter")
    expect(office.locator(".toast")).to_contain_text("saved at")
    assert Contact.objects.get().not_told == ["age_band"]


def test_the_questions_are_set_on_a_phone_and_without_javascript(
    office,
    phone,
    browser,
    context,
    live_server,
    helpline,  # noqa: F811
    no_barriers,
):
    address = f"{live_server.url}/calls/asked/{helpline.pk}/"
    phone.goto(address)
    no_barriers()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(address)
    page.locator("[name=asked_sex][value=hidden]").check(force=True)
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview [name=sex]")).to_have_count(0)
    assert not FieldRule.objects.exists()
    page.get_by_role("button", name="Save").click()
    assert FieldRule.objects.get().question == "sex"
    plain.close()


def test_a_list_is_worded_ordered_and_seen_as_a_form_offers_it(office, live_server, helpline, no_barriers):  # noqa: F811
    office.goto(f"{live_server.url}/programme/{helpline.pk}/terms/help_given/")
    no_barriers()
    office.get_by_role("button", name="Make a list of its own for this programme").click()
    expect(office.get_by_text("This programme's own list.")).to_be_visible()
    office.get_by_role("button", name="informacije: up").click()
    expect(office.get_by_role("rowheader").first).to_have_text("informacije")
    office.get_by_role("link", name="informacije").click()
    office.get_by_label("in English").fill("facts and phone numbers")
    office.get_by_role("button", name="Save").click()
    expect(office.locator("[inert]").get_by_text("facts and phone numbers")).to_be_visible()
    no_barriers()
