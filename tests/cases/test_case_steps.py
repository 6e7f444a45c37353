"""A case is opened, held, handed over, passed on, closed and opened again."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains

from accounts.models import Act, TrailEntry
from cases.models import Case, Holding
from programmes.models import Vocabulary
from tests import factories


@pytest.fixture
def case(ana):
    return ana.cases.get()


@pytest.fixture
def vida(helpline):
    return factories.counsellor_in(helpline, name="Vida", email="vida@primer.si")


@pytest.fixture
def agreed(helpline):
    """Two words for how a case ends."""
    word = {"programme": None, "organisation": helpline.organisation, "vocabulary": Vocabulary.CASE_OUTCOME}
    factories.TermFactory(**word, key="drugje", label_en="goes on elsewhere", counts_as="transferred")
    return factories.TermFactory(**word, key="dogovor", label_en="agreed end", counts_as="agreed")


def test_who_opens_a_case_holds_it_and_a_page_sent_twice_makes_one(counsellor, nina, helpline, ana, case):
    case.closed_on = case.opened_on
    case.save()
    address = f"/people/{ana.pk}/cases/new/"
    page = counsellor.get(address)
    sent = {
        "id": str(page.context["form"]["id"].value()),
        "programme": helpline.pk,
        "asked_on": "20. 11. 2026",
        "opened_on": timezone.localdate().isoformat(),
        "worker": nina.worker.pk,
    }
    sent["asked_on"] = (timezone.localdate() - timedelta(days=5)).isoformat()
    for _ in range(2):
        counsellor.post(address, sent)
    opened = Case.objects.open().get()
    assert opened.holding.worker == nina.worker
    assert opened.earlier == case
    assert TrailEntry.objects.about(opened).filter(act=Act.CREATED).count() == 1


def test_a_second_open_case_with_the_same_code_is_refused_by_form_and_database(counsellor, helpline, ana, case):
    page = counsellor.get(f"/people/{ana.pk}/cases/new/")
    assertContains(page, "She has an open case in each of your programmes.")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.CaseFactory(client=ana, programme=helpline)


def test_a_case_goes_from_one_worker_to_another_with_a_note(counsellor, nina, vida, case):
    factories.HoldingFactory(case=case, worker=nina.worker)
    answers = {"worker": vida.worker.pk, "on": timezone.localdate().isoformat(), "note": "kliče ob torkih"}
    counsellor.post(f"/cases/{case.pk}/hand-over/", {**answers, "version": case.version})
    assert Holding.objects.current().get().worker == vida.worker
    assert Holding.objects.get(worker=nina.worker).until_on == timezone.localdate()
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "kliče ob torkih")


def test_two_tabs_do_not_hand_it_over_twice(counsellor, vida, nina, case):
    seen = case.version
    for worker in (vida, nina):
        page = counsellor.post(
            f"/cases/{case.pk}/hand-over/",
            {"worker": worker.worker.pk, "on": timezone.localdate().isoformat(), "note": "n", "version": seen},
        )
    assertContains(page, "Somebody else has changed this record meanwhile.")
    assert Holding.objects.get().worker == vida.worker


def test_a_case_is_closed_with_how_it_ended(counsellor, nina, case, agreed):
    factories.HoldingFactory(case=case, worker=nina.worker)
    page = counsellor.post(f"/cases/{case.pk}/close/", {"closed_on": "1921-01-01", "version": case.version})
    assert set(page.context["form"].errors) == {"closed_on", "outcome"}
    today = timezone.localdate()
    counsellor.post(f"/cases/{case.pk}/close/", {"closed_on": today, "outcome": agreed.pk, "version": case.version})
    case.refresh_from_db()
    assert (case.closed_on, case.outcome) == (today, agreed)
    assert not Holding.objects.current().exists()
    assert case.holding.worker == nina.worker
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "agreed end")


def test_a_case_that_ended_is_closed_once(counsellor, case):
    case.closed_on = case.opened_on
    case.save()
    for step in ("close", "transfer", "hand-over"):
        assert counsellor.get(f"/cases/{case.pk}/{step}/").status_code == 404


def test_a_case_closed_by_mistake_is_open_again_without_its_last_day(counsellor, nina, case):
    factories.HoldingFactory(case=case, worker=nina.worker, until_on=timezone.localdate())
    case.closed_on = timezone.localdate()
    case.save()
    counsellor.post(f"/cases/{case.pk}/edit/", {"opened_on": case.opened_on, "closed_on": "", "version": case.version})
    case.refresh_from_db()
    assert case.closed_on is None
    assert case.holding.worker == nina.worker


def test_a_transferred_case_ends_here_and_is_new_there(counsellor, client, helpline, nina, case, agreed):
    shelter = factories.ProgrammeFactory(organisation=helpline.organisation, kind="shelter", name="Hiša")
    vida = factories.counsellor_in(shelter, name="Vida")
    page = counsellor.get(f"/cases/{case.pk}/transfer/")
    elsewhere = page.context["form"].initial["outcome"]
    counsellor.post(
        f"/cases/{case.pk}/transfer/",
        {
            "programme": shelter.pk,
            "worker": vida.worker.pk,
            "note": "otroka pri njej",
            "closed_on": timezone.localdate().isoformat(),
            "outcome": elsewhere,
            "version": case.version,
        },
    )
    case.refresh_from_db()
    assert case.outcome.counts_as == "transferred"
    there = Case.objects.get(programme=shelter)
    assert (there.came_from, there.opened_on, there.holding.worker) == (helpline, case.closed_on, vida.worker)
    assert counsellor.get(f"/cases/{there.pk}/").status_code == 404
    client.force_login(vida)
    assertContains(client.get(f"/cases/{there.pk}/"), "otroka pri njej")


def test_the_list_says_which_cases_she_holds_and_which_nobody_holds(counsellor, nina, helpline, case):
    factories.HoldingFactory(case=case, worker=nina.worker)
    alone = factories.CaseFactory(programme=helpline, client__code="K-0937", client__name="Canary")
    closed = factories.CaseFactory(programme=helpline, closed_on=timezone.localdate())
    for show, expected in {"": case, "nobody": alone, "closed": closed}.items():
        page = counsellor.get("/cases/", {"show": show})
        assert list(page.context["page"]) == [expected], show
    assert set(counsellor.get("/cases/", {"show": "open"}).context["page"]) == {case, alone}
    assertContains(counsellor.get("/cases/", {"show": "\0"}), "You hold")


def test_her_texts_are_gone_with_her_key(counsellor, nina, case):
    holding = factories.HoldingFactory(case=case, worker=nina.worker, note="canary")
    person = factories.CasePersonFactory(case=case, name="canary", details="canary")
    incident = factories.IncidentFactory(case=case, description="canary")
    involved = factories.InvolvedFactory(case=case, name="canary")
    case.client.destroy_texts()
    for record, name in ((holding, "note"), (person, "name"), (incident, "description"), (involved, "name")):
        assert "canary" not in getattr(type(record).objects.get(pk=record.pk), name)


def test_an_asking_after_the_opening_is_told_beside_the_field(counsellor, case):
    page = counsellor.post(
        f"/cases/{case.pk}/edit/",
        {"asked_on": timezone.localdate().isoformat(), "opened_on": date(2021, 1, 1), "version": case.version},
    )
    assertContains(page, "She asked on the day it was opened, or before.")
