"""Risk assessed by keyboard, its flag seen everywhere, its instrument made in the browser."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.roles import Role
from cases.models import Instrument, RiskAssessment
from programmes.models import Assignment
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nina():
    programme = factories.ProgrammeFactory(name="Svetovalnica", kind="counselling")
    return factories.counsellor_in(programme, name="Nina")


@pytest.fixture
def programme(nina):
    return nina.assignments.get().programme


@pytest.fixture
def case(programme):
    """Assessed three times; the last one is low."""
    case = factories.CaseFactory(
        programme=programme, client__code="M-4172", opened_on=timezone.localdate() - timedelta(days=60)
    )
    instrument = factories.InstrumentFactory(organisation=programme.organisation, name="Naš seznam")
    for days, yes in ((50, ["weapon", "separation"]), (30, ["separation"]), (10, [])):
        factories.RiskAssessmentFactory(
            case=case,
            instrument=instrument,
            said_yes=yes,
            assessed_at=timezone.now() - timedelta(days=days),
            reasons="Izmišljen zapis: zadnje dni je mirneje.",
        )
    return case


@pytest.fixture
def opened(page, live_server, sign_in, nina, case):
    sign_in(nina)
    page.goto(f"{live_server.url}/cases/{case.pk}/")
    return page


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_risk_is_assessed_by_keyboard_and_its_flag_follows_her(opened, no_barriers, live_server, case):
    expect(opened.locator(".flag.red")).to_have_count(0)
    opened.keyboard.press("r")
    expect(opened.get_by_role("heading", level=1)).to_contain_text("M-4172")
    no_barriers()
    opened.keyboard.press("r")
    opened.locator("[name=item_separation]").first.focus()
    opened.keyboard.press("2")
    opened.locator("[name=item_weapon]").first.focus()
    opened.keyboard.press("1")
    opened.get_by_label("Razlogi").fill("Čakal jo je pred šolo.")
    no_barriers()
    opened.get_by_role("button", name="Shrani").click()
    expect(opened.locator(".flag.red")).to_contain_text("visoka ogroženost")
    made = RiskAssessment.objects.latest("assessed_at")
    assert (made.said_yes, made.said_no, made.level) == (["weapon"], ["separation"], "high")
    no_barriers()
    for address in (
        f"/cases/{case.pk}/",
        f"/people/{case.client_id}/",
        "/desk/",
        "/people/",
        "/calls/new/?code=M-4172",
    ):
        opened.goto(live_server.url + address)
        expect(opened.locator(".flag.red").first).to_be_visible()
    opened.goto(f"{live_server.url}/cases/{case.pk}/risk/")
    expect(opened.get_by_role("row")).to_have_count(5)


def test_risk_is_read_and_asked_on_a_phone(opened, phone, no_barriers, live_server, case):
    for address in ("", "risk/", "risk/new/"):
        phone.goto(f"{live_server.url}/cases/{case.pk}/{address}")
        assert fits(phone)
        no_barriers()


def test_the_coordinator_makes_the_next_edition_and_takes_a_flag_down(
    opened, nina, programme, live_server, no_barriers, case
):
    Assignment.objects.create(user=nina, programme=programme, role=Role.COORDINATOR)
    high = factories.RiskAssessmentFactory(case=case, instrument=Instrument.objects.get(), said_yes=["weapon"])
    opened.goto(f"{live_server.url}/instruments/")
    no_barriers()
    opened.get_by_role("link", name="Naš seznam").click()
    no_barriers()
    opened.keyboard.press("u")
    opened.locator("[name=item-2-label_sl]").fill("Zasleduje jo.")
    opened.locator("[name=item-2-weight]").fill("4")
    no_barriers()
    opened.get_by_role("button", name="Shrani izdajo").click()
    expect(opened.get_by_role("heading", level=1)).to_contain_text("izdaja 2: 3 vprašanja")
    opened.goto(f"{live_server.url}/risk/{high.pk}/")
    opened.get_by_role("link", name="Spusti zastavico").click()
    opened.get_by_label("Zakaj").fill("V priporu je.")
    no_barriers()
    opened.get_by_role("button", name="Spusti zastavico").click()
    expect(opened.locator(".flag.red")).to_have_count(0)
