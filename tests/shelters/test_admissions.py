"""A woman comes with her children: into the beds she was promised, or with a sentence why not."""

import threading
from datetime import date

import pytest
from django.db import OperationalError, connection
from django.test import Client as Browser
from django.utils import timezone, translation
from psycopg.errors import DeadlockDetected

from accounts.models import Act, TrailEntry
from cases.models import Case, Client
from shelters import changes
from shelters.models import DayOfStay, Night, Outcome, Placement, Stay
from tests import factories
from tests.shelters import scenes
from tests.shelters.answers import admission, typed_day

ADMIT = "/shelters/admit/"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def coordinator(coordinator):
    coordinator.cookies["language"] = "en"
    return coordinator


def test_a_woman_comes_with_two_children_as_one_household(coordinator, programme, beds):
    words = scenes.words(programme)
    data = admission(
        (beds[0], {"sex": "woman", "born": "34"}),
        (beds[1], {"sex": "man", "born": "7"}),
        (beds[2], {"born": f"{timezone.localdate().year - 1}"}),
        referrer=words["referrer"].pk,
        reason=words["reason"].pk,
    )
    page = coordinator.post(ADMIT, data, follow=True)
    assert "3</em> of them together" in page.content.decode()
    stays = Stay.objects.select_related("client", "referrer").order_by("client__born_in")
    assert {stay.household_id for stay in stays} == {data["id"]}
    assert [stay.age for stay in stays] == [34, 7, 1]
    assert {stay.referrer for stay in stays} == {words["referrer"]}
    assert {stay.expected_until for stay in stays} == {scenes.day(21)}
    assert {p.bed for p in Placement.objects.select_related("bed")} == set(beds[:3])
    assert Case.objects.open().filter(programme=programme).count() == 3
    assert TrailEntry.objects.filter(act=Act.CREATED, record_type="shelters.stay").count() == 3


def test_somebody_we_know_comes_back_under_her_code(coordinator, programme, beds):
    ana = factories.ClientFactory(organisation=programme.organisation, code="M-4172")
    coordinator.post(ADMIT, admission((beds[0], {"code": "m-4172"})))
    assert Stay.objects.get().client == ana
    assert Client.objects.count() == 1


def test_the_same_page_sent_twice_admits_once(coordinator, beds):
    data = admission((beds[0], {}))
    first, second = (coordinator.post(ADMIT, data) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Stay.objects.count() == 1


def test_a_taken_bed_says_who_is_there_and_until_when_and_loses_nothing(coordinator, beds):
    scenes.family(beds[:1], "M-4172", until=15)
    page = coordinator.post(ADMIT, admission((beds[0], {"born": "34"}), (beds[1], {"born": "7"}))).content.decode()
    until = scenes.day(15)
    assert f"This bed is taken at that time: M-4172, until {until.day}\xa0{until:%B}\xa0{until.year}." in page
    assert 'value="34"' in page and 'value="7"' in page
    assert str(beds[0].pk) in page
    assert Stay.objects.count() == 1 and Client.objects.count() == 1


def test_nobody_is_told_whom_she_may_not_see(coordinator, meta, beds):
    elsewhere = factories.CaseFactory(programme__organisation=beds[0].room.house.programme.organisation)
    stay = factories.StayFactory(programme=elsewhere.programme, client=elsewhere.client)
    page = coordinator.post(ADMIT, admission((beds[0], {"code": elsewhere.client.code}))).content.decode()
    assert "She is already staying somewhere at that time." in page
    assert stay.programme.name not in page


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ({"closure": {"closed_on": -3, "reopens_on": 4, "reason": "okno"}}, "This bed is out of service until"),
        ({"closure": {"closed_on": -3, "reason": "pleskanje"}}, "until further notice: pleskanje"),
        ({"house": {"opened_on": 10}}, "Breza opens on"),
        ({"house": {"closed_on": -1}}, "Breza is closed since"),
        ({"bed": {"opened_on": 1}}, "opens on"),
    ],
)
def test_a_bed_out_of_service_is_refused_with_its_reason(coordinator, house, beds, state, sentence):
    def days(fields):
        return {name: scenes.day(value) if name.endswith("_on") else value for name, value in fields.items()}

    if "closure" in state:
        factories.ClosureFactory(bed=beds[0], **days(state["closure"]))
    type(house).objects.filter(pk=house.pk).update(**days(state.get("house", {"position": 0})))
    type(beds[0]).objects.filter(pk=beds[0].pk).update(**days(state.get("bed", {"position": 0})))
    page = coordinator.post(ADMIT, admission((beds[0], {})))
    assert sentence in page.content.decode()
    assert not Stay.objects.exists()


