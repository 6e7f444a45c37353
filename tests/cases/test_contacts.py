from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Act, TrailEntry
from cases.models import Contact
from tests import factories


@pytest.fixture
def talk(helpline, nina):
    return factories.ContactFactory(
        programme=helpline, worker=nina.worker, note="canary", kinds=["physical", "stalking"], sex="woman"
    )


def changed(contact, **answers):
    """The form as the page shows it, with some answers changed."""
    return {
        "version": contact.version,
        "programme": contact.programme_id,
        "channel": contact.channel,
        "started_at_0": timezone.localtime(contact.started_at).strftime("%d.%m.%Y %H:%M"),
        "minutes": contact.minutes,
        "subject": contact.subject,
        "kinds": contact.kinds,
        "sex": contact.sex,
        "worker": contact.worker_id,
        "note": contact.note,
        **answers,
    }


def test_the_list_shows_the_newest_first_and_no_note(counsellor, talk, helpline):
    factories.ContactFactory(programme=helpline, subject="loneliness", started_at=timezone.now())
    page = counsellor.get("/contacts/")
    assertContains(page, "physical violence, stalking".capitalize())
    assert page.content.index(b"Loneliness") < page.content.index(b"Physical")
    assertNotContains(page, "canary")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 4),
        ({"channel": "chat"}, 1),
        ({"subject": "money"}, 1),
        ({"code": "m4158"}, 1),
        ({"only": "danger"}, 1),
        ({"only": "call_back"}, 1),
        ({"first": "1. 1. 2021", "last": "31.12.2021"}, 1),
    ],
)
def test_contacts_are_found_by_what_is_known_about_them(counsellor, helpline, ana, asked, found):
    factories.ContactFactory(programme=helpline, channel="chat", client=ana)
    factories.ContactFactory(programme=helpline, subject="money", acute_danger="yes")
    factories.ContactFactory(programme=helpline, follow_up="we_call")
    factories.ContactFactory(programme=helpline, started_at=timezone.now().replace(year=2021))
    assert len(counsellor.get("/contacts/", asked).context["page"].object_list) == found


@pytest.mark.parametrize(
    "rubbish",
    [
        "year=0",
        "code=%00",
        "first=2026-02-30",
        "first=1.1.0001&last=x",
        "first=2.2.2022&last=1.1.2022",
        "channel=pigeon",
        "worker=999999999999999999999",
        "programme=%F0%9F%98%80",
        "page=-1",
        "page=99999999999999999999",
        "only=x",
    ],
)
def test_no_address_of_the_list_fails(counsellor, talk, rubbish):
    assert counsellor.get(f"/contacts/?{rubbish}").status_code == 200


@pytest.mark.parametrize("rubbish", ["q=%00", "q=%F0%9F%98%80", "page=x", f"q={'a' * 300}"])
def test_no_search_for_people_fails(counsellor, ana, rubbish):
    assert counsellor.get(f"/people/?{rubbish}").status_code == 200
    words = QueryDict(rubbish)
    for page in ("/people/search/", "/people/known/"):
        said = {"q": words.get("q", ""), "code": words.get("q", "")}
        assert counsellor.post(page, said, follow=True).status_code == 200


def test_a_longer_list_asks_the_database_no_more_often(counsellor, helpline, nina, ana, django_assert_max_num_queries):
    def contact():
        worker = factories.WorkerFactory(organisation=helpline.organisation)
        return factories.ContactFactory(programme=helpline, worker=worker, client=ana)

    for _number in range(30):
        contact()
    with django_assert_max_num_queries(16):
        counsellor.get("/contacts/")


def test_opening_a_contact_stands_in_the_trail(counsellor, talk, nina):
    assertContains(counsellor.get(f"/contacts/{talk.pk}/"), "canary")
    assert TrailEntry.objects.about(talk).filter(act=Act.OPENED, user=nina).exists()


def test_a_contact_of_another_programme_is_not_there(client, talk):
    stranger = factories.counsellor_in(factories.ProgrammeFactory(organisation=talk.programme.organisation))
    client.force_login(stranger)
    for address in ("", "edit/", "tried/", "uncount/"):
        assert client.post(f"/contacts/{talk.pk}/{address}").status_code == 404


def test_two_tabs_never_overwrite_each_other_silently(counsellor, talk):
    page = f"/contacts/{talk.pk}/edit/"
    seen = changed(talk)
    counsellor.post(page, {**seen, "sex": "man"})
    second = counsellor.post(page, {**seen, "note": "my longer text"})
    assertContains(second, "Somebody else has changed this record")
    assertContains(second, "my longer text")
    kept = Contact.objects.select_related("vault").get(pk=talk.pk)
    assert (kept.sex, kept.note) == ("man", "canary")


