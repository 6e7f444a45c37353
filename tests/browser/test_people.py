"""Who is it? Found while she talks, linked afterwards, and two codes that turn out to be one person."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from cases.models import Clue, ClueKind, Contact, Merge
from tests import factories
from tests.cases.conftest import ana, helpline, nina  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in(page, live_server, context, sign_in):
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": live_server.url}])

    def signed_in(user, path):
        sign_in(user)
        page.goto(f"{live_server.url}{path}")
        return page

    return signed_in


@pytest.fixture
def mojca(helpline, ana):  # noqa: F811
    """Two call themselves so; one of them called before."""
    factories.ContactFactory(programme=helpline, client=ana, case=ana.cases.get(), note="canary")
    factories.ClueFactory(client=ana, text="Mojca iz Celja")
    other = factories.CaseFactory(programme=helpline, client__code="K-0937").client
    factories.ClueFactory(client=other, text="Mojca iz Celja")
    return other


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_has_she_called_before_is_answered_and_chosen_by_keyboard(signed_in, nina, ana, mojca, no_barriers, picture):  # noqa: F811
    page = signed_in(nina, "/desk/")
    page.keyboard.press("n")
    expect(page.locator("[name=caller]").first).to_be_focused()
    page.locator("[name=code]").focus()
    page.keyboard.type("mojca iz CELJA")
    page.keyboard.press("Enter")
    expect(page.locator("#found [name=person]").first).to_be_focused()
    expect(page.locator("#known")).to_have_text("say who it is")
    expect(page.locator("#found")).to_contain_text("M-4158")
    expect(page.locator("#found")).to_contain_text("last today")
    expect(page.locator("#found")).not_to_contain_text("canary")
    no_barriers()
    picture("who")
    page.keyboard.press("1")
    expect(page.locator("#known")).to_have_text("M-4158")
    page.keyboard.press("Enter")
    expect(page.locator("[name=keep]")).to_be_focused()
    assert "ojca" not in page.url
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("saved at")
    assert Contact.objects.filter(client=ana, case=ana.cases.get()).count() == 2


def test_a_new_code_and_her_number_which_she_lets_us_keep(signed_in, nina, ana, no_barriers):  # noqa: F811
    page = signed_in(nina, "/calls/new/")
    page.locator("[name=code]").fill("041 555 666")
    page.locator("[name=code]").press("Enter")
    expect(page.locator("#known")).to_have_text("nobody has this code")
    expect(page.get_by_role("radio", name="nobody we know")).to_be_focused()
    page.keyboard.press("1")
    page.locator("[name=keep]").press("Space")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("saved at")
    clue = Clue.objects.select_related("vault", "client").get()
    assert (clue.kind, clue.text) == (ClueKind.PHONE, "")
    page.locator("#find").fill("+386 41 555 666")
    page.locator("#find").press("Enter")
    expect(page.locator("h1")).to_contain_text(clue.client.code)
    assert "555" not in page.url
    no_barriers()


def test_what_she_is_found_by_is_kept_and_withdrawn_on_her_page(signed_in, nina, ana, no_barriers, picture):  # noqa: F811
    page = signed_in(nina, f"/people/{ana.pk}/")
    page.get_by_role("link", name="Keep a clue").press("Enter")
    no_barriers()
    page.get_by_label("Words").fill("!")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Write at least two letters.")).to_be_visible()
    page.get_by_label("Words").fill("rdeče kolo")
    picture("clue")
    page.get_by_role("button", name="Keep it").press("Enter")
    expect(page.locator(".clues")).to_contain_text("rdeče kolo")
    no_barriers()
    picture("found-by")
    page.get_by_role("button", name="Withdraw").press("Enter")
    expect(page.locator(".toast")).to_contain_text("Withdrawn")
    assert not Clue.objects.exists()


def test_a_saved_talk_is_linked_and_taken_back(signed_in, nina, ana, mojca, helpline, no_barriers):  # noqa: F811
    talk = factories.ContactFactory(programme=helpline)
    page = signed_in(nina, f"/contacts/{talk.pk}/")
    page.keyboard.press("w")
    expect(page.locator("h1")).to_have_text("Whose talk was it?")
    page.locator("[name=code]").fill("mojca iz celja")
    page.locator("[name=code]").press("Enter")
    expect(page.locator("#found [name=person]").first).to_be_focused()
    no_barriers()
    page.keyboard.press("1")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.locator(".toast")).to_contain_text("Linked to M-4158")
    page.keyboard.press("w")
    no_barriers()
    page.locator("[name=code]").fill("")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.locator(".toast")).to_contain_text("Linked to nobody")


def test_two_codes_become_one_and_two_again(signed_in, helpline, ana, mojca, no_barriers, picture):  # noqa: F811
    page = signed_in(factories.coordinator_in(helpline, name="Irena"), f"/people/{ana.pk}/")
    page.get_by_role("link", name="Has another code too").press("Enter")
    no_barriers()
    page.get_by_label("The other code").fill("k 0937")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("one person?")
    expect(page.get_by_text("Their two open cases in SOS telefon become one")).to_be_visible()
    no_barriers()
    picture("merge")
    page.get_by_role("button", name="Yes, one person").press("Enter")
    expect(page.locator(".toast")).to_contain_text("one person now")
    expect(page.locator(".clues")).to_contain_text("K-0937")
    no_barriers()
    page.get_by_role("link", name="Undo").press("Enter")
    expect(page.locator("h1")).to_contain_text("two people after all?")
    no_barriers()
    page.get_by_role("button", name="Yes, two people").press("Enter")
    expect(page.locator("h1")).to_contain_text("K-0937")
    assert not Merge.objects.in_force().exists()


def test_on_a_phone_nothing_is_wider_than_the_screen(signed_in, phone, helpline, ana, mojca, no_barriers):  # noqa: F811
    talk = factories.ContactFactory(programme=helpline, client=ana)
    coordinator = factories.coordinator_in(helpline, name="Irena")
    paths = [f"/people/{ana.pk}/{part}" for part in ("", "clues/new/", "merge/", "merge/?code=K-0937")]
    for path in [*paths, f"/contacts/{talk.pk}/person/", "/calls/new/"]:
        page = signed_in(coordinator, path)
        if page.locator("[data-who]").count():
            page.locator("[name=code]").fill("Mojca iz Celja")
            page.locator("[name=code]").press("Enter")
            expect(page.locator("#found [name=person]").first).to_be_visible()
        assert fits(page), path
        no_barriers()
