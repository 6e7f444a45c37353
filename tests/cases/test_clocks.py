"""Times that the law sets: each record has its next deadline, and the deadlines of the coming days stand on a desk."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertRedirects

from cases.clocks import deadlines, end_of_order, next_deadline
from cases.models import (
    BarringOrder,
    CourtDate,
    CourtMeasure,
    DutyReport,
    LegalLimit,
    SupervisedContacts,
    TeamMeeting,
)
from cases.models.limits import Limits
from tests import factories


@pytest.fixture
def case(ana):
    return ana.cases.get()


@pytest.fixture
def limits(helpline):
    return Limits(helpline.organisation)


@pytest.fixture
def coordinator(client, helpline):
    client.force_login(factories.coordinator_in(helpline))
    return client


def rows(key, *steps):
    data = {f"{key}-TOTAL_FORMS": len(steps), f"{key}-INITIAL_FORMS": 0}
    return data | {f"{key}-{n}-{name}": value for n, step in enumerate(steps) for name, value in step.items()}


def page_of(what, case, counsellor, **given):
    parts = {"order": ["breach"], "team": ["invited", "agreed"]}.get(what, [])
    empty = {name: value for part in parts for name, value in rows(part).items()}
    return counsellor.post(f"/cases/{case.pk}/deadlines/{what}/new/", {"id": uuid.uuid4(), **empty, **given})


def said(record, limits):
    return [(str(one.words), one.at) for one in deadlines(record, limits)]


# Reports to the social-work centre


def test_a_report_is_told_within_a_day_and_written_within_three_days_of_a_call(counsellor, case, limits):
    page_of("report", case, counsellor, learnt_at_0="3. 5. 2021 9:00")
    report = DutyReport.objects.get()
    assert said(report, limits) == [("tell the social-work centre", report.learnt_at + timedelta(hours=24))]
    told = {"learnt_at_0": "3. 5. 2021 9:00", "phoned_at_0": "3. 5. 2021 15:00", "version": report.version}
    assertRedirects(counsellor.post(f"/deadlines/report/{report.pk}/", told), f"/cases/{case.pk}/deadlines/")
    report = DutyReport.objects.get()
    assert said(report, limits) == [("report in writing", report.phoned_at + timedelta(days=3))]
    done = {**told, "written_at_0": "5. 5. 2021 9:00", "version": report.version}
    counsellor.post(f"/deadlines/report/{report.pk}/", done)
    assert said(DutyReport.objects.get(), limits) == []
    assert DutyReport.objects.in_time().exists() and not DutyReport.objects.late().exists()


def test_a_late_report_is_late(counsellor, case):
    page_of("report", case, counsellor, learnt_at_0="3. 5. 2021 9:00", written_at_0="4. 5. 2021 10:00")
    assert DutyReport.objects.late().exists() and not DutyReport.objects.in_time().exists()


@pytest.mark.parametrize("because", ["about_child", "crime_suspected"])
def test_she_cannot_object_where_a_child_is_concerned_or_a_crime_suspected(counsellor, case, because):
    page = page_of("report", case, counsellor, learnt_at_0="3. 5. 2021 9:00", objected="on", **{because: "on"})
    assert "objected" in page.context["form"].errors and not DutyReport.objects.exists()
    page_of("report", case, counsellor, learnt_at_0="3. 5. 2021 9:00", objected="on")
    assert DutyReport.objects.get().objected


# Police barring orders


def order(case, **fields):
    ordered_at = datetime(2021, 5, 3, 19, 40, tzinfo=UTC)
    return factories.BarringOrderFactory(case=case, ordered_at=ordered_at, **fields)


@pytest.mark.parametrize(
    "fields, stage, lasts",
    [
        ({}, "hours", timedelta(hours=48)),
        ({"court_15_on": date(2021, 5, 5)}, "court", timedelta(days=15)),
        ({"court_15_on": date(2021, 5, 5), "court_60_on": date(2021, 5, 17)}, "longest", timedelta(days=60)),
        ({"annulled_on": date(2021, 5, 6), "court_15_on": date(2021, 5, 5)}, "annulled", None),
    ],
)
def test_all_stages_of_an_order_count_from_the_first_oral_hour(case, limits, fields, stage, lasts):
    made = BarringOrder.objects.get(pk=order(case, **fields).pk)
    assert made.stage == stage
    assert end_of_order(made, limits) == (made.ordered_at + lasts if lasts else None)


def test_three_days_before_day_15_one_is_reminded_to_propose_60(case, limits):
    ordered_at = timezone.now() - timedelta(days=10)
    today = timezone.localdate(ordered_at + timedelta(days=1))
    made = factories.BarringOrderFactory(case=case, ordered_at=ordered_at, written_at=ordered_at, court_15_on=today)
    made.refresh_from_db(fields=["stage"])
    assert next_deadline(made, limits).at == ordered_at + timedelta(days=12)
    made.proposed_60_on = today
    with override("en"):
        assert str(next_deadline(made, limits).words) == "barring order ends"


def test_breaches_hang_on_their_order(counsellor, case):
    page_of(
        "order",
        case,
        counsellor,
        ordered_at_0="3. 5. 2021 21:40",
        **rows("breach", {"breached_on": "5. 5. 2021", "what": "čakal"}),
    )
    breach = BarringOrder.objects.get().breaches.select_related("vault").get()
    assert breach.words == "čakal"
    assertContains(counsellor.get(f"/people/{case.client_id}/"), "Barring order broken")


# Court measures, teams, contacts, days in court


def test_a_measure_lasts_as_long_as_the_law_allows_and_reminds_twice(counsellor, case, limits):
    today = timezone.localdate()
    page_of("measure", case, counsellor, kind="near_home", decided_on=f"{today:%d.%m.%Y}")
    made = CourtMeasure.objects.get()
    assert made.until_on.year == today.year + 1
    days = [(made.until_on - one.on).days for one in deadlines(made, limits)]
    assert days == [60, 30, 0]


def test_a_team_meets_within_our_own_week_and_its_steps_have_a_day(counsellor, case, limits):
    called = {"called_on": "3. 5. 2021", "called_by": "CSD Celje"}
    page_of(
        "team",
        case,
        counsellor,
        **called,
        **rows("agreed", {"what": "nova šola", "owner": "CSD", "until": "1. 6. 2021"}),
    )
    team = TeamMeeting.objects.prefetch_related("agreed__vault").get()
    assert said(team, limits) == [("team meets", date(2021, 5, 10)), ("nova šola", date(2021, 6, 1))]


def test_contacts_last_nine_months_are_reported_monthly_and_need_a_reason_when_not_carried_out(
    counsellor, case, limits
):
    page_of("contacts", case, counsellor, ordered_on="3. 5. 2021")
    made = SupervisedContacts.objects.get()
    assert made.until_on == date(2022, 2, 3)
    assert said(made, limits)[0] == ("report on contacts to the court", date(2021, 6, 3))
    page = page_of("contacts", case, counsellor, ordered_on="3. 5. 2021", not_carried_out="on")
    assert "because" in page.context["form"].errors


def test_a_day_in_court_stands_on_the_desk_of_who_keeps_an_eye_on_it(counsellor, nina, case):
    soon = timezone.localtime() + timedelta(days=2)
    page_of("court", case, counsellor, starts_at_0=f"{soon:%d. %m. %Y} 9:00", court="Celje", worker=nina.worker.pk)
    assert CourtDate.objects.exists()
    (step,) = counsellor.get("/desk/").context["steps"]
    assert (step.code, step.on) == ("M-4158", soon.date())
    assert soon.date() in [step.on for step in counsellor.get(f"/cases/{case.pk}/").context["steps"]]
    assertContains(counsellor.get(f"/cases/{case.pk}/deadlines/"), "in court")
    case.closed_on = timezone.localdate()
    case.save()
    assert counsellor.get("/desk/").context["steps"] == []


# Limits


def test_a_changed_law_is_a_dated_row_and_what_began_before_keeps_the_limit_of_then(coordinator, helpline, case):
    assertContains(coordinator.get("/limits/"), "ZNPPol")
    assert LegalLimit.objects.count() == 14
    coordinator.post(
        "/limits/new/",
        {
            "id": uuid.uuid4(),
            "limit": "order_court_days",
            "amount": 20,
            "valid_from": "1. 1. 2026",
            "source": "ZNPPol-Z",
        },
    )
    limits = Limits(helpline.organisation)
    assert limits.on(date(2025, 12, 31), "order_court_days") == 15
    assert limits.on(date(2026, 1, 1), "order_court_days") == 20


# What is wrong


@pytest.mark.parametrize(
    "kind, given, field",
    [
        ("report", {"learnt_at_0": "3. 5. 2099 9:00"}, "learnt_at"),
        ("report", {"learnt_at_0": "3. 5. 2021 9:00", "written_at_0": "2. 5. 2021 9:00"}, "__all__"),
        ("report", {"learnt_at_0": "3. 5. 2021 9:00", "reason": "a" * 2_000_000}, "reason"),
        ("order", {"ordered_at_0": ""}, "ordered_at"),
        ("order", {"ordered_at_0": "3. 5. 2021 9:00", "court_60_on": "9. 5. 2021"}, "__all__"),
        ("order", {"ordered_at_0": "3. 5. 2021 9:00", "station": "🌳" * 300}, "station"),
        ("measure", {"kind": "near_home", "decided_on": "3. 5. 2021", "until_on": "2. 5. 2021"}, "__all__"),
        ("measure", {"kind": "", "decided_on": "3. 5. 2021"}, "kind"),
        ("team", {"called_on": "1. 1. 2190"}, "called_on"),
        ("team", {"called_on": "1. 1. 0001"}, "called_on"),
        ("contacts", {"ordered_on": "3. 5. 2021", "until_on": "1. 1. 0001"}, "until_on"),
        ("court", {"starts_at_0": "31. 2. 2021 9:00"}, "starts_at"),
    ],
)
def test_a_wrong_answer_is_told_and_kept(counsellor, case, kind, given, field):
    page = page_of(kind, case, counsellor, note="dolg zapis", **given)
    assert field in page.context["form"].errors
    assertContains(page, "dolg zapis")


def test_an_unknown_kind_is_not_there(counsellor, case):
    assert counsellor.get(f"/cases/{case.pk}/deadlines/nothing/new/").status_code == 404


def test_a_page_sent_twice_makes_one_record(counsellor, case):
    asked = {"id": uuid.uuid4(), "learnt_at_0": "3. 5. 2021 9:00"}
    for _time in range(2):
        counsellor.post(f"/cases/{case.pk}/deadlines/report/new/", asked)
    assert DutyReport.objects.count() == 1
