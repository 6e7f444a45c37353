"""Has she called before? By what she lets us keep, and by nothing else."""

import base64
import os
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import Client, Clue, ClueKind, Contact
from cases.spelling import national, plain
from tests import factories


@pytest.fixture
def keep(counsellor, ana):
    def keep(text, kind="nickname", **more):
        answers = {"kind": kind, "text": text, "consented_on": "1. 5. 2021", **more}
        return counsellor.post(f"/people/{ana.pk}/clues/new/", answers, follow=True)

    return keep


@pytest.fixture
def ask(counsellor):
    def ask(words):
        return counsellor.post("/people/known/", {"code": words})

    return ask


@pytest.fixture
def finish(counsellor, helpline):
    def finish(**answers):
        pk = uuid4()
        page = counsellor.post("/calls/new/", {"id": pk, "programme": helpline.pk, "channel": "call", **answers})
        return Contact.objects.filter(pk=pk).select_related("client", "vault").first() or page

    return finish


@pytest.mark.parametrize("said", ["Đurđa s Čateža", "djurdja s cateza", " DURDA  S.ČATEŽA ", "Djurđa sčateža"])
def test_a_nickname_is_found_however_it_is_spelt(keep, ask, said):
    keep("Đurđa s Čateža")
    assertContains(ask(said), "M-4158")
    assert ask("Durda iz Celja").context["knowing"].hits == []


@pytest.mark.parametrize("said", ["041 123 456", "+386 41 123-456", "00386 (0)41 123456", "041/123-456", "38641123456"])
def test_a_number_is_found_however_it_is_dialled(keep, ask, said):
    keep("+386 (0)41 123 456", "phone")
    assertContains(ask(said), "M-4158")


def test_numbers_of_other_countries_stay_apart_and_what_is_no_number_is_none():
    assert national("+385 91 123 4567") == national("00385911234567") == "+385911234567"
    assert national("091 123 4567") == "911234567"
    assert national("112") == national("pes Runo 7") == national("+") == ""
    assert plain("...") == ""


def test_a_hit_says_code_last_talk_and_open_case_and_no_story(keep, ask, ana, helpline):
    factories.ContactFactory(client=ana, programme=helpline, note="canary v omari")
    Client.objects.filter(pk=ana.pk).update(sex="woman")
    keep("Mojca")
    page = ask("mojca")
    assertContains(page, "M-4158")
    assertContains(page, "last today")
    assertContains(page, "case since")
    for story in ("canary", "Samo na mobilni", "Mojca"):
        assertNotContains(page, story)


def test_several_hits_are_codes_and_days(keep, ask, helpline):
    keep("Mojca")
    factories.ClueFactory(client=factories.CaseFactory(programme=helpline, client__code="K-0937").client, text="MOJCA")
    assert {hit.code for hit in ask("mojca").context["knowing"].hits} == {"M-4158", "K-0937"}


def test_every_search_is_in_the_trail_and_its_words_are_not(keep, ask, ana, counsellor):
    keep("Mojca")
    ask("mojca")
    ask("nihče")
    counsellor.post("/people/search/", {"q": "mojca"})
    searches = TrailEntry.objects.filter(act=Act.SEARCHED).order_by("id")
    assert [entry.record_id for entry in searches] == [str(ana.pk), "", str(ana.pk)]
    assert not any("mojca" in f"{entry.purpose}{entry.page}".lower() for entry in searches)


def test_whom_she_may_not_see_she_does_not_find(keep, client, helpline):
    keep("Mojca")
    for programme in (factories.ProgrammeFactory(organisation=helpline.organisation), factories.ProgrammeFactory()):
        client.force_login(factories.counsellor_in(programme))
        assert client.post("/people/known/", {"code": "Mojca"}).context["knowing"].hits == []


def test_the_mark_of_a_word_is_another_one_in_another_organisation_and_kind(db):
    one = factories.ClueFactory(text="Mojca")
    marks = {bytes(clue.mark) for clue in [one, factories.ClueFactory(text="Mojca")]}
    marks.add(bytes(factories.ClueFactory(client=one.client, kind=ClueKind.DETAIL, text="Mojca").mark))
    assert len(marks) == 3


