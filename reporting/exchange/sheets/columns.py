"""What a file holds, column by column, and what follows from the model for each of them."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db import models

from programmes.models import Vocabulary
from reporting.exchange.values import Form, Place, Reference, Several, form_of

SHEETS: dict[str, "Sheet"] = {}  # by name, in the order in which they are read: after those they refer to
BY_MODEL: dict[type[models.Model], "Sheet"] = {}


@dataclass
class Column:
    """One column. What it may hold follows from the model's field of the same name, unless `form` says otherwise.

    `path` leads from the record to what the column names, when that is not a field of the record itself; an empty
    path marks a column of which the import and the export have a rule of their own (`arrangements.py`).
    """

    name: str
    meaning: str
    path: str | None = None
    form: Form | None = None
    required: bool | None = None
    vocabulary: Vocabulary | None = None

    def settle(self, sheet):
        """Fills in what follows from the model."""
        self.path = self.name if self.path is None else self.path
        found = self.field_of(sheet.model)
        if self.form is None and isinstance(found, models.ForeignKey):
            self.form = Reference(BY_MODEL[found.related_model].name, self.vocabulary)
        elif self.form is None and self.vocabulary:
            self.form = Several(Reference("vocabularies", self.vocabulary))
        elif self.form is None:
            self.form = form_of(found)
        if self.required is None:
            self.required = self.name in sheet.key and self.name != "id" or bool(found and must_be_said(found))

    def value_in(self, record):
        for name in self.path.split("__"):
            record = record and getattr(record, name)
        return record

    def text_of(self, value):
        """As it stands in a cell; a record stands there by the last part of its key."""
        if value is None:
            return ""
        if isinstance(self.form, Reference):
            target = SHEETS[self.form.sheet]
            last = target.by_name[target.key[-1]]
            return last.text_of(last.value_in(value))
        return self.form.write(value)

    def empty_in(self, model):
        """What an empty cell says."""
        found = self.field_of(model)
        return "" if self.form.sealed else None if found.is_relation else found.get_default()

    def field_of(self, model):
        found = None
        for name in filter(None, self.path.split("__")):
            found = model._meta.get_field(name)
            model = found.related_model
        return found

    @property
    def is_own(self):
        """It names a field of the record itself."""
        return bool(self.path) and "__" not in self.path


def must_be_said(found):
    return not (found.null or found.blank or found.has_default())


@dataclass
class Sheet:
    """One file. `key` names the columns that tell its rows apart."""

    name: str
    model: type[models.Model]
    about: str
    key: tuple[str, ...]
    columns: list[Column] = field(default_factory=list)
    also: tuple[str, ...] = ()  # paths to what other rows need of its records, beyond what its own cells name

    def join(self):
        """Takes its place after the sheets that it refers to."""
        SHEETS[self.name] = BY_MODEL[self.model] = self
        for column in self.columns:
            column.settle(self)

    @cached_property
    def by_name(self):
        return {column.name: column for column in self.columns}

    @property
    def has_id(self):
        return self.key == ("id",)

    def key_of(self, record):
        columns = (self.by_name[name] for name in self.key)
        return tuple(column.text_of(column.value_in(record)) for column in columns)

    def queryset(self):
        """Its records in the scope, with all that their cells name."""
        return self.model.objects.select_related(*self.related)

    @cached_property
    def related(self):
        paths = {column.path for column in self.columns if isinstance(column.form, Reference) and column.path}
        return sorted(
            paths | set(self.also) | ({"vault"} if any(column.form.sealed for column in self.columns) else set())
        )


def identity():
    return Column("id", "Tells the row apart, where nothing else does. See “Rows that come again”.")


def place():
    return Column("position", "Its place among its like, in lists and reports.", form=Place())


def programme(meaning="Key of the programme."):
    return Column("programme", meaning)


def unit(meaning="Key of the unit of that programme."):
    return Column("unit", meaning)


def worker(meaning):
    return Column("worker", meaning)
