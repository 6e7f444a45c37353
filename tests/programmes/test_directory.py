import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Act, TrailEntry
from programmes.finding import fits, fold
from programmes.models import DirectoryEntry, InstitutionKind, Term, Vocabulary
from programmes.models.directory import CHECKED_AGAIN_AFTER
from tests import factories

pytestmark = pytest.mark.django_db
DIRECTORY = "/programme/directory/"
NEW = f"{DIRECTORY}new/"


@pytest.fixture
def helpline(client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    helpline = factories.ProgrammeFactory()
    words = {
        Vocabulary.MUNICIPALITY: "Gorenjska",
        Vocabulary.REFERRED_TO: "policija",
        Vocabulary.LANGUAGE: "albanščina",
    }
    for vocabulary, label in words.items():
        factories.TermFactory(
            organisation=helpline.organisation, vocabulary=vocabulary, key=fold(label), label_sl=label, label_en=""
        )
    return helpline


@pytest.fixture
def office(client, helpline):
    user = factories.coordinator_in(helpline, name="Breda")
    client.force_login(user)
    return user


@pytest.fixture
def counsellor(client, helpline):
    user = factories.counsellor_in(helpline)
    client.force_login(user)
    return user


def entry_in(helpline, **fields):
    return factories.DirectoryEntryFactory(organisation=helpline.organisation, **fields)


def answers(helpline, **more):
    words = {word.vocabulary: word for word in Term.objects.filter(organisation=helpline.organisation)}
    return {
        "name": "Policijska postaja Škofja Loka",
        "kind": "police",
        "term": words["referred_to"].pk,
        "region": words["municipality"].pk,
        "phone": "04 000 00 01, 113",
        "web": "policija.primer.example",
        "always_open": "on",
        "languages": ["albanscina"],
        "checked": "on",
        **more,
    }


def test_the_office_lists_a_place_and_says_that_it_has_checked_it(client, office, helpline):
    client.post(NEW, answers(helpline))
    entry = DirectoryEntry.objects.get()
    assert (entry.key, entry.kind, entry.phones) == (
        "policijska-postaja-skofja-loka",
        InstitutionKind.POLICE,
        ["04 000 00 01", "113"],
    )
    assert entry.web == "https://policija.primer.example" and entry.languages == ["albanscina"]
    assert (entry.checked_on, entry.checked_by) == (timezone.localdate(), office.worker)
    assert TrailEntry.objects.about(entry).get().act == Act.CREATED
    page = client.get(reverse("programmes:entry", args=[entry.pk]))
    for words in ("24 hours", "albanščina", "Breda", "Gorenjska"):
        assertContains(page, words)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": "shelter", "address": "Skrita 1"}, "it is a protected location"),
        ({"phone": "", "web": ""}, "how are they reached?"),
        ({"name": "!!!"}, "Write at least one letter or digit."),
        ({"name": "😀" * 300}, "at most 160 characters"),
        ({"web": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"note": "a" * 501}, "at most 500 characters"),
    ],
)
def test_a_wrong_answer_is_told_beside_it_and_what_was_typed_stays(client, office, helpline, wrong, sentence):
    page = client.post(NEW, answers(helpline, hours="od jutra do mraka", **wrong))
    assertContains(page, sentence)
    assertContains(page, "od jutra do mraka")
    assert not DirectoryEntry.objects.exists()


def test_two_places_do_not_have_one_name(client, office, helpline):
    client.post(NEW, answers(helpline))
    assertContains(client.post(NEW, answers(helpline)), "This name stands in the directory already.")
    assert DirectoryEntry.objects.count() == 1


def test_a_shelters_address_stands_nowhere_whatever_was_meant(helpline):
    with pytest.raises(IntegrityError), transaction.atomic():
        entry_in(helpline, kind=InstitutionKind.SHELTER, address="Skrita 1")
    assert str(entry_in(helpline, kind=InstitutionKind.SHELTER).where)


def test_whoever_saves_second_is_told(client, office, helpline):
    entry = entry_in(helpline)
    url = reverse("programmes:entry_edit", args=[entry.pk])
    first, second = answers(helpline, version=1), answers(helpline, version=1, name="Druga")
    client.post(url, first)
    assertContains(client.post(url, second), "Somebody else has changed this record meanwhile.")
    assert DirectoryEntry.objects.get().name == first["name"]


