"""Who helps without pay: what she signed, what she lacks, what she gave and who confirmed it."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from programmes.alphabet import place
from programmes.models import (
    ActivityKind,
    Attendance,
    Missing,
    TrainingStandard,
    VolunteerWork,
    Worker,
    WorkState,
    missing_for_duty,
)
from programmes.records import Period
from reporting.figures import OrganisationFigures, Scope, compute
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(name="SOS telefon")


@pytest.fixture
def coordinator(client, programme):
    client.force_login(factories.coordinator_in(programme, name="Zarja"))
    return client


@pytest.fixture
def vida(programme):
    return factories.volunteer_in(programme, name="Vida Novak")


@pytest.fixture
def maja(programme):
    """A volunteer who signs in."""
    user = factories.counsellor_in(programme, name="Maja")
    factories.EngagementFactory(worker=user.worker, kind="volunteer")
    return user


def train(worker, programme, on=date(2020, 3, 7), completed=True):
    activity = factories.ActivityFactory(programme=programme, kind=ActivityKind.BASIC_TRAINING, on=on)
    return Attendance.objects.create(activity=activity, worker=worker, theory_hours=33, completed=completed)


def hours(**more):
    """As the form sends them."""
    return {"id": str(uuid4()), "on": "2026-03-02", "hours": "2,5", "kind": "content", **more}


def at(programme, unit=None):
    return f"{programme.pk}-{unit.pk if unit else ''}"


# What she lacks


def test_a_volunteer_may_be_on_duty_with_agreement_declaration_and_training(vida, programme):
    day = date(2026, 3, 1)
    assert missing_for_duty(vida, day) == [Missing.AGREEMENT, Missing.DECLARATION, Missing.TRAINING]
    factories.AgreementFactory(worker=vida)
    factories.DeclarationFactory(worker=vida)
    train(vida, programme)
    assert missing_for_duty(vida, day) == []


def test_a_paper_counts_from_its_first_to_its_last_day(vida, programme):
    train(vida, programme)
    factories.DeclarationFactory(worker=vida)
    factories.AgreementFactory(worker=vida, valid_from=date(2026, 3, 2), valid_until=date(2026, 3, 4))
    found = [bool(missing_for_duty(vida, date(2026, 3, day))) for day in (1, 2, 4, 5)]
    assert found == [True, False, False, True]


def test_a_training_that_is_not_finished_or_still_to_come_is_no_training(vida, programme):
    factories.AgreementFactory(worker=vida)
    factories.DeclarationFactory(worker=vida)
    train(vida, programme, completed=False)
    train(vida, programme, on=date(2026, 4, 1))
    assert missing_for_duty(vida, date(2026, 3, 31)) == [Missing.TRAINING]
    assert missing_for_duty(vida, date(2026, 4, 1)) == []


def test_an_employee_needs_no_agreement_on_volunteer_work(programme):
    worker = factories.EngagementFactory(worker__organisation=programme.organisation, kind="employee").worker
    assert missing_for_duty(worker, date(2026, 3, 1)) == []


def test_who_is_not_engaged_on_a_day_lacks_that_first(vida, programme):
    train(vida, programme, on=date(2019, 3, 1))
    factories.AgreementFactory(worker=vida, valid_from=date(2019, 1, 1))
    factories.DeclarationFactory(worker=vida, given_on=date(2019, 1, 1))
    assert missing_for_duty(vida, date(2019, 12, 31)) == [Missing.ENGAGEMENT]
    assert missing_for_duty(vida, date(2020, 1, 1)) == []


def test_the_list_says_how_many_help_and_how_many_lack_a_paper(coordinator, vida, programme):
    ready = factories.volunteer_in(programme, name="Ana")
    factories.AgreementFactory(worker=ready)
    factories.DeclarationFactory(worker=ready)
    train(ready, programme)
    former = factories.volunteer_in(programme, name="Breda")
    former.engagements.update(ended_on=date(2021, 1, 1))
    page = coordinator.get("/programme/volunteers/")
    assertContains(page, "<em>2 prostovoljki</em> pomagata")
    assertContains(page, "<em>1</em> brez dogovora ali izjave")
    assertContains(page, "Ana")
    assertNotContains(page, "Breda")
    missing = coordinator.get("/programme/volunteers/?show=missing")
    assertContains(missing, "Vida Novak")
    assertNotContains(missing, "Ana")
    assertContains(coordinator.get("/programme/volunteers/?show=former"), "Breda")


def test_a_list_that_is_asked_for_nonsense_shows_everybody(coordinator, vida):
    assertContains(coordinator.get("/programme/volunteers/?show=%00zz"), "Vida Novak")


def test_names_stand_in_slovenian_order():
    assert sorted(["Žana", "Zora", "Čarna", "Cita", "Šana", "Sava", "Ana"], key=place) == [
        "Ana", "Cita", "Čarna", "Sava", "Šana", "Zora", "Žana",
    ]  # fmt: skip


# Her page and her papers


def test_opening_her_page_leaves_a_trail(coordinator, vida):
    assertContains(coordinator.get(f"/programme/volunteers/{vida.pk}/"), "Vida Novak")
    assert TrailEntry.objects.filter(act=Act.OPENED, record_id=str(vida.pk)).exists()


def test_a_new_volunteer_is_a_worker_engaged_since_a_day(coordinator, programme):
    factories.TermFactory(organisation=programme.organisation, vocabulary="language", key="sq", label_sl="albanščina")
    answers = {"id": str(uuid4()), "name": "Zala", "code": "P077", "sex": "woman", "born_in": "1991"}
    answers |= {"languages": ["sq"], "knowledge": "znakovni jezik", "started_on": "1. 2. 2026"}
    page = coordinator.post("/programme/volunteers/new/", answers)
    zala = Worker.objects.get(code="P077")
    assertRedirects(page, f"/programme/volunteers/{zala.pk}/")
    assert (zala.name, zala.sex, zala.born_in, zala.languages) == ("Zala", "woman", 1991, ["sq"])
    assert zala.engagements.get(kind="volunteer").started_on == date(2026, 2, 1)
    shown = coordinator.get(page["Location"])
    assertContains(shown, "albanščina")
    assertContains(shown, "znakovni jezik")


def test_a_form_that_is_sent_twice_makes_one_volunteer(coordinator, programme):
    answers = {"id": str(uuid4()), "name": "Zala", "code": "P077", "sex": "woman", "started_on": "1. 2. 2026"}
    first, second = (coordinator.post("/programme/volunteers/new/", answers) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Worker.objects.filter(code="P077").count() == 1


def test_what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost(coordinator, vida):
    page = coordinator.post(
        f"/programme/volunteers/{vida.pk}/change/",
        {"name": "Vida 💜" * 40, "code": "", "born_in": "1", "started_on": "3. 3. 2026", "ended_on": "1. 3. 2026"},
    )
    assertContains(page, "Konec mora biti za začetkom.")
    assertContains(page, "Vida 💜Vida")
    assert Worker.objects.get(pk=vida.pk).name == "Vida Novak"


def test_an_agreement_is_written_and_a_date_before_its_start_is_refused(coordinator, vida):
    address = f"/programme/volunteers/{vida.pk}/agreement/"
    answers = {"id": str(uuid4()), "number": "7/2026", "valid_from": "1. 3. 2026", "valid_until": "28. 2. 2026"}
    assertContains(coordinator.post(address, answers), "Zadnji dan ne sme biti pred prvim.")
    coordinator.post(address, answers | {"valid_until": "28. 2. 2027"})
    assert vida.agreements.get().number == "7/2026"
    assertContains(coordinator.post(address, answers | {"valid_from": "1. 1. 1"}), "7/2026")


def test_two_tabs_do_not_overwrite_a_declaration(coordinator, vida):
    declaration = factories.DeclarationFactory(worker=vida)
    address = f"/programme/declarations/{declaration.pk}/"
    answers = {"given_on": "1. 1. 2020", "version": "1"}
    coordinator.post(address, answers | {"note": "prva"})
    page = coordinator.post(address, answers | {"note": "druga"})
    assertContains(page, "druga")
    declaration.refresh_from_db()
    assert declaration.note == "prva"


def test_a_volunteer_of_another_organisation_is_absent(coordinator):
    stranger = factories.volunteer_in(factories.ProgrammeFactory())
    assert coordinator.get(f"/programme/volunteers/{stranger.pk}/").status_code == 404


def test_progress_of_the_basic_training_is_measured_by_the_standard(coordinator, vida, programme):
    TrainingStandard.objects.create(
        organisation=programme.organisation, valid_from=date(2015, 1, 1), theory_hours=33, practice_hours=30
    )
    train(vida, programme, completed=False)
    page = coordinator.get(f"/programme/volunteers/{vida.pk}/")
    assertContains(page, "33 od 33 h")
    assertContains(page, "0 od 30 h")


# Hours


def test_what_a_volunteer_writes_counts_when_the_coordinator_has_confirmed_it(client, maja, programme):
    year = timezone.localdate().year
    client.force_login(maja)
    client.post("/programme/hours/", hours(on=f"{year}-01-01", place=at(programme)))
    work = VolunteerWork.objects.get()
    assert (work.state, work.hours, work.worker.user) == (WorkState.WRITTEN, Decimal("2.5"), maja)
    scope = Scope(Period.year(year), programme.organisation)
    assert compute(OrganisationFigures, scope)["volunteer_hours"].exact == 0
    assertContains(client.get("/programme/hours/"), "2,5\xa0ure")

    zarja = factories.coordinator_in(programme)
    client.force_login(zarja)
    assertContains(client.get("/programme/hours/waiting/"), "Maja")
    client.post("/programme/hours/waiting/confirm/", {"chosen": [work.pk]})
    work.refresh_from_db()
    assert (work.state, work.confirmed_by, work.version) == (WorkState.CONFIRMED, zarja.worker, 2)
    assert compute(OrganisationFigures, scope)["volunteer_hours"].exact == Decimal("2.5")
    assert TrailEntry.objects.filter(act=Act.CHANGED, record_id=str(work.pk), user=zarja).exists()


def test_returned_hours_are_corrected_by_who_wrote_them_and_wait_again(client, maja, programme):
    work = factories.VolunteerWorkFactory(programme=programme, worker=maja.worker, state=WorkState.WRITTEN)
    client.force_login(factories.coordinator_in(programme))
    client.post("/programme/hours/waiting/return/", {"chosen": [work.pk]})
    client.force_login(maja)
    assertContains(client.get("/programme/hours/"), "vrnjeno v popravek")
    client.post(f"/programme/hours/mine/{work.pk}/", hours(hours="3", place=at(programme)))
    work.refresh_from_db()
    assert (work.state, work.hours) == (WorkState.WRITTEN, 3)


@pytest.mark.parametrize(
    "wrong, sentence",
    [
        ({"hours": "2,25"}, "Piši cele ali polovične ure."),
        ({"hours": "25"}, "Sem gre največ 24 ur."),
        ({"hours": "0"}, "večja ali enaka 0"),
        ({"on": "1921-13-01"}, "veljaven datum"),
        ({"on": "2999-01-01"}, "Ta dan šele pride."),
        ({"place": "1-1"}, "Izberite veljavno možnost"),
    ],
)
def test_hours_that_cannot_be_are_told_so(client, maja, programme, wrong, sentence):
    client.force_login(maja)
    page = client.post("/programme/hours/", hours(**{"place": at(programme), **wrong}))
    assert page.status_code == 200
    assertContains(page, sentence)
    assert not VolunteerWork.objects.exists()


def test_a_volunteer_sees_her_own_hours_alone_and_changes_nothing_confirmed(client, maja, vida, programme):
    hers = factories.VolunteerWorkFactory(programme=programme, worker=maja.worker)
    others = factories.VolunteerWorkFactory(programme=programme, worker=vida, hours=7, state=WorkState.WRITTEN)
    client.force_login(maja)
    assertNotContains(client.get("/programme/hours/"), "7 h")
    for work in (hers, others):
        for path in ("", "remove/"):
            assertRedirects(
                client.post(f"/programme/hours/mine/{work.pk}/{path}", hours(place=at(programme))), "/programme/hours/"
            )
    assert VolunteerWork.objects.filter(hours=Decimal("2.5")).get() == hers
    assert VolunteerWork.objects.count() == 2


def test_a_coordinator_confirms_only_hours_of_her_programmes(coordinator, vida, programme):
    elsewhere = factories.ProgrammeFactory(organisation=programme.organisation)
    foreign = factories.VolunteerWorkFactory(programme=elsewhere, worker=vida, state=WorkState.WRITTEN)
    coordinator.post("/programme/hours/waiting/confirm/", {"chosen": [foreign.pk]})
    foreign.refresh_from_db()
    assert foreign.state == WorkState.WRITTEN


def test_a_coordinator_enters_a_month_for_a_volunteer_at_one_of_the_units(coordinator, vida, programme):
    units = [factories.UnitFactory(programme=programme, name=name) for name in ("Celje", "Ljubljana")]
    coordinator.post(f"/programme/volunteers/{vida.pk}/hours/", hours(hours="40,5", place=at(programme, units[0])))
    work = VolunteerWork.objects.get()
    assert (work.hours, work.unit, work.state) == (Decimal("40.5"), units[0], WorkState.CONFIRMED)


def test_who_helps_in_two_programmes_is_one_volunteer_by_sex_and_age(vida, programme):
    year = timezone.localdate().year
    vida.sex, vida.born_in = "woman", year - 40
    vida.save()
    other = factories.ProgrammeFactory(organisation=programme.organisation)
    for where in (programme, other):
        factories.VolunteerWorkFactory(programme=where, worker=vida, on=date(year, 1, 1))
    results = compute(OrganisationFigures, Scope(Period.year(year), programme.organisation))
    assert results["volunteers_distinct"].exact == 1
    table = results["volunteers_by_age_and_sex"]
    assert (table.row_totals["from_30"], table.total) == (1, 1)
    assert results["volunteer_hours_by_age_and_kind"].row_totals["from_30"] == 5


def test_agreements_of_the_year_are_those_valid_in_it_and_those_concluded_in_it(vida, programme):
    factories.AgreementFactory(worker=vida, valid_from=date(2025, 3, 1), valid_until=date(2026, 1, 1))
    factories.AgreementFactory(worker=vida, valid_from=date(2026, 1, 2))
    scope = Scope(Period.year(2026), programme.organisation)
    results = compute(OrganisationFigures, scope)
    assert (results["volunteer_agreements"].exact, results["volunteer_agreements_new"].exact) == (2, 1)
