from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry, Vault
from cases.models import Case, Contact, Draft, PageSecret
from cases.vocabulary import Channel, Subject
from programmes.models import Term
from tests import factories

NEW, SAVE = "/calls/new/", "/calls/save/"


@pytest.fixture
def save(counsellor, helpline):
    def save(pk, number=1, ago=0, **answers):
        said = {"id": pk, "save": number, "ago": ago, "programme": helpline.pk, "channel": "call", **answers}
        return counsellor.post(SAVE, said).json()

    return save


@pytest.fixture
def finish(counsellor, helpline, nina):
    filled_in = {"programme": helpline.pk, "worker": nina.worker.pk, "channel": "call"}

    def finish(pk, **answers):
        return counsellor.post(NEW, {"id": pk, **filled_in, **answers}, follow=True)

    return finish


def test_a_call_needs_nothing_but_its_channel_and_time(finish, nina):
    pk = uuid4()
    page = finish(pk)
    contact = Contact.objects.get(pk=pk)
    assertRedirects(page, reverse("cases:desk"))
    assert (contact.channel, contact.minutes, contact.subject, contact.acute_danger) == (Channel.CALL, 0, "", "")
    assert timezone.now() - contact.started_at < timedelta(minutes=2)
    assert (contact.worker, contact.entered_by) == (nina.worker, nina)
    assert TrailEntry.objects.about(contact).get().act == Act.CREATED


def test_everything_she_answers_is_in_the_record(finish, helpline):
    def term(label):
        return Term.objects.filter(label_sl=label).first()

    pk = uuid4()
    finish(
        pk,
        started_at_0="1. 5. 2021 9:35",
        minutes=31,
        caller="victim",
        sex="woman",
        age_band=term("30–44").pk,
        municipality=term("savinjska").pk,
        language=term("bosanščina").pk,
        interpreter="on",
        subject="violence",
        kinds=["physical", "stalking"],
        setting="partner",
        relation=term("mož").pk,
        children=2,
        acute_danger="yes",
        danger_done=["police_called"],
        suicidal="no",
        given=["help-given-0", "help-given-2"],
        referred_to=["referred-to-1", ""],
        heard_from=term("splet").pk,
        note="Trka na vrata.",
        follow_up="we_call",
        follow_up_at_0="1. 5. 2099 9:00",
        safe_ways=["call"],
        safe_note="041 000 000, samo dopoldne",
    )
    contact = Contact.objects.get(pk=pk)
    assert (contact.minutes, contact.caller, contact.sex, contact.children) == (31, "victim", "woman", 2)
    assert (str(contact.age_band), str(contact.municipality), str(contact.language)) == (
        "30–44",
        "savinjska",
        "bosanščina",
    )
    assert contact.interpreter and contact.kinds == ["physical", "stalking"] and contact.setting == "partner"
    assert (str(contact.relation), str(contact.heard_from)) == ("mož", "splet")
    assert (contact.acute_danger, contact.danger_done, contact.suicidal) == ("yes", ["police_called"], "no")
    assert (contact.given, contact.referred_to) == (["help-given-0", "help-given-2"], ["referred-to-1"])
    assert (contact.note, contact.safe_ways, contact.safe_note) == (
        "Trka na vrata.",
        ["call"],
        "041 000 000, samo dopoldne",
    )
    assert timezone.localtime(contact.started_at).strftime("%d.%m.%Y %H:%M") == "01.05.2021 09:35"
    assert contact.follow_up_at.year == 2099


def test_the_timer_runs_on_the_servers_clock_from_the_first_key(save, finish):
    pk = uuid4()
    answer = save(pk, ago=14 * 60_000 + 5000, note="Trka")
    assert answer["state"] == "saved"
    draft = Draft.objects.get()
    assert draft.minutes == 14 and draft.answers.startswith("programme=")
    finish(pk, note="Trka na vrata")
    contact = Contact.objects.get(pk=pk)
    assert contact.minutes in (14, 15) and contact.note == "Trka na vrata"
    assert not Draft.objects.exists() and Vault.objects.filter(pk=draft.vault_id).count() == 0


def test_an_older_save_that_arrives_late_never_overwrites_a_newer_one(save):
    pk = uuid4()
    save(pk, 3, note="new")
    assert save(pk, 2, note="old")["state"] == "newer"
    assert save(pk, 3, note="another window")["state"] == "newer"
    assert save(pk, 3, note="new")["state"] == "saved"  # the answer was lost on its way, the page asks again
    assert "note=new" in Draft.objects.get().answers


