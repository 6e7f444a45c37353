"""What programmes plan, hold and cancel, for whom, and what their own people learn."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Act, TrailEntry
from programmes.models import Activity, ActivityState, Attendance, Kind, Proof, TrainingStandard
from programmes.records import Period
from reporting.figures import Scope, compute, figure_set_of
from tests import factories

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 x"


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(name="Preventiva", kind=Kind.PREVENTION)


@pytest.fixture
def coordinator(client, programme):
    client.force_login(factories.coordinator_in(programme))
    return client


@pytest.fixture
def young(programme):
    return factories.TermFactory(
        organisation=programme.organisation, vocabulary="target_group", key="mladi", label_sl="mladi"
    )


def answers(programme, **more):
    return {
        "id": str(uuid4()),
        "on": "2. 3. 2026",
        "kind": "vulnerable_group_workshop",
        "place": f"{programme.pk}-",
        "title": "Delavnica o mejah",
        "state": "held",
        **more,
    }


def figures(programme, year=2026):
    scope = Scope.programme_in(programme, Period.year(year))
    return compute(figure_set_of(scope), scope)


def test_an_activity_is_planned_moved_with_a_reason_and_carried_out(coordinator, programme):
    day = timezone.localdate() + timedelta(days=10)
    coordinator.post("/programme/activities/new/", answers(programme, on=str(day), state="planned"))
    activity = Activity.objects.get()
    assert (activity.state, activity.planned_on) == (ActivityState.PLANNED, day)
    change = f"/programme/activities/{activity.pk}/change/"
    today = timezone.localdate()
    moved = answers(programme, on=str(today), state="held", version="1")
    assertContains(coordinator.post(change, moved), "Napiši, zakaj se je dan spremenil.")
    coordinator.post(change, moved | {"reason": "dvorana ni bila prosta"})
    activity.refresh_from_db()
    assert (activity.state, activity.on, activity.planned_on) == (ActivityState.HELD, today, day)
    assertContains(coordinator.get(f"/programme/activities/{activity.pk}/"), "dvorana ni bila prosta")


def test_a_cancellation_needs_its_reason_and_counts_in_no_figure_but_its_own(coordinator, programme):
    new = answers(programme, state="cancelled", participants="20")
    assertContains(coordinator.post("/programme/activities/new/", new), "Napiši, zakaj je odpovedano.")
    coordinator.post("/programme/activities/new/", new | {"reason": "bolezen"})
    results = figures(programme)
    assert results["activities_total"].exact == results["workshops_vulnerable_groups"].exact == 0
    assert results["workshops_vulnerable_participants"].exact == 0
    assert (results["activities_cancelled"].exact, results["activities_planned"].exact) == (1, 1)
    assert results["activities_planned_held"].exact == 0


def test_participants_are_counted_by_target_group(coordinator, programme, young):
    old = factories.TermFactory(organisation=programme.organisation, vocabulary="target_group", key="starejsi")
    groups = {f"group_{young.pk}": "12", f"group_{old.pk}": "8"}
    coordinator.post("/programme/activities/new/", answers(programme, **groups))
    activity = Activity.objects.get()
    assert activity.participants == 20
    table = figures(programme)["participants_by_target_group"]
    assert (table.row_totals["mladi"], table.total) == (12, 20)
    page = coordinator.post(
        f"/programme/activities/{activity.pk}/change/", answers(programme, participants="5", version="1", **groups)
    )
    assertContains(page, "Ciljne skupine spodaj imajo skupaj več oseb.")
    coordinator.post(
        f"/programme/activities/{activity.pk}/change/",
        answers(programme, participants="30", version="1", **{f"group_{young.pk}": "12"}),
    )
    assert [audience.group for audience in activity.audiences.all()] == [young]


def test_media_online_items_and_materials_are_counted_apart(coordinator, programme):
    for kind, more in {"media_item": {}, "online_item": {}, "materials": {"copies": "500"}}.items():
        coordinator.post("/programme/activities/new/", answers(programme, kind=kind, **more))
    results = figures(programme)
    found = [results[key].exact for key in ("media_items", "online_items", "materials_sent")]
    assert found == [1, 1, 500]


@pytest.mark.parametrize(
    "wrong, sentence",
    [
        ({"on": "1. 1. 1"}, "Vnesite veljaven datum"),
        ({"on": "2199-01-01"}, "Ta dan šele pride"),
        ({"kind": "basic_training"}, "Izberite veljavno možnost"),
        ({"place": "0-0"}, "Izberite veljavno možnost"),
        ({"participants": "-3"}, "večja ali enaka 0"),
        ({"hours": "dve"}, "Vnesite število"),
        ({"title": "💜" * 300}, "največ 200 znakov"),
        ({"reason": "x" * 2_000_000}, "največ 4000 znakov"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_keeps_what_was_typed(coordinator, programme, wrong, sentence):
    page = coordinator.post("/programme/activities/new/", answers(programme, **wrong))
    assert page.status_code == 200
    assertContains(page, sentence)
    if "title" not in wrong:
        assertContains(page, "Delavnica o mejah")
    assert not Activity.objects.exists()


def test_a_page_sent_twice_makes_one_activity(coordinator, programme):
    new = answers(programme)
    first, second = (coordinator.post("/programme/activities/new/", new) for _ in range(2))
    assert first["Location"] == second["Location"] and Activity.objects.count() == 1


def test_the_list_of_a_year_says_what_was_planned_and_done(coordinator, programme):
    today = timezone.localdate()
    factories.ActivityFactory(
        programme=programme, kind="vulnerable_group_workshop", on=date(today.year, 1, 1), title="Prva"
    )
    factories.ActivityFactory(
        programme=programme, kind="vulnerable_group_workshop", on=date(today.year, 1, 1), title="Druga", state="planned"
    )
    factories.ActivityFactory(
        programme=programme, kind="vulnerable_group_workshop", on=date(today.year - 1, 5, 5), title="Lanska"
    )
    page = coordinator.get("/programme/activities/")
    assertContains(page, "izvedena <em>1 dejavnost</em>")
    assertContains(page, "načrtovanih <em>1</em>")
    assertNotContains(page, "Lanska")
    assertContains(coordinator.get(f"/programme/activities/?year={today.year - 1}"), "Lanska")
    for year in ("0", "x", "99999", "%00"):
        assertContains(coordinator.get(f"/programme/activities/?year={year}"), "Prva")


# Proof


def test_proof_is_attached_sealed_and_taken_home_as_a_download(coordinator, programme):
    activity = factories.ActivityFactory(programme=programme, kind="vulnerable_group_workshop", on=date(2026, 3, 2))
    file = SimpleUploadedFile("lista Ana Novak.pdf", PDF, "text/html")
    coordinator.post(f"/programme/activities/{activity.pk}/proof/", {"file": file})
    proof = Proof.objects.get()
    assert (proof.kind, proof.content, proof.vault) == ("pdf", PDF, activity.vault)
    answer = coordinator.get(f"/programme/proofs/{proof.pk}/")
    assert answer.content == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="dokazilo-2026-03-02.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert TrailEntry.objects.filter(act=Act.EXPORTED, record_id=str(proof.pk), programme_id=programme.pk).exists()
    coordinator.post(f"/programme/proofs/{proof.pk}/remove/")
    assert not Proof.objects.exists()


def test_a_page_of_html_is_no_proof(coordinator, programme):
    activity = factories.ActivityFactory(programme=programme, kind="vulnerable_group_workshop")
    file = SimpleUploadedFile("lista.pdf", b"<html><script>alert(1)</script>", "application/pdf")
    page = coordinator.post(f"/programme/activities/{activity.pk}/proof/", {"file": file})
    assertContains(page, "To ni PDF")
    assertContains(coordinator.post(f"/programme/activities/{activity.pk}/proof/"), "To polje je obvezno.")
    assert not Proof.objects.exists()


def test_proof_whose_key_was_destroyed_is_said_to_be_gone(coordinator, programme):
    proof = factories.ProofFactory(
        activity=factories.ActivityFactory(programme=programme, kind="vulnerable_group_workshop")
    )
    proof.activity.vault.destroy()
    assert coordinator.get(f"/programme/proofs/{proof.pk}/").status_code == 302


# Trainings and supervision


def test_a_basic_training_says_who_was_there_and_what_each_one_learnt(coordinator, programme):
    vida = factories.volunteer_in(programme, name="Vida")
    coordinator.post(
        "/programme/trainings/new/",
        answers(programme, kind="basic_training", attended=[vida.code], provider="Zavod Zgled", cost="120,50"),
    )
    training = Activity.objects.get()
    assert (training.provider, training.cost, training.participants) == ("Zavod Zgled", Decimal("120.5"), 1)
    one = Attendance.objects.get()
    coordinator.post(
        f"/programme/activities/{training.pk}/learnt/",
        {f"theory_{one.pk}": "33", f"practice_{one.pk}": "12,5", f"completed_{one.pk}": "on"},
    )
    one.refresh_from_db()
    assert (one.theory_hours, one.practice_hours, one.completed) == (33, Decimal("12.5"), True)
    page = coordinator.post(f"/programme/activities/{training.pk}/learnt/", {f"theory_{one.pk}": "veliko"})
    assertContains(page, "Vnesite število")


def test_changing_who_was_there_keeps_what_the_others_learnt(coordinator, programme):
    training = factories.ActivityFactory(programme=programme, kind="basic_training", on=date(2026, 3, 2))
    vida, ana = factories.volunteer_in(programme), factories.volunteer_in(programme)
    for worker in (vida, ana):
        Attendance.objects.create(activity=training, worker=worker, theory_hours=33)
    nina = factories.volunteer_in(programme)
    coordinator.post(
        f"/programme/activities/{training.pk}/change/",
        answers(programme, kind="basic_training", attended=[vida.code, nina.code], version="1"),
    )
    found = dict(training.attendances.values_list("worker__code", "theory_hours"))
    assert found == {vida.code: 33, nina.code: None}


def test_months_with_less_supervision_than_usual_are_shown_but_not_july_and_august(coordinator, programme):
    TrainingStandard.objects.create(
        organisation=programme.organisation,
        valid_from=date(2015, 1, 1),
        theory_hours=33,
        practice_hours=30,
        supervision_hours=2,
    )
    for month in (1, 2, 3, 4, 5, 6, 9, 10, 12):
        factories.ActivityFactory(programme=programme, kind="staff_supervision", on=date(2025, month, 3), hours=2)
    factories.ActivityFactory(programme=programme, kind="staff_supervision", on=date(2025, 11, 3), hours=1)
    page = coordinator.get("/programme/trainings/?year=2025")
    assertContains(page, "november (1 od 2 h)")
    assertNotContains(page, "julij (")
    assertNotContains(page, "januar (")
