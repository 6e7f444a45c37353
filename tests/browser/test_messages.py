"""A chat is pasted message by message, read as a conversation, and goes on the next day."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from cases.models import Contact, Message
from tests.cases.conftest import helpline, nina  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(page, live_server, context, sign_in, nina):  # noqa: F811
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": live_server.url}])
    sign_in(nina)
    page.goto(f"{live_server.url}/desk/")
    return page


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_chat_is_pasted_read_and_goes_on(desk, no_barriers, picture, phone):
    desk.set_viewport_size({"width": 1440, "height": 900})
    desk.keyboard.press("k")
    expect(desk.locator(".in-writing")).to_be_visible()
    desk.locator("[name=message_0_text]").fill("Ali lahko pišem?")
    desk.locator("[name=message_0_written_at_0]").fill("3. 5. 2021 9:00")
    desk.locator("[name=message_1_text]").fill("Seveda. Ste na varnem?")
    desk.locator("[name=message_1_written_at_0]").fill("3. 5. 2021 30:00")
    no_barriers()
    picture("pasting")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("There is no such time.")).to_be_visible()
    expect(desk.locator("[name=message_0_text]")).to_have_value("Ali lahko pišem?")
    no_barriers()
    desk.locator("[name=message_1_written_at_0]").fill("3. 5. 2021 11:15")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".toast")).to_contain_text("saved at")

    desk.locator(".contact").first.click()
    expect(desk.locator(".message")).to_have_count(2)
    expect(desk.locator(".conversation")).to_contain_text("first answer after 2\u00a0h 15\u00a0min")
    no_barriers()
    desk.keyboard.press("m")
    expect(desk.locator("h1")).to_contain_text("A further message")
    no_barriers()
    desk.locator("[name=written_at_0]").fill("4. 5. 2021 8:00")
    desk.locator("[name=text]").fill("Hvala, danes sem pri sestri.")
    desk.get_by_role("button", name="Save").press("Enter")
    expect(desk.locator(".message")).to_have_count(3)
    expect(desk.locator(".flag.amber")).to_contain_text("waits for an answer")
    picture("conversation")
    assert Contact.objects.count() == 1 and Message.objects.count() == 3

    phone.set_viewport_size({"width": 390, "height": 844})
    for path in (desk.url, f"{desk.url}messages/new/", f"{desk.url.split('/contacts/')[0]}/calls/new/?channel=email"):
        phone.goto(path)
        assert fits(phone), path
        no_barriers()
    picture("pasting-phone")


def test_a_call_has_no_messages(desk):
    desk.keyboard.press("n")
    expect(desk.locator("[name=caller]").first).to_be_focused()
    expect(desk.locator(".in-writing")).to_be_hidden()