def test_a_number_is_kept_as_a_mark_only_unless_she_wants_to_be_called_back(keep, ana, counsellor):
    keep("041 123 456", "phone")
    keep("031 987 654", "phone", call_back="on")
    texts = {clue.text for clue in ana.clues.select_related("vault")}
    assert texts == {"", "031 987 654"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(to_jsonb(clue)::text, '') FROM cases_clue clue")
        stored = cursor.fetchone()[0]
    assert "41123456" not in stored and "31987654" not in stored
    page = counsellor.get(f"/people/{ana.pk}/")
    assertContains(page, "number, kept as a mark only")
    assertContains(page, "031 987 654")


def test_what_she_withdraws_is_gone(keep, ask, ana, counsellor):
    keep("Mojca")
    clue = ana.clues.get()
    assertRedirects(counsellor.post(f"/clues/{clue.pk}/withdraw/"), f"/people/{ana.pk}/")
    assert not Clue.objects.exists() and ask("Mojca").context["knowing"].hits == []
    assert [entry.act for entry in TrailEntry.objects.about(clue).order_by("id")] == [Act.CREATED, Act.ERASED]


def test_destroying_her_texts_leaves_nothing_to_find_her_by(keep, ask, ana):
    keep("Mojca")
    ana.destroy_texts()
    assert not Clue.objects.exists() and ask("Mojca").context["knowing"].hits == []


@pytest.mark.parametrize(
    ("text", "kind", "more", "said"),
    [
        ("!", "nickname", {}, "at least two letters"),
        ("klic", "phone", {}, "whole number"),
        ("Mojca", "nickname", {"consented_on": "1. 5. 2099"}, "still to come"),
        ("Mojca", "nickname", {"consented_on": "1. 1. 1921"}, ""),
        ("Mojca", "nickname", {"consented_on": "30. 2. 2026"}, "Enter a valid date"),
        ("😀" * 300, "nickname", {}, "at most 60"),
    ],
)
def test_what_is_wrong_with_a_clue_is_said_beside_the_field(keep, text, kind, more, said):
    page = keep(text, kind, **more)
    if said:
        assertContains(page, said)
        assertContains(page, text)
    assert Clue.objects.exists() is not bool(said)


def test_the_same_clue_twice_is_told(keep):
    keep("Mojca")
    assertContains(keep("MOJCA"), "This is kept already")


def test_a_call_is_linked_to_whom_she_chose(finish, ana, helpline):
    factories.ClueFactory(client=ana, text="Mojca")
    contact = finish(code="mojca", person=ana.pk)
    assert (contact.client, contact.case) == (ana, ana.cases.get())


def test_words_alone_link_nobody_before_somebody_is_chosen(finish, ana):
    factories.ClueFactory(client=ana, text="Mojca")
    page = finish(code="mojca", note="dolg zapis")
    assertContains(page, "It fits M-4158")
    assertContains(page, "dolg zapis")
    assertContains(page, f'value="{ana.pk}"')
    assert finish(code="mojca", person="nobody").client is None


def test_a_new_code_is_made_while_she_talks_and_her_words_are_kept_if_she_agrees(finish, ask, helpline):
    contact = finish(code="Mojca s trga", person="new", keep="on", sex="woman")
    assert contact.client.sex == "woman" and contact.case.client == contact.client
    assert [hit.code for hit in ask("mojca s trga").context["knowing"].hits] == [contact.client.code]
    number = finish(code="041 555 666", person="new", keep="on").client.clues.select_related("vault").get()
    assert (number.kind, number.text, number.consented_on) == (ClueKind.PHONE, "", timezone.localdate())
    assert not finish(code="Neža", person="new").client.clues.exists()


def test_somebody_who_is_not_hers_to_see_cannot_be_chosen(finish):
    page = finish(person=factories.CaseFactory().client.pk, code="x")
    assertContains(page, "Nobody has this code")
    assertContains(finish(person="rubbish", code="x"), "Nobody has this code")


def test_the_top_bar_finds_by_clues_and_shows_the_words_in_no_address(counsellor, ana, keep):
    keep("Mojca")
    assertRedirects(counsellor.post("/people/search/", {"q": "mojca"}), f"/people/{ana.pk}/")
    assertContains(counsellor.post("/people/search/", {"q": "nihče tak"}), "Nobody you may see")
    assertRedirects(counsellor.get("/people/search/", {"q": "mojca"}), "/people/")


def test_keys_of_the_index_are_changed_without_losing_anybody(settings, ask, ana, capsys):
    factories.ClueFactory(client=ana, text="Mojca")
    number = Clue(client=ana, kind=ClueKind.PHONE)
    number.remember("041 123 456")
    number.save()
    old = settings.BLIND_INDEX_KEYS
    settings.BLIND_INDEX_KEYS = [base64.urlsafe_b64encode(os.urandom(32)).decode(), *old]
    assert ask("mojca").context["knowing"].hits == ask("041123456").context["knowing"].hits == [ana]
    call_command("rotate_blind_index")
    assert "1 clue marked anew" in capsys.readouterr().out
    settings.BLIND_INDEX_KEYS = settings.BLIND_INDEX_KEYS[:1]
    assert ask("mojca").context["knowing"].hits == [ana]
    assert ask("041123456").context["knowing"].hits == []
