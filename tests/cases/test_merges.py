"""Two codes turn out to be one person, and sometimes two again."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects
from zeal import zeal_ignore

from accounts.models import Act, TrailEntry
from cases import merging
from cases.models import Case, Client, Contact, Merge, MergedRow, Victim
from programmes.records import Period
from reporting.figures.computing import compute
from reporting.figures.helpline import Helpline
from reporting.figures.scope import Scope
from tests import factories


@pytest.fixture
def eva(helpline):
    """The other code, with a bit of everything."""
    eva = factories.CaseFactory(
        programme=helpline,
        opened_on=date(2021, 3, 1),
        client__code="K-0937",
        client__sex="woman",
        client__born_in=1984,
        client__reached_at="Nikoli na stacionarni.",
    ).client
    factories.ContactFactory(programme=helpline, client=eva, case=eva.cases.get(), note="prvi klic", minutes=11)
    factories.ServiceFactory(programme=helpline, receivers=[eva])
    factories.ClueFactory(client=eva, text="Mojca")
    return eva


@pytest.fixture
def irena(helpline):
    return factories.coordinator_in(helpline, name="Irena")


@pytest.fixture
def coordinator(client, irena):
    client.force_login(irena)
    return client


@pytest.fixture
def merge(coordinator, ana, eva):
    def merge():
        coordinator.post(f"/people/{ana.pk}/merge/", {"code": "K-0937"})
        return Merge.objects.get()

    return merge


def everything():
    """Each row of each table that holds records of people, as it lies in the database; but for its version."""
    rows = {}
    models = [*apps.get_app_config("cases").get_models(), *apps.get_app_config("shelters").get_models()]
    for model in set(models) - {Merge, MergedRow}:
        if model._meta.managed and not model._meta.proxy and not hasattr(model, "pgh_tracked_model"):
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT (to_jsonb(found) - 'version')::text FROM {model._meta.db_table} found")
                rows[model] = sorted(row for (row,) in cursor.fetchall())
    return rows


def people_in(programme, figure):
    period = Period(date(2021, 1, 1), timezone.localdate())
    return compute(Helpline, Scope.programme_in(programme, period))[figure].exact


def test_all_that_was_the_others_is_hers(coordinator, merge, ana, eva, helpline):
    merge()
    assert ana.contacts.count() == ana.clues.count() == ana.services.count() == 1
    assert not eva.contacts.exists() and not eva.cases.exists()
    case = ana.cases.get()
    assert (case.opened_on, case.contacts.count()) == (date(2021, 3, 1), 1)
    assert Client.objects.values_list("sex", "born_in").get(pk=ana.pk) == ("woman", 1984)


def test_what_would_happen_is_said_before_and_nothing_has_happened(coordinator, ana, eva):
    before = everything()
    page = coordinator.get(f"/people/{ana.pk}/merge/", {"code": "k0937"})
    assertContains(page, "one person?")
    assertContains(page, "Their two open cases in SOS telefon become one, open since 1")
    assert dict(page.context["outcome"].by_name)["contacts"] == 1
    assert everything() == before and not Merge.objects.exists()


def test_the_other_code_goes_on_being_hers(coordinator, merge, ana, eva):
    merge()
    assertRedirects(coordinator.post("/people/search/", {"q": "k 0937"}), f"/people/{ana.pk}/")
    assertRedirects(coordinator.get(f"/people/{eva.pk}/"), f"/people/{ana.pk}/")
    page = coordinator.get(f"/people/{ana.pk}/")
    assertContains(page, "K-0937")
    assertContains(page, "Nikoli na stacionarni.")
    assert [hit.code for hit in coordinator.post("/people/known/", {"code": "Mojca"}).context["knowing"].hits] == [
        "M-4158"
    ]


def test_undone_each_has_exactly_what_she_had(coordinator, merge, ana, eva):
    before = everything()
    done = merge()
    assert everything() != before
    assertContains(coordinator.get(f"/merges/{done.pk}/undo/"), "two people after all?")
    assertRedirects(coordinator.post(f"/merges/{done.pk}/undo/"), f"/people/{eva.pk}/")
    assert everything() == before
    assert Contact.objects.select_related("vault").get().note == "prvi klic"


def test_what_came_since_stays_with_the_code_that_was_kept(coordinator, merge, ana, eva, helpline):
    done = merge()
    since = factories.ContactFactory(programme=helpline, client=ana, case=ana.cases.get())
    coordinator.post(f"/merges/{done.pk}/undo/")
    since.refresh_from_db()
    assert since.client == ana and since.case.client == ana and eva.contacts.count() == 1


def test_a_service_that_both_received_is_received_once_and_by_two_again(coordinator, merge, ana, eva, helpline):
    together = factories.ServiceFactory(programme=helpline, receivers=[ana, eva])
    before = everything()
    done = merge()
    assert together.participations.count() == 1
    coordinator.post(f"/merges/{done.pk}/undo/")
    assert everything() == before


def test_figures_count_one_person_and_two_again(coordinator, merge, ana, eva, helpline):
    factories.ContactFactory(programme=helpline, client=ana)
    assert people_in(helpline, Helpline.known_callers) == 2
    done = merge()
    assert people_in(helpline, Helpline.known_callers) == 1
    assert people_in(helpline, Helpline.known_callers_contacts) == 2
    coordinator.post(f"/merges/{done.pk}/undo/")
    assert people_in(helpline, Helpline.known_callers) == 2


def test_both_are_in_the_trail(coordinator, merge, ana, eva, irena):
    done = merge()
    coordinator.post(f"/merges/{done.pk}/undo/")
    for person in (ana, eva):
        entries = TrailEntry.objects.about(person).filter(act=Act.CHANGED, user=irena).order_by("id")
        assert [entry.purpose for entry in entries] == ["two codes merged", "merge undone"]


def test_only_a_coordinator_of_both_merges(client, counsellor, ana, eva, helpline):
    assert counsellor.post(f"/people/{ana.pk}/merge/", {"code": "K-0937"}).status_code == 403
    elsewhere = factories.CaseFactory(
        client__organisation=helpline.organisation, programme__organisation=helpline.organisation
    )
    client.force_login(factories.coordinator_in(helpline))
    page = client.post(f"/people/{ana.pk}/merge/", {"code": elsewhere.client.code})
    assertContains(page, "whose coordinator you are")
    assertContains(client.post(f"/people/{ana.pk}/merge/", {"code": "M-4158"}), "This is the same code.")
    assert not Merge.objects.exists()


def test_who_slept_in_two_places_at_once_is_two_people_until_that_is_corrected(coordinator, ana, eva, helpline):
    house = factories.HouseFactory(programme__organisation=helpline.organisation)
    bed, other = factories.BedFactory(room__house=house), factories.BedFactory(room__house=house)
    factories.stay_in(bed, client=ana)
    stay = factories.stay_in(other, client=eva)
    before = everything()
    page = coordinator.get(f"/people/{ana.pk}/merge/", {"code": "K-0937"})
    assertContains(page, "one person yet")
    assertContains(page, "They stayed at the same time: M-4158")
    assertNotContains(page, "Yes, one person")
    assertContains(coordinator.post(f"/people/{ana.pk}/merge/", {"code": "K-0937"}), "They stayed at the same time")
    assert everything() == before
    stay.placements.update(from_at=timezone.now() - timedelta(days=90), to_at=timezone.now() - timedelta(days=80))
    type(stay).objects.filter(pk=stay.pk).update(
        arrived_at=timezone.now() - timedelta(days=90), left_at=timezone.now() - timedelta(days=80)
    )
    coordinator.post(f"/people/{ana.pk}/merge/", {"code": "K-0937"})
    assert ana.stays.count() == 2


def test_stays_one_after_the_other_move_and_move_back(coordinator, merge, ana, eva):
    factories.stay_in(factories.BedFactory(), client=ana)
    moment = datetime(2021, 5, 1, 12, tzinfo=ZoneInfo("Europe/Ljubljana"))
    factories.stay_in(factories.BedFactory(), client=eva, arrived_at=moment, left_at=moment + timedelta(days=9))
    before = everything()
    done = merge()
    assert ana.stays.count() == 2
    coordinator.post(f"/merges/{done.pk}/undo/")
    assert everything() == before


def test_her_key_destroys_the_texts_of_both_codes_and_nobody_elses(merge, ana, eva, helpline):
    other = factories.ContactFactory(programme=helpline, note="tuje")
    merge()
    ana.destroy_texts()
    note = Contact.objects.select_related("vault").exclude(pk=other.pk).get().note
    texts = [note, Client.objects.select_related("vault").get(pk=eva.pk).reached_at]
    texts += [event.note for event in Contact.pgh_event_model.objects.filter(client=eva).select_related("vault")]
    assert len(texts) > 3 and not [text for text in texts if "prvi klic" in text or "stacionarni" in text]
    assert Contact.objects.select_related("vault").get(pk=other.pk).note == "tuje"
    assert not ana.clues.exists()


def test_three_codes_are_undone_the_last_first(coordinator, merge, ana, eva, helpline, irena):
    first = merge()
    iva = factories.CaseFactory(programme=helpline, client__code="I-1000").client
    merging.merge(iva, ana, irena)
    assertRedirects(coordinator.post("/people/search/", {"q": "K-0937"}), f"/people/{iva.pk}/")
    assert merging.why_not_undone(first)
    second = Merge.objects.get(kept=iva)
    coordinator.post(f"/merges/{second.pk}/undo/")
    coordinator.post(f"/merges/{first.pk}/undo/")
    assert {client.cases.count() for client in (ana, eva, iva)} == {1}


def test_what_both_know_differently_is_said_and_hers_stays(coordinator, ana, eva):
    Client.objects.filter(pk=ana.pk).update(born_in=1990)
    page = coordinator.get(f"/people/{ana.pk}/merge/", {"code": "K-0937"})
    assertContains(page, "They differ: year of birth. What M-4158 says stays.")
    coordinator.post(f"/people/{ana.pk}/merge/", {"code": "K-0937"})
    assert Client.objects.values_list("born_in", flat=True).get(pk=ana.pk) == 1990


def test_whatever_hangs_on_a_person_or_a_case_moves():
    """A table that somebody adds, on any floor, is found through the models."""
    found = {f"{reference.model._meta.label}.{reference.name}" for reference in merging.references_to(Client)}
    assert {"cases.Contact.client", "cases.Clue.client", "cases.Participation.client", "shelters.Stay.client"} <= found
    assert not [name for name in found if "Event" in name or "Merge" in name]


def test_joined_cases_have_one_holder_and_each_person_once_and_come_apart_again(
    coordinator, merge, ana, eva, helpline, nina
):
    of = {case.client_id: case for case in Case.objects.select_related("client", "programme__organisation")}
    hers, others = of[ana.pk], of[eva.pk]
    with zeal_ignore():  # one case after the other
        for case, worker in (
            (hers, nina.worker),
            (others, factories.WorkerFactory(organisation=helpline.organisation)),
        ):
            factories.HoldingFactory(case=case, worker=worker, since_on=case.opened_on)
            incident = factories.IncidentFactory(case=case)
            Victim.objects.create(incident=incident, person=case.person_of_client())
    before = everything()
    done = merge()
    assert [holding.worker for holding in hers.holdings.filter(until_on=None)] == [nina.worker]
    assert hers.people.get(client=ana).suffered.count() == 2
    assert hers.incidents.count() == 2
    coordinator.post(f"/merges/{done.pk}/undo/")
    assert everything() == before
    assert others.people.get(client=eva).suffered.count() == 1