def test_a_save_after_the_end_brings_no_draft_back(save, finish):
    pk = uuid4()
    finish(pk)
    assert save(pk, 9, note="late")["state"] == "finished"
    assert not Draft.objects.exists()


def test_a_repeated_submit_finds_its_record(finish):
    pk = uuid4()
    finish(pk, note="once")
    assertRedirects(finish(pk, note="once"), reverse("cases:desk"))
    assert Contact.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_ten_submits_at_the_same_moment_are_one_contact(client, nina, helpline):
    client.force_login(nina)
    pk = uuid4()

    def submit(_number):
        browser = Client()
        browser.cookies = client.cookies
        try:
            return browser.post(NEW, {"id": pk, "programme": helpline.pk, "channel": "call"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as browsers:
        assert set(browsers.map(submit, range(10))) == {302}
    assert Contact.objects.count() == 1


def test_a_draft_goes_on_where_it_was_left_even_with_unfinished_answers(save, counsellor):
    pk = uuid4()
    save(pk, note="Sredi stavka", follow_up="we_call", follow_up_at_0="jutri ob de", kinds=["physical"], code="M-41")
    page = counsellor.get(f"/calls/{pk}/")
    for typed in ["Sredi stavka", "jutri ob de", "M-41"]:
        assertContains(page, typed)
    assertContains(page, 'value="physical" class=', 0)
    assert b'value="physical" id="id_kinds_0" checked' in page.content
    assertContains(page, 'name="save" value="1"')


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(finish, counsellor):
    pk = uuid4()
    page = finish(pk, note="Dolg zapis", follow_up="we_call", follow_up_at_0="1. 1. 2026 9:00", code="X-1")
    assertContains(page, "That is over already")
    assertContains(page, "Nobody has this code")
    assertContains(page, "Dolg zapis")
    assert not Contact.objects.exists()
    assertContains(counsellor.get(f"/calls/{pk}/"), "Dolg zapis")
    assert Draft.objects.get().ended_at  # the talk is over: the timer stands


@pytest.mark.parametrize(
    "wrong",
    [
        {"started_at_0": "1. 1. 2099 9:00"},
        {"started_at_0": "30. 2. 2026 9:00"},
        {"started_at_0": "1. 1. 0001 9:00"},
        {"started_at_0": "3. 3. 2021 9:00"},  # entered later, without its length
        {"minutes": "-1"},
        {"minutes": "2000"},
        {"minutes": "x"},
        {"children": "many"},
        {"channel": "telegram"},
        {"kinds": ["physical", "robbery"]},
        {"age_band": "999999999999999999999"},
        {"note": "a\x00b"},
        {"note": "a" * 100_001},
        {"code": "😀" * 300},
    ],
)
def test_a_wrong_answer_is_a_sentence_and_no_error(finish, wrong):
    page = finish(uuid4(), **wrong)
    assert page.status_code == 200 and page.context["form"].errors.keys() & {
        name.removesuffix("_0") for name in {*wrong, "minutes"}
    }
    assert not Contact.objects.exists()


def test_the_hour_that_came_twice_is_asked_for_and_kept(finish):
    pk = uuid4()
    page = finish(pk, started_at_0="25. 10. 2025 2:30", minutes=5)
    assert not page.context.get("form")
    pk = uuid4()
    page = finish(pk, started_at_0="26. 10. 2025 2:30", minutes=5)
    assertContains(page, 'name="started_at_1"')
    finish(pk, started_at_0="26. 10. 2025 2:30", started_at_1="second", minutes=5)
    assert Contact.objects.get(pk=pk).started_at.strftime("%H:%M") == "01:30"


def test_a_call_about_loneliness_keeps_no_kinds_of_violence(finish):
    pk = uuid4()
    finish(pk, subject="loneliness", kinds=["physical"], setting="partner")
    contact = Contact.objects.get(pk=pk)
    assert (contact.kinds, contact.setting) == ([], "")


def test_opening_a_case_gives_her_a_code(finish, helpline):
    pk = uuid4()
    page = finish(pk, follow_up="open_case", sex="woman")
    contact = Contact.objects.get(pk=pk)
    assert Case.objects.get(client=contact.client, programme=helpline).closed_on is None
    assertContains(page, contact.client.code)


def test_she_has_called_before_the_contact_is_hers(finish, ana):
    pk = uuid4()
    finish(pk, code="m 4158")
    contact = Contact.objects.get(pk=pk)
    assert contact.client == ana and contact.case == ana.cases.get()


def test_has_she_called_before_answers_with_her_code_and_no_story(counsellor, ana, helpline):
    factories.ContactFactory(client=ana, programme=helpline, note="canary")
    page = counsellor.post("/people/known/", {"code": "m4158"})
    assertContains(page, "M-4158")
    assertNotContains(page, "canary")
    assertContains(counsellor.post("/people/known/", {"code": "M-1"}), "nobody has this code")
    assert TrailEntry.objects.filter(act=Act.SEARCHED).count() == 2


def test_a_contact_can_be_entered_for_a_colleague_and_both_names_are_kept(finish, helpline, nina):
    vida = factories.counsellor_in(helpline, name="Vida").worker
    pk = uuid4()
    finish(pk, worker=vida.pk)
    contact = Contact.objects.get(pk=pk)
    assert (contact.worker, contact.entered_by) == (vida, nina)


def test_two_calls_at_once_are_two_pills_on_every_page(save, counsellor):
    first, second = uuid4(), uuid4()
    save(first, channel="chat")
    save(second)
    page = counsellor.get("/contacts/")
    assertContains(page, f'href="/calls/{first}/"')
    assertContains(page, f'href="/calls/{second}/"')


def test_nobody_else_sees_or_overwrites_her_draft(save, client, helpline):
    pk = uuid4()
    save(pk, note="mine")
    client.force_login(factories.counsellor_in(helpline))
    assert client.get(f"/calls/{pk}/").status_code == 404
    assert client.post(SAVE, {"id": pk, "save": 9, "note": "x"}).status_code == 404
    assert client.post(NEW, {"id": pk, "channel": "call"}).status_code == 404
    assert client.post(f"/calls/{pk}/discard/").status_code == 404
    assert "note=mine" in Draft.objects.get().answers


def test_a_draft_is_discarded_only_after_a_question(save, counsellor):
    pk = uuid4()
    save(pk, note="x")
    assertContains(counsellor.get(f"/calls/{pk}/discard/"), "cannot be brought back")
    assert Draft.objects.exists()
    counsellor.post(f"/calls/{pk}/discard/")
    assert not Draft.objects.exists() and not Contact.objects.exists()


def test_another_programme_asks_with_its_own_words(client, helpline):
    other = factories.ProgrammeFactory(organisation=helpline.organisation, name="Svetovalnica", position=9)
    factories.TermFactory(programme=other, vocabulary="help_given", label_sl="dolg pogovor", label_en="dolg pogovor")
    client.force_login(factories.counsellor_in(helpline, other))
    assertNotContains(client.get(NEW), "dolg pogovor")
    page = client.get(NEW, {"programme": other.pk})
    assertContains(page, "dolg pogovor")
    assertNotContains(page, "zagovorništvo")


def test_what_one_key_counted_the_next_takes_back(counsellor):
    page = counsellor.post("/contacts/count/", {"subject": "silent"}, follow=True)
    contact = Contact.objects.get()
    assert contact.subject == Subject.SILENT and not Contact.objects.talks().exists()
    assertContains(page, f"/contacts/{contact.pk}/uncount/")
    counsellor.post(f"/contacts/{contact.pk}/uncount/")
    assert not Contact.objects.exists()


def test_only_what_was_just_counted_is_taken_back(counsellor, helpline, nina):
    talk = factories.ContactFactory(programme=helpline, entered_by=nina)
    older = factories.ContactFactory(programme=helpline, entered_by=nina, subject="silent")
    for contact in (talk, older):
        counsellor.post(f"/contacts/{contact.pk}/uncount/")
    assert Contact.objects.count() == 2


def test_signing_out_renews_the_secret_of_her_pages(counsellor, nina):
    before = counsellor.get("/calls/key/").json()["secret"]
    assert counsellor.get("/calls/key/").json()["secret"] == before
    counsellor.post(reverse("account_logout"))
    assert not PageSecret.objects.filter(secret=before).exists()


def test_a_session_that_ended_by_itself_keeps_the_secret(counsellor, nina, settings):
    before = counsellor.get("/calls/key/").json()["secret"]
    settings.SESSION_IDLE_SECONDS = -1
    counsellor.get("/desk/")
    assert "_auth_user_id" not in counsellor.session
    assert PageSecret.objects.get(user=nina).secret == before


def test_case_pages_tell_the_browser_to_remember_nothing(counsellor):
    page = counsellor.get(NEW)
    assertContains(page, '<form class="talk" method="post" autocomplete="off"')
    assert page["Cache-Control"] == "no-store"
