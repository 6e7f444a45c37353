"""Volunteers: what they signed, what they wrote down themselves, what the coordinator confirmed."""

from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from programmes.models import Attendance, TrainingStandard, VolunteerWork, WorkState
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def programme():
    programme = factories.ProgrammeFactory(name="SOS telefon", short_name="SOS telefon")
    for name in ("Celje", "Ljubljana"):
        factories.UnitFactory(programme=programme, name=name)
    TrainingStandard.objects.create(
        organisation=programme.organisation, valid_from=date(2015, 1, 1), theory_hours=33, practice_hours=30
    )
    for key, word in {"sl": "slovenščina", "sq": "albanščina"}.items():
        factories.TermFactory(organisation=programme.organisation, vocabulary="language", key=key, label_sl=word)
    return programme


@pytest.fixture
def maja(programme):
    user = factories.counsellor_in(programme, name="Maja Primer")
    factories.EngagementFactory(worker=user.worker, kind="volunteer")
    factories.AgreementFactory(worker=user.worker)
    factories.DeclarationFactory(worker=user.worker)
    training = factories.ActivityFactory(programme=programme, kind="basic_training", on=date(2020, 3, 7))
    Attendance.objects.create(activity=training, worker=user.worker, theory_hours=33, practice_hours=24, completed=True)
    return user


@pytest.fixture
def zarja(programme):
    return factories.coordinator_in(programme, name="Zarja Primer")


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def test_a_volunteer_writes_her_hours_by_keyboard_and_the_coordinator_confirms_them(
    page, live_server, sign_in, programme, maja, zarja, no_barriers, picture
):
    sign_in(maja)
    page.goto(f"{live_server.url}/programme/")
    page.get_by_role("link", name="Moje ure").press("Enter")
    expect(page).to_have_url(f"{live_server.url}/programme/hours/")
    no_barriers()
    page.get_by_label("Ure", exact=True).focus()
    page.keyboard.type("2,5")
    page.keyboard.press("Tab")
    page.keyboard.press("1")
    page.get_by_role("button", name="Zapiši").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2,5\N{NO-BREAK SPACE}ure še čaka")
    expect(page.get_by_text("čaka na potrditev").first).to_be_visible()
    no_barriers()
    picture("my-hours")

    sign_in(zarja)
    page.goto(f"{live_server.url}/programme/volunteers/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 prostovoljka pomaga, vse z dogovorom in izjavo.")
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "1 vpis čaka na potrditev, skupaj 2,5\N{NO-BREAK SPACE}ure"
    )
    no_barriers()
    picture("hours-waiting")
    page.get_by_role("button", name="Potrdi izbrane").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobene ure ne čakajo na potrditev.")
    no_barriers()
    assert VolunteerWork.objects.get().state == WorkState.CONFIRMED
    page.goto(f"{live_server.url}/programme/volunteers/")
    expect(page.get_by_role("row", name="Maja Primer")).to_contain_text("2,5")


def test_a_new_volunteer_gets_her_papers(page, live_server, sign_in, programme, maja, zarja, no_barriers, picture):
    sign_in(zarja)
    page.goto(f"{live_server.url}/programme/")
    page.get_by_role("link", name="Prostovoljke").press("Enter")
    expect(page).to_have_url(f"{live_server.url}/programme/volunteers/")
    no_barriers()
    picture("volunteers")
    page.keyboard.press("p")
    no_barriers()
    page.get_by_label("Ime").fill("Zala Izmišljena")
    page.get_by_role("radio", name="ženska").check(force=True)
    page.get_by_label("Leto rojstva").fill("1991")
    page.get_by_role("checkbox", name="albanščina").check(force=True)
    page.get_by_role("button", name="Shrani").press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Zala Izmišljena: brez dogovora, brez izjave, brez osnovnega usposabljanja.")
    no_barriers()
    page.get_by_role("link", name="Dogovor").click()
    no_barriers()
    page.get_by_label("Številka dogovora").fill("7/2026")
    page.get_by_label("velja do").fill("1. 1. 1990")
    page.get_by_role("button", name="Shrani").click()
    expect(page.get_by_label("Številka dogovora")).to_have_value("7/2026")
    no_barriers()
    page.get_by_label("velja do").fill("")
    page.get_by_role("button", name="Shrani").click()
    page.get_by_role("link", name="Izjava", exact=True).click()
    page.get_by_role("button", name="Shrani").click()
    expect(heading).to_have_text("Zala Izmišljena: brez osnovnega usposabljanja.")
    no_barriers()
    page.keyboard.press("h")
    page.get_by_label("Ure", exact=True).fill("40,5")
    page.get_by_role("radio", name="SOS telefon, Celje").check(force=True)
    no_barriers()
    page.get_by_role("button", name="Shrani in potrdi").click()
    expect(page.get_by_role("row", name="Skupaj")).to_contain_text("40,5")
    no_barriers()
    picture("volunteer")
    with page.expect_download() as sheet:
        page.keyboard.press("l")
    assert sheet.value.suggested_filename == f"list-{timezone.localdate().year}.pdf"
    with page.expect_download() as certificate:
        page.get_by_role("link", name="Potrdilo").click()
    assert certificate.value.suggested_filename == "potrdilo.pdf"


def test_the_yearly_report_on_volunteering_goes_out_as_a_pdf(
    page, live_server, sign_in, programme, maja, zarja, no_barriers
):
    year = timezone.localdate().year - 1
    factories.VolunteerWorkFactory(programme=programme, worker=maja.worker, on=date(year, 3, 2))
    sign_in(zarja)
    page.goto(f"{live_server.url}/programme/volunteers/")
    page.get_by_role("link", name="Letno poročilo o prostovoljstvu").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Prostovoljstvo {year}: 1\N{NO-BREAK SPACE}oseba")
    no_barriers()
    with page.expect_download() as file:
        page.get_by_role("link", name="PDF").press("Enter")
    assert file.value.suggested_filename == f"volunteering-{year}.pdf"


def test_volunteers_fit_a_phone(phone, live_server, sign_in, programme, maja, zarja, no_barriers, picture):
    factories.VolunteerWorkFactory(programme=programme, worker=maja.worker, state=WorkState.WRITTEN)
    factories.VolunteerWorkFactory(programme=programme, worker=maja.worker)
    sign_in(zarja)
    for path in ("volunteers/", f"volunteers/{maja.worker.pk}/", "hours/waiting/", "volunteers/new/"):
        phone.goto(f"{live_server.url}/programme/{path}")
        no_barriers()
        fits(phone)
    phone.goto(f"{live_server.url}/reports/volunteering/")
    no_barriers()
    fits(phone)
    sign_in(maja)
    phone.goto(f"{live_server.url}/programme/hours/")
    no_barriers()
    fits(phone)
