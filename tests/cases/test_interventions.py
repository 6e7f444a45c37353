"""Call-outs during standby: their hours by band, what is due when, and the table of the month."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains

from cases.models import Intervention, InterventionPart, StandbyTable
from cases.models.interventions import minute_of, table_due_on
from programmes.models import Holiday, Vocabulary
from tests import factories

pytestmark = pytest.mark.django_db


def local(*parts):
    return timezone.make_aware(datetime(*parts))


@pytest.fixture
def anja(helpline):
    return factories.WorkerFactory(organisation=helpline.organisation, name="Anja")


def out(programme, worker, called_at, returned_at, **fields):
    return factories.InterventionFactory(
        programme=programme, called_at=called_at, returned_at=returned_at, taking_part=[worker], **fields
    )


def by_band(intervention):
    sums = Counter()
    for part in InterventionPart.objects.filter(intervention=intervention):
        sums[part.band] += part.minutes
    return {band: minutes / 60 for band, minutes in sums.items()}


# Hours


@pytest.mark.parametrize(
    ("called_at", "returned_at", "hours"),
    [
        ((2026, 11, 24, 10), (2026, 11, 24, 12, 30), {"week_day": 2.5}),
        ((2026, 11, 24, 22), (2026, 11, 25, 7), {"week_day": 2, "week_night": 7}),
        ((2026, 11, 21, 22, 30), (2026, 11, 22, 6, 30), {"week_day": 0.5, "week_night": 1, "sunday_night": 6, "sunday_day": 0.5}),
        ((2026, 12, 24, 22), (2026, 12, 25, 8), {"week_day": 1, "week_night": 1, "holiday_night": 6, "holiday_day": 2}),
        ((2026, 11, 1, 5), (2026, 11, 1, 8), {"holiday_night": 1, "holiday_day": 2}),  # a Sunday and a holiday
        ((2026, 3, 29, 1), (2026, 3, 29, 7), {"sunday_night": 4, "sunday_day": 1}),  # the clock went forward
        ((2026, 10, 25, 1), (2026, 10, 25, 7), {"sunday_night": 6, "sunday_day": 1}),  # and back
    ],
)  # fmt: skip
def test_hours_are_split_by_day_and_night_sunday_and_holiday(helpline, anja, called_at, returned_at, hours):
    assert by_band(out(helpline, anja, local(*called_at), local(*returned_at))) == hours


FIRST, LAST = datetime(2023, 1, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC)
AROUND_CHANGES = [datetime(year, month, day, tzinfo=UTC) for year, month, day in ((2026, 3, 28), (2026, 10, 24))]


@given(
    start=st.one_of(
        st.integers(0, int((LAST - FIRST).total_seconds())).map(lambda seconds: FIRST + timedelta(seconds=seconds)),
        st.tuples(st.sampled_from(AROUND_CHANGES), st.integers(0, 2 * 86400)).map(
            lambda drawn: drawn[0] + timedelta(seconds=drawn[1])
        ),
    ),
    seconds=st.integers(1, 4 * 86400),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_six_parts_always_add_up_to_the_minutes_that_passed(helpline, anja, start, seconds):
    intervention = out(helpline, anja, start, start + timedelta(seconds=seconds))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(minutes), 0), coalesce(min(minutes), 0) FROM cases_interventionpart"
            " WHERE intervention_id = %s",
            [intervention.pk],
        )
        whole, least = cursor.fetchone()
    assert whole == minute_of(intervention.returned_at) - minute_of(intervention.called_at) == intervention.minutes
    assert least >= 0


def test_hours_count_for_each_who_went_and_none_before_she_returned(helpline, anja):
    other = factories.WorkerFactory(organisation=helpline.organisation)
    factories.InterventionFactory(
        programme=helpline,
        called_at=local(2026, 11, 24, 10),
        returned_at=local(2026, 11, 24, 12),
        taking_part=[anja, other],
    )
    lasting = factories.InterventionFactory(programme=helpline, returned_at=None, taking_part=[anja])
    assert sum(InterventionPart.objects.values_list("minutes", flat=True)) == 240
    assert lasting.minutes is None


# What is due


@pytest.mark.parametrize(
    ("called_at", "due"),
    [
        ((2026, 11, 24, 22), (2026, 11, 25)),
        ((2026, 11, 24, 3), (2026, 11, 25)),
        ((2026, 11, 27, 22), (2026, 11, 30)),  # a Friday
        ((2026, 12, 24, 12), (2026, 12, 28)),  # two holidays, the second a Saturday
        ((2026, 12, 31, 20), (2027, 1, 4)),
    ],
)
def test_the_report_is_due_at_ten_on_the_next_working_day(helpline, anja, called_at, due):
    pk = out(helpline, anja, local(*called_at), local(*called_at) + timedelta(hours=1)).pk
    intervention = Intervention.objects.with_due_day().get(pk=pk)
    assert intervention.report_due_at == local(*due, 10)


def test_a_report_that_is_missing_or_was_written_late_is_seen(helpline, anja):
    start = local(2026, 3, 2, 20)
    for reported_at in (None, local(2026, 3, 3, 9, 59), local(2026, 3, 3, 10, 1)):
        out(helpline, anja, start, start + timedelta(hours=1), reported_at=reported_at)
    found = Intervention.objects.with_due_day().order_by("reported_at")
    assert [each.is_late for each in found] == [False, True, True]


def test_the_table_is_due_on_the_fourth_of_the_next_month():
    assert [table_due_on(date(2026, month, 1)) for month in (1, 12)] == [date(2026, 2, 4), date(2027, 1, 4)]


# In the browser's words


def answers(worker, **more):
    return {
        "called_at_0": "24. 3. 2026 22:00", "left_at_0": "24. 3. 2026 22:20", "returned_at_0": "25. 3. 2026 1:00",
        "workers": [worker.pk], "called_by": "police", "code": "", "note": "skrita beseda", **more,
    }  # fmt: skip


def test_an_intervention_is_written_down_reported_and_counted(counsellor, helpline, nina, ana):
    task = factories.TermFactory(
        organisation=helpline.organisation, vocabulary=Vocabulary.STANDBY_TASK, label_en="accompaniment to the police"
    )
    new = reverse("cases:intervention_new", args=[helpline.pk])
    page = counsellor.post(new, answers(nina.worker, code="M-4158", task=task.pk), follow=True)
    assertContains(page, "report is late")
    assertContains(page, "accompaniment to the police")
    intervention = Intervention.objects.get()
    assert (intervention.client, intervention.vault) == (ana, ana.vault)
    assert (intervention.note, list(intervention.workers.all())) == ("skrita beseda", [nina.worker])
    assertContains(counsellor.get("/desk/"), "write the report of an intervention")
    listed = counsellor.get(reverse("cases:intervention_list"), {"month": "2026-03"})
    assertContains(listed, "1 report")
    assertContains(listed, "3\N{NO-BREAK SPACE}h")
    counsellor.post(
        reverse("cases:intervention_report", args=[intervention.pk]), {"report": "Bila sem tam.", "version": 1}
    )
    intervention.refresh_from_db()
    assert intervention.report == "Bila sem tam." and intervention.reported_at
    assert "write the report" not in counsellor.get("/desk/").content.decode()


def test_with_her_key_gone_nothing_about_her_can_be_read(helpline, anja, ana):
    pk = factories.InterventionFactory(programme=helpline, client=ana, note="skrita beseda", report="poročilo").pk
    ana.destroy_texts()
    intervention = Intervention.objects.get(pk=pk)
    assert "skrita" not in intervention.note and "poročilo" not in intervention.report


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"returned_at_0": "24. 3. 2026 21:00"}, "returned_at"),
        ({"left_at_0": "24. 3. 2026 21:00"}, "left_at"),
        ({"returned_at_0": "24. 3. 2026 22:10"}, "returned_at"),
        ({"called_at_0": "1. 1. 1021 10:00"}, "called_at"),
        ({"called_at_0": "1. 1. 2199 10:00"}, "called_at"),
        ({"workers": []}, "workers"),
        ({"code": "😀" * 300}, "code"),
        ({"code": "nobody"}, "code"),
        ({"note": "x" * 2_000_000}, "note"),
    ],
)
def test_bad_answers_get_a_sentence_beside_the_field(counsellor, helpline, nina, wrong, field):
    page = counsellor.post(reverse("cases:intervention_new", args=[helpline.pk]), answers(nina.worker, **wrong))
    assert page.status_code == 200
    assert page.context["form"].errors[field]
    assert not Intervention.objects.exists()


def test_of_two_tabs_the_slower_keeps_what_she_typed(counsellor, helpline, nina):
    intervention = factories.InterventionFactory(programme=helpline, taking_part=[nina.worker])
    url = reverse("cases:intervention_report", args=[intervention.pk])
    counsellor.post(url, {"report": "prvo", "version": 1})
    page = counsellor.post(url, {"report": "drugo besedilo", "version": 1})
    assertContains(page, "Somebody else has changed this record meanwhile.")
    assertContains(page, "drugo besedilo")


def test_the_table_of_a_month_is_handed_in_once_by_the_coordinator(client, counsellor, helpline, anja):
    out(helpline, anja, local(2026, 3, 24, 22), local(2026, 3, 25, 1))
    url = reverse("cases:table_hand_in", args=[helpline.pk])
    assert counsellor.post(url, {"month": "2026-03"}).status_code == 403
    client.force_login(factories.coordinator_in(helpline))
    page = client.get(reverse("cases:intervention_list"), {"month": "2026-03"})
    assertContains(page, "was due by 4\N{NO-BREAK SPACE}Apr")
    for _again in range(2):
        page = client.post(url, {"month": "2026-03"}, follow=True)
    assertContains(page, "handed in")
    assert StandbyTable.objects.get().month == date(2026, 3, 1)
    assert client.post(url, {"month": f"{timezone.localdate():%Y-%m}"}).status_code == 404, "it still runs"


def test_the_calendar_of_the_test_is_the_law(helpline):
    assert Holiday.objects.filter(on=date(2026, 12, 25)).exists()