def test_a_retired_place_is_offered_no_longer_and_stays(client, office, helpline):
    entry = entry_in(helpline)
    url = reverse("programmes:entry_edit", args=[entry.pk])
    client.post(url, answers(helpline, version=1, retired="on"))
    assert DirectoryEntry.objects.get().retired_on == timezone.localdate()
    assert found(client) == []
    assert found(client, show="retired") == ["Policijska postaja Škofja Loka"]
    client.post(url, answers(helpline, version=2))
    assert found(client) == ["Policijska postaja Škofja Loka"]


def test_what_nobody_has_checked_for_half_a_year_is_a_list_of_its_own(client, counsellor, helpline):
    today = timezone.localdate()
    entry_in(helpline, name="Sveža", checked_on=today - CHECKED_AGAIN_AFTER)
    stale = entry_in(helpline, name="Stara", checked_on=today - CHECKED_AGAIN_AFTER - timedelta(1))
    entry_in(helpline, name="Nikoli", checked_on=None)
    entry_in(helpline, name="Opuščena", checked_on=None, retired_on=today)
    page = client.get(f"{DIRECTORY}?show=unchecked")
    assertContains(page, "<em>2</em> to be checked again")
    for name, shown in {"Sveža": False, "Stara": True, "Nikoli": True, "Opuščena": False}.items():
        (assertContains if shown else assertNotContains)(page, f">{name}</a>")
    client.post(reverse("programmes:entry_check", args=[stale.pk]))
    stale.refresh_from_db()
    assert (stale.checked_on, stale.checked_by) == (today, counsellor.worker)
    assertNotContains(client.get(f"{DIRECTORY}?show=unchecked"), ">Stara</a>")


def test_a_counsellor_reads_the_directory_and_does_not_change_it(client, counsellor, helpline):
    entry = entry_in(helpline)
    page = client.get(reverse("programmes:entry", args=[entry.pk]))
    assertNotContains(page, reverse("programmes:entry_edit", args=[entry.pk]))
    assert client.get(reverse("programmes:entry_edit", args=[entry.pk])).status_code == 403


def found(client, **wanted):
    page = client.get(DIRECTORY, wanted, headers={"HX-Request": "true"})
    assertNotContains(page, "<html")
    return re.findall("<h2><a[^>]*>([^<]*)</a>", page.content.decode())


def test_it_is_searched_as_one_types_without_diacritics_by_kind_and_region(client, counsellor, helpline):
    north = helpline.organisation.terms.get(vocabulary=Vocabulary.MUNICIPALITY)
    entry_in(helpline, name="Policijska postaja Škofja Loka", region=north, phone="04 000 00 17")
    entry_in(helpline, name="Zdravstveni dom Loka", kind="health", languages=["albanscina"])
    far = factories.TermFactory(organisation=helpline.organisation, vocabulary=Vocabulary.MUNICIPALITY)
    entry_in(helpline, name="CSD Daleč", kind="social_work", region=far)
    assert found(client, q="skof pol") == ["Policijska postaja Škofja Loka"]
    assert found(client, q="0400000") == ["Policijska postaja Škofja Loka"]
    assert found(client, q="ALBANŠ") == ["Zdravstveni dom Loka"]
    assert found(client, q="loka")[0] and len(found(client, q="loka")) == 2
    assert found(client, kind="social_work") == ["CSD Daleč"]
    assert found(client, region=north.pk) == ["Policijska postaja Škofja Loka", "Zdravstveni dom Loka"]
    assert found(client, q="ni ga") == []
    assert len(found(client, kind="castle", region="-1", show="x", q="\0")) == 3


def test_the_directory_of_others_is_not_seen(client, counsellor):
    factories.DirectoryEntryFactory(name="Tuja")
    assert found(client) == []


@pytest.mark.parametrize(
    ("text", "wanted", "there"),
    [
        ("Čabranska Đurđa", "cabr durd", True),
        ("Žužemberk", "ZUZ", True),
        ("Celje", "celje maribor", False),
        ("", "", True),
    ],
)
def test_words_are_found_whatever_letters_she_types(text, wanted, there):
    assert fits(text, wanted) is there
