"""A shift goes from one to another, the roster stands in her calendar, and a year accounts for its hours."""

from datetime import datetime, time, timedelta
from threading import Thread

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled
from icalendar import Calendar
from pytest_django.asserts import assertContains, assertNotContains
from zeal import zeal_ignore

from accounts.models import TrailEntry
from programmes.account import Account
from programmes.models import DutyShift, RosterFeed, Swap
from tests import factories

pytestmark = pytest.mark.django_db
MINE = "/programme/duty/mine/"


@pytest.fixture(autouse=True)
def in_english(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"


@pytest.fixture
def helpline(db):
    return factories.ProgrammeFactory(name="Telefon za ženske", organisation__displayed_name="Lipa")


def colleague(helpline, name):
    user = factories.counsellor_in(helpline, name=name)
    factories.EngagementFactory(worker=user.worker)
    return user


@pytest.fixture
def nina(helpline):
    return colleague(helpline, "Nina")


@pytest.fixture
def vida(helpline):
    return colleague(helpline, "Vida")


def days_ahead(days, hour):
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=days), time(hour)))


def shift_of(user, days, hour=8, **fields):
    worker = user.worker if user else None
    starts_at = days_ahead(days, hour)
    return factories.DutyShiftFactory(
        worker=worker, starts_at=starts_at, ends_at=starts_at + timedelta(hours=8), **fields
    )


@pytest.fixture
def hers(helpline, nina):
    return shift_of(nina, 3, programme=helpline)


def ask(client, user, shift, **answers):
    client.force_login(user)
    return client.post(f"/programme/duty/shifts/{shift.pk}/swap/", {"version": "", **answers}, follow=True)


def accept(client, user, swap):
    client.force_login(user)
    return client.post(f"/programme/duty/swaps/{swap.pk}/accept/", follow=True)


# Swaps


def test_two_swap_their_shifts_and_each_stays_known_for_whom_it_was_planned(client, helpline, nina, vida, hers):
    other = shift_of(vida, 5, programme=helpline)
    assertContains(ask(client, nina, hers, in_return=other.pk), "The shift is yours until somebody accepts.")
    client.force_login(vida)
    assertContains(client.get("/desk/"), "1 colleague asks you for a swap")
    assertContains(client.get(MINE), "asks you to take")
    assertContains(accept(client, vida, Swap.objects.get()), "The shift is yours now.")
    hers.refresh_from_db()
    other.refresh_from_db()
    assert (hers.worker, hers.planned_worker) == (vida.worker, nina.worker)
    assert (other.worker, other.planned_worker) == (nina.worker, vida.worker)
    assert Swap.objects.get().answer == "accepted"
    assert TrailEntry.objects.about(hers).filter(user=vida, act="changed").exists()


def test_a_shift_that_comes_back_is_as_it_was_planned(client, nina, vida, hers):
    for giver, taker in [(nina, vida), (vida, nina)]:
        with zeal_ignore():
            ask(client, giver, hers, asked=taker.worker.pk)
            accept(client, taker, Swap.objects.get(answer=""))
    hers.refresh_from_db()
    assert (hers.worker, hers.planned_worker, hers.is_swapped) == (nina.worker, None, False)


def test_whoever_will_may_take_a_shift_that_was_asked_of_everybody(client, helpline, nina, vida, hers):
    ask(client, nina, hers)
    assertContains(accept(client, vida, Swap.objects.get()), "The shift is yours now.")
    hers.refresh_from_db()
    assert hers.worker == vida.worker


def test_only_who_was_asked_answers_and_only_once(client, helpline, nina, vida, hers):
    ask(client, nina, hers, asked=vida.worker.pk)
    swap = Swap.objects.get()
    assertContains(accept(client, colleague(helpline, "Zoja"), swap), "asked of somebody else")
    assertContains(accept(client, nina, swap), "asked of somebody else")
    client.force_login(vida)
    client.post(f"/programme/duty/swaps/{swap.pk}/decline/")
    assertContains(accept(client, vida, swap), "answered already")
    hers.refresh_from_db()
    assert (hers.worker, Swap.objects.get().answer) == (nina.worker, "declined")


