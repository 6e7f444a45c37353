"""Case work: a counsellor opens a case and finds who she is, what comes next and all that happened."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.vocabulary import FollowUp
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nina():
    programme = factories.ProgrammeFactory(name="Svetovalnica", kind="counselling")
    return factories.counsellor_in(programme, name="Nina")


@pytest.fixture
def case(nina):
    """Open for three weeks, with a contact and a service."""
    programme = nina.assignments.get().programme
    today = timezone.localdate()
    case = factories.CaseFactory(
        programme=programme,
        client__code="M-4172",
        client__reached_at="Samo na mobilni, dopoldne.",
        opened_on=today - timedelta(days=22),
    )
    factories.ContactFactory(
        programme=programme,
        client=case.client,
        follow_up=FollowUp.WE_CALL,
        follow_up_at=timezone.now() + timedelta(days=2),
        note="Kliče iz sosedinega stanovanja.",
    )
    factories.ServiceFactory(programme=programme, receivers=[case.client], kind__label_sl="Psihosocialna podpora")
    return case


@pytest.fixture
def opened(page, live_server, sign_in, nina, case):
    sign_in(nina)
    page.goto(f"{live_server.url}/cases/{case.pk}/")
    return page


def test_a_case_says_who_what_next_and_what_happened(opened, no_barriers, picture):
    expect(opened.get_by_role("heading", level=1)).to_contain_text("M-4172, v obravnavi 23 dni")
    expect(opened.get_by_text("Samo na mobilni")).to_be_visible()
    expect(opened.get_by_role("link", name="vrni klic")).to_be_visible()
    no_barriers()
    picture("case")
    opened.get_by_role("link", name="storitve", exact=True).press("Enter")
    expect(opened.get_by_text("Kliče iz sosedinega")).to_be_hidden()
    expect(opened.get_by_role("link", name="Psihosocialna podpora")).to_be_visible()


def test_a_case_is_read_on_a_phone(opened, phone, no_barriers, picture):
    phone.reload()
    no_barriers()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    picture("case-phone")


def test_people_and_what_happened_are_entered_with_the_keyboard(opened, case, live_server, no_barriers, picture):
    opened.get_by_role("link", name="Dodaj osebo").press("Enter")
    opened.get_by_role("radio", name="otrok").press("Space")
    opened.get_by_role("combobox", name="Odnos do nje").fill("sin ali hči")
    opened.keyboard.press("Enter")
    opened.get_by_role("checkbox", name="otrok naj dobi svojo šifro").press("Space")
    opened.get_by_label("Leto rojstva").fill("2019")
    no_barriers()
    picture("case-person")
    opened.get_by_role("button", name="Shrani").press("Enter")
    child = case.people.get(role="child").client
    expect(opened.get_by_role("link", name=child.code)).to_be_visible()

    opened.goto(f"{live_server.url}/cases/{case.pk}/people/new/?role=perpetrator")
    opened.get_by_role("combobox", name="Odnos do nje").fill("mož ali žena")
    opened.keyboard.press("Enter")
    opened.get_by_role("group", name="Je odnos končan?").get_by_role("radio", name="da").press("Space")
    opened.get_by_role("button", name="Shrani").press("Enter")

    expect(opened.get_by_role("heading", level=1)).to_contain_text("v obravnavi")
    opened.keyboard.press("d")
    opened.get_by_role("checkbox", name="fizično").press("Space")
    opened.get_by_role("checkbox", name="psihično").press("Space")
    opened.get_by_label("Kdaj", exact=True).fill("1921/1")
    opened.get_by_role("group", name="Kdo je bil priča").get_by_role("checkbox", name=child.code).press("Space")
    opened.get_by_label("Kaj se je zgodilo").fill("Čakal jo je pred šolo.")
    opened.get_by_role("button", name="Shrani").press("Enter")
    expect(opened.get_by_label("Kdaj", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(opened.get_by_label("Kaj se je zgodilo")).to_have_value("Čakal jo je pred šolo.")
    no_barriers()
    picture("case-event")
    opened.get_by_label("Kdaj", exact=True).fill("11. 2025")
    opened.get_by_role("button", name="Shrani").press("Enter")
    expect(opened.get_by_role("link", name="Fizično, psihično nasilje")).to_be_visible()
    expect(opened.get_by_text("mož ali žena (nekdaj)").first).to_be_visible()
    no_barriers()
    picture("case-full")


def test_a_case_is_taken_closed_and_opened_again(opened, nina, case, live_server, no_barriers, picture):
    word = {"programme": None, "organisation": case.programme.organisation, "vocabulary": "case_outcome"}
    factories.TermFactory(**word, label_sl="končano po dogovoru")
    factories.TermFactory(**word, label_sl="ne pride več")
    opened.get_by_role("link", name="ne vodi je nihče").press("Enter")
    opened.get_by_role("combobox", name="Komu").fill("Nina")
    opened.keyboard.press("Enter")
    no_barriers()
    opened.get_by_role("button", name="Predaj").press("Enter")
    expect(opened.get_by_text("vodi jo Nina")).to_be_visible()
    opened.get_by_text("Drugo …").press("Enter")
    no_barriers()
    opened.get_by_role("link", name="Zaključi obravnavo").press("Enter")
    opened.get_by_role("radio", name="končano po dogovoru").press("Space")
    no_barriers()
    picture("case-close")
    opened.get_by_role("button", name="Zaključi obravnavo").press("Enter")
    expect(opened.get_by_text("zaključena, končano po dogovoru")).to_be_visible()
    opened.keyboard.press("o")
    opened.get_by_role("button", name="Odpri obravnavo").press("Enter")
    expect(opened.get_by_role("heading", level=1)).to_contain_text("M-4172, v obravnavi 1 dan")
    opened.goto(f"{live_server.url}/cases/")
    expect(opened.get_by_role("heading", level=1)).to_have_text("Vodiš 1 obravnavo.")
    no_barriers()
    picture("case-list")


def test_forms_of_a_case_fit_a_phone(opened, phone, case, live_server, no_barriers):
    for path in ("events/new/", "people/new/", "close/", "hand-over/", "transfer/", "edit/", "institutions/new/"):
        phone.goto(f"{live_server.url}/cases/{case.pk}/{path}")
        no_barriers()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
