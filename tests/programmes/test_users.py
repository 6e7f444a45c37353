import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import TrailEntry, User
from accounts.roles import Role
from tests import factories
from tests.accounts.confirming import confirm

pytestmark = pytest.mark.django_db

PASSWORD = "dolga poletna senca lipe"


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(name="SOS telefon")


@pytest.fixture
def administrator(client, programme):
    user = factories.administrator_in(programme, name="Irena")
    client.force_login(user)
    confirm(client)
    return user


def answers(programme, *roles, **other):
    return {
        "name": "Nova Sodelavka",
        "email": "nova@primer.example",
        "language": "sl",
        "is_active": "on",
        f"roles_{programme.pk}": roles,
        **other,
    }


def test_a_new_colleague_gets_her_roles_and_can_be_the_one_who_talked(client, administrator, programme):
    client.post(reverse("programmes:user_add"), answers(programme, Role.COUNSELLOR))
    colleague = User.objects.get(email="nova@primer.example")
    assert colleague.roles == {Role.COUNSELLOR}
    assert colleague.worker.organisation == programme.organisation
    assert TrailEntry.objects.filter(act="created", record_type="accounts.user", record_id=colleague.pk).exists()


def test_she_sets_her_own_password_by_a_link_that_works_once(client, administrator, programme, client_of_hers):
    client.post(reverse("programmes:user_add"), answers(programme, Role.COUNSELLOR))
    colleague = User.objects.get(email="nova@primer.example")
    page = client.post(reverse("programmes:user_link", args=[colleague.pk]))
    link = page.context["link"]
    form = client_of_hers.get(link, follow=True)
    set_password = form.request["PATH_INFO"]
    client_of_hers.post(set_password, {"password1": PASSWORD, "password2": PASSWORD})
    signed_in = client_of_hers.post(reverse("account_login"), {"login": colleague.email, "password": PASSWORD})
    assert signed_in.status_code == 302
    again = client_of_hers.get(link, follow=True)
    assert again.context["token_fail"]


@pytest.fixture
def client_of_hers():
    from django.test import Client

    return Client()


def test_a_role_taken_away_leaves_those_in_programmes_of_others(client, administrator, programme):
    elsewhere = factories.ProgrammeFactory(organisation=programme.organisation)
    colleague = factories.counsellor_in(programme, elsewhere, email="nova@primer.example")
    client.post(reverse("programmes:user_edit", args=[colleague.pk]), answers(programme))
    held = set(colleague.assignments.values_list("programme", "role"))
    assert held == {(elsewhere.pk, Role.COUNSELLOR)}


def test_an_address_is_used_once_and_the_rest_of_the_form_is_kept(client, administrator, programme):
    page = client.post(
        reverse("programmes:user_add"), answers(programme, Role.COUNSELLOR, email=administrator.email.upper())
    )
    assert "email" in page.context["form"].errors
    assertContains(page, "Nova Sodelavka")
    assert User.objects.count() == 1


def test_the_last_administrator_does_not_lock_herself_out(client, administrator, programme):
    own = reverse("programmes:user_edit", args=[administrator.pk])
    page = client.post(own, answers(programme, Role.COUNSELLOR, email=administrator.email))
    assert page.context["form"].non_field_errors()
    assert administrator.assignments.filter(role=Role.ADMINISTRATOR).exists()


def test_people_of_another_organisation_are_not_on_the_list(client, administrator):
    factories.counsellor_in(factories.ProgrammeFactory(), name="Tuja Oseba")
    assertNotContains(client.get(reverse("programmes:user_list")), "Tuja Oseba")


def test_the_trail_shows_an_administrator_what_was_done_in_her_programmes_alone(client, administrator, programme):
    factories.counsellor_in(programme)
    for place in (programme, factories.ProgrammeFactory()):
        TrailEntry.objects.create(act="opened", record_type="cases.contact", record_id="1", programme_id=place.pk)
    entries = client.get(reverse("accounts:trail")).context["page"].object_list
    assert [entry.programme_id for entry in entries] == [programme.pk]


@pytest.mark.parametrize(
    "query", ["since=2026-02-30", "since=0001-01-01", "user=x", "act=%00", "page=-1", "record=%F0%9F"]
)
def test_a_filter_that_makes_no_sense_narrows_nothing_and_breaks_nothing(client, administrator, query):
    assert client.get(f"{reverse('accounts:trail')}?{query}").status_code == 200


def test_who_may_do_what_is_decided_after_confirming_who_decides(client, programme):
    client.force_login(factories.administrator_in(programme))
    add = reverse("programmes:user_add")
    asked = client.post(add, answers(programme, Role.COUNSELLOR))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert not User.objects.filter(email="nova@primer.example").exists()
    confirm(client, then=add)  # what she sent is not lost
    colleague = User.objects.get(email="nova@primer.example")
    assert colleague.roles == {Role.COUNSELLOR}
    assert client.get(reverse("programmes:user_edit", args=[colleague.pk])).status_code == 200


def test_a_link_for_a_new_password_is_given_after_confirming(client, programme):
    client.force_login(factories.administrator_in(programme))
    link = reverse("programmes:user_link", args=[factories.counsellor_in(programme).pk])
    assert client.post(link).status_code == 302
    assert "link" in confirm(client, then=link).context
