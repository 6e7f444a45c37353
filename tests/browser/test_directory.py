"""The directory: found with one key from a running call, kept by the office."""

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Contact, Draft, Referral
from programmes.models import DirectoryEntry, Term
from tests import factories
from tests.browser.test_call import Keyboard, begin_a_call, saved
from tests.cases.conftest import helpline, nina  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)
PLACES = [
    ("Policijska postaja Škofja Loka", "police", "policija", "04 000 00 01"),
    ("Policijska postaja Vzorčna vas", "police", "policija", "03 000 00 02"),
    ("Center za socialno delo Vzorčna vas", "social_work", "center za socialno delo", "03 000 00 03"),
    ("Krizni center Zavetje", "shelter", None, "03 000 00 04"),
]


@pytest.fixture
def places(helpline):  # noqa: F811
    words = {(term.vocabulary, term.label_sl): term for term in Term.objects.all()}
    for name, kind, word, phone in PLACES:
        factories.DirectoryEntryFactory(
            organisation=helpline.organisation,
            name=name,
            kind=kind,
            term=words.get(("referred_to", word)),
            region=words["municipality", "gorenjska" if "Loka" in name else "savinjska"],
            phone=phone,
            hours="pon.–pet. 8.00–15.00",
            always_open=kind in ("police", "shelter"),
            languages=["language-0", "language-1"],
            checked_on=timezone.localdate() if kind != "shelter" else None,
        )


@pytest.fixture
def desk(page, live_server, context, sign_in, nina, places):  # noqa: F811
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": live_server.url}])
    sign_in(nina)
    page.goto(f"{live_server.url}/desk/")
    return page


def test_she_refers_with_one_key_from_a_running_call_and_loses_nothing(desk, no_barriers):
    begin_a_call(desk)
    keys = Keyboard(desk)
    keys.write("Partner trka na vrata.")
    keys.press("F2")
    search = desk.get_by_label("Search the directory")
    expect(search).to_be_focused()
    expect(desk.locator(".place-found")).to_have_count(4)
    keys.write("skof")
    keys.press("Enter")  # sooner than the answer comes
    chip = desk.locator(".from-directory .chip")
    expect(chip).to_have_text("Policijska postaja Škofja Loka, 04 000 00 01")
    expect(desk.locator(".place-found")).to_have_attribute("aria-pressed", "true")
    no_barriers()
    search.fill("vzorcna")
    expect(desk.locator(".place-found")).to_have_count(2)
    keys.press("ArrowDown", "ArrowDown", "Enter")
    expect(chip).to_have_count(2)
    keys.press("Enter")  # taken back
    expect(desk.locator(".from-directory :checked")).to_have_count(1)
    keys.press("Escape")
    note = desk.locator("[name=note]")
    expect(note).to_be_focused()
    keys.write(" Pokličemo patruljo.")
    saved(desk)
    assert "entries=" in Draft.objects.select_related("vault").get().answers
    desk.reload()
    expect(desk.locator(".from-directory :checked")).to_have_count(1)
    expect(note).to_have_value("Partner trka na vrata. Pokličemo patruljo.")
    assert desk.evaluate("document.documentElement.scrollHeight <= innerHeight"), "still on one screen"
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".toast")).to_contain_text("saved at")
    referral = Referral.objects.select_related("entry", "contact").get()
    assert (referral.entry.name, referral.contact.referred_to) == ("Policijska postaja Škofja Loka", ["referred-to-1"])
    desk.locator(".contact").click()
    expect(desk.get_by_role("link", name="Policijska postaja Škofja Loka")).to_be_visible()
    no_barriers()


def test_those_near_the_caller_come_first_and_kind_and_region_narrow(desk):
    begin_a_call(desk)
    desk.get_by_role("combobox", name="Municipality or region").fill("gor")
    desk.keyboard.press("Enter")
    desk.locator("summary", has_text="Directory").click()
    found = desk.locator(".place-found")
    expect(found.first).to_contain_text("Škofja Loka")
    desk.locator("#directory-kind").select_option("shelter")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("protected location")
    expect(found).to_contain_text("never checked")
    desk.locator("#directory-kind").select_option("")
    desk.locator("#directory-region").select_option(label="savinjska")
    expect(found).to_have_count(3)


def test_without_javascript_the_directory_is_a_list_in_the_call(browser, live_server, context, desk):
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(f"{live_server.url}/calls/new/")
    page.locator("noscript select[name=entries], select[name=entries]").select_option(
        label="Krizni center Zavetje, 03 000 00 04"
    )
    page.get_by_role("button", name="End the call").click()
    expect(page.get_by_text("saved at")).to_be_visible()
    assert Referral.objects.get().contact == Contact.objects.get()
    plain.close()


def test_the_office_keeps_the_directory(desk, live_server, helpline, sign_in, no_barriers):  # noqa: F811
    sign_in(factories.coordinator_in(helpline, name="Breda"))
    desk.goto(f"{live_server.url}/desk/")
    desk.keyboard.press("g")
    desk.keyboard.press("i")
    expect(desk.locator("h1")).to_have_text("The directory holds 4 places; 1 to be checked again.")
    no_barriers()
    desk.keyboard.press("i")
    desk.keyboard.type("skof")
    expect(desk.locator(".place")).to_have_count(1)
    desk.locator("#id_q").fill("")
    desk.get_by_role("radio", name="to be checked").check(force=True)
    expect(desk.locator(".place")).to_have_count(1)
    desk.get_by_role("link", name="Krizni center Zavetje").click()
    expect(desk.get_by_text("protected location")).to_be_visible()
    no_barriers()
    desk.keyboard.press("p")
    expect(desk.locator(".pairs")).to_contain_text("Breda")
    desk.keyboard.press("u")
    no_barriers()
    desk.get_by_label("Address").fill("Skrita 1")
    desk.get_by_label("I have checked").check(force=True)
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".errors")).to_contain_text("protected location")
    expect(desk.get_by_label("Address")).to_have_value("Skrita 1")
    no_barriers()
    desk.get_by_label("Address").fill("")
    desk.get_by_label("no longer in use").check(force=True)
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("No longer in use")).to_be_visible()
    assert DirectoryEntry.objects.current().count() == 3
    desk.goto(f"{live_server.url}/programme/directory/new/")
    no_barriers()


def test_the_directory_on_a_phone(desk, phone, live_server, no_barriers):
    for path in ("/programme/directory/", f"/programme/directory/{DirectoryEntry.objects.first().pk}/"):
        phone.goto(live_server.url + path)
        no_barriers()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    phone.goto(f"{live_server.url}/calls/new/")
    phone.locator("summary", has_text="Directory").click()
    phone.locator(".place-found").first.click()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    no_barriers()
    expect(phone.locator(".from-directory .chip")).to_have_count(1)
