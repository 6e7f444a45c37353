"""A counsellor gives data away as the law wants it: with a release, within it, and she can show what was given."""

import pytest
from playwright.sync_api import expect

from cases.models import Disclosure
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case(page, live_server, sign_in):
    programme = factories.ProgrammeFactory(name="Svetovalnica", kind="counselling")
    nina = factories.counsellor_in(programme, name="Nina")
    case = factories.CaseFactory(programme=programme, client__code="M-4172")
    sign_in(nina)
    page.goto(f"{live_server.url}/cases/{case.pk}/")
    return case


def choose(page, label, words):
    """Types into a list that filters, and takes what it offers."""
    page.get_by_label(label, exact=True).first.fill(words)
    page.keyboard.press("Enter")


def test_data_is_given_away_on_a_release_by_keyboard(page, case, no_barriers, picture):
    no_barriers()
    page.get_by_role("link", name="Nova privolitev").press("Enter")
    no_barriers()
    choose(page, "Komu", "center za")
    page.get_by_label("Ime prejemnika").fill("CSD Kraj")
    page.get_by_role("checkbox", name="da prihaja k nam").press("Space")
    page.get_by_label("Za kaj").fill("denarna pomoč")
    picture("release")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_text("velja do", exact=False).and_(page.locator(".flag"))).to_be_visible()

    page.get_by_role("link", name="Posredovani podatki").press("Enter")
    choose(page, "Komu", "center za")
    page.get_by_label("Ime prejemnika").fill("CSD Kraj")
    page.get_by_role("checkbox", name="kje je").press("Space")
    page.get_by_role("radio", name="njena privolitev").press("Space")
    page.get_by_role("radio", name="CSD Kraj").press("Space")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_text("Njena privolitev dovoljuje samo: da prihaja k nam.")).to_be_visible()
    no_barriers()
    picture("disclosure-refused")
    page.get_by_role("checkbox", name="kje je").press("Space")
    page.get_by_role("checkbox", name="da prihaja k nam").press("Space")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_role("heading", level=3).filter(has_text="Podatki posredovani")).to_be_visible()
    assert Disclosure.objects.get().release == case.releases.get()
    no_barriers()
    picture("releases")


def test_she_takes_it_back_on_a_phone(phone, case, live_server, no_barriers):
    release = factories.ReleaseFactory(case=case)
    phone.goto(f"{live_server.url}/releases/{release.pk}/")
    no_barriers()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("link", name="Preklicuje jo").click()
    no_barriers()
    phone.get_by_role("button", name="Preklicuje jo").click()
    expect(phone.get_by_text("preklicana").first).to_be_visible()
