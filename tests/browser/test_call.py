"""A counsellor's evening: calls by keyboard alone, and nothing lost of what was said to be saved."""

import json

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from cases.models import Contact, Draft
from cases.vocabulary import Subject
from tests import factories
from tests.cases.conftest import ana, helpline, nina  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)
SOON = 2500  # milliseconds: two seconds to save, and a little for the test


@pytest.fixture
def desk(page, live_server, context, sign_in, nina):  # noqa: F811
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": live_server.url}])
    sign_in(nina)
    page.goto(f"{live_server.url}/desk/")
    return page


class Keyboard:
    """Types as she does, and counts her keys; those of free text apart."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def find(self, letters):
        """Letters into a list that filters, Enter to take what it found, Enter to go on."""
        self.page.keyboard.type(letters)
        self.pressed += len(letters)
        self.press("Enter", "Enter")

    def write(self, text):
        self.page.keyboard.type(text)


def begin_a_call(page):
    page.keyboard.press("n")
    expect(page.locator("[name=caller]").first).to_be_focused()
    page.keyboard.press("Alt+z")
    expect(page.locator("[name=note]")).to_be_focused()


def saved(page):
    expect(page.locator("[data-saved]")).to_be_visible(timeout=SOON)
    page.wait_for_timeout(SOON)


def note_on_server():
    (draft,) = Draft.objects.select_related("vault")
    return draft.data.get("note")


def kept_in_browser(page):
    """Everything that lies in the browser's database, as text."""
    return page.evaluate(
        """() => new Promise((done) => {
            const opening = indexedDB.open("lipa", 1);
            opening.onupgradeneeded = () => opening.result.createObjectStore("unsent", { keyPath: "id" });
            opening.onsuccess = () => {
                const rows = opening.result.transaction("unsent").objectStore("unsent").getAll();
                rows.onsuccess = () => { opening.result.close(); done(rows.result.map((row) =>
                    ({ id: row.id, box: new TextDecoder("latin1").decode(row.box) }))); };
            };
        })"""
    )


def test_an_ordinary_call_by_keyboard_alone(desk, no_barriers, picture, helpline):  # noqa: F811
    keys = Keyboard(desk)
    no_barriers()
    keys.press("n")
    expect(desk.locator("[name=caller]").first).to_be_focused()
    no_barriers()
    keys.press("1", "Enter", "1", "Enter", "3", "Enter")  # victim, woman, 30–44
    keys.find("sav")
    keys.find("slo")
    keys.press("Enter", "1", "Enter", "1", "3", "Enter", "1", "Enter")  # violence, physical and psychological, partner
    keys.find("mo")
    keys.press("2", "Enter")  # two children
    assert not desk.locator(".danger").is_visible()
    keys.press("1", "Enter")
    band = desk.locator(".danger")
    expect(band).to_be_visible()
    expect(band).to_contain_text("What was done?")
    keys.press("2", "Enter", "1", "2", "Enter")  # no suicidal distress; a talk and information
    keys.find("pol")
    keys.press("Enter", "Enter", "4")  # knows of us from nobody; nothing more to do than to open a case
    keys.press("Alt+z")
    keys.write("Partner od včeraj ne gre iz stanovanja.\nZjutraj grožnje.")
    saved(desk)
    expect(desk).to_have_url(desk.url.rsplit("/calls/")[0] + f"/calls/{Draft.objects.get().pk}/")
    assert "Zjutraj grožnje." in note_on_server()
    expect(desk.locator("[data-timer]")).to_have_text("0\u00a0min")
    fits = desk.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert fits, "the whole conversation on one screen"
    picture("call")
    no_barriers()
    desk.locator(".danger").get_by_text("police called").click()
    expect(band).not_to_contain_text("What was done?", use_inner_text=True)
    keys.press("Control+Enter")
    expect(desk.locator(".toast")).to_contain_text("saved at")
    assert keys.pressed < 60, keys.pressed

    contact = Contact.objects.select_related("vault", "age_band", "municipality", "language", "relation").get()
    assert (contact.caller, contact.sex, contact.kinds) == ("victim", "woman", ["physical", "psychological"])
    assert (str(contact.municipality), str(contact.language), str(contact.relation)) == (
        "savinjska",
        "slovenščina",
        "mož",
    )
    assert (contact.children, contact.acute_danger, contact.suicidal) == (2, "yes", "no")
    assert (contact.danger_done, contact.given) == (["police_called"], ["help-given-0", "help-given-1"])
    assert contact.referred_to == ["referred-to-1"] and contact.follow_up == "open_case"
    assert contact.note.replace("\r", "") == "Partner od včeraj ne gre iz stanovanja.\nZjutraj grožnje."
    assert not Draft.objects.exists()

    no_barriers()
    picture("desk")
    desk.locator(".contact").first.click()
    expect(desk.get_by_text("Zjutraj grožnje.")).to_be_visible()
    no_barriers()
    desk.keyboard.press("u")
    expect(desk.locator("[name=note]")).to_have_value("Partner od včeraj ne gre iz stanovanja.\nZjutraj grožnje.")
    no_barriers()
    before = Contact.objects.values().get()
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".toast")).to_contain_text("Saved")
    after = Contact.objects.values().first()
    assert after == {**before, "version": before["version"] + 1}, "what she did not touch stays as it was"
    desk.goto(desk.url.split("/contacts/")[0] + "/contacts/?subject=violence&first=1.1.2021")
    expect(desk.locator(".contact")).to_have_count(1)
    no_barriers()
    desk.keyboard.press("/")
    desk.keyboard.type(contact.client.code.replace("-", "").lower())
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_contain_text(contact.client.code)
    no_barriers()


