"""What holds on every page: the entrance, the keys, light and dark, leaving quickly, errors."""

import pytest
from django.utils.translation import gettext
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

WRONG = "The email address and/or password you specified are not correct."
WIDTHS = [320, 390, 719, 720, 1024, 1440]


@pytest.fixture
def complaints(page):
    """What the browser complains about: scripts that fail, what the content policy refuses."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    return found


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(organisation__displayed_name="Društvo Primer")


@pytest.fixture
def zala(programme):
    return factories.administrator_in(programme, name="Zala")


@pytest.fixture
def signed_in(sign_in, zala):
    sign_in(zala)
    return zala


@pytest.fixture
def visit(page, live_server):
    return lambda path: page.goto(live_server.url + path)


def fits(page):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (page.url, width)
    page.set_viewport_size({"width": 1440, "height": 900})
    return True


def test_the_entrance_says_nothing_of_us_and_explains_a_wrong_password(page, visit, zala, complaints, no_barriers):
    visit("/accounts/login/")
    assert page.title() == "Lipa"
    assert "nasil" not in page.content().lower()
    page.fill("[name=login]", zala.email)
    page.fill("[name=password]", "this is not her password")
    page.press("[name=password]", "Enter")
    password = page.get_by_label("Geslo")
    expect(password).to_be_focused()
    expect(password).to_have_accessible_description(gettext(WRONG))
    expect(page.locator("[name=login]")).to_have_value(zala.email)
    no_barriers()
    assert not complaints


def test_entrance_and_errors_fit_every_screen(page, visit, no_barriers):
    for path in ["/accounts/login/", "/accounts/password/reset/", "/nothing-here/"]:
        visit(path)
        no_barriers()
        assert fits(page)


def test_her_own_pages_fit_every_screen(page, visit, signed_in, complaints, no_barriers):
    for path in ["/accounts/2fa/", "/accounts/sessions/", "/accounts/password/change/", "/accounts/reauthenticate/"]:
        visit(path)
        assert page.title() == "Društvo Primer"
        no_barriers()
        assert fits(page)
    assert not complaints


def test_the_theme_follows_the_system_until_she_chooses(page, visit, signed_in):
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="dark")
    visit("/accounts/2fa/")
    assert page.evaluate(ground) == "rgb(22, 26, 24)"
    page.get_by_role("button", name="Svetlo ali temno").click()
    visit("/accounts/sessions/")
    assert page.evaluate(ground) == "rgb(250, 248, 244)"


def test_keys_lead_through_the_house_and_are_off_while_typing(page, visit, signed_in, no_barriers):
    visit("/accounts/password/change/")
    page.locator("input[type=password]").first.press_sequentially("g o ?")
    assert page.url.endswith("/accounts/password/change/")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Vse tipke")
    expect(keys).to_contain_text("Program")
    no_barriers()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("g")
    page.keyboard.press("o")
    page.wait_for_url("**/programme/")


def test_n_begins_a_call_from_every_page_and_no_letter_leads_away_from_it(page, visit, sign_in, programme, no_barriers):
    sign_in(factories.counsellor_in(programme))
    visit("/accounts/2fa/")
    no_barriers()
    page.keyboard.press("n")
    page.wait_for_url("**/calls/new/")
    page.get_by_role("radio", name="žrtev").focus()
    for key in ["g", "d", "n"]:
        page.keyboard.press(key)
    assert page.url.endswith("/calls/new/")


def test_single_keys_can_be_turned_off(page, visit, signed_in):
    visit("/accounts/2fa/")
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="tipke so vklopljene").uncheck()
    visit("/accounts/2fa/")
    for key in ["?", "g", "o"]:
        page.keyboard.press(key)
    expect(page.get_by_role("dialog", name="Vse tipke")).to_be_hidden()
    page.get_by_role("button", name="Zala").click()
    page.get_by_role("button", name="Vse tipke").click()  # her menu still shows them
    expect(page.get_by_role("dialog", name="Vse tipke")).to_be_visible()
    assert page.url.endswith("/accounts/2fa/")


def test_leaving_quickly_signs_out_and_takes_the_place_of_the_page(page, visit, signed_in):
    visit("/accounts/2fa/")
    visit("/accounts/sessions/")
    length = page.evaluate("history.length")
    page.get_by_role("button", name="Hitro zapusti").click()
    page.wait_for_url("**/accounts/login/")
    assert page.evaluate("history.length") == length
    page.go_back()  # to a page that asks who she is
    expect(page.get_by_role("heading", name="Dober dan.")).to_be_visible()


def test_leaving_quickly_works_without_javascript(browser, browser_context_args, live_server, zala):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/accounts/login/")
    page.fill("[name=login]", zala.email)
    page.fill("[name=password]", factories.PASSWORD)
    page.press("[name=password]", "Enter")
    page.get_by_role("button", name="Hitro zapusti").click()
    page.goto(f"{live_server.url}/accounts/2fa/")
    expect(page.get_by_role("heading", name="Dober dan.")).to_be_visible()
    context.close()


def test_a_page_that_is_not_hers_says_whom_to_ask(page, visit, sign_in, programme, no_barriers):
    sign_in(factories.counsellor_in(programme))
    visit("/programme/users/")
    expect(page.get_by_text("prosi skrbnico")).to_be_visible()
    no_barriers()


def test_the_language_changes_where_she_stands(page, visit, signed_in):
    visit("/accounts/2fa/")
    page.get_by_role("button", name="Zala").click()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account is kept by a password alone.")
    assert page.url.endswith("/accounts/2fa/")
