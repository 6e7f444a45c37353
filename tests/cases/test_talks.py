"""Entered afterwards, for a colleague, with several workers: one contact, and it counts for those who talked."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from cases.models import Contact, Draft, TalkPart
from programmes.records import Period
from reporting.figures import Helpline, Scope, compute
from tests import factories

NEW = "/calls/new/"


@pytest.fixture
def vida(helpline):
    return factories.counsellor_in(helpline, name="Vida").worker


@pytest.fixture
def enter(counsellor, helpline, nina):
    said = {"programme": helpline.pk, "worker": nina.worker.pk, "channel": "call", "afterwards": "True"}

    def enter(pk=None, **answers):
        return counsellor.post(NEW, {"id": pk or uuid4(), **said, **answers}, follow=True)

    return enter


def test_a_contact_is_entered_afterwards_for_the_colleague_who_talked(enter, counsellor, nina, vida):
    enter(worker=vida.pk, started_at_0="3. 5. 2021 14:05", minutes=35, note="po telefonu")
    contact = Contact.objects.get()
    assert (contact.worker, contact.written_by, contact.entered_by) == (vida, nina.worker, nina)
    assert (contact.minutes, contact.started_on.year) == (35, 2021)
    page = counsellor.get(f"/contacts/{contact.pk}/")
    assertContains(page, "Vida")
    assertContains(page, "Entered by")
    assertContains(page, "Nina")
    assertContains(counsellor.get("/contacts/", {"worker": vida.pk}), str(contact.pk))


def test_what_she_talked_herself_has_one_name(enter, counsellor):
    enter(started_at_0="3. 5. 2021 14:05", minutes=35)
    contact = Contact.objects.get()
    assert contact.written_by is None
    assertNotContains(counsellor.get(f"/contacts/{contact.pk}/"), "Entered by")


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"minutes": 5}, "started_at", "When did it begin?"),
        ({"started_at_0": "3. 5. 2021 14:05"}, "minutes", "How long did it last"),
        ({"started_at_0": "1. 1. 2099 9:00", "minutes": 5}, "started_at", "still to come"),
        ({"started_at_0": "3. 5. 2021 14:05", "minutes": 1441}, "minutes", "No talk is longer than a day."),
        ({"started_at_0": "3. 5. 1821 14:05", "minutes": 5}, "started_at", "between 1900 and 2200"),
        ({"started_at_0": "25. 10. 2026 2:30", "minutes": 5}, "started_at", "showed this hour twice"),
        ({"started_at_0": "29. 3. 2026 2:30", "minutes": 5}, "started_at", "does not exist"),
    ],
)
def test_nonsense_is_refused_beside_its_field_and_nothing_is_lost(enter, answers, field, words):
    page = enter(note="dolg zapis", **answers)
    assert words in str(page.context["form"].errors[field])
    assertContains(page, "dolg zapis")
    assertContains(page, "data-where open")
    assert not Contact.objects.exists()


def test_a_talk_that_would_end_in_the_future_is_refused(enter):
    began = timezone.localtime() - timedelta(minutes=10)
    page = enter(started_at_0=f"{began:%d.%m.%Y %H:%M}", minutes=90)
    assert "still be going on" in str(page.context["form"].errors["minutes"])


def test_the_page_for_afterwards_asks_when_and_how_long_at_once(counsellor):
    assertContains(counsellor.get(NEW, {"afterwards": ""}), "data-where open")
    page = counsellor.get(NEW)
    assertNotContains(page, "data-where open")


def test_its_draft_waits_and_no_timer_runs(enter, counsellor):
    pk = uuid4()
    enter(pk, minutes=5)
    assert Draft.objects.get().waits
    assertContains(counsellor.get("/contacts/"), "pill waits")


def test_two_workers_in_one_talk_are_one_contact_with_time_for_each(enter, counsellor, helpline, vida):
    eva = factories.counsellor_in(helpline, name="Eva").worker
    enter(started_at_0="3. 5. 2021 14:05", minutes=60, with_0=vida.pk, with_0_minutes=45, with_1=eva.pk)
    contact = Contact.objects.get()
    assert set(contact.parts.values_list("worker", "minutes")) == {(vida.pk, 45), (eva.pk, 60)}
    assertContains(counsellor.get("/contacts/", {"worker": eva.pk}), str(contact.pk))
    page = counsellor.get(f"/contacts/{contact.pk}/")
    assertContains(page, "Also in the talk", 2)
    assertContains(page, "45\u00a0min")
    results = compute(Helpline, Scope.programme_in(helpline, Period.year(2021)))
    assert results["contacts"].exact == 1
    assert (results["talk_hours"].exact, results["talk_hours_of_further_workers"].exact) == (1, 1.75)
    assert results["worker_hours_in_talks"].exact == 2.75
    assert results["talks_with_several_workers"].exact == 1


def test_who_took_part_can_be_corrected(enter, counsellor, helpline, nina, vida):
    enter(started_at_0="3. 5. 2021 14:05", minutes=60, with_0=vida.pk, with_0_minutes=45)
    contact, (part,) = Contact.objects.get(), TalkPart.objects.all()
    page = counsellor.get(f"/contacts/{contact.pk}/edit/")
    assert page.context["form"]["with_0_minutes"].value() == 45
    same = {"version": 1, "programme": helpline.pk, "channel": "call", "worker": nina.worker.pk}
    same |= {"started_at_0": "3. 5. 2021 14:05", "minutes": 60}
    counsellor.post(f"/contacts/{contact.pk}/edit/", {**same, "with_0": vida.pk, "with_0_minutes": 30})
    corrected = TalkPart.objects.get()
    assert (corrected, corrected.minutes) == (part, 30)
    counsellor.post(f"/contacts/{contact.pk}/edit/", {**same, "version": 2})
    assert not TalkPart.objects.exists() and Contact.objects.get() == contact


@pytest.mark.parametrize(
    ("parts", "field", "words"),
    [
        ({"with_0": "nina"}, "with_0", "stands in this talk already"),
        ({"with_0": "vida", "with_1": "vida"}, "with_1", "stands in this talk already"),
        ({"with_0_minutes": 5}, "with_0", "Who was it?"),
        ({"with_0": "vida", "with_0_minutes": 90}, "with_0_minutes", "nobody was in it for longer"),
        ({"with_0": "vida", "with_0_minutes": 0}, "with_0_minutes", "1"),
    ],
)
def test_a_part_that_cannot_be_is_told_beside_it(enter, nina, vida, parts, field, words):
    people = {"nina": nina.worker.pk, "vida": vida.pk}
    said = {name: people.get(value, value) for name, value in parts.items()}
    page = enter(started_at_0="3. 5. 2021 14:05", minutes=60, **said)
    assert words in str(page.context["form"].errors[field])
    assertContains(page, "data-where open")
    assert not Contact.objects.exists()


def test_parts_of_a_talk_survive_in_its_draft(counsellor, helpline, vida):
    pk = uuid4()
    counsellor.post(
        "/calls/save/", {"id": pk, "save": 1, "programme": helpline.pk, "with_0": vida.pk, "with_0_minutes": 7}
    )
    form = counsellor.get(f"/calls/{pk}/").context["form"]
    assert (form["with_0"].value(), form["with_0_minutes"].value()) == (str(vida.pk), "7")