def test_she_takes_her_question_back_and_may_ask_again(client, nina, vida, hers):
    ask(client, nina, hers, asked=vida.worker.pk)
    assertContains(ask(client, nina, hers), "Somebody is asked to take this shift already.")
    client.post(f"/programme/duty/swaps/{Swap.objects.get().pk}/decline/")
    assert Swap.objects.get().answer == "withdrawn"
    assertContains(ask(client, nina, hers), "Asked.")


def test_a_shift_that_changed_hands_meanwhile_is_not_swapped(client, helpline, nina, vida, hers):
    other = shift_of(vida, 5, programme=helpline)
    ask(client, nina, hers, in_return=other.pk)
    other.give_to(colleague(helpline, "Zoja").worker)
    other.save()
    assertContains(accept(client, vida, Swap.objects.get()), "has changed hands meanwhile")
    hers.refresh_from_db()
    assert hers.worker == nina.worker


def test_nobody_takes_a_shift_for_which_she_lacks_something_or_has_another_one(client, helpline, nina, vida, hers):
    shift_of(vida, 3, hour=10, programme=helpline)
    ask(client, nina, hers)
    assertContains(accept(client, vida, Swap.objects.get()), "There is another shift of hers at that time.")
    new = factories.counsellor_in(helpline)
    factories.EngagementFactory(worker=new.worker, kind="volunteer")
    assertContains(accept(client, new, Swap.objects.get()), "no agreement")
    hers.refresh_from_db()
    assert hers.worker == nina.worker


def test_nobody_asks_for_a_shift_of_another_one_or_gives_one_that_is_not_hers(client, helpline, nina, vida, hers):
    assertContains(ask(client, vida, hers), "your own shifts")
    other = shift_of(vida, 5, programme=helpline)
    third = colleague(helpline, "Zoja")
    page = ask(client, nina, hers, asked=third.worker.pk, in_return=other.pk)
    assertContains(page, "This shift is not hers.")
    over = factories.DutyShiftFactory(programme=helpline, worker=nina.worker)
    assertContains(ask(client, nina, over), "still to come")
    assert not Swap.objects.exists()


def test_the_same_page_sent_twice_asks_once(client, nina, hers):
    client.force_login(nina)
    url = f"/programme/duty/shifts/{hers.pk}/swap/"
    made = str(client.get(url).context["form"]["id"].value())
    for _again in range(2):
        assert client.post(url, {"id": made}).status_code == 302
    assert Swap.objects.count() == 1


# Taking over


