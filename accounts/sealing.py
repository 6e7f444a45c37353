"""Sealed text: AES-256-GCM under the data key of a vault, bound to its model, column and row.

A vault's data key is wrapped by a master key. `settings.MASTER_KEYS` is a ring of urlsafe base64 keys of 32 bytes:
the first one writes, all of them read.
"""

import base64
import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.utils.translation import gettext as _

NONCE = 12  # bytes


class Unreadable(Exception):
    """The text cannot be opened: its key was destroyed, is not in the ring, or the text was moved or altered."""


def new_data_key():
    return AESGCM.generate_key(bit_length=256)


def current_master_key():
    """The name of the master key that writes."""
    return next(iter(_ring()))


def wrap(data_key, vault_id):
    name, master = next(iter(_ring().items()))
    return name, encrypted(master, data_key, b"vault:%b" % vault_id.bytes)


def unwrap(wrapped_key, name, vault_id):
    try:
        return decrypted(_ring()[name], wrapped_key, b"vault:%b" % vault_id.bytes)
    except KeyError:
        raise Unreadable(name) from None


def _ring():
    keys = [base64.urlsafe_b64decode(key) for key in settings.MASTER_KEYS]
    return {hashlib.sha256(b"name of a master key:" + key).hexdigest()[:16]: key for key in keys}


def encrypted(key, text, place):
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, text, place)


def decrypted(key, box, place):
    if not box:
        raise Unreadable
    try:
        return AESGCM(key).decrypt(bytes(box[:NONCE]), bytes(box[NONCE:]), place)
    except InvalidTag:
        raise Unreadable from None


class Box(bytes):
    """Sealed bytes, as they lie in the database."""


class SealedText:
    """On the instance: reads as text, opened when first asked for."""

    def __init__(self, field):
        self.field = field

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__.get(self.field.attname, "")
        return self.field.open(instance, value) if isinstance(value, Box) else value

    def __set__(self, instance, value):
        before = instance.__dict__.get(self.field.attname)
        if isinstance(before, Box) and not isinstance(value, Box) and value == self.field.open(instance, before):
            return  # unchanged text keeps its bytes: no new history at every save
        instance.__dict__[self.field.attname] = value


class SealedTextField(models.BinaryField):
    """Text that only the application reads. The model needs a UUID `id` and a foreign key `vault`.

    Filters and bulk updates are refused: they would have to read or write without the row's key.
    """

    description = "Sealed text"

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("blank", True)
        kwargs["editable"] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("blank", None)
        kwargs.pop("editable", None)
        return name, path, args, kwargs

    def get_default(self):
        return Box()

    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, SealedText(self))

    def from_db_value(self, value, expression, connection):
        return Box(value or b"")

    def to_python(self, value):
        return value

    def value_to_string(self, obj):
        return self.value_from_object(obj)

    def pre_save(self, instance, add):
        value = instance.__dict__.get(self.attname) or ""
        if not isinstance(value, Box):
            value = self.seal(instance, value)
            instance.__dict__[self.attname] = value
        return value

    def get_db_prep_value(self, value, connection, prepared=False):
        if not isinstance(value, Box) and value != b"":  # an empty one fills a new column
            raise FieldError(f"{self.name} is sealed: save it on an instance, one row at a time.")
        return super().get_db_prep_value(bytes(value), connection, prepared)

    def get_lookup(self, lookup_name):
        if lookup_name in ("df", "ndf"):  # "is distinct from", by which the history's triggers see a change
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self.name} is sealed: it cannot be searched.")

    def formfield(self, **kwargs):
        from django import forms

        return models.Field.formfield(self, **{"form_class": forms.CharField, "widget": forms.Textarea, **kwargs})

    def seal(self, instance, text):
        if text == "":
            return Box(b"")
        return Box(encrypted(instance.vault.data_key(), text.encode(), self.place(instance)))

    def open(self, instance, box):
        """The text, or a word in its place: a list that holds an unreadable text still has to load."""
        if not box:
            return ""
        try:
            return decrypted(instance.vault.data_key(), box, self.place(instance)).decode()
        except Unreadable:
            return _("(unreadable)")

    def place(self, instance):
        model = getattr(instance, "pgh_tracked_model", type(instance))
        return f"{model._meta.concrete_model._meta.label_lower}:{self.column}:{instance.id}".encode()
