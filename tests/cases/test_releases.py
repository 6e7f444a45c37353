"""What is known about somebody is given away only with her yes or by the law, and never so that he finds her."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import Disclosure, Release
from cases.vocabulary import Basis, Recipient, Shared
from tests import factories


@pytest.fixture
def case(ana):
    return ana.cases.get()


@pytest.fixture
def today():
    return timezone.localdate()


def release_of(case, **fields):
    return factories.ReleaseFactory(case=case, **fields)


def answers(today, **more):
    return {
        "recipient_kind": "social_work_centre",
        "recipient": "CSD Kraj",
        "parts": ["confirmation", "report"],
        "purpose": "denarna pomoč",
        "given_by": "herself",
        "given_on": today.isoformat(),
        "until": (today + timedelta(days=30)).isoformat(),
        **more,
    }


def given(**more):
    moment = timezone.localtime() - timedelta(minutes=2)
    return {
        "recipient_kind": "social_work_centre",
        "recipient": "CSD Kraj",
        "parts": ["confirmation"],
        "given_at_0": f"{moment:%Y-%m-%d %H:%M}",
        "note": "",
        **more,
    }


def test_a_release_lasts_thirty_days_unless_she_says_otherwise(counsellor, case, today):
    page = counsellor.get(f"/cases/{case.pk}/releases/new/")
    assert page.context["form"]["until"].value() == today + timedelta(days=30)
    answer = counsellor.post(f"/cases/{case.pk}/releases/new/", answers(today))
    assertRedirects(answer, f"/cases/{case.pk}/")
    release = case.releases.get()
    assert release.is_valid and release.purpose == "denarna pomoč"
    assert TrailEntry.objects.about(release).filter(act=Act.CREATED).count() == 1
    page = counsellor.get(f"/cases/{case.pk}/")
    assertContains(page, "CSD Kraj")
    assertContains(page, "valid until")


def test_a_page_sent_twice_makes_one_release(counsellor, case, today):
    page = counsellor.get(f"/cases/{case.pk}/releases/new/")
    sent = answers(today, id=str(page.context["form"]["id"].value()))
    for _time in range(2):
        assertRedirects(counsellor.post(f"/cases/{case.pk}/releases/new/", sent), f"/cases/{case.pk}/")
    assert case.releases.count() == 1


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"until": "2021-01-01"}, "The end must be later than the start."),
        ({"given_on": "1021-01-01"}, "between 1900 and 2200"),
        ({"given_on": "31. 2. 2026"}, "Enter a valid date"),
        ({"parts": []}, "This field is required."),
        ({"recipient": "🌳" * 301}, "at most 300 characters"),
        ({"recipient_kind": "perpetrator", "parts": ["place"]}, "never go to the perpetrator"),
        ({"recipient_kind": "nobody"}, "Select a valid choice"),
    ],
)
def test_a_wrong_release_is_explained_and_nothing_typed_is_lost(counsellor, case, today, wrong, words):
    page = counsellor.post(f"/cases/{case.pk}/releases/new/", answers(today, **wrong))
    assertContains(page, words)
    assertContains(page, "denarna pomoč")
    assert not case.releases.exists()


def test_two_colleagues_who_change_one_release_do_not_overwrite_each_other(counsellor, case, today):
    release = release_of(case)
    seen = release.version
    counsellor.post(f"/releases/{release.pk}/", answers(today, version=seen, purpose="prva"))
    page = counsellor.post(f"/releases/{release.pk}/", answers(today, version=seen, purpose="druga"))
    assertContains(page, "Somebody else has changed this record meanwhile")
    assertContains(page, "druga")
    assert Release.objects.get(pk=release.pk).purpose == "prva"


def test_what_she_takes_back_holds_no_longer(counsellor, case, today):
    release = release_of(case)
    assertContains(counsellor.get(f"/releases/{release.pk}/take-back/"), "Does she take her release back?")
    counsellor.post(f"/releases/{release.pk}/take-back/")
    saved = Release.objects.get(pk=release.pk)
    assert saved.revoked_on == today and not saved.is_valid
    page = counsellor.post(f"/cases/{case.pk}/disclosures/new/", given(basis="release", release=str(release.pk)))
    assertContains(page, "This release did not hold on that day.")
    assert not Disclosure.objects.exists()


def test_data_given_on_a_release_keeps_to_what_she_allowed(counsellor, case):
    release = release_of(case, parts=[Shared.CONFIRMATION])
    at = f"/cases/{case.pk}/disclosures/new/"
    sent = given(basis="release", release=str(release.pk))
    assertContains(counsellor.post(at, {**sent, "parts": ["events"]}), "Her release allows only: that she comes to us.")
    assertContains(counsellor.post(at, {**sent, "recipient_kind": "police"}), "Her release names somebody else.")
    assertContains(counsellor.post(at, given(basis="release")), "Without one, another basis is needed.")
    assert not Disclosure.objects.exists()
    assertRedirects(counsellor.post(at, sent), f"/cases/{case.pk}/")
    assert case.disclosures.get().release == release


def test_without_her_yes_there_must_be_another_basis(counsellor, case):
    at = f"/cases/{case.pk}/disclosures/new/"
    assertContains(counsellor.post(at, given()), "This field is required.")
    counsellor.post(at, given(basis="duty_to_report", parts=["events"]))
    disclosure = case.disclosures.get()
    assert disclosure.basis == Basis.DUTY_TO_REPORT and disclosure.release is None
    assertContains(counsellor.get(f"/people/{case.client.pk}/"), "Data given to: social-work centre")


def test_what_is_still_to_come_was_not_given(counsellor, case):
    later = f"{timezone.localtime() + timedelta(days=2):%Y-%m-%d %H:%M}"
    page = counsellor.post(f"/cases/{case.pk}/disclosures/new/", given(basis="danger", given_at_0=later))
    assertContains(page, "This is still to come.")


@pytest.mark.parametrize("part", [Shared.RISK, Shared.SAFETY_PLAN, Shared.PLAN, Shared.PLACE])
def test_the_database_lets_nothing_out_that_leads_him_to_her(case, part):
    for factory in (factories.ReleaseFactory, factories.DisclosureFactory):
        with pytest.raises(IntegrityError, match="leads_him_nowhere"), transaction.atomic():
            factory(case=case, recipient_kind=Recipient.PERPETRATOR, parts=[Shared.CONFIRMATION, part])


def test_the_database_knows_no_disclosure_on_a_release_that_is_not_there(case):
    with pytest.raises(IntegrityError, match="disclosure_has_its_basis"), transaction.atomic():
        factories.DisclosureFactory(case=case, basis=Basis.RELEASE)


def test_a_destroyed_key_leaves_the_count_and_no_name(counsellor, case):
    release = release_of(case, recipient="Odvetnica Vzorec")
    case.client.destroy_texts()
    page = counsellor.get(f"/cases/{case.pk}/")
    assertNotContains(page, "Odvetnica Vzorec")
    assert Release.objects.filter(pk=release.pk).count() == 1
