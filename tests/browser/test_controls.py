"""How questions are answered: chips by number, a long list by typing, and all of it without JavaScript."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from accounts import access
from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.browser.controls")]


@pytest.fixture
def questions(page, live_server, sign_in, monkeypatch):
    monkeypatch.setitem(access.ACCESS, "questions", access.SIGNED_IN)
    sign_in(factories.counsellor_in(factories.ProgrammeFactory()))
    page.goto(f"{live_server.url}/questions/")
    return page


def answer(page, name):
    return page.evaluate("(name) => new FormData(document.querySelector('.form')).getAll(name)", name)


def test_numbers_choose_in_the_group_that_has_the_focus(questions):
    questions.get_by_role("radio", name="ženska").focus()
    questions.keyboard.press("2")
    assert answer(questions, "sex") == ["man"]
    questions.get_by_role("checkbox", name="fizično").focus()
    questions.keyboard.press("1")
    questions.keyboard.press("2")
    assert answer(questions, "kinds") == ["physical", "sexual"]
    questions.keyboard.press("1")
    assert answer(questions, "kinds") == ["sexual"]
    assert answer(questions, "sex") == ["man"]


def test_an_answer_can_be_taken_back_unless_it_is_needed(questions):
    questions.get_by_role("radio", name="ženska").focus()
    for take_back in ["2", "Space", "Delete"]:
        questions.keyboard.press("2")
        assert answer(questions, "sex") == ["man"]
        questions.keyboard.press(take_back)
        assert answer(questions, "sex") == [], take_back
    for name in ["moški", "moški", "žrtev", "žrtev"]:
        questions.get_by_role("radio", name=name).click()
    assert answer(questions, "sex") == []
    assert answer(questions, "caller") == ["victim"]


def test_a_long_list_is_found_by_typing_also_without_carons(questions, no_barriers):
    region = questions.get_by_role("combobox", name="Regija")
    region.press_sequentially("gori")
    expect(questions.get_by_role("option")).to_have_text(["goriška"])
    no_barriers()
    region.fill("ska")
    expect(questions.get_by_role("option").nth(8)).to_be_visible()
    region.fill("koroska")
    region.press("Enter")  # chooses, and does not send the form
    expect(region).to_have_value("koroška")
    assert answer(questions, "region") == ["koroška"]
    region.fill("")
    region.press("Tab")
    assert answer(questions, "region") == [""]


def test_a_long_list_is_walked_with_arrows_and_left_with_escape(questions):
    region = questions.get_by_role("combobox", name="Regija")
    region.press("ArrowDown")
    region.press("ArrowDown")
    expect(region).to_have_attribute("aria-activedescendant", "id_region-answer-2")
    region.press("Enter")
    assert answer(questions, "region") == ["goriška"]
    region.press("ArrowDown")
    region.press("ArrowDown")
    region.press("Escape")
    expect(questions.get_by_role("listbox")).to_be_hidden()
    assert answer(questions, "region") == ["goriška"]
    region.fill("daleč stran")  # words that are no answer change nothing
    region.press("Tab")
    expect(region).to_have_value("goriška")


def test_a_wrong_answer_is_named_beside_its_question_and_all_others_are_kept(questions, no_barriers):
    questions.get_by_label("Zapis").fill("kar je povedala")
    questions.get_by_role("combobox", name="Regija").fill("zasav")
    questions.get_by_role("button", name="Shrani").click()
    expect(questions.get_by_role("alert")).to_contain_text("Kdo kliče?")
    expect(questions.get_by_role("group", name="Kdo kliče?")).to_contain_text("obvezno")
    expect(questions.get_by_label("Zapis")).to_have_value("kar je povedala")
    expect(questions.get_by_role("combobox", name="Regija")).to_have_value("zasavska")
    no_barriers()


def test_a_part_that_could_not_be_fetched_says_so_and_leaves_the_page_as_it_was(questions, context):
    note = questions.get_by_label("Zapis")
    note.fill("kar je povedala")
    toasts = questions.locator("#toasts .loud")
    questions.get_by_role("button", name="Odpri").click()
    expect(toasts).to_contain_text("Ni uspelo.")
    context.set_offline(True)
    questions.get_by_role("button", name="Pošlji").click()
    expect(toasts).to_contain_text("Ni povezave.")
    context.set_offline(False)
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    questions.get_by_role("button", name="Pošlji").click()
    expect(toasts).to_contain_text("Seja se je končala.")
    expect(note).to_have_value("kar je povedala")
    expect(questions.locator("#part")).to_have_text("del")
    questions.get_by_role("button", name="Osveži").click()  # nothing to lose: straight to the sign-in
    expect(questions.get_by_role("heading", name="Dober dan.")).to_be_visible()


def test_every_question_can_be_answered_without_javascript(browser, browser_context_args, live_server, monkeypatch):
    monkeypatch.setitem(access.ACCESS, "questions", access.EVERYBODY)
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/questions/")
    page.get_by_role("radio", name="bližnja oseba").check()
    page.get_by_role("radio", name="ženska").check()
    page.get_by_role("radio", name="brez odgovora").check()  # an answer that is not needed is taken back
    page.get_by_role("checkbox", name="spolno").check()
    page.get_by_label("Regija").select_option("posavska")
    page.get_by_role("button", name="Shrani").click()
    expect(page.locator("#answers")).to_have_text("{'caller': 'close', 'kinds': ['sexual'], 'region': 'posavska'}")
    context.close()
