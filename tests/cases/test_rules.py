from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from cases.models import Contact, Draft, FieldRule
from cases.vocabulary import Asked, Question
from programmes.models import Term
from tests import factories


@pytest.fixture
def office(client, helpline):
    user = factories.coordinator_in(helpline)
    client.force_login(user)
    return client


@pytest.fixture
def rule(helpline):
    def rule(question, asked=Asked.OPTIONAL, **words):
        return FieldRule.objects.create(programme=helpline, question=question, asked=asked, **words)

    return rule


@pytest.fixture
def finish(counsellor, helpline, nina):
    def finish(pk=None, **answers):
        filled_in = {"id": pk or uuid4(), "programme": helpline.pk, "worker": nina.worker.pk, "channel": "call"}
        return counsellor.post("/calls/new/", {**filled_in, **answers}, follow=True)

    return finish


def as_it_is(**changes):
    return {**{f"asked_{question}": "optional" for question in Question}, **changes}


def test_the_office_says_what_a_call_asks_and_sees_it_before_it_is_saved(office, helpline):
    url = reverse("cases:form_rules", args=[helpline.pk])
    wanted = as_it_is(asked_sex="hidden", asked_caller="required", sl_caller="Kdo je to?", en_caller="Who is it?")
    preview = reverse("cases:form_preview", args=[helpline.pk])
    page = office.post(preview, wanted, headers={"HX-Request": "true"})
    assertContains(page, "Who is it? *")
    assertNotContains(page, 'name="sex"')
    assertNotContains(page, "<html")
    assertContains(office.post(preview, wanted), "<html")
    assert not FieldRule.objects.exists()
    office.post(url, wanted)
    assert set(FieldRule.objects.values_list("question", "asked")) == {("sex", "hidden"), ("caller", "required")}
    assertContains(office.get(url), "<em>1</em> required, <em>1</em> hidden")
    office.post(url, as_it_is())
    assert not FieldRule.objects.exclude(asked="optional").exists()


def test_a_tick_is_never_required_and_channel_and_time_are_not_on_the_list(office, helpline, rule):
    url = reverse("cases:form_rules", args=[helpline.pk])
    page = office.post(url, as_it_is(asked_interpreter="required", asked_channel="hidden", en_sex="a" * 61))
    assertContains(page, "Select a valid choice")
    assertContains(page, "at most 60 characters")
    assert not FieldRule.objects.exists() and not {"channel", "started_at", "note", "code"} & set(Question)
    with pytest.raises(IntegrityError), transaction.atomic():
        rule("interpreter", Asked.REQUIRED)


def test_whoever_saves_the_questions_second_is_told(office, helpline):
    url = reverse("cases:form_rules", args=[helpline.pk])
    office.post(url, as_it_is(seen="0/0", asked_sex="hidden"))
    page = office.post(url, as_it_is(seen="0/0", asked_caller="hidden"))
    assertContains(page, "Somebody else has changed this form meanwhile.")
    assert FieldRule.objects.get().question == "sex"


def test_what_is_required_is_told_at_the_end_and_never_while_she_talks(counsellor, helpline, finish, rule):
    rule("caller", Asked.REQUIRED)
    rule("acute_danger", Asked.REQUIRED)
    rule("children", Asked.REQUIRED)
    pk = uuid4()
    saved = {"id": pk, "save": 1, "ago": 0, "programme": helpline.pk, "channel": "call", "note": "Trka"}
    assert counsellor.post("/calls/save/", saved).json()["state"] == "saved"
    page = finish(pk, note="Trka na vrata")
    assertContains(page, "This programme asks for an answer; “not known” is one too.", count=3)
    assertContains(page, "Trka na vrata")
    assert Draft.objects.filter(pk=pk).exists() and not Contact.objects.exists()
    finish(pk, caller="victim", acute_danger="not_known", children=0)
    assert Contact.objects.get(pk=pk).children == 0


