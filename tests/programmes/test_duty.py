"""The roster: who has duty when, what is covered, and what is said before it goes wrong."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from programmes.models import ActivityKind, Duty, DutyShift, DutyStretch, Holiday, OnHolidays, PlannedStretch, Weekday
from programmes.models.readiness import Missing, missing_for_duty
from programmes.records import Period
from programmes.roster import Month, Roster, fill
from tests import factories

pytestmark = pytest.mark.django_db
WEEKDAYS = Weekday.values[:5]


@pytest.fixture(autouse=True)
def in_english(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"


@pytest.fixture
def helpline():
    return factories.ProgrammeFactory(name="SOS telefon", rest_hours=11)


@pytest.fixture
def meta(helpline):
    return factories.coordinator_in(helpline, name="Meta")


@pytest.fixture
def coordinator(client, meta):
    client.force_login(meta)
    return client


@pytest.fixture
def vida(helpline):
    return employed(helpline, name="Vida")


def employed(programme, **fields):
    return factories.EngagementFactory(
        worker__organisation=programme.organisation,
        worker__user=None,
        **{f"worker__{name}": value for name, value in fields.items()},
    ).worker


def volunteer(programme, **fields):
    worker = factories.WorkerFactory(organisation=programme.organisation, **fields)
    factories.EngagementFactory(worker=worker, kind="volunteer")
    return worker


def local(*parts):
    return timezone.make_aware(datetime(*parts))


def hours(stretches, **parts):
    return sum(stretch.minutes for stretch in stretches.filter(**parts)) / 60


def days_ahead(days, hour):
    """A moment by the local clock, far enough ahead that no test waits for midnight."""
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=days), time(hour)))


def next_month():
    return Month.of(timezone.localdate()).after


# The hours of a year


@pytest.mark.parametrize(("year", "all_hours"), [(2023, 8760), (2024, 8784), (2025, 8760)])
def test_a_year_round_the_clock_has_its_hours_summer_time_or_not(helpline, year, all_hours):
    factories.OpeningHoursFactory(programme=helpline)
    stretches = DutyStretch.objects.of(helpline).in_period(Period.year(year))
    assert hours(stretches) == hours(stretches.uncovered()) == all_hours
    assert hours(stretches, on__month=3) == 31 * 24 - 1
    assert hours(stretches, on__month=10) == 31 * 24 + 1


def test_who_shares_an_hour_covers_it_once(helpline):
    factories.OpeningHoursFactory(programme=helpline)
    for start, end in [(8, 16), (8, 16), (14, 20)]:
        factories.DutyShiftFactory(
            programme=helpline, starts_at=local(2025, 5, 5, start), ends_at=local(2025, 5, 5, end)
        )
    day = DutyStretch.objects.of(helpline).in_period(Period(date(2025, 5, 5), date(2025, 5, 5)))
    assert (hours(day.covered()), hours(day.uncovered())) == (12, 12)


def test_a_shift_over_midnight_and_the_summer_change_covers_what_the_clock_showed(helpline):
    factories.OpeningHoursFactory(programme=helpline)
    factories.DutyShiftFactory(programme=helpline, starts_at=local(2025, 10, 25, 20), ends_at=local(2025, 10, 26, 8))
    days = DutyStretch.objects.of(helpline).in_period(Period(date(2025, 10, 25), date(2025, 10, 26))).covered()
    assert hours(days, on=date(2025, 10, 25)) == 4
    assert hours(days, on=date(2025, 10, 26)) == 9


def test_places_with_other_hours_are_measured_by_their_own(helpline):
    koper, celje = factories.UnitFactory(programme=helpline), factories.UnitFactory(programme=helpline)
    evening = {"from_time": time(17), "to_time": time(20), "weekdays": WEEKDAYS, "on_holidays": OnHolidays.NOT}
    factories.OpeningHoursFactory(programme=helpline, unit=koper, **evening)
    factories.OpeningHoursFactory(programme=helpline, unit=celje, from_time=time(10), to_time=time(20))
    factories.DutyShiftFactory(
        programme=helpline, unit=celje, starts_at=local(2025, 4, 22, 8), ends_at=local(2025, 4, 22, 18)
    )
    week = DutyStretch.objects.of(helpline).in_period(Period(date(2025, 4, 21), date(2025, 4, 27)))
    assert Holiday.objects.filter(on=date(2025, 4, 21)).exists(), "Easter Monday"
    assert hours(week, unit=koper) == 4 * 3
    assert hours(week, unit=celje) == 7 * 10
    assert hours(week.covered(), unit=celje) == 8
    assert not week.covered().filter(unit=koper), "nobody was in that place"


def test_holidays_may_have_hours_of_their_own_and_new_hours_leave_the_past_as_it_was(helpline):
    every = {"programme": helpline, "from_time": time(8), "to_time": time(16)}
    factories.OpeningHoursFactory(**every, weekdays=WEEKDAYS, on_holidays=OnHolidays.NOT)
    factories.OpeningHoursFactory(**every | {"to_time": time(10)}, on_holidays=OnHolidays.ONLY)
    factories.OpeningHoursFactory(programme=helpline, weekdays=[], valid_from=date(2025, 6, 25))
    stretches = DutyStretch.objects.of(helpline)
    assert hours(stretches.in_period(Period(date(2025, 4, 21), date(2025, 4, 21)))) == 2
    assert hours(stretches.in_period(Period(date(2025, 6, 23), date(2025, 6, 24)))) == 16
    assert hours(stretches.in_period(Period(date(2025, 6, 25), date(2025, 7, 25)))) == 0, "closed since"


def test_hours_over_midnight_belong_to_both_days(helpline):
    factories.OpeningHoursFactory(programme=helpline, from_time=time(22), to_time=time(6), weekdays=["fri"])
    stretches = DutyStretch.objects.of(helpline).in_period(Period(date(2025, 5, 9), date(2025, 5, 10)))
    assert [hours(stretches, on=date(2025, 5, day)) for day in (9, 10)] == [2, 6]


def test_a_shift_of_nobody_covers_nothing_until_somebody_says_that_it_was_worked(helpline):
    factories.OpeningHoursFactory(programme=helpline)
    shift = factories.DutyShiftFactory(
        programme=helpline, worker=None, starts_at=local(2025, 5, 5, 8), ends_at=local(2025, 5, 5, 16)
    )
    day = DutyStretch.objects.of(helpline).in_period(Period(date(2025, 5, 5), date(2025, 5, 5)))
    assert hours(day.covered()) == 0
    DutyShift.objects.update(worked=True)
    assert hours(day.covered()) == 8
    DutyShift.objects.update(worked=False, worker=factories.WorkerFactory(organisation=helpline.organisation))
    assert hours(day.covered()) == 0, "nobody came"
    assert not shift.is_cover


def test_the_calendar_knows_the_holidays_of_the_law():
    days = {(day.month, day.day) for day in Holiday.objects.filter(on__year=2026).values_list("on", flat=True)}
    assert {(1, 1), (2, 8), (4, 6), (4, 27), (5, 1), (6, 25), (8, 15), (10, 31), (11, 1), (12, 25), (12, 26)} <= days


# Weeks become months


def test_a_month_is_filled_from_the_week_and_filling_again_adds_nothing(coordinator, helpline, vida):
    month = next_month()
    factories.WeekPatternFactory(programme=helpline, worker=vida, from_time=time(20), to_time=time(6))
    url = reverse("programmes:fill_month", args=[helpline.pk]) + f"?month={month.first:%Y-%m}"
    assertContains(coordinator.get(url), "Fill the month from the week pattern?")
    page = coordinator.post(url, follow=True)
    assertContains(page, f"{month.days} shifts were added.")
    assert DutyShift.objects.of(helpline).in_period(month).count() == month.days
    shift = DutyShift.objects.order_by("starts_at").first()
    assert (shift.starts_at, shift.worker) == (timezone.make_aware(datetime.combine(month.first, time(20))), vida)
    assert timezone.localtime(shift.ends_at).hour == 6
    assertContains(coordinator.post(url, follow=True), "Nothing was added")


def test_what_was_changed_since_is_not_filled_anew(helpline, vida):
    month = next_month()
    factories.WeekPatternFactory(programme=helpline, worker=vida)
    shift = fill(helpline, month)[0]
    other = employed(helpline)
    DutyShift.objects.filter(pk=shift.pk).update(worker=other, ends_at=shift.ends_at + timedelta(hours=1))
    assert fill(helpline, month) == []
    assert DutyShift.objects.get(pk=shift.pk).worker == other


def test_a_shift_that_stands_there_already_is_not_given_a_second_time(helpline, vida):
    month = next_month()
    factories.WeekPatternFactory(programme=helpline, worker=vida)
    day = timezone.make_aware(datetime.combine(month.first, time(8)))
    factories.DutyShiftFactory(programme=helpline, starts_at=day, ends_at=day + timedelta(hours=8))
    assert len(fill(helpline, month)) == month.days - 1


def test_a_rotation_comes_every_other_week_and_leaves_holidays_out(helpline, vida):
    factories.WeekPatternFactory(
        programme=helpline, worker=vida, weekdays=["fri"], every_weeks=2, valid_from=date(2099, 12, 7),
        on_holidays=OnHolidays.NOT,
    )  # fmt: skip
    days = [timezone.localdate(shift.starts_at) for shift in fill(helpline, Month.of(date(2099, 12, 1)))]
    assert days == [date(2099, 12, 11)], "the 25th is Christmas"


def test_a_pattern_is_written_and_removed_in_the_browser(coordinator, helpline, vida):
    url = reverse("programmes:pattern_new", args=[helpline.pk])
    answers = {
        "duty": "standby_1", "weekdays": ["sat", "sun"], "from_time": "16", "to_time": "24", "worker": vida.pk,
        "on_holidays": "also", "every_weeks": 1, "valid_from": "1. 12. 2026", "until": "",
    }  # fmt: skip
    page = coordinator.post(url, answers, follow=True)
    assertContains(page, "Sat–Sun")
    assertContains(page, "16–24")
    pattern = helpline.organisation.workers.get(pk=vida.pk).week_patterns.get()
    wrong = {**answers, "weekdays": [], "from_time": "25", "until": "1. 1. 1921"}
    page = coordinator.post(reverse("programmes:pattern_edit", args=[pattern.pk]), wrong)
    for field in ("weekdays", "from_time", "until"):
        assert page.context["form"].errors[field], field
    assertContains(page, 'value="25"')
    coordinator.post(reverse("programmes:pattern_remove", args=[pattern.pk]))
    assert not vida.week_patterns.exists()


def test_opening_hours_are_written_by_the_coordinator_and_read_by_all(client, coordinator, helpline):
    answers = {"duty": "phone", "weekdays": WEEKDAYS, "from_time": "17.00", "to_time": "20:00", "on_holidays": "not"}
    url = reverse("programmes:hours_new", args=[helpline.pk])
    coordinator.post(url, {**answers, "valid_from": "2026-01-01"})
    client.force_login(factories.counsellor_in(helpline))
    page = client.get(reverse("programmes:weeks", args=[helpline.pk]))
    assertContains(page, "Mon–Fri")
    assertContains(page, "17–20")
    assert client.get(url).status_code == 403


# Shifts


def shift_answers(worker, starts_at, ends_at, **more):
    return {
        "duty": "phone", "worker": worker.pk if worker else "", "starts_at_0": f"{timezone.localtime(starts_at):%Y-%m-%dT%H:%M}",
        "ends_at_0": f"{timezone.localtime(ends_at):%Y-%m-%dT%H:%M}", **more,
    }  # fmt: skip


def test_a_shift_is_put_on_the_roster_once_however_often_the_page_is_sent(coordinator, helpline, vida):
    url = reverse("programmes:shift_new", args=[helpline.pk])
    page = coordinator.get(url).context["form"]
    answers = shift_answers(vida, days_ahead(3, 8), days_ahead(3, 16), id=str(page["id"].value()))
    for _again in range(2):
        coordinator.post(url, answers)
    shift = DutyShift.objects.get()
    assert (shift.worker, shift.minutes) == (vida, 480)
    month = f"{timezone.localdate(shift.starts_at):%Y-%m}"
    assertContains(coordinator.get(reverse("programmes:roster"), {"month": month}), "Vida")


def test_what_speaks_against_a_shift_is_said_before_and_she_may_be_named_all_the_same(coordinator, helpline):
    nika = volunteer(helpline, name="Nika")
    factories.DutyShiftFactory(programme=helpline, worker=nika, starts_at=days_ahead(3, 10), ends_at=days_ahead(3, 12))
    url = reverse("programmes:shift_new", args=[helpline.pk])
    answers = shift_answers(nika, days_ahead(3, 8), days_ahead(3, 16))
    page = coordinator.post(url, answers)
    assertContains(page, "no basic training")
    assertContains(page, "There is another shift of hers at that time.")
    assert DutyShift.objects.count() == 1
    coordinator.post(url, {**answers, "anyway": "on"})
    assert DutyShift.objects.count() == 2


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("2026-12-01T16:00", "2026-12-01T08:00", "ends_at"),
        ("1921-01-01", "2026-12-01T08:00", "starts_at"),
        ("1. 1. 0001 8:00", "2026-12-01T08:00", "starts_at"),
        ("2026-12-01T08:00", "2027-12-01T08:00", "ends_at"),
        ("😀" * 300, "", "starts_at"),
    ],
)
def test_bad_times_get_a_sentence_and_lose_nothing(coordinator, helpline, vida, start, end, field):
    url = reverse("programmes:shift_new", args=[helpline.pk])
    answers = {"duty": "phone", "worker": vida.pk, "starts_at_0": start, "ends_at_0": end}
    page = coordinator.post(url, answers)
    assert page.status_code == 200
    errors = page.context["form"].errors
    assert errors[field]
    assertContains(page, start)
    assert not DutyShift.objects.exists()


def test_of_two_tabs_the_slower_is_told(coordinator, helpline, vida):
    shift = factories.DutyShiftFactory(
        programme=helpline, worker=vida, starts_at=days_ahead(3, 8), ends_at=days_ahead(3, 16)
    )
    url = reverse("programmes:shift_edit", args=[shift.pk])
    answers = shift_answers(vida, days_ahead(3, 8), days_ahead(3, 17), version=1)
    coordinator.post(url, answers)
    assertContains(coordinator.post(url, answers), "Somebody else has changed this record meanwhile.")


def test_another_worker_takes_the_place_and_the_roster_remembers_for_whom_it_was_planned(coordinator, helpline, vida):
    shift = factories.DutyShiftFactory(
        programme=helpline, worker=vida, starts_at=days_ahead(3, 8), ends_at=days_ahead(3, 16)
    )
    other = employed(helpline, name="Zoja")
    answers = shift_answers(other, shift.starts_at, shift.ends_at, version=1)
    coordinator.post(reverse("programmes:shift_edit", args=[shift.pk]), answers)
    shift.refresh_from_db()
    assert (shift.worker, shift.planned_worker, shift.is_swapped) == (other, vida, True)
    assertContains(coordinator.get(reverse("cases:shift", args=[shift.pk])), "Planned for")


def test_a_shift_that_has_passed_is_said_to_be_worked_or_not_and_stays(coordinator, helpline, vida):
    shift = factories.DutyShiftFactory(
        programme=helpline, worker=vida, starts_at=local(2025, 5, 5, 8), ends_at=local(2025, 5, 5, 16)
    )
    answers = shift_answers(vida, shift.starts_at, shift.ends_at, worked="false", version=1)
    coordinator.post(reverse("programmes:shift_edit", args=[shift.pk]), answers)
    shift.refresh_from_db()
    assert shift.worked is False
    assert not DutyShift.objects.on_duty(Duty.PHONE).exists(), "hours that nobody worked are no hours of duty"
    assert coordinator.post(reverse("programmes:shift_remove", args=[shift.pk])).status_code == 404


# What is shown before it happens


def test_the_roster_shows_gaps_with_a_way_to_close_them(coordinator, helpline, vida):
    month = next_month()
    factories.OpeningHoursFactory(programme=helpline)
    factories.WeekPatternFactory(programme=helpline, worker=vida, from_time=time(0), to_time=time(20))
    fill(helpline, month)
    page = coordinator.get(reverse("programmes:roster"), {"month": f"{month.first:%Y-%m}"})
    roster = page.context["roster"]
    assert roster.minutes_uncovered == month.days * 4 * 60
    assert {(gap.duty, gap.minutes) for gap in roster.gaps_to_come} == {("phone", 240)}
    assertContains(page, "20–24")
    gap = roster.gaps[0]
    closing = {"duty": gap.duty, "starts": int(gap.starts_at.timestamp()), "ends": int(gap.ends_at.timestamp())}
    begun = coordinator.get(reverse("programmes:shift_new", args=[helpline.pk]), closing)
    assertContains(begun, "20:00")


def test_two_shifts_at_once_and_too_little_rest_are_shown_before(helpline, vida):
    other = factories.ProgrammeFactory(organisation=helpline.organisation)
    for programme, start, end in [
        (helpline, days_ahead(5, 8), days_ahead(5, 16)),
        (other, days_ahead(5, 15), days_ahead(5, 18)),
        (helpline, days_ahead(6, 2), days_ahead(6, 10)),
        (helpline, days_ahead(6, 10), days_ahead(6, 12)),
    ]:
        factories.DutyShiftFactory(programme=programme, worker=vida, starts_at=start, ends_at=end)
    roster = Roster(helpline, Period(timezone.localdate(), timezone.localdate() + timedelta(days=10)))
    assert [warning.why for warning in roster.warnings] == ["double", "rest"]
    assert roster.warnings[0].other.programme == other


def test_standby_between_two_shifts_is_rest_and_on_top_of_one_it_is_double(helpline, vida):
    for duty, start, end in [
        ("phone", days_ahead(5, 8), days_ahead(5, 16)),
        ("standby_1", days_ahead(5, 16), days_ahead(6, 8)),
        ("phone", days_ahead(6, 8), days_ahead(6, 16)),
        ("standby_2", days_ahead(6, 12), days_ahead(6, 20)),
    ]:
        factories.DutyShiftFactory(programme=helpline, worker=vida, duty=duty, starts_at=start, ends_at=end)
    roster = Roster(helpline, Period(timezone.localdate(), timezone.localdate() + timedelta(days=10)))
    assert [(warning.why, warning.shift.duty) for warning in roster.warnings] == [("double", "standby_2")]


def test_who_lacks_what_duty_asks_for_is_shown_before(coordinator, helpline):
    nika, day = volunteer(helpline, name="Nika"), timezone.localdate() + timedelta(days=5)
    stranger = factories.WorkerFactory(organisation=helpline.organisation, name="Tuja")
    factories.DutyShiftFactory(programme=helpline, worker=nika, starts_at=days_ahead(5, 8), ends_at=days_ahead(5, 9))
    factories.AgreementFactory(worker=nika)
    factories.DeclarationFactory(worker=nika)
    assert missing_for_duty(nika, day) == [Missing.TRAINING]
    assert missing_for_duty(stranger, day) == list(Missing)
    page = coordinator.get(reverse("programmes:roster"), {"month": f"{day:%Y-%m}"})
    assertContains(page, "no basic training")
    course = factories.ActivityFactory(programme=helpline, kind=ActivityKind.BASIC_TRAINING, on=date(2024, 3, 1))
    factories.AttendanceFactory(activity=course, worker=nika, completed=True)
    assert missing_for_duty(nika, day) == []
    assert missing_for_duty(nika, date(2024, 2, 1)) == [Missing.TRAINING], "before the course"


def test_an_employee_needs_no_training_of_volunteers_and_is_missed_once_she_has_left(helpline, vida):
    assert missing_for_duty(vida, date(2026, 1, 1)) == []
    vida.engagements.update(ended_on=date(2026, 2, 1))
    assert missing_for_duty(vida, date(2026, 1, 31)) == []
    assert missing_for_duty(vida, date(2026, 2, 1)) == list(Missing)


# Who may look, and what an address may ask


def test_a_counsellor_reads_the_roster_of_her_programme_and_changes_nothing(client, helpline, vida):
    factories.DutyShiftFactory(programme=helpline, worker=vida, starts_at=days_ahead(0, 0), ends_at=days_ahead(1, 0))
    client.force_login(factories.counsellor_in(helpline))
    page = client.get(reverse("programmes:roster"))
    assertContains(page, "Vida")
    assertNotContains(page, "New shift")


@pytest.mark.parametrize("month", ["2026-13", "0001-01", "x", "2199-01", "1900-01", "%00", "2026-02-30"])
def test_no_month_that_an_address_asks_for_breaks_the_page(coordinator, helpline, month):
    assert coordinator.get(reverse("programmes:roster"), {"month": month, "programme": "99999999"}).status_code == 200


def test_a_stretch_lies_ahead_too_but_only_days_that_have_passed_are_counted(helpline):
    factories.OpeningHoursFactory(programme=helpline)
    today = timezone.localdate()
    period = Period(today, today + timedelta(days=1))
    assert PlannedStretch.objects.of(helpline).in_period(period).exists()
    assert not DutyStretch.objects.of(helpline).in_period(period).exists()
    assert DutyStretch.objects.of(helpline).in_period(Period(today - timedelta(days=1), today)).exists()