def test_a_silent_call_is_one_key_and_one_click_takes_it_back(desk):
    desk.keyboard.press("t")
    expect(desk.locator(".toast")).to_contain_text("counted at")
    assert Contact.objects.get().subject == Subject.SILENT
    desk.get_by_role("button", name="Undo").click()
    expect(desk.locator(".toast")).to_contain_text("no longer counts")
    assert not Contact.objects.exists()


def test_while_the_line_is_down_she_writes_on_and_nothing_is_lost(desk, context):
    begin_a_call(desk)
    desk.keyboard.type("Prvi del. ")
    saved(desk)
    context.set_offline(True)
    desk.keyboard.type("Drugi del, ")
    loud = desk.locator("[data-unsaved]")
    expect(loud).to_have_text("No connection. What you wrote is safe, I keep trying.", timeout=10_000)
    desk.keyboard.type("canary.")
    desk.wait_for_timeout(800)
    assert note_on_server() == "Prvi del. "
    (kept,) = kept_in_browser(desk)
    assert "canary" not in json.dumps(kept) and len(kept["box"]) > 50
    desk.keyboard.press("Control+Enter")
    desk.wait_for_timeout(500)
    expect(loud).to_be_visible()  # she is still on her page, and it still says so
    assert not Contact.objects.exists()

    context.set_offline(False)
    expect(loud).to_be_hidden(timeout=10_000)
    expect(desk.locator("[data-saved]")).to_be_visible()
    assert note_on_server() == "Prvi del. Drugi del, canary."
    desk.wait_for_timeout(300)
    assert kept_in_browser(desk) == []


def test_a_page_killed_without_a_line_is_made_good_by_the_next_one(desk, context, live_server):
    begin_a_call(desk)
    desk.keyboard.type("Prvi del. ")
    saved(desk)
    context.set_offline(True)
    desk.keyboard.type("Drugi del.")
    expect(desk.locator("[data-unsaved]")).to_contain_text("What you wrote is safe", timeout=10_000)
    desk.wait_for_timeout(800)
    desk.close(run_before_unload=False)
    context.set_offline(False)
    assert note_on_server() == "Prvi del. "

    again = context.new_page()
    again.goto(f"{live_server.url}/desk/")
    for _second in range(10):
        again.wait_for_timeout(1000)
        if note_on_server() != "Prvi del. ":
            break
    assert note_on_server() == "Prvi del. Drugi del."
    again.locator(".draft").click()
    expect(again.locator("[name=note]")).to_have_value("Prvi del. Drugi del.")


def test_her_session_ends_in_the_middle_and_she_goes_on_where_she_was(desk, context, live_server, nina):  # noqa: F811
    begin_a_call(desk)
    desk.keyboard.type("Prvi del. ")
    saved(desk)
    Session.objects.all().delete()
    desk.keyboard.type("Drugi del.")
    loud = desk.locator("[data-unsaved]")
    expect(loud).to_contain_text("Your session ended. What you wrote is safe.", timeout=10_000)
    with context.expect_page() as opened:
        loud.get_by_role("link").click()
    door = opened.value
    door.locator("[name=login]").fill(nina.email)
    door.locator("[name=password]").fill(factories.PASSWORD)
    door.locator("[name=password]").press("Enter")
    expect(door.locator(".places")).to_be_visible()
    door.close()
    desk.bring_to_front()
    desk.evaluate("dispatchEvent(new Event('focus'))")
    expect(loud).to_be_hidden(timeout=10_000)
    assert note_on_server() == "Prvi del. Drugi del."
    desk.locator("[name=note]").focus()
    desk.keyboard.type(" Tretji del.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".toast")).to_contain_text("saved at")
    assert Contact.objects.select_related("vault").get().note == "Prvi del. Drugi del. Tretji del."


def test_a_call_begun_without_a_line_begins_when_it_began(desk, context, live_server):
    begin_a_call(desk)
    context.set_offline(True)
    desk.keyboard.type("Brez zveze.")
    expect(desk.locator("[data-unsaved]")).to_contain_text("What you wrote is safe", timeout=10_000)
    desk.wait_for_timeout(4000)
    desk.close(run_before_unload=False)
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"{live_server.url}/desk/")
    expect(again.locator(".draft")).to_have_count(1, timeout=10_000)
    draft = Draft.objects.get()
    assert (draft.saved_at - draft.started_at).total_seconds() > 4


