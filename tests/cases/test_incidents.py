"""What happened, who belongs to the case, and whom it hit."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains

from cases.models import CasePerson, Client, Incident, Involved, Victim
from cases.vocabulary import FAMILY, CaseRole, Exposure, Precision, Relation
from tests import factories


@pytest.fixture
def case(ana):
    return ana.cases.get()


@pytest.fixture
def child(case):
    return factories.CasePersonFactory(case=case, name="Miha", relation=Relation.CHILD, born_in=2019)


@pytest.fixture
def husband(case):
    return factories.CasePersonFactory(
        case=case, role=CaseRole.PERPETRATOR, relation=Relation.SPOUSE, has_ended=True, sex="man"
    )


def answers(**more):
    return {"kinds": ["physical"], "course": "once", "told_on": timezone.localdate().isoformat(), **more}


def test_a_child_who_was_present_is_a_victim_of_its_own(counsellor, case, child, husband):
    page = counsellor.get(f"/cases/{case.pk}/events/new/")
    counsellor.post(
        f"/cases/{case.pk}/events/new/",
        answers(
            id=page.context["form"]["id"].value(),
            marks=["threat", "digital"],
            happened="3. 5. 2021",
            perpetrator=husband.pk,
            direct=["client"],
            witness=[child.pk],
            weapons=["blade"],
            injury="treated",
            reported_to=["police"],
            description="z nožem pred vrati",
        ),
    )
    incident = Incident.objects.get()
    assert incident.from_on == date(2021, 5, 3)
    assert {(victim.person.role, victim.exposure) for victim in incident.victims.select_related("person")} == {
        ("client", "direct"),
        ("child", "witness"),
    }
    page = counsellor.get(f"/cases/{case.pk}/")
    for words in ("Physical violence", "z nožem pred vrati", "child was present", "husband or wife, former"):
        assertContains(page, words)


@pytest.mark.parametrize(
    ("typed", "on", "precision"),
    [
        ("3. 5. 2021", date(2021, 5, 3), Precision.DAY),
        ("5. 2021", date(2021, 5, 1), Precision.MONTH),
        ("2021-05", date(2021, 5, 1), Precision.MONTH),
        ("2019", date(2019, 1, 1), Precision.YEAR),
    ],
)
def test_a_day_is_kept_as_exactly_as_she_knows_it(counsellor, case, typed, on, precision):
    counsellor.post(f"/cases/{case.pk}/events/new/", answers(course="since", happened=typed))
    incident = Incident.objects.get()
    assert (incident.from_on, incident.precision) == (on, precision)
    page = counsellor.get(f"/cases/events/{incident.pk}/")
    assert page.context["form"]["happened"].value() == incident_typed(incident)
    assertContains(counsellor.get(f"/cases/{case.pk}/"), "since about")


def incident_typed(incident):
    day = incident.from_on
    return {"day": f"{day.day}. {day.month}. {day.year}", "month": f"{day.month}. {day.year}", "year": str(day.year)}[
        incident.precision
    ]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"happened": "31. 2. 2021"}, "happened"),
        ({"happened": "13. 2021"}, "happened"),
        ({"happened": "1"}, "happened"),
        ({"happened": "1. 1. 2099"}, "happened"),
        ({"happened": "2021", "ended": "2020", "course": "period"}, "ended"),
        ({"ended": "2020", "course": "period"}, "happened"),
        ({"happened": "2019", "ended": "2020"}, "ended"),
        ({"told_on": "1. 1. 2099"}, "told_on"),
        ({"direct": ["client"], "witness": ["client"]}, "witness"),
        ({"description": "x" * 2_000_000}, "description"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_kept(counsellor, case, more, field):
    page = counsellor.post(f"/cases/{case.pk}/events/new/", answers(**{"description": "dolg zapis", **more}))
    assert field in page.context["form"].errors
    if "description" not in more:
        assertContains(page, "dolg zapis")
    assert not Incident.objects.exists()


def test_whom_it_hit_is_corrected_without_a_second_row(counsellor, case, child):
    incident = factories.IncidentFactory(case=case, witnesses=[child])
    counsellor.post(f"/cases/events/{incident.pk}/", answers(direct=["client", child.pk], version=incident.version))
    assert Victim.objects.get(person=child).exposure == Exposure.DIRECT
    counsellor.post(f"/cases/events/{incident.pk}/", answers(direct=["client"], version=incident.version + 1))
    assert [victim.person.role for victim in incident.victims.select_related("person")] == ["client"]


def test_a_child_gets_a_code_and_a_page_of_its_own(counsellor, case, helpline):
    counsellor.post(
        f"/cases/{case.pk}/people/new/",
        {"role": "child", "relation": "child", "make_code": "on", "name": "Miha", "born_in": 2019, "sex": "man"},
    )
    child = CasePerson.objects.get()
    assert child.client.name == "Miha" and child.client.born_in == 2019
    assert not child.name
    assert child.client.cases.get().programme == helpline
    assertContains(counsellor.get(f"/cases/{case.pk}/"), child.client.code)


def test_a_perpetrator_is_never_linked_with_a_code(counsellor, case, helpline):
    him = factories.CaseFactory(programme=helpline, client__code="P-1000").client
    page = counsellor.post(
        f"/cases/{case.pk}/people/new/", {"role": "perpetrator", "code": "p1000", "sex": "man", "details": "delavnica"}
    )
    assertContains(page, "A perpetrator is never linked with a code.")
    assertContains(page, "delavnica")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.CasePersonFactory(case=case, role=CaseRole.PERPETRATOR, client=him)


def test_a_code_of_a_programme_that_is_not_hers_is_nobodys(counsellor, case, helpline):
    apart = factories.ProgrammeFactory(organisation=helpline.organisation)
    factories.CaseFactory(programme=apart, client__code="P-1000")
    page = counsellor.post(f"/cases/{case.pk}/people/new/", {"role": "relative", "code": "P-1000", "sex": "man"})
    assertContains(page, "Nobody has the code P-1000.")
    assert Client.objects.count() == 2


def test_family_is_who_the_act_names_also_when_it_has_ended(husband):
    assert husband.is_family and husband.is_intimate
    assert Relation.NEIGHBOUR not in FAMILY and Relation.IN_LAW in FAMILY


def test_an_institution_is_kept_with_whom_we_speak_to(counsellor, case):
    counsellor.post(
        f"/cases/{case.pk}/institutions/new/",
        {"kind": "social_work", "name": "CSD Savinjska", "contact": "gospa Zupan, dopoldne"},
    )
    involved = Involved.objects.get()
    page = counsellor.get(f"/cases/{case.pk}/")
    assertContains(page, "gospa Zupan, dopoldne")
    counsellor.post(f"/cases/institutions/{involved.pk}/", {"kind": "police", "version": involved.version})
    assert Involved.objects.get().kind == "police"


def test_a_name_of_three_hundred_emoji_is_refused_beside_the_field_or_kept(counsellor, case):
    page = counsellor.post(f"/cases/{case.pk}/people/new/", {"role": "child", "sex": "woman", "name": "😀" * 301})
    assert "name" in page.context["form"].errors
    counsellor.post(f"/cases/{case.pk}/people/new/", {"role": "child", "sex": "woman", "name": "😀" * 300})
    assert CasePerson.objects.get().name == "😀" * 300
