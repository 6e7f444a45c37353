from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import TrailEntry
from accounts.roles import Role
from tests.factories import UserFactory, administrator_in, counsellor_in, manager_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def counsellor(client, programme):
    user = counsellor_in(programme)
    client.force_login(user)
    return user


def seen(client, **ago):
    session = client.session
    for name, delta in ago.items():
        session[name] = (timezone.now() - delta).timestamp()
    session.save()


def is_signed_in(client):
    return reverse("account_login") not in client.get(reverse("programmes:programme"), follow=True).request["PATH_INFO"]


def test_twenty_idle_minutes_end_the_session(client, counsellor):
    seen(client, seen=timedelta(minutes=19), began=timedelta(minutes=30))
    assert is_signed_in(client)
    seen(client, seen=timedelta(minutes=21), began=timedelta(minutes=30))
    assert not is_signed_in(client)
    assert TrailEntry.objects.filter(act="signed_out", user=counsellor).exists()


def test_a_session_ends_after_twelve_hours_however_busy(client, counsellor):
    seen(client, seen=timedelta(minutes=1), began=timedelta(hours=12, minutes=1))
    assert not is_signed_in(client)


def test_work_keeps_the_session_alive(client, counsellor):
    seen(client, seen=timedelta(minutes=15), began=timedelta(hours=1))
    assert is_signed_in(client)
    assert timezone.now().timestamp() - client.session["seen"] < 60


@pytest.mark.parametrize("member", [manager_in, administrator_in])
def test_managers_and_administrators_set_up_a_second_factor_first(client, programme, settings, member):
    settings.REQUIRE_SECOND_FACTOR = True
    client.force_login(member(programme))
    page = client.get(reverse("programmes:programme"))
    assert page.status_code == 302 and page["Location"] == reverse("mfa_activate_totp")


def test_a_counsellor_may_work_without_a_second_factor(client, counsellor, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    assert client.get(reverse("programmes:programme")).status_code == 200


def test_a_role_taken_away_is_gone_at_the_next_click(client, counsellor):
    assert is_signed_in(client)
    counsellor.assignments.filter(role=Role.COUNSELLOR).delete()
    assert client.get(reverse("programmes:programme")).status_code == 403


def test_nobody_opens_an_account_by_herself(client):
    page = client.post(
        reverse("account_signup"), {"email": "nova@primer.si", "password1": "x" * 20, "password2": "x" * 20}
    )
    assert page.status_code in (302, 403)
    assert UserFactory._meta.model.objects.count() == 0


def test_signing_out_empties_what_the_browser_kept_but_an_ended_session_does_not(client, counsellor):
    seen(client, seen=timedelta(minutes=21), began=timedelta(minutes=30))
    assert "Clear-Site-Data" not in client.get(reverse("programmes:programme"))
    client.force_login(counsellor)
    assert client.post(reverse("account_logout"))["Clear-Site-Data"] == '"storage"'
