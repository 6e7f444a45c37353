"""The demo fills the database once; on a later day it adds what happened since, and leaves alone what people did."""

from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.utils import timezone
from zeal import zeal_ignore

from accounts.models import User
from cases.models import Clue, Contact, Merge, Service, Wait
from programmes.models import Assignment, DutyShift, Kind, Programme
from reporting.demo import crisis_centre
from reporting.demo.crisis_centre import KEY, PROGRAMME
from reporting.demo.filling import fill
from reporting.demo.signins import PASSWORD, SIGN_INS
from reporting.demo.years import SEED
from reporting.models import Report
from shelters.models import Bed, Closure, Enquiry, Placement, Stay
from tests.factories import stay_in

BEFORE, AFTER = datetime(2026, 8, 1, 9), datetime(2026, 11, 23, 20, 5)

pytestmark = pytest.mark.django_db


def aware(moment):
    return timezone.make_aware(moment) if moment else None


def counts():
    return {model: model.objects.count() for model in (Stay, Placement, Service, Contact, Enquiry)}


def test_a_later_day_adds_what_happened_since():
    assert fill(KEY, BEFORE) > 500
    before, running = counts(), set(Stay.objects.filter(left_at=None).values_list("pk", flat=True))
    assert fill(KEY, AFTER) > 20
    assert Stay.objects.count() > before[Stay]
    assert Service.objects.count() > before[Service]
    assert running and not Stay.objects.filter(pk__in=running, left_at=None).exists()
    assert not Placement.objects.filter(to_at=None, stay__left_at__isnull=False).exists()


def test_the_same_day_adds_nothing():
    fill(KEY, AFTER)
    before = counts()
    assert fill(KEY, AFTER) == 0
    assert counts() == before


def test_two_steps_come_to_the_same_as_one():
    fill(KEY, BEFORE)
    fill(KEY, AFTER)
    saved = Stay.objects.values_list("client__code", "arrived_at", "left_at")
    rows = [*crisis_centre.the_year_2021(SEED)["stays"], *crisis_centre.years_until(AFTER, SEED)["stays"]]
    assert set(saved) == {(row["client"], aware(row["arrived_at"]), aware(row["left_at"])) for row in rows}


def test_who_was_given_a_bed_meanwhile_keeps_it():
    fill(KEY, BEFORE)
    programme = Programme.objects.get(key=PROGRAMME)
    bed = Bed.objects.of(programme).filter(room__name="1").first()
    Placement.objects.filter(bed=bed, to_at=None).update(to_at=aware(BEFORE))
    mine = stay_in(bed, arrived_at=aware(BEFORE + timedelta(hours=1)))
    fill(KEY, AFTER)
    mine.refresh_from_db()
    assert mine.left_at is None
    assert Placement.objects.filter(bed=bed, from_at__gt=mine.arrived_at).count() == 0
    assert Stay.objects.of(programme).filter(arrived_at__gt=mine.arrived_at).exists()


def test_nobody_gets_a_known_password_outside_the_demo(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO"):
        call_command("demo")
    assert not User.objects.exists()


@pytest.fixture
def demo(settings):
    settings.DEMO = True
    said = StringIO()
    call_command("demo", stdout=said, stderr=StringIO())
    return said.getvalue()


def test_the_demo_is_alive_today(demo):
    """One run for all that a visitor should find: making the demo takes its time."""
    today, now = timezone.localdate(), timezone.now()
    roles = Assignment.objects.current()
    for sign_in in SIGN_INS:
        assert sign_in.email in demo
        assert authenticate(email=sign_in.email, password=PASSWORD)
        assert set(roles.filter(user__email=sign_in.email).values_list("role", flat=True)) == set(sign_in.roles)
    assert PASSWORD in demo

    for programme in Programme.objects.of_kind(Kind.SHELTER):
        beds, stays = Bed.objects.of(programme), Stay.objects.of(programme).current()
        assert 0 < beds.free_on(today).count() < beds.in_service_on(today).count()
        assert stays.filter(resident="child").exists()
        assert stays.filter(expected_until__range=(today, today + timedelta(3))).exists()
        assert Enquiry.objects.of(programme).waiting().count() >= 2
    assert Closure.objects.on(today).exists()
    assert Contact.objects.to_call_back().filter(follow_up_at__date=today).count() >= 3
    assert Clue.objects.count() >= 8 and Merge.objects.in_force().exists()
    assert Wait.objects.answered().exists() and Wait.objects.unanswered().exists()
    assert Contact.objects.exclude(case=None).count() > 100
    assert DutyShift.objects.at(now).exists() and DutyShift.objects.filter(starts_at__gt=now).exists()
    assert Contact.objects.filter(started_on__gte=today - timedelta(2)).exists()
    assert not Contact.objects.filter(started_at__gt=now).exists()
    assert set(Contact.objects.dates("started_on", "year")) == {
        date(year, 1, 1) for year in (2021, today.year - 1, today.year)
    }
    coordinator = User.objects.get(email="koordinatorka@primer.example")
    assert not Stay.objects.visible_to(coordinator).filter(programme__key=PROGRAMME).exists()

    assert Report.objects.get(year=2021).narratives.filter(section="summary", language="sl").exists()

    before = counts()
    with zeal_ignore():  # a second start is another process
        call_command("demo", stdout=StringIO(), stderr=StringIO())
    assert all(abs(count - before[model]) < 5 for model, count in counts().items())
