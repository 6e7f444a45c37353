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
    other.keyboard.press("m")
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


def test_a_call_back_is_tried_until_she_is_reached(desk, live_server, helpline, ana, no_barriers):  # noqa: F811
    ana.may_phone, ana.may_leave_message, ana.code_word, ana.number = "yes", "no", "jagoda", "041 123 456"
    ana.confirmed_on = timezone.localdate() - timedelta(days=100)
    ana.save()
    promise = factories.ContactFactory(
        programme=helpline, client=ana, follow_up="we_call", follow_up_at=timezone.now() - timedelta(hours=2)
    )
    desk.reload()
    row = desk.locator(".due > .row")
    expect(row).to_contain_text("You may call her")
    expect(row).to_contain_text("Leave no message.")
    expect(row).to_contain_text("late")
    expect(row).not_to_contain_text("041 123 456")
    no_barriers()
    row.get_by_role("button", name="Show the number").click()
    expect(row.locator(".number")).to_have_text("041 123 456")
    no_barriers()
    narrow(desk)
    row.get_by_role("button", name="Nobody").click()
    expect(desk.locator(".toast")).to_contain_text("The next try")
    desk.keyboard.press("g")
    desk.keyboard.press("c")
    expect(desk.locator("h1")).to_contain_text("One call-back")
    expect(desk.locator(".due > .row")).to_contain_text("nobody")
    no_barriers()
    narrow(desk)
    desk.get_by_role("button", name="Reached").click()
    expect(desk.locator("h1")).to_contain_text("Every promised call-back is done.")
    no_barriers()
    desk.goto(f"{live_server.url}/contacts/{promise.pk}/")
    expect(desk.locator(".safe")).to_contain_text("Reached today")
    no_barriers()


def test_a_promise_with_a_window_is_given_up_with_a_reason(desk, live_server, no_barriers):
    desk.keyboard.press("n")
    desk.get_by_role("radio", name="we call back").check(force=True)
    desk.locator("[name=follow_up_at_0]").fill("tomorrow 9:00")
    desk.locator("[name=follow_up_ends_at]").fill("8")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("The end must be later than the start.")).to_be_visible()
    no_barriers()
    desk.locator("[name=follow_up_ends_at]").fill("11:30")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".toast")).to_contain_text("saved at")
    contact = Contact.objects.get()
    desk.goto(f"{live_server.url}/contacts/{contact.pk}/")
    expect(desk.locator(".flags")).to_contain_text("9:00–11:30")
    desk.get_by_role("link", name="Give up").click()
    no_barriers()
    desk.locator("[name=reason]").fill("Številka ne obstaja več.")
    desk.get_by_role("button", name="Give up").click()
    desk.goto(f"{live_server.url}/contacts/{contact.pk}/")
    expect(desk.locator(".safe")).to_contain_text("Številka ne obstaja več.")
    no_barriers()


def test_what_is_safe_is_agreed_and_stands_above_the_number(desk, live_server, ana, no_barriers):  # noqa: F811
    desk.goto(f"{live_server.url}/people/{ana.pk}/")
    desk.keyboard.press("k")
    expect(desk.locator("h1")).to_contain_text("How may we reach")
    no_barriers()
    narrow(desk)
    desk.locator("[name=may_phone][value=yes]").check(force=True)
    desk.locator("[name=may_post][value=no]").check(force=True)
    desk.locator("[name=may_leave_message][value=no]").check(force=True)
    desk.locator("[name=safe_days][value=mon]").check(force=True)
    desk.locator("[name=safe_from]").fill("9")
    desk.locator("[name=safe_until]").fill("8:30")
    desk.locator("[name=number]").fill("041 123 456")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("The end must be later than the start.")).to_be_visible()
    no_barriers()
    desk.locator("[name=safe_until]").fill("12.00")
    desk.get_by_role("button", name="Save").click()
    rule = desk.locator(".safe")
    expect(rule).to_contain_text("You may call her: Mon, 9:00–12:00.")
    expect(rule).not_to_contain_text("041 123 456")
    no_barriers()
    narrow(desk)
    rule.get_by_role("button", name="Show the number").click()
    desk.wait_for_timeout(300)
    expect(rule.locator(".number")).to_have_text("041 123 456")
    no_barriers()
    desk.goto(f"{live_server.url}/calls/new/")
    desk.locator("[name=code]").fill("m4158")
    desk.locator("[name=code]").press("Tab")
    expect(desk.locator("#agreed")).to_contain_text("You may call her: Mon, 9:00–12:00.")
    no_barriers()
    fits = desk.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert fits, "the whole conversation on one screen"


def test_the_note_of_a_shift_is_read_and_signed_by_the_next(desk, live_server, helpline, sign_in, eva, no_barriers):  # noqa: F811
    desk.keyboard.press("i")
    expect(desk.locator("h1")).to_have_text("A note for the next shift")
    no_barriers()
    narrow(desk)
    desk.get_by_role("button", name="Leave the note").click()
    expect(desk.locator(".error").first).to_be_visible()
    no_barriers()
    desk.locator("[name=text]").fill("R-6610 pokliče okrog 18. ure.\nSoba 3 je zaprta do petka.")
    desk.get_by_role("button", name="Leave the note").click()
    expect(desk.locator(".toast")).to_contain_text("waits for the next shift")
    expect(desk.locator(".handover")).not_to_contain_text("R-6610")

    sign_in(eva)
    desk.goto(f"{live_server.url}/desk/")
    expect(desk.locator(".handover")).to_contain_text("R-6610 pokliče okrog 18. ure.")
    no_barriers()
    narrow(desk)
    desk.keyboard.press("j")
    expect(desk.locator(".toast")).to_contain_text("Signed as read.")
    desk.get_by_role("button", name="Undo").click()
    expect(desk.locator(".handover")).to_contain_text("R-6610")
    desk.keyboard.press("j")
    expect(desk.locator(".handover")).to_contain_text("Nothing waits to be read.")
    desk.keyboard.press("g")
    desk.keyboard.press("n")
    expect(desk.locator("h1")).to_have_text("Every note of a shift is signed.")
    no_barriers()
    narrow(desk)
    desk.locator(".notes a").first.click()
    expect(desk.locator("h1")).to_contain_text("What Nina left")
    expect(desk.get_by_text("Soba 3 je zaprta do petka.")).to_be_visible()
    no_barriers()
