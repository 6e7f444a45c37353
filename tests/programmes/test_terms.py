import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from programmes.models import Term, Vocabulary
from tests import factories

pytestmark = pytest.mark.django_db

NO_ANSWER = 1  # the chip by which an answer is taken back without JavaScript


@pytest.fixture
def programme():
    return factories.ProgrammeFactory()


@pytest.fixture
def administrator(client, programme):
    user = factories.administrator_in(programme)
    client.force_login(user)
    return user


def words(programme, vocabulary):
    return list(Term.objects.offered_in(programme, vocabulary).values_list("label_sl", flat=True))


def add(client, programme, vocabulary, **answers):
    url = reverse("programmes:term_add", args=[programme.pk, vocabulary])
    return client.post(url, {"label_sl": "", "label_en": "", "position": 1, "lower": "", "upper": "", **answers})


def test_the_office_words_its_own_list_without_a_developer(client, administrator, programme):
    add(client, programme, Vocabulary.REFERRER, label_sl="Župnišče Šmarje", label_en="Parish")
    assert words(programme, Vocabulary.REFERRER) == ["Župnišče Šmarje"]
    assert Term.objects.get().key == "zupnisce-smarje"


def test_a_word_is_retired_and_never_deleted_and_its_key_stays(client, administrator, programme):
    term = factories.TermFactory(programme=programme, vocabulary=Vocabulary.REASON, key="old")
    url = reverse("programmes:term_edit", args=[term.pk])
    client.post(url, {"label_sl": "Novo ime", "label_en": "", "position": 2, "retired": "on"})
    term.refresh_from_db()
    assert (term.key, term.label_sl) == ("old", "Novo ime")
    assert term.retired_on is not None
    assert not Term.objects.offered_in(programme, Vocabulary.REASON).current().exists()


def test_the_same_word_twice_is_refused_beside_the_field(client, administrator, programme):
    add(client, programme, Vocabulary.REASON, label_sl="Nasilje")
    page = add(client, programme, Vocabulary.REASON, label_sl="nasilje")
    assert "label_sl" in page.context["form"].errors
    assert len(words(programme, Vocabulary.REASON)) == 1


def test_a_band_runs_upward(client, administrator, programme):
    page = add(client, programme, Vocabulary.AGE_BAND, label_sl="narobe", lower="40", upper="30")
    assert "upper" in page.context["form"].errors
    assertContains(page, "narobe")


def test_a_programme_with_its_own_list_does_not_see_that_of_the_organisation(programme):
    factories.TermFactory(organisation=programme.organisation, vocabulary=Vocabulary.REASON, label_sl="vseh")
    own = factories.TermFactory(programme=programme, vocabulary=Vocabulary.REASON, label_sl="naša")
    other = factories.ProgrammeFactory(organisation=programme.organisation)
    assert words(programme, Vocabulary.REASON) == [own.label_sl]
    assert words(other, Vocabulary.REASON) == ["vseh"]


def test_a_word_moves_up_and_the_list_is_shown_as_a_form_offers_it(client, administrator, programme):
    first, second, third = (
        factories.TermFactory(organisation=programme.organisation, vocabulary=Vocabulary.REASON, position=0)
        for _ in range(3)
    )
    client.post(reverse("programmes:term_up", args=[third.pk]))
    client.post(reverse("programmes:term_up", args=[third.pk]))
    client.post(reverse("programmes:term_up", args=[third.pk]))
    assert words(programme, Vocabulary.REASON) == [third.label_sl, first.label_sl, second.label_sl]
    page = client.get(reverse("programmes:terms", args=[programme.pk, Vocabulary.REASON]))
    assertContains(page, 'type="radio"', count=3 + NO_ANSWER)
    Term.objects.filter(pk=first.pk).update(retired_on="2026-01-01")
    page = client.get(reverse("programmes:terms", args=[programme.pk, Vocabulary.REASON]))
    assertContains(page, 'type="radio"', count=2 + NO_ANSWER)


def test_a_programme_gets_a_list_of_its_own_with_the_same_keys(client, administrator, programme):
    whole = factories.TermFactory(organisation=programme.organisation, vocabulary=Vocabulary.REASON, key="whole")
    factories.TermFactory(organisation=programme.organisation, vocabulary=Vocabulary.REASON, key="part", parent=whole)
    own = reverse("programmes:terms_own", args=[programme.pk, Vocabulary.REASON])
    client.post(own)
    client.post(own)
    copied = Term.objects.filter(programme=programme)
    assert {term.key: term.parent and term.parent.key for term in copied.select_related("parent")} == {
        "whole": None,
        "part": "whole",
    }
    assert all(term.parent.programme == programme for term in copied.select_related("parent__programme") if term.parent)
    assert Term.objects.filter(programme=None).count() == 2


def test_a_word_of_the_organisations_list_stays_with_a_record_when_its_programme_words_its_own(programme):
    shared = factories.TermFactory(organisation=programme.organisation, vocabulary=Vocabulary.REASON, key="k")
    Term.objects.copy_for(programme, Vocabulary.REASON)
    lists = Term.objects.offered_lists(programme, Vocabulary.REASON, keeping=([shared.pk], ()))
    assert shared in lists[Vocabulary.REASON]
    assert shared not in Term.objects.offered_lists(programme, Vocabulary.REASON)[Vocabulary.REASON]
