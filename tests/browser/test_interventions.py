"""A call-out during standby is written down, its hours stand in their bands, its report is not forgotten."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Intervention
from programmes.models import Vocabulary
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(db):
    house = factories.ProgrammeFactory(name="Zatočišče", kind="shelter")
    for label in ("spremstvo", "sprejem"):
        factories.TermFactory(programme=house, vocabulary=Vocabulary.STANDBY_TASK, label_sl=label)
    return house


def test_an_intervention_over_midnight_is_written_down_and_reported(page, live_server, house, sign_in, no_barriers):
    sign_in(factories.counsellor_in(house, name="Neža Kos"))
    page.goto(f"{live_server.url}/interventions/?month=2026-03")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ni bilo intervencij")
    no_barriers()
    page.keyboard.press("i")
    page.get_by_label("Klic").fill("28. 3. 2026 22:00")
    page.get_by_label("Odhod").fill("28. 3. 2026 22:20")
    page.get_by_label("Vrnitev").fill("29. 3. 2026 7:00")
    page.get_by_role("radio", name="policija").press("Space")
    page.get_by_role("radio", name="spremstvo").press("Space")
    no_barriers()
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("8 ur")
    expect(page.get_by_text("nedelja, noč")).to_be_visible()
    expect(page.get_by_text("poročilo zamuja")).to_be_visible()
    no_barriers()
    page.screenshot(path="/tmp/duty-intervention.png", full_page=True)
    page.keyboard.press("o")
    page.get_by_label("Poročilo").fill("Izmišljeno: vse po dogovoru.")
    no_barriers()
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_text("Izmišljeno: vse po dogovoru.")).to_be_visible()
    assert Intervention.objects.get().reported_at


def test_the_month_is_a_table_by_worker_and_hour_and_is_handed_in(page, live_server, house, sign_in, no_barriers):
    meta = factories.coordinator_in(house, name="Meta Hren")
    start = timezone.make_aware(datetime(2026, 3, 14, 21))
    for days in (0, 1, 5):
        called_at = start + timedelta(days=days)
        factories.InterventionFactory(
            programme=house,
            called_at=called_at,
            returned_at=called_at + timedelta(hours=4),
            taking_part=[meta.worker],
            reported_at=called_at + timedelta(hours=5) if days else None,
        )
    sign_in(meta)
    page.goto(f"{live_server.url}/interventions/?month=2026-03")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 intervencije, 12 ur. Zamuja 1 poročilo.")
    expect(page.get_by_text("rok je bil")).to_be_visible()
    no_barriers()
    page.screenshot(path="/tmp/duty-interventions.png", full_page=True)
    page.get_by_role("button", name="Tabela je oddana").press("Enter")
    expect(page.get_by_text("oddano").first).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("/interventions/?month=2026-03", f"/interventions/{house.pk}/new/"):
        page.goto(live_server.url + path)
        no_barriers()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_when_calls_come_stands_beside_who_answers_them(page, live_server, sign_in, no_barriers):
    helpline = factories.ProgrammeFactory(name="SOS telefon")
    meta = factories.coordinator_in(helpline, name="Meta Hren")
    now = timezone.now()
    for hours in range(24, 24 * 15, 5):
        factories.ContactFactory(programme=helpline, started_at=now - timedelta(hours=hours), minutes=25)
    factories.OpeningHoursFactory(programme=helpline)
    factories.DutyShiftFactory(programme=helpline, worker=meta.worker, starts_at=now, ends_at=now + timedelta(days=12))
    sign_in(meta)
    page.goto(f"{live_server.url}/programme/duty/")
    page.keyboard.press("k")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("je takoj sprejetih približno")
    expect(page.get_by_text("Erlang C")).to_be_visible()
    no_barriers()
    page.screenshot(path="/tmp/duty-demand.png", full_page=True)
    page.get_by_label("Razpored tedna z dnem").fill("1. 6. 2027")
    page.get_by_role("radio", name="8", exact=True).press("Space")
    page.get_by_role("button", name="Pokaži").press("Enter")
    expect(heading).to_contain_text("168 nepokritih ur")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.screenshot(path="/tmp/duty-demand-phone.png")