def test_the_form_of_a_contact_holds_all_its_answers(counsellor, talk, helpline):
    mine = Contact.objects.filter(pk=talk.pk)
    words = {term.vocabulary: term for term in helpline.organisation.terms.all()}
    one = {"age_band": "age_band", "municipality": "municipality", "language": "language"}
    one |= {"relation": "relation", "heard_from": "heard_from"}
    answers = {name: words[vocabulary].pk for name, vocabulary in one.items()}
    answers |= {"children": 3, "given": [words["help_given"].key], "referred_to": [words["referred_to"].key]}
    mine.update(**answers)
    form = counsellor.get(f"/contacts/{talk.pk}/edit/").context["form"]
    assert {name: form[name].value() for name in answers} == answers
    assert form["worker"].value() == talk.worker_id and form["programme"].value() == helpline.pk


def test_what_she_did_not_touch_stays_as_it_was(counsellor, talk):
    before = Contact.objects.filter(pk=talk.pk).values().get()
    counsellor.post(f"/contacts/{talk.pk}/edit/", changed(talk, sex="not_known"))
    after = Contact.objects.filter(pk=talk.pk).values().get()
    same = {"version", "sex", "started_at", "started_hour", "started_on", "started_weekday"}
    assert {key: value for key, value in before.items() if key not in same} == {
        key: value for key, value in after.items() if key not in same
    }
    assert after["sex"] == "not_known" and after["version"] == before["version"] + 1


def test_a_retired_word_stays_with_the_contact_that_has_it(counsellor, talk, helpline):
    word = factories.TermFactory(
        organisation=helpline.organisation,
        vocabulary="age_band",
        key="old",
        label_en="bygone",
        retired_on=timezone.localdate(),
    )
    Contact.objects.filter(pk=talk.pk).update(age_band=word)
    assertContains(counsellor.get(f"/contacts/{talk.pk}/edit/"), "bygone")
    assertNotContains(counsellor.get("/calls/new/"), "bygone")


def test_the_history_shows_a_coordinator_who_changed_what(client, counsellor, talk, helpline, nina):
    answers = changed(talk, note="second text", sex="man", children=0, interpreter="on")
    counsellor.post(f"/contacts/{talk.pk}/edit/", answers)
    assert counsellor.get(f"/contacts/{talk.pk}/history/").status_code == 403
    client.force_login(factories.coordinator_in(helpline))
    page = client.get(f"/contacts/{talk.pk}/history/")
    fields = {name: after for name, _before, after in page.context["changes"][0].fields}
    assert fields == {"Note": "second text", "Sex": "man", "Children affected": "0", "Interpreter": "yes"}
    for words in ("canary", "second text", "woman", "man", "Nina"):
        assertContains(page, words)


def test_a_coordinator_of_another_programme_sees_no_history_where_she_only_counsels(client, talk, helpline):
    both = factories.coordinator_in(factories.ProgrammeFactory(organisation=helpline.organisation))
    both.assignments.create(programme=helpline, role="counsellor")
    client.force_login(both)
    assert client.get(f"/contacts/{talk.pk}/").status_code == 200
    assert client.get(f"/contacts/{talk.pk}/history/").status_code == 404


def test_a_promised_call_back_waits_on_the_desk_with_the_safe_words_until_it_is_done(counsellor, helpline, ana):
    promised = factories.ContactFactory(
        programme=helpline,
        client=ana,
        follow_up="we_call",
        follow_up_at=timezone.now() + timedelta(seconds=1),
        safe_ways=["call"],
        safe_note="041 000 000",
    )
    page = counsellor.get("/desk/")
    assertContains(page, "one call-back")
    text = page.content.decode()
    assert text.index("safe: call") < text.index(f"/contacts/{promised.pk}/number/")
    counsellor.post(f"/contacts/{promised.pk}/tried/", {"result": "reached"})
    assertNotContains(counsellor.get("/desk/"), f"/contacts/{promised.pk}/number/")
    counsellor.post(f"/contacts/{promised.pk}/tried/take-back/")
    assertContains(counsellor.get("/desk/"), f"/contacts/{promised.pk}/number/")


def test_a_call_back_of_tomorrow_does_not_wait_today(counsellor, helpline):
    factories.ContactFactory(programme=helpline, follow_up="we_call", follow_up_at=timezone.now() + timedelta(days=2))
    assertContains(counsellor.get("/desk/"), "no call-back waits")


def test_the_desk_says_who_is_on_duty_and_until_when_this_shift_lasts(counsellor, helpline, nina):
    shift = factories.DutyShiftFactory(programme=helpline, worker=nina.worker)
    page = counsellor.get("/desk/")
    ends = timezone.localtime(shift.ends_at)
    assertContains(page, f"Until {ends.hour}:{ends.minute:02}")
    assertContains(page, "<b>Nina</b>")
