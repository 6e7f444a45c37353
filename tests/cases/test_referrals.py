from uuid import uuid4

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from cases.models import Contact, Draft, Referral
from programmes.models import Term
from tests import factories


@pytest.fixture
def police(helpline):
    return factories.DirectoryEntryFactory(
        organisation=helpline.organisation,
        name="Policijska postaja Celje",
        term=Term.objects.get(label_sl="policija", vocabulary="referred_to"),
    )


@pytest.fixture
def finish(counsellor, helpline, nina):
    filled_in = {"programme": helpline.pk, "worker": nina.worker.pk, "channel": "call"}

    def finish(pk, **answers):
        return counsellor.post("/calls/new/", {"id": pk, **filled_in, **answers}, follow=True)

    return finish


def test_a_referral_from_the_directory_is_a_row_and_counts_under_its_word(finish, police, counsellor):
    pk = uuid4()
    finish(pk, entries=[police.pk], referred_to=["referred-to-0"])
    referral = Referral.objects.get()
    contact = Contact.objects.get(pk=pk)
    assert (referral.contact, referral.entry) == (contact, police)
    assert contact.started_at <= referral.given_at
    assert contact.referred_to == ["referred-to-0", "referred-to-1"]
    page = counsellor.get(reverse("cases:contact", args=[pk]))
    assertContains(page, "Policijska postaja Celje")
    assert referral.events.count() == 1


def test_an_entry_without_a_word_or_with_a_retired_one_is_a_referral_all_the_same(finish, police, helpline):
    bare = factories.DirectoryEntryFactory(organisation=helpline.organisation)
    Term.objects.filter(pk=police.term_id).update(retired_on="2021-01-01")
    finish(uuid4(), entries=[bare.pk, police.pk])
    assert Referral.objects.count() == 2
    assert Contact.objects.get().referred_to == [police.term.key]


def test_a_referral_is_taken_back_and_others_stay(counsellor, helpline, police, finish):
    pk = uuid4()
    other = factories.DirectoryEntryFactory(organisation=helpline.organisation, name="CSD Celje")
    finish(pk, entries=[police.pk, other.pk])
    kept = Referral.objects.get(entry=other)
    answers = {"programme": helpline.pk, "channel": "call", "minutes": 0, "version": 1, "entries": [other.pk]}
    counsellor.post(reverse("cases:contact_edit", args=[pk]), answers)
    assert Referral.objects.get() == kept


def test_a_retired_entry_stays_with_the_contact_that_has_it_and_is_offered_to_no_other(counsellor, police, finish):
    pk = uuid4()
    finish(pk, entries=[police.pk])
    police.retired_on = "2026-01-01"
    police.save()
    assertContains(counsellor.get(reverse("cases:contact_edit", args=[pk])), str(police.pk))
    assertNotContains(counsellor.get("/calls/new/"), str(police.pk))
    assertNotContains(counsellor.get("/calls/directory/"), str(police.pk))
    page = finish(uuid4(), entries=[police.pk])
    assert Referral.objects.count() == 1 and Draft.objects.count() == 1, "the second call is still a draft"
    assertContains(page, "Select a valid choice")


def test_what_is_not_in_our_directory_is_no_referral(finish):
    foreign = factories.DirectoryEntryFactory()
    for wrong in (foreign.pk, uuid4(), "police"):
        finish(uuid4(), entries=[wrong])
    assert not Referral.objects.exists() and not Contact.objects.exists()


def test_the_panel_shows_those_near_the_caller_first_and_never_asks_about_the_call(counsellor, helpline, police):
    near = factories.DirectoryEntryFactory(
        organisation=helpline.organisation, name="Zdravstveni dom", region=Term.objects.get(label_sl="gorenjska")
    )
    page = counsellor.get("/calls/directory/", {"municipality": near.region_id, "programme": helpline.pk})
    assert [entry.name for entry in page.context["entries"]] == [near.name, police.name]
    assertContains(page, 'data-entry="')
    for wrong in ({"municipality": "x", "programme": "x", "region": "99"}, {"q": "a" * 101}):
        assert counsellor.get("/calls/directory/", wrong).status_code == 200