def test_what_she_left_on_a_shared_computer_nobody_can_read(desk, context, sign_in, helpline, live_server):  # noqa: F811
    begin_a_call(desk)
    context.set_offline(True)
    desk.keyboard.type("canary")
    expect(desk.locator("[data-unsaved]")).to_contain_text("What you wrote is safe", timeout=10_000)
    desk.wait_for_timeout(800)
    assert len(kept_in_browser(desk)) == 1
    desk.close(run_before_unload=False)
    context.set_offline(False)

    sign_in(factories.counsellor_in(helpline, name="Eva"))
    hers = context.new_page()
    hers.goto(f"{live_server.url}/desk/")
    expect(hers.locator(".desk")).to_be_visible()
    hers.wait_for_timeout(1000)
    assert kept_in_browser(hers) == []
    assert not Draft.objects.exists()
    assert "canary" not in hers.content()


def test_two_windows_of_one_draft_do_not_overwrite_each_other(desk, context):
    begin_a_call(desk)
    desk.keyboard.type("Prvi del. ")
    saved(desk)
    second = context.new_page()
    second.goto(desk.url)
    second.locator("[name=note]").focus()
    second.keyboard.press("Control+End")
    second.keyboard.type("Iz drugega okna.")
    saved(second)
    desk.keyboard.type("Iz prvega okna.")
    expect(desk.locator("[data-unsaved]")).to_contain_text("newer in another window", timeout=10_000)
    assert note_on_server() == "Prvi del. Iz drugega okna."
    expect(desk.locator("[name=note]")).to_have_value("Prvi del. Iz prvega okna.")


def test_two_programmes_have_words_of_their_own(desk, nina, helpline):  # noqa: F811
    other = factories.ProgrammeFactory(organisation=helpline.organisation, name="Svetovalnica", position=9)
    factories.TermFactory(programme=other, vocabulary="help_given", label_sl="dolg pogovor", label_en="long talk")
    nina.assignments.create(programme=other, role="counsellor")
    begin_a_call(desk)
    desk.keyboard.type("Zapis ostane.")
    desk.get_by_text("Time and place").click()
    desk.get_by_role("radio", name="Svetovalnica").check(force=True)
    expect(desk.get_by_role("checkbox", name="long talk")).to_be_visible(timeout=10_000)
    expect(desk.locator("[name=note]")).to_have_value("Zapis ostane.")


def test_every_other_page_of_the_room_has_no_barriers(desk, live_server, helpline, ana, sign_in, no_barriers):  # noqa: F811
    contact = factories.ContactFactory(
        programme=helpline, client=ana, follow_up="we_call", safe_ways=["call"], note="Zapis.", acute_danger="yes"
    )
    factories.ServiceFactory(programme=helpline, receivers=[ana])
    coordinator = factories.coordinator_in(helpline, name="Breda")
    draft = factories.DraftFactory(programme=helpline, user=coordinator)
    sign_in(coordinator)
    for address in [
        *["/desk/", "/people/", "/people/?q=X-1", "/people/new/", f"/people/{ana.pk}/", f"/people/{ana.pk}/edit/"],
        *[f"/people/{ana.pk}/services/new/", "/contacts/?first=x", "/contacts/?code=nobody"],
        *[f"/contacts/{contact.pk}/", f"/contacts/{contact.pk}/edit/", f"/contacts/{contact.pk}/history/"],
        f"/calls/{draft.pk}/discard/",
    ]:
        desk.goto(live_server.url + address)
        no_barriers()
    desk.goto(f"{live_server.url}/people/{ana.pk}/services/new/")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".error").first).to_be_visible()
    no_barriers()


def test_a_call_is_logged_on_a_phone(desk, phone, no_barriers):
    desk.locator(".bottom .new").click()
    for answer in ["someone close", "woman", "loneliness"]:
        desk.get_by_role("radio", name=answer, exact=True).check(force=True)
    expect(desk.locator("[name=kinds]").first).to_be_hidden()
    desk.locator("[name=note]").fill("Osamljena.")
    no_barriers()
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.get_by_role("button", name="End the call").click()
    expect(desk.locator(".toast")).to_contain_text("saved at")
    assert Contact.objects.get().subject == Subject.LONELINESS


def test_a_call_is_logged_without_javascript(browser, live_server, sign_in, context, desk):
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(f"{live_server.url}/calls/new/")
    page.locator("[name=caller][value=close]").check(force=True)
    page.locator("[name=follow_up][value=we_call]").check(force=True)
    page.locator("[name=follow_up_at_0]").fill("1. 1. 2020 9:00")
    page.locator("[name=note]").fill("Brez skript.")
    page.get_by_role("button", name="End the call").click()
    expect(page.get_by_text("That is over already.")).to_be_visible()
    expect(page.locator("[name=note]")).to_have_value("Brez skript.")
    page.locator("[name=follow_up_at_0]").fill("1. 1. 2099 9:00")
    page.get_by_role("button", name="End the call").click()
    expect(page.locator("h1")).to_contain_text("call-back")
    contact = Contact.objects.select_related("vault").get()
    assert (contact.caller, contact.note) == ("close", "Brez skript.")
    plain.close()
