import pgtrigger
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from pghistory.models import Event

from accounts import trail
from accounts.models import Act, TrailEntry
from cases.models import Contact
from tests.factories import ContactFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.7")
    request.user, request.resolver_match = UserFactory(), None
    return trail.record(request, Act.OPENED, ContactFactory())


def refused_by_the_database(sql):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return True


def test_the_trail_says_who_did_what_to_which_record_when_and_from_where(entry):
    entry.refresh_from_db()
    contact = Contact.objects.get()
    assert (entry.user.name, entry.act, entry.address) == (entry.user.name, "opened", "192.0.2.7")
    assert (entry.record_type, entry.record_id) == ("cases.contact", str(contact.pk))
    assert entry.programme_id == contact.programme_id
    assert entry.at is not None


def test_the_database_refuses_to_change_or_delete_the_trail(entry):
    assert refused_by_the_database("UPDATE accounts_trailentry SET user_id = NULL")
    assert refused_by_the_database("DELETE FROM accounts_trailentry")
    assert TrailEntry.objects.filter(user__isnull=False).count() == 1


def test_the_database_refuses_to_empty_the_trail(entry):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SELECT set_config('app.test_flush', 'off', true)")
    assert refused_by_the_database("TRUNCATE accounts_trailentry")


@pytest.mark.parametrize("model", [m for m in apps.get_models() if issubclass(m, Event)], ids=lambda m: m.__name__)
def test_the_database_refuses_to_change_or_delete_history_even_where_its_keeper_looks_away(model):
    with pgtrigger.ignore():
        assert refused_by_the_database(f"UPDATE {model._meta.db_table} SET pgh_label = 'x'")
        assert refused_by_the_database(f"DELETE FROM {model._meta.db_table}")


def test_signing_in_and_out_and_failing_to_stands_in_the_trail(client):
    user = UserFactory(password="štirje kozolci na polju")
    client.post(reverse("account_login"), {"login": user.email, "password": "napačno"})
    client.post(reverse("account_login"), {"login": user.email, "password": "štirje kozolci na polju"})
    client.post(reverse("account_logout"))
    assert [entry.act for entry in TrailEntry.objects.order_by("id")] == ["refused", "signed_in", "signed_out"]


def test_what_is_written_about_a_change_vanishes_with_the_change_that_failed(rf):
    request = rf.get("/")
    request.user, request.resolver_match = UserFactory(), None
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        trail.record(request, Act.CHANGED, ContactFactory())
        1 / 0  # noqa: B018
    assert not TrailEntry.objects.exists()
    assert not Contact.objects.exists()
