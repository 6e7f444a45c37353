"""The roster in a browser: a month is filled, a gap is closed, a shift changes hands."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from programmes.models import DutyShift, OpeningHours, WeekPattern
from programmes.roster import Month, fill
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def month():
    return Month.of(timezone.localdate()).after


@pytest.fixture
def helpline(db):
    helpline = factories.ProgrammeFactory(name="SOS telefon", rest_hours=11)
    factories.UnitFactory(programme=helpline, name="Celje")
    return helpline


@pytest.fixture
def vida(helpline):
    return factories.EngagementFactory(worker__organisation=helpline.organisation, worker__name="Vida Kos").worker


@pytest.fixture
def coordinator(helpline, sign_in):
    user = factories.coordinator_in(helpline, name="Meta")
    sign_in(user)
    return user


def roster_at(page, live_server, month):
    page.goto(f"{live_server.url}/programme/duty/?month={month.first:%Y-%m}")


def pick(page, label, text):
    box = page.locator("input[role=combobox]").and_(page.get_by_role("combobox", name=label))
    box.fill(text)
    box.press("Enter")


def test_a_week_is_planned_a_month_is_filled_and_its_gap_is_closed(
    page, live_server, coordinator, vida, month, no_barriers
):
    roster_at(page, live_server, month)
    expect(page.get_by_role("heading", level=1)).to_contain_text("na razporedu še ni nikogar")
    no_barriers()
    page.get_by_role("link", name="Uredi teden").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Čas dosegljivosti še ni določen")
    no_barriers()

    page.keyboard.press("o")
    for day in ("ponedeljek", "torek", "sreda", "četrtek", "petek"):
        page.get_by_role("checkbox", name=day).press("Space")
    no_barriers()
    page.get_by_label("Od", exact=True).fill("17")
    page.get_by_label("Do", exact=True).fill("20")
    page.get_by_label("Velja od").fill("1. 1. 2026")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_role("cell", name="17–20")).to_be_visible()

    page.keyboard.press("t")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nova izmena")
    for day in ("ponedeljek", "torek", "sreda", "četrtek"):
        page.get_by_role("checkbox", name=day).press("Space")
    page.get_by_label("Od", exact=True).fill("17")
    page.get_by_label("Do", exact=True).fill("20")
    pick(page, "Kdo", "Vida")
    page.get_by_label("Velja od").fill("1. 1. 2026")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_role("cell", name="Vida Kos")).to_be_visible()
    no_barriers()
    page.screenshot(path="/tmp/duty-weeks.png", full_page=True)
    assert (OpeningHours.objects.count(), WeekPattern.objects.count()) == (1, 1)

    roster_at(page, live_server, month)
    page.keyboard.press("z")
    page.get_by_role("button", name="Napolni mesec").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Dodan")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("brez dežurne")
    assert DutyShift.objects.filter(worker=vida).count() == sum(day.weekday() < 4 for day in month)
    no_barriers()
    page.screenshot(path="/tmp/duty-roster.png", full_page=True)

    gaps = page.locator("td a.gap")
    before = gaps.count()
    assert before == sum(day.weekday() == 4 for day in month)
    gaps.first.press("Enter")
    pick(page, "Kdo", "Vida")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(heading).to_contain_text(re.compile("brez dežurne|pokrita je vsaka ura"))
    expect(gaps).to_have_count(before - 1)


def test_who_is_double_or_lacks_the_training_is_seen_before_and_named_all_the_same(
    page, live_server, coordinator, helpline, vida, month, no_barriers
):
    nika = factories.WorkerFactory(organisation=helpline.organisation, name="Nika Hren")
    factories.EngagementFactory(worker=nika, kind="volunteer")
    factories.OpeningHoursFactory(programme=helpline)
    factories.WeekPatternFactory(programme=helpline, worker=vida)
    factories.WeekPatternFactory(programme=helpline, worker=None, weekdays=["sun"])
    fill(helpline, month)
    day = f"{month.first.day}. {month.first.month}. {month.first.year}"
    roster_at(page, live_server, month)
    page.keyboard.press("i")
    page.get_by_label("Od", exact=True).fill(f"{day} 8:00")
    page.get_by_label("Do", exact=True).fill(f"{day} 12:00")
    pick(page, "Kdo", "Nika")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_text("brez osnovnega usposabljanja").first).to_be_visible()
    no_barriers()
    page.screenshot(path="/tmp/duty-shift-form.png", full_page=True)
    page.get_by_role("checkbox", name="Vseeno").press("Space")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Preveri 1 izmeno")
    page.screenshot(path="/tmp/duty-warned.png", full_page=True)
    page.locator("#warnings ~ ul a").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nika Hren")
    no_barriers()
    page.screenshot(path="/tmp/duty-shift.png", full_page=True)


def test_the_roster_fits_a_phone(phone, live_server, coordinator, helpline, vida, month, no_barriers):
    factories.OpeningHoursFactory(programme=helpline)
    factories.WeekPatternFactory(programme=helpline, worker=vida)
    fill(helpline, month)
    weeks = f"/programme/{helpline.pk}/duty/weeks/"
    for path in (f"/programme/duty/?month={month.first:%Y-%m}", weeks, f"/programme/{helpline.pk}/duty/shifts/new/"):
        phone.goto(live_server.url + path)
        no_barriers()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    phone.goto(f"{live_server.url}/programme/duty/?month={month.first:%Y-%m}")
    phone.screenshot(path="/tmp/duty-phone.png")


def test_a_contact_leads_to_its_shift_and_the_shift_to_its_contacts(page, live_server, helpline, sign_in, no_barriers):
    neza = factories.counsellor_in(helpline, name="Neža")
    now = timezone.now()
    shift = factories.DutyShiftFactory(programme=helpline, worker=neza.worker, starts_at=now - timedelta(hours=3))
    contact = factories.ContactFactory(programme=helpline, worker=neza.worker, started_at=now - timedelta(hours=1))
    factories.ContactFactory(programme=helpline, worker=neza.worker, started_at=now - timedelta(hours=4))
    sign_in(neza)
    page.goto(f"{live_server.url}/contacts/{contact.pk}/")
    page.get_by_role("definition").get_by_role("link").filter(has_text="telefon").press("Enter")
    expect(page).to_have_url(f"{live_server.url}/shifts/{shift.pk}/")
    expect(page.get_by_text("1 stik")).to_be_visible()
    no_barriers()
    page.get_by_role("link", name="Razpored").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_shift_is_swapped_by_two_and_stands_in_her_own_calendar(
    page, live_server, helpline, sign_in, month, no_barriers
):
    neza, vida = (factories.counsellor_in(helpline, name=name) for name in ("Neža Kos", "Vida Hren"))
    for user in (neza, vida):
        factories.EngagementFactory(worker=user.worker)
    start = timezone.make_aware(datetime.combine(month.first, time(8)))
    hers, other = (
        factories.DutyShiftFactory(
            programme=helpline, worker=user.worker, starts_at=start + days, ends_at=start + days + timedelta(hours=8)
        )
        for user, days in ((neza, timedelta(0)), (vida, timedelta(days=2)))
    )
    free = factories.DutyShiftFactory(
        programme=helpline, worker=None, starts_at=start + timedelta(days=4), ends_at=start + timedelta(days=4, hours=8)
    )
    sign_in(neza)
    roster_at(page, live_server, month)
    page.keyboard.press("j")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tvoja naslednja izmena")
    no_barriers()
    page.get_by_role("link", name=re.compile("Prosi za menjavo")).press("Enter")
    no_barriers()
    pick(page, "V zameno za", "Vida")
    page.get_by_role("button", name="Prosi").press("Enter")
    expect(page.get_by_role("heading", name="Tvoje prošnje")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Prevzemi")).press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Izmena je zdaj tvoja")
    free.refresh_from_db()
    assert free.worker_id == neza.worker.pk

    sign_in(vida)
    page.goto(f"{live_server.url}/desk/")
    page.get_by_role("link", name="1 sodelavka prosi za menjavo").press("Enter")
    page.screenshot(path="/tmp/duty-mine.png", full_page=True)
    no_barriers()
    page.get_by_role("button", name=re.compile("^Prevzemi")).first.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Izmena je zdaj tvoja")
    hers.refresh_from_db()
    other.refresh_from_db()
    assert (hers.worker_id, other.worker_id) == (vida.worker.pk, neza.worker.pk)

    page.get_by_role("button", name="Naredi naslov").press("Enter")
    address = page.get_by_label("Naslov", exact=True).input_value()
    no_barriers()
    page.screenshot(path="/tmp/duty-feed.png", full_page=True)
    calendar = page.request.get(address, headers={"Cookie": ""})
    assert calendar.text().count("BEGIN:VEVENT") == 1
    page.get_by_role("link", name="Narejeno").press("Enter")
    page.get_by_role("button", name="Ukini").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Naslov ne odpira ničesar več")
    assert page.request.get(address).status == 404


def test_a_year_says_what_was_covered_and_what_was_not(page, live_server, coordinator, helpline, vida, no_barriers):
    factories.OpeningHoursFactory(programme=helpline, from_time=time(8), to_time=time(20))
    start = timezone.make_aware(datetime(2025, 1, 1))
    factories.DutyShiftFactory(
        programme=helpline, worker=vida, starts_at=start, ends_at=timezone.make_aware(datetime(2025, 12, 20, 17))
    )
    roster_at(page, live_server, Month.of(timezone.localdate()))
    page.keyboard.press("l")
    expect(page).to_have_url(re.compile("/duty/year/"))
    page.goto(f"{page.url.partition('?')[0]}?year=2025")
    expect(page.get_by_role("heading", level=1)).to_contain_text("4.380 ur")
    expect(page.get_by_role("rowheader", name="Vida Kos")).to_be_visible()
    expect(page.get_by_text("17–20")).to_be_visible()
    no_barriers()
    page.screenshot(path="/tmp/duty-year.png", full_page=True)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in (page.url, f"{live_server.url}/programme/duty/mine/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