def test_not_known_satisfies_every_required_question(counsellor, finish, helpline):
    asked = [question for question in Question if question != Question.INTERPRETER]
    for question in asked:
        FieldRule.objects.create(programme=helpline, question=question, asked=Asked.REQUIRED)
    page = counsellor.get("/calls/new/")
    own = {"sex": "not_known", "acute_danger": "not_known", "suicidal": "not_known"}
    offered = [question for question in asked if question not in own]
    for question in offered:
        assertContains(page, f'name="not_told" value="{question}"')
    pk = uuid4()
    finish(pk, not_told=offered, **own)
    contact = Contact.objects.get(pk=pk)
    assert set(contact.not_told) == set(offered)
    page = counsellor.get(reverse("cases:contact", args=[pk]))
    assertContains(page, "not known or not told", count=len(offered))


def test_a_word_of_the_programme_that_says_not_known_is_enough(counsellor, finish, rule, helpline):
    own = factories.TermFactory(
        organisation=helpline.organisation, vocabulary="municipality", key="not_known", label_en="ni znano"
    )
    rule("municipality", Asked.REQUIRED)
    assertNotContains(counsellor.get("/calls/new/"), 'name="not_told"')
    finish(municipality=own.pk)
    assert Contact.objects.get().municipality == own


def test_what_is_asked_of_violence_alone_is_not_required_of_loneliness(finish, rule):
    rule("kinds", Asked.REQUIRED)
    finish(subject="loneliness")
    assert Contact.objects.get().kinds == []
    page = finish(subject="violence")
    assertContains(page, "asks for an answer")


def test_what_is_hidden_is_not_asked_and_what_a_record_holds_stays(counsellor, helpline, rule):
    word = Term.objects.get(label_sl="splet")
    contact = factories.ContactFactory(
        programme=helpline, subject="violence", kinds=["physical"], acute_danger="yes", danger_done=["bed_sought"],
        heard_from=word, follow_up="we_call", referred_to=["referred-to-1"], sex="woman",
    )  # fmt: skip
    factories.ReferralFactory(contact=contact)
    for question in Question:
        rule(question, Asked.HIDDEN)
    url = reverse("cases:contact_edit", args=[contact.pk])
    page = counsellor.get(url)
    asked = [question for question in Question if question != Question.LANGUAGE]  # the shell asks for a language too
    for name in [*asked, "entries", "danger_done", "follow_up_at_0", "safe_note"]:
        assertNotContains(page, f'name="{name}"')
    counsellor.post(url, {"programme": helpline.pk, "channel": "call", "minutes": 9, "version": 1, "note": "Novo."})
    before, contact = contact, Contact.objects.select_related("vault").get()
    assert (contact.minutes, contact.note) == (9, "Novo.")
    for name in Question:
        assert getattr(contact, name) == getattr(before, name), name
    assert contact.danger_done == ["bed_sought"] and contact.referrals.count() == 1
    page = counsellor.get(reverse("cases:contact", args=[contact.pk]))
    assertContains(page, "splet")
    assertContains(page, "policija")
    assert counsellor.get("/calls/new/").status_code == 200


def test_an_older_contact_is_asked_only_for_what_it_had(counsellor, helpline, rule):
    rule("caller", Asked.REQUIRED)
    contact = factories.ContactFactory(programme=helpline, caller="")
    url = reverse("cases:contact_edit", args=[contact.pk])
    answers = {"programme": helpline.pk, "channel": "call", "minutes": 9, "version": 1}
    counsellor.post(url, answers)
    assert Contact.objects.get().minutes == 9
    counsellor.post(url, {**answers, "version": 2, "caller": "victim"})
    assertContains(counsellor.post(url, {**answers, "version": 3}), "asks for an answer")
    assert Contact.objects.get().caller == "victim"


def test_a_question_has_the_programmes_own_words_on_every_page(counsellor, helpline, rule):
    rule("caller", label_sl="Kdo je na liniji?", label_en="Who is on the line?")
    contact = factories.ContactFactory(programme=helpline, caller="victim")
    for url in ("/calls/new/", reverse("cases:contact", args=[contact.pk])):
        assertContains(counsellor.get(url), "Who is on the line?")


def test_another_programme_asks_as_before(counsellor, helpline, nina, rule):
    rule("sex", Asked.HIDDEN)
    other = factories.ProgrammeFactory(organisation=helpline.organisation)
    nina.assignments.create(programme=other, role="counsellor")
    assertContains(counsellor.get(f"/calls/new/?programme={other.pk}"), 'name="sex"')
    assertNotContains(counsellor.get(f"/calls/new/?programme={helpline.pk}"), 'name="sex"')