def test_a_shift_that_nobody_has_is_taken_over(client, helpline, vida):
    shift = shift_of(None, 2, programme=helpline)
    client.force_login(vida)
    assertContains(client.get(MINE), "Take it")
    client.post(f"/programme/duty/shifts/{shift.pk}/take/")
    shift.refresh_from_db()
    assert (shift.worker, shift.is_swapped) == (vida.worker, False)
    page = client.post(f"/programme/duty/shifts/{shift.pk}/take/", follow=True)
    assertContains(page, "Somebody has this shift already.")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_want_a_shift_at_the_same_time_one_has_it(client, helpline):
    from django.test import Client

    shift = shift_of(None, 2, programme=helpline)
    users = [colleague(helpline, name) for name in ("Ana", "Eva", "Iva", "Mia")]
    answers = []

    def take(user):
        with scopes_disabled():
            hers = Client()
            hers.force_login(user)
            answers.append(hers.post(f"/programme/duty/shifts/{shift.pk}/take/").status_code)
        connection.close()

    threads = [Thread(target=take, args=[user]) for user in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [302] * 4
    assert TrailEntry.objects.about(shift).filter(act="changed").count() == 1


# The calendar


def made_address(client, user):
    client.force_login(user)
    page = client.post("/programme/duty/calendar/new/")
    client.logout()
    return page.context["url"].removeprefix("http://testserver")


def test_her_calendar_says_when_and_nothing_else(client, helpline, nina, vida):
    soon = shift_of(nina, 2, programme=helpline, unit=factories.UnitFactory(programme=helpline, name="Skrita ulica 7"))
    shift_of(nina, 4, programme=helpline, duty="standby_1")
    shift_of(vida, 2, programme=helpline)
    factories.DutyShiftFactory(programme=helpline, worker=nina.worker, starts_at=days_ahead(-60, 8))
    url = made_address(client, nina)
    answer = client.get(url)
    assert answer["Content-Type"].startswith("text/calendar")
    assert "no-store" in answer["Cache-Control"]
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Dežurstvo", "Pripravljenost"]
    assert events[0]["dtstart"].dt == soon.starts_at
    assert events[0]["dtend"].dt == soon.ends_at
    text = answer.content.decode()
    for word in ("Nina", "Vida", "ulica", "žensk", "telefon", "nasil", "LOCATION", "DESCRIPTION", "ORGANIZER"):
        assert word.lower() not in text.lower(), word
    assert "žensk" not in url and "nasil" not in url


def test_a_new_address_shuts_the_old_one_and_stopping_shuts_both(client, nina, hers):
    with zeal_ignore():
        old, new = made_address(client, nina), made_address(client, nina)
    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200
    assert not RosterFeed.objects.filter(token_hash__in=[old, new.split("/")[-1].removesuffix(".ics")]).exists()
    client.force_login(nina)
    client.post("/programme/duty/calendar/stop/")
    client.logout()
    assert client.get(new).status_code == 404


def test_a_guessed_address_and_that_of_somebody_who_left_open_nothing(client, nina, hers):
    url = made_address(client, nina)
    assert client.get("/programme/duty/calendar/guessed.ics").status_code == 404
    nina.is_active = False
    nina.save()
    assert client.get(url).status_code == 404


# The year


def local(*parts):
    return timezone.make_aware(datetime(*parts))


def test_a_year_accounts_for_its_hours_by_month_and_by_whom(client, helpline, nina, vida):
    factories.OpeningHoursFactory(programme=helpline)
    day, end = local(2024, 1, 1), local(2024, 12, 1, 20)
    while day < end:
        after = min(day + timedelta(days=20), end)
        factories.DutyShiftFactory(programme=helpline, worker=nina.worker, starts_at=day, ends_at=after)
        day = after
    factories.DutyShiftFactory(
        programme=helpline, worker=vida.worker, starts_at=local(2024, 5, 1), ends_at=local(2024, 5, 2)
    )
    account = Account(helpline, 2024)
    assert account.whole.due == 8784 * 60
    assert account.whole.uncovered == 60 * (30 * 24 + 4)
    (line,) = account.lines
    assert [(gap.starts_at, gap.ends_at) for gap in line.gaps] == [(local(2024, 12, 1, 20), local(2025, 1, 1))]
    assert line.months[local(2024, 3, 1).date()].due == 60 * (31 * 24 - 1)
    assert [(worker.code, minutes // 60) for worker, _shifts, minutes in account.by_worker] == [
        (nina.worker.code, 8784 - 30 * 24 - 4),
        (vida.worker.code, 24),
    ]
    client.force_login(nina)
    page = client.get(reverse("programmes:duty_year", args=[helpline.pk]), {"year": 2024})
    assertContains(page, "8,784")
    assertContains(page, "91.8%")
    assertNotContains(page, "The year still runs")


@pytest.mark.parametrize("year", ["0", "1900", "99999", "x", "2199"])
def test_no_year_that_an_address_asks_for_breaks_the_page(client, helpline, nina, year):
    client.force_login(nina)
    assert client.get(reverse("programmes:duty_year", args=[helpline.pk]), {"year": year}).status_code == 200


def test_a_colleague_who_has_no_sign_in_is_on_the_roster_all_the_same(client, helpline, nina):
    worker = factories.WorkerFactory(organisation=helpline.organisation, name="Brez vstopa")
    factories.DutyShiftFactory(programme=helpline, worker=worker)
    client.force_login(nina)
    assertContains(client.get("/programme/duty/"), "Brez vstopa")
    assert DutyShift.objects.count() == 1