def test_two_people_are_not_put_into_one_bed_and_nobody_into_two(coordinator, programme, beds):
    page = coordinator.post(ADMIT, admission((beds[0], {}), (beds[0], {})))
    assert "Two people can&#x27;t sleep in one bed." in page.content.decode()
    factories.ClientFactory(organisation=programme.organisation, code="M-4172")
    page = coordinator.post(ADMIT, admission((beds[0], {"code": "M-4172"}), (beds[1], {"code": "M-4172"})))
    assert "This code stands here twice." in page.content.decode()
    assert not Stay.objects.exists()


def test_an_unknown_code_is_not_made_up(coordinator, beds):
    page = coordinator.post(ADMIT, admission((beds[0], {"code": "X-0000"})))
    assert "Nobody has this code" in page.content.decode()


def test_an_admission_to_come_is_an_enquiry(coordinator, beds):
    page = coordinator.post(ADMIT, admission((beds[0], {}), arrived=f"{typed_day(2)} 9:00"))
    assert "For a later day write an enquiry." in page.content.decode()


def test_the_hour_that_october_shows_twice_is_asked_for(coordinator, beds):
    data = admission((beds[0], {}), arrived="26.10.2025 2:30", expected_until="")
    page = coordinator.post(ADMIT, data).content.decode()
    assert "showed this hour twice" in page and "before the clock went back" in page
    coordinator.post(ADMIT, data | {"arrived_at_1": "second"})
    assert Stay.objects.get().arrived_at.isoformat() == "2025-10-26T01:30:00+00:00"


def test_a_stay_over_new_year_has_its_nights_in_both(coordinator, beds):
    coordinator.post(ADMIT, admission((beds[0], {}), arrived="30.12.2025 23:50", expected_until=""))
    stay = Stay.objects.get()
    data = {"who": [stay.pk], "at_0": "2.1.2026 9:00", "version": 1}
    coordinator.post(f"/shelters/stays/{stay.pk}/discharge/", data)
    nights = Night.objects.values_list("on", flat=True).order_by("on")
    assert list(nights) == [date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1)]
    assert DayOfStay.objects.count() == 4


def test_an_enquiry_is_answered_by_the_admission_once(coordinator, programme, beds):
    enquiry = factories.EnquiryFactory(programme=programme, children=1)
    asked = f"{ADMIT}?enquiry={enquiry.pk}"
    assert coordinator.get(asked).content.decode().count('class="person"') == 2 + 6
    coordinator.post(asked, admission((beds[0], {}), (beds[1], {})))
    enquiry.refresh_from_db()
    assert enquiry.outcome == Outcome.ADMITTED and enquiry.household.stays.count() == 2
    again = coordinator.post(asked, admission((beds[2], {})))
    assert "this enquiry is answered" in again.content.decode()
    assert Stay.objects.count() == 2


def test_another_programmes_bed_is_no_choice(coordinator, beds):
    foreign = factories.BedFactory()
    assert coordinator.get(f"{ADMIT}?bed={foreign.pk}").status_code == 404
    page = coordinator.post(ADMIT, admission((foreign, {})))
    assert "Select a valid choice" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_at_the_same_moment_get_one_success_and_one_clear_sentence(programme, beds):
    browsers = []
    for name in ("Meta", "Zala"):
        browser = Browser()
        browser.force_login(factories.coordinator_in(programme, name=name))
        browser.cookies["language"] = "en"
        browsers.append(browser)
    ready, pages = threading.Barrier(2), []

    def admit(browser, chosen):
        data = admission(*((bed, {"born": "30"}) for bed in chosen))
        ready.wait()
        pages.append(browser.post(ADMIT, data))
        connection.close()

    orders = [beds[:3], [beds[2], beds[1], beds[0]]]
    threads = [threading.Thread(target=admit, args=pair) for pair in zip(browsers, orders, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(page.status_code for page in pages) == [200, 302]
    refused = next(page for page in pages if page.status_code == 200).content.decode()
    assert refused.count("This bed is taken at that time: ") == 3
    assert 'value="30"' in refused
    assert Stay.objects.count() == 3 and Client.objects.count() == 3


def test_a_deadlock_is_tried_once_more_and_then_becomes_a_sentence(coordinator, beds, monkeypatch):
    deadlock = OperationalError()
    deadlock.__cause__ = DeadlockDetected()
    lock, tries = changes.lock, []

    def deadlocks(times):
        def locks(*args):
            tries.append(args)
            if len(tries) <= times:
                raise deadlock
            return lock(*args)

        return locks

    monkeypatch.setattr(changes, "lock", deadlocks(2))
    page = coordinator.post(ADMIT, admission((beds[0], {"born": "34"}))).content.decode()
    assert "Somebody else was saving the same thing. Please try again." in page and 'value="34"' in page
    assert not Stay.objects.exists() and not Client.objects.exists()
    tries.clear()
    monkeypatch.setattr(changes, "lock", deadlocks(1))
    assert coordinator.post(ADMIT, admission((beds[0], {}))).status_code == 302
    assert Stay.objects.count() == Client.objects.count() == 1
