"""Whose talk it was, said afterwards: its texts go where the talk goes."""

import pytest
from pytest_django.asserts import assertContains
from zeal import zeal_ignore

from accounts.models import Act, TrailEntry, Vault
from cases.models import Case, Contact
from tests import factories

SECRET = "Kličem iz omare pod stopnicami."


@pytest.fixture
def talk(helpline):
    return factories.ContactFactory(programme=helpline, note=SECRET, safe_note="041 000 000")


@pytest.fixture
def eva(helpline):
    return factories.CaseFactory(programme=helpline, client__code="K-0937").client


@pytest.fixture
def link(counsellor):
    def link(talk, **answers):
        page = counsellor.post(f"/contacts/{talk.pk}/person/", answers)
        if page.status_code == 200:
            return page
        with zeal_ignore():  # one after the other
            return Contact.objects.select_related("client", "case", "vault").get(pk=talk.pk)

    return link


def texts_of(talk):
    """Whatever can be read of it: in its row and in its history."""
    with zeal_ignore():  # asked again and again
        row = Contact.objects.select_related("vault").get(pk=talk.pk)
        history = list(row.events.select_related("vault"))
    return [text for record in [row, *history] for text in (record.note, record.safe_note) if text]


def readable(talk):
    return [text for text in texts_of(talk) if "unreadable" not in text]


def test_a_talk_is_linked_to_a_person_and_her_open_case(link, talk, ana):
    linked = link(talk, code="m4158")
    assert (linked.client, linked.case) == (ana, ana.cases.get())
    assert linked.note == SECRET
    assert TrailEntry.objects.about(talk).filter(act=Act.CHANGED).count() == 1


def test_of_several_cases_the_one_she_means_is_chosen(link, talk, ana, helpline):
    old = factories.CaseFactory(programme=helpline, client=ana, opened_on="2020-01-01", closed_on="2020-12-31")
    link(talk, code="M-4158")
    assert link(talk, code="M-4158", case=old.pk).case == old
    assert link(talk, code="M-4158", case="").case is None


def test_a_talk_is_unlinked_and_can_still_be_read(link, talk, ana):
    link(talk, code="M-4158")
    unlinked = link(talk, code="")
    assert (unlinked.client, unlinked.case, unlinked.note) == (None, None, SECRET)
    ana.destroy_texts()
    assert SECRET in readable(talk)


def test_a_talk_gets_a_new_code(link, talk, helpline):
    linked = link(talk, code="Neža", person="new", keep="on")
    assert linked.case == Case.objects.get(client=linked.client, programme=helpline)
    assert linked.client.clues.select_related("vault").get().text == "Neža"


def test_whoever_it_belongs_to_destroys_all_that_was_ever_written_of_it(link, talk, ana, eva):
    """Anonymous first, then linked to the wrong person, then to the right one."""
    link(talk, code="M-4158")
    right = link(talk, code="K-0937")
    assert right.client == eva and SECRET in readable(talk)
    ana.destroy_texts()
    assert SECRET in readable(talk), "it is not hers any more"
    eva.destroy_texts()
    assert readable(talk) == [] and texts_of(talk)


def test_a_talk_that_was_sealed_under_a_persons_key_takes_its_texts_along(link, ana, eva, helpline):
    talk = factories.ContactFactory(programme=helpline, client=ana, vault=ana.vault, note=SECRET)
    moved = link(talk, code="K-0937")
    assert moved.vault_id not in (ana.vault_id, eva.vault_id) and moved.note == SECRET
    eva.destroy_texts()
    assert not Vault.objects.get(pk=ana.vault_id).is_destroyed
    assert "unreadable" in Contact.objects.select_related("vault").get(pk=talk.pk).note


def test_a_clue_alone_links_nobody(link, talk, ana):
    factories.ClueFactory(client=ana, text="Mojca")
    assertContains(link(talk, code="mojca"), "It fits M-4158")
    assert link(talk, code="mojca", person=ana.pk).client == ana


def test_two_tabs_do_not_link_over_each_other(counsellor, link, talk, ana, eva):
    seen = Contact.objects.get(pk=talk.pk).version
    link(talk, code="M-4158")
    page = counsellor.post(f"/contacts/{talk.pk}/person/", {"version": seen, "code": "K-0937"})
    assertContains(page, "Somebody else has changed this record")
    assert Contact.objects.get(pk=talk.pk).client == ana


def test_the_page_says_whose_it_is(counsellor, talk, link, ana):
    assertContains(counsellor.get(f"/contacts/{talk.pk}/"), "Whose talk was it?")
    link(talk, code="M-4158")
    assertContains(counsellor.get(f"/contacts/{talk.pk}/person/"), "This talk is linked to")
