import base64
import os
import uuid

import pytest
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import TrailEntry, Vault
from accounts.sealing import Unreadable
from cases.models import Client, Contact
from tests.factories import ClientFactory, ContactFactory

pytestmark = pytest.mark.django_db

SECRET = "Kličem iz omare pod stopnicami."


def stored(model, column, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {model._meta.db_table} WHERE id = %s", [pk])
        return bytes(cursor.fetchone()[0])


def store(model, column, pk, box):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET {column} = %s WHERE id = %s", [box, pk])


def note_of(contact):
    return Contact.objects.get(pk=contact.pk).note


def new_master_key():
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def test_a_text_is_noise_in_the_database_and_words_on_the_page():
    contact = ContactFactory(note=SECRET)
    assert SECRET.encode() not in stored(Contact, "note", contact.pk)
    assert note_of(contact) == SECRET


def test_equal_texts_look_different_in_the_database():
    one, other = ContactFactory(note=SECRET), ContactFactory(note=SECRET)
    assert stored(Contact, "note", one.pk) != stored(Contact, "note", other.pk)


def test_a_sealed_text_moved_to_another_row_does_not_open():
    vault = Vault.objects.create()
    one, other = ContactFactory(note=SECRET, vault=vault), ContactFactory(note="", vault=vault)
    store(Contact, "note", other.pk, stored(Contact, "note", one.pk))
    assert SECRET not in note_of(other)


def test_a_sealed_text_moved_to_another_column_does_not_open():
    client = ClientFactory(name="Izmišljena Oseba", note="")
    store(Client, "note", client.pk, stored(Client, "name", client.pk))
    assert "Izmišljena" not in Client.objects.get(pk=client.pk).note


def test_an_altered_text_does_not_open():
    contact = ContactFactory(note=SECRET)
    box = bytearray(stored(Contact, "note", contact.pk))
    box[-1] ^= 1
    store(Contact, "note", contact.pk, bytes(box))
    assert SECRET not in note_of(contact)


def test_unchanged_text_keeps_its_bytes_so_that_saving_writes_no_history():
    contact = ContactFactory(note=SECRET)
    before = stored(Contact, "note", contact.pk)
    contact = Contact.objects.get(pk=contact.pk)
    contact.note = SECRET
    contact.save()
    assert stored(Contact, "note", contact.pk) == before


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Contact.objects.filter(note=SECRET),
        lambda: Contact.objects.filter(note__contains="omar"),
        lambda: Contact.objects.update(note=SECRET),
        lambda: Contact.objects.bulk_update([ContactFactory()], ["note"]),
    ],
    ids=["filter", "contains", "update", "bulk_update"],
)
def test_searching_and_bulk_writing_of_sealed_text_is_refused(attempt):
    ContactFactory()
    with pytest.raises(FieldError):
        list(attempt() or [])


def test_master_keys_rotate_without_touching_a_text(settings):
    contact = ContactFactory(note=SECRET)
    box = stored(Contact, "note", contact.pk)
    old = settings.MASTER_KEYS
    settings.MASTER_KEYS = [new_master_key(), *old]
    call_command("rotate_master_keys")
    settings.MASTER_KEYS = settings.MASTER_KEYS[:1]
    assert stored(Contact, "note", contact.pk) == box
    assert note_of(contact) == SECRET
    assert not Vault.objects.wrapped_by_older_keys().exists()


def test_without_its_master_key_a_vault_stays_shut(settings):
    contact = ContactFactory(note=SECRET)
    settings.MASTER_KEYS = [new_master_key()]
    with pytest.raises(Unreadable):
        Vault.objects.get(pk=contact.vault_id).data_key()
    assert SECRET not in note_of(contact)


def test_a_wrapped_key_does_not_open_another_vault():
    one, other = Vault.objects.create(), Vault.objects.create()
    Vault.objects.filter(pk=other.pk).update(wrapped_key=one.wrapped_key)
    with pytest.raises(Unreadable):
        Vault.objects.get(pk=other.pk).data_key()


def test_destroying_her_key_makes_every_text_about_her_unreadable_and_keeps_the_counts():
    client = ClientFactory(name="Izmišljena Oseba")
    anonymous_first = ContactFactory(note=SECRET)
    anonymous_first.client = client
    anonymous_first.save()
    known = ContactFactory(note=SECRET, client=client, programme=anonymous_first.programme)
    known.note = SECRET + " Še enkrat."
    known.save()
    client.destroy_texts()
    notes = [contact.note for contact in Contact.objects.select_related("vault")]
    history = [event.note for event in Contact.pgh_event_model.objects.select_related("vault")]
    texts = [*notes, Client.objects.get(pk=client.pk).name, *history]
    assert len(history) >= 3
    assert not [text for text in texts if SECRET in text or "Izmišljena" in text]
    assert Contact.objects.filter(client=client).count() == 2


def test_somebody_elses_text_stays_readable_when_a_key_is_destroyed():
    other = ContactFactory(note=SECRET)
    ClientFactory().destroy_texts()
    assert note_of(other) == SECRET


def test_the_history_opens_with_the_same_key():
    contact = ContactFactory(note=SECRET)
    event = Contact.pgh_event_model.objects.filter(pgh_obj_id=contact.pk).latest("pgh_id")
    assert event.note == SECRET
    assert event.id == contact.pk != uuid.UUID(int=0)


def test_a_command_destroys_her_texts_and_the_trail_says_why():
    client = ClientFactory(name="Izmišljena Oseba")
    call_command("destroy_texts", client.organisation.key, client.code, because="her own wish")
    assert "Izmišljena" not in Client.objects.get(pk=client.pk).name
    entry = TrailEntry.objects.get(act="erased")
    assert (entry.record_id, entry.purpose) == (str(client.pk), "her own wish")


def test_a_code_that_nobody_has_destroys_nothing():
    client = ClientFactory(name="Izmišljena Oseba")
    with pytest.raises(CommandError):
        call_command("destroy_texts", client.organisation.key, "X-1", because="typing error")
    assert Client.objects.get(pk=client.pk).name == "Izmišljena Oseba"
