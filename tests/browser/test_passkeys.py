"""A passkey is added, opens the account by itself, and serves as second factor: with a device that Chromium plays."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from accounts.models import Act, TrailEntry
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def reader(page):
    page.set_default_timeout(12_000)
    """A fingerprint reader; `reader(False)` and it no longer knows her finger."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    device = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]

    def knows_her(verified):
        session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": verified})

    return knows_her


@pytest.fixture
def door(page, live_server):
    """The first page, with her address and password sent."""

    def door(user):
        page.goto(f"{live_server.url}/accounts/login/")
        page.fill("[name=login]", user.email)
        page.fill("[name=password]", factories.PASSWORD)
        page.get_by_role("button", name="Prijava", exact=True).click()

    return door


def confirm(page):
    """That it is her."""
    page.get_by_label("Geslo").fill(factories.PASSWORD)
    page.get_by_role("button", name="Potrdi").click()


def add_key(page, name, by_itself):
    page.get_by_label("Ime").fill(name)
    if by_itself:
        page.get_by_label("Prijava brez gesla").check()
    page.get_by_role("button", name="Dodaj").click()


def sign_out(page):
    page.get_by_role("button", name="Hitro zapusti").click()
    page.wait_for_url("**/accounts/login/")


def test_she_adds_a_passkey_and_signs_in_with_nothing_else(page, live_server, reader, door, no_barriers):
    nina = factories.counsellor_in(factories.ProgrammeFactory(), name="Nina")
    door(nina)
    page.goto(f"{live_server.url}/accounts/2fa/")
    page.get_by_role("link", name="Dodaj ključ").click()
    confirm(page)
    add_key(page, "Prenosnik", by_itself=True)
    expect(page.get_by_role("heading", level=1)).to_contain_text("obnovitvenih kod")
    no_barriers()
    sign_out(page)
    page.get_by_role("button", name="Prijava s ključem").click()
    expect(page.get_by_role("button", name="Nina")).to_be_visible()
    assert TrailEntry.objects.filter(act=Act.SIGNED_IN, user=nina).count() == 2
    page.goto(f"{live_server.url}/accounts/2fa/webauthn/")
    expect(page.get_by_text("Prenosnik").first).to_be_visible()
    no_barriers()


def test_a_manager_who_must_have_a_second_factor_takes_a_key(page, live_server, reader, door, no_barriers, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    vida = factories.manager_in(factories.ProgrammeFactory(), name="Vida")
    door(vida)
    confirm(page)
    page.get_by_role("link", name="s ključem za dostop").click()
    add_key(page, "Ključ na obesku", by_itself=False)
    expect(page.get_by_role("heading", level=1)).to_contain_text("obnovitvenih kod")
    assert Authenticator.objects.filter(user=vida, type="webauthn").exists()
    sign_out(page)
    door(vida)
    expect(page.get_by_role("heading", level=1)).to_have_text("Še en korak.")
    no_barriers()
    page.get_by_role("button", name="Uporabi ključ").click()
    expect(page.get_by_role("button", name="Vida")).to_be_visible()


def test_a_finger_that_the_device_does_not_know_opens_nothing_and_the_page_says_so(page, live_server, reader, door):
    nina = factories.counsellor_in(factories.ProgrammeFactory(), name="Nina")
    door(nina)
    page.goto(f"{live_server.url}/accounts/2fa/webauthn/add/")
    confirm(page)
    add_key(page, "Prenosnik", by_itself=True)
    expect(page.get_by_role("heading", level=1)).to_contain_text("obnovitvenih kod")
    sign_out(page)
    reader(False)
    page.get_by_role("button", name="Prijava s ključem").click()
    expect(page.get_by_role("alert")).to_contain_text("ni uspelo")
    assert page.url.endswith("/accounts/login/")
