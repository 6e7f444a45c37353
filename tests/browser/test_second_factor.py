"""She sets up an app as second factor, and signs in with it."""

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_an_app_is_set_up_and_asked_for_at_the_next_sign_in(page, live_server, no_barriers, picture):
    zala = factories.administrator_in(factories.ProgrammeFactory(), name="Zala")
    page.goto(f"{live_server.url}/accounts/login/")
    page.fill("[name=login]", zala.email)
    page.fill("[name=password]", factories.PASSWORD)
    page.get_by_role("button", name="Prijava", exact=True).click()
    page.goto(f"{live_server.url}/accounts/2fa/")
    page.get_by_role("link", name="Nastavi aplikacijo").click()
    page.get_by_label("Geslo").fill(factories.PASSWORD)
    page.get_by_role("button", name="Potrdi").click()
    secret = page.locator("code").inner_text()
    no_barriers()
    picture("second-factor")
    page.get_by_role("textbox").fill(code_of(secret))
    page.get_by_role("button", name="Nastavi").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("obnovitvenih kod")
    no_barriers()
    recovery = page.locator("code").first.inner_text()
    page.get_by_role("button", name="Hitro zapusti").click()
    page.wait_for_url("**/accounts/login/")
    page.fill("[name=login]", zala.email)
    page.fill("[name=password]", factories.PASSWORD)
    page.get_by_role("button", name="Prijava", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Še en korak.")
    no_barriers()
    page.get_by_role("textbox").fill(recovery)
    page.get_by_role("button", name="Prijava", exact=True).click()
    expect(page.get_by_role("button", name="Zala")).to_be_visible()
