"""The first talk by its headings, what came of the work, and what only few may know."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import FirstTalk, Need, Reached
from programmes.models import Vocabulary
from tests import factories


@pytest.fixture
def case(ana):
    return ana.cases.get()


def word(helpline, vocabulary, label):
    return factories.TermFactory(
        programme=None,
        organisation=helpline.organisation,
        vocabulary=vocabulary,
        label_sl=label,
        label_en=label,
    )


def talk(**more):
    return {"talked_on": timezone.localdate().isoformat(), "violence": "grozi ji", "network": "sestra", **more}


def test_the_first_talk_has_its_headings_and_leads_to_an_assessment(counsellor, case):
    page = counsellor.get(f"/cases/{case.pk}/first-talk/")
    for heading in (
        "Violence",
        "Who is involved",
        "Risk factors",
        "Consequences",
        "How she is",
        "Whom she can count on",
    ):
        assertContains(page, heading)
    sent = talk(id=page.context["form"]["id"].value(), leads_to="risk")
    for _ in range(2):
        page = counsellor.post(f"/cases/{case.pk}/first-talk/", sent)
    assertRedirects(page, f"/cases/{case.pk}/risk/new/", fetch_redirect_response=False)
    saved = FirstTalk.objects.get()
    assert (saved.violence, saved.network) == ("grozi ji", "sestra")
    assert TrailEntry.objects.about(saved).filter(act=Act.CREATED).count() == 1
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "whom she can count on: sestra")


def test_declined_the_offer_stays_open(counsellor, case):
    counsellor.post(f"/cases/{case.pk}/first-talk/", talk(leads_to="declined"))
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "declined; the offer stays open, leaflets given")


def test_a_talk_before_she_asked_is_told_and_nothing_is_lost(counsellor, case):
    case.asked_on = timezone.localdate()
    case.save()
    page = counsellor.post(
        f"/cases/{case.pk}/first-talk/", talk(talked_on=(timezone.localdate() - timedelta(1)).isoformat())
    )
    assert set(page.context["form"].errors) == {"talked_on"}
    assertContains(page, "grozi ji")
    page = counsellor.post(f"/cases/{case.pk}/first-talk/", talk(talked_on="1921/1", state="x" * 2_000_000))
    assert set(page.context["form"].errors) == {"talked_on", "state"}


def test_two_who_write_the_first_talk_at_once_make_one(counsellor, case):
    counsellor.post(f"/cases/{case.pk}/first-talk/", talk())
    page = counsellor.post(f"/cases/{case.pk}/first-talk/", talk(violence="druga", version=7))
    assertContains(page, "Somebody else has changed this record meanwhile.")
    assert FirstTalk.objects.get().violence == "grozi ji"


def test_until_it_is_held_the_first_talk_is_the_next_step(counsellor, case):
    case.opened_on = timezone.localdate() - timedelta(days=10)
    case.save()
    page = counsellor.get(f"/cases/{case.pk}/")
    assertContains(page, "the day has passed")
    counsellor.post(f"/cases/{case.pk}/first-talk/", talk())
    steps = counsellor.get(f"/cases/{case.pk}/").context["steps"]
    assert not [step for step in steps if "first-talk" in step.url]


def test_what_was_reached_stands_with_its_day(counsellor, case, helpline):
    flat = word(helpline, Vocabulary.OUTCOME, "own flat")
    page = counsellor.post(f"/cases/{case.pk}/outcomes/new/", {"what": flat.pk, "on": "1. 1. 2099"})
    assert set(page.context["form"].errors) == {"on"}
    counsellor.post(f"/cases/{case.pk}/outcomes/new/", {"what": flat.pk, "on": "3. 5. 2021", "note": "najem"})
    reached = Reached.objects.get()
    assert (reached.what, reached.on) == (flat, date(2021, 5, 3))
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "own flat")
    counsellor.post(f"/cases/outcomes/{reached.pk}/", {"what": flat.pk, "on": "4. 5. 2021", "version": reached.version})
    assert Reached.objects.get().on == date(2021, 5, 4)


def test_needs_are_seen_by_who_holds_the_case_and_by_who_coordinates(client, counsellor, nina, case, helpline):
    need = word(helpline, Vocabulary.NEED, "sign language")
    factories.HoldingFactory(case=case, worker=nina.worker)
    counsellor.post(f"/cases/{case.pk}/needs/", {"needs": [need.pk], "version": case.version})
    assert Need.objects.get().what == need
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "sign language")
    colleague = factories.counsellor_in(helpline, name="Vida")
    client.force_login(colleague)
    assertNotContains(client.get(f"/cases/{case.pk}/"), "sign language")
    assertRedirects(client.get(f"/cases/{case.pk}/needs/"), f"/cases/{case.pk}/")
    client.post(f"/cases/{case.pk}/needs/", {"needs": []})
    assert Need.objects.count() == 1
    client.force_login(factories.coordinator_in(helpline, name="Irena"))
    assertContains(client.get(f"/cases/{case.pk}/"), "sign language")
    case.refresh_from_db()
    client.post(f"/cases/{case.pk}/needs/", {"needs": [], "version": case.version})
    assert not Need.objects.exists()


def test_her_texts_are_gone_with_her_key(case, helpline):
    talk = FirstTalk.objects.create(case=case, violence="canary")
    reached = Reached.objects.create(case=case, what=word(helpline, Vocabulary.OUTCOME, "flat"), note="canary")
    case.client.destroy_texts()
    assert "canary" not in FirstTalk.objects.get(pk=talk.pk).violence
    assert "canary" not in Reached.objects.get(pk=reached.pk).note
