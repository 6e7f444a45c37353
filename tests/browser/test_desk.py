"""The desk of a busy evening: two calls at once, one handed over, one entered afterwards for two workers."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Contact, Draft
from tests import factories
from tests.browser.test_call import begin_a_call, saved
from tests.cases.conftest import ana, helpline, nina  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page, live_server, context, sign_in, nina):  # noqa: F811
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": live_server.url}])
    sign_in(nina)
    page.goto(f"{live_server.url}/desk/")
    return page


@pytest.fixture
def eva(helpline):  # noqa: F811
    return factories.counsellor_in(helpline, name="Eva")


def notes():
    return sorted(draft.data.get("note") for draft in Draft.objects.select_related("vault"))


def narrow(page):
    """Nothing is wider than a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1440, "height": 900})


def test_two_calls_at_once_and_one_key_leads_from_one_to_the_other(desk, no_barriers):
    begin_a_call(desk)
    desk.keyboard.type("Prva. ")
    saved(desk)
    Draft.objects.update(started_at=timezone.now() - timedelta(minutes=14, seconds=30))
    desk.keyboard.type("Še prva.")
    desk.keyboard.press("Alt+n")
    expect(desk.locator("[data-timer]")).to_have_text("New call")
    expect(desk.locator(".pill data")).to_have_text("14\u00a0min")
    desk.keyboard.press("Alt+z")
    desk.keyboard.type("Druga.")
    desk.keyboard.press("Alt+x")
    expect(desk.locator("[name=note]")).to_have_value("Prva. Še prva.")
    expect(desk.locator("[data-timer]")).to_have_text("14\u00a0min")
    expect(desk.locator(".pill")).to_have_count(2)
    expect(desk.locator(".pill[aria-current] data")).to_have_text("14\u00a0min")
    assert notes() == ["Druga.", "Prva. Še prva."]
    no_barriers()
    desk.locator("[name=note]").focus()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" Konec.")
    desk.keyboard.press("Alt+x")
    expect(desk.locator("[name=note]")).to_have_value("Druga.")
    expect(desk.locator("[data-timer]")).to_have_text("0\u00a0min")
    desk.keyboard.press("Alt+x")
    expect(desk.locator("[name=note]")).to_have_value("Prva. Še prva. Konec.")
    assert notes() == ["Druga.", "Prva. Še prva. Konec."]


def test_a_call_goes_to_a_colleague_who_ends_it(desk, context, sign_in, live_server, nina, eva, no_barriers):  # noqa: F811
    begin_a_call(desk)
    desk.keyboard.type("Kliče iz kopalnice.")
    desk.get_by_text("Time and place").click()
    desk.get_by_role("link", name="Hand over to a colleague").click()
    expect(desk.locator("h1")).to_have_text("Who takes this conversation over?")
    no_barriers()
    narrow(desk)
    desk.get_by_role("radio", name="Eva").check(force=True)
    desk.locator("[name=note]").fill("Čaka na povratni klic policije.")
    desk.get_by_role("button", name="Hand over").click()
    expect(desk.locator(".handed")).to_contain_text("Offered to Eva")
    no_barriers()
    desk.locator(".draft").click()
    expect(desk.locator("[name=note]")).to_be_visible()

    hers = context.browser.new_context(locale="sl-SI", viewport={"width": 1440, "height": 900})
    mine = context.cookies()
    sign_in(eva)
    hers.add_cookies(context.cookies())
    context.clear_cookies()
    context.add_cookies(mine)
    other = hers.new_page()
    other.goto(f"{live_server.url}/desk/")
    expect(other.locator(".offer")).to_contain_text("Čaka na povratni klic policije.")
    narrow(other)
    other.keyboard.press("p")
    expect(other.locator("[name=note]")).to_have_value("Kliče iz kopalnice.")

    desk.locator("[name=note]").focus()
    desk.keyboard.type("Prepozno. ")
    expect(desk.locator("[data-unsaved]")).to_contain_text("A colleague has taken", timeout=10_000)
    assert notes() == ["Kliče iz kopalnice."]
    other.keyboard.press("Control+Enter")
    expect(other.locator(".toast")).to_contain_text("saved at")
    contact = Contact.objects.get()
    assert (contact.begun_by, contact.written_by, contact.worker) == (nina.worker, eva.worker, nina.worker)
    hers.close()


def test_a_talk_of_two_workers_is_entered_afterwards_by_keyboard(desk, eva, no_barriers):
    desk.keyboard.press("v")
    started = desk.locator("[name=started_at_0]")
    expect(started).to_be_focused()
    no_barriers()
    desk.keyboard.type("3. 5. 2021 14:05")
    desk.keyboard.press("Enter")
    desk.keyboard.type("90")
    desk.locator(".panel [role=combobox]").nth(1).fill("Eva")
    desk.keyboard.press("Enter")
    desk.locator("[name=with_0_minutes]").fill("100")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("nobody was in it for longer")).to_be_visible()
    no_barriers()
    desk.locator("[name=with_0_minutes]").fill("45")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".toast")).to_contain_text("saved at")
    contact = Contact.objects.get()
    part = contact.parts.get()
    assert (contact.minutes, part.worker, part.minutes) == (90, eva.worker, 45)
    desk.goto(desk.url.replace("/desk/", f"/contacts/{contact.pk}/"))
    expect(desk.get_by_text("Also in the talk")).to_be_visible()
    no_barriers()
