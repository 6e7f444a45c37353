"""What a record said before: its events, one after the other, each with what it changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from programmes.writing import moment

OF_THE_DATABASE = {"id", "vault", "version", "entered_by"}


@dataclass
class Change:
    at: datetime
    who: Any
    fields: list  # of (name, before, after)


def changes_of(record):
    """Newest first; the first event is the record as it was entered."""
    fields = [
        field
        for field in record._meta.concrete_fields
        if field.name not in OF_THE_DATABASE and not isinstance(field, models.GeneratedField)
    ]
    related = [field.name for field in fields if field.is_relation]
    events = list(record.events.select_related("vault", *related).order_by("pgh_id"))
    people = User.objects.in_bulk({user for event in events if (user := who_by(event))})
    changes = []
    for before, after in zip([None, *events], events, strict=False):
        changed = [
            (called(field), said(before, field) if before else "", said(after, field))
            for field in fields
            if (said(before, field) if before else "") != said(after, field)
        ]
        if changed:
            changes.append(Change(after.pgh_created_at, people.get(who_by(after)), changed))
    return changes[::-1]


def called(field):
    """Its name; a relation without words of its own is called as what it leads to."""
    has_words = not field.is_relation or field.verbose_name != field.name.replace("_", " ")
    return capfirst(field.verbose_name if has_words else field.related_model._meta.verbose_name)


def who_by(event):
    return (event.pgh_context or {}).get("user")


def said(event, field):
    """A value as a page says it."""
    value = getattr(event, field.name)
    if value is None or value is False or value in ("", []):  # nought is an answer
        return ""
    if isinstance(field, ArrayField):
        words = dict(field.base_field.flatchoices or [])
        return ", ".join(str(words.get(key, key)) for key in value)
    if value is True:
        return _("yes")
    if isinstance(field, models.DateTimeField):
        return moment(value)
    return str(dict(field.flatchoices).get(value, value)) if field.choices else str(value)
