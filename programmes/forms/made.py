"""Forms that make a record: its id comes with the page, so that a page sent twice makes one record."""

import uuid

from django import forms
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from programmes.forms.records import RecordForm


class MadeOnceForm(RecordForm):
    """`is_repeated` says after saving that the page had been sent before, and that its record is there already.

    `of` names the relation that the page settles beforehand: a record with the page's id that belongs to another one
    was made elsewhere.
    """

    of: str

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    is_repeated = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.initial.setdefault("id", uuid.uuid4)
        else:
            del self.fields["id"]

    def save_or_explain(self):
        made = self.cleaned_data.get("id")
        if not made:
            return super().save_or_explain()
        self.instance.pk = made
        if self.made_before(made):
            return self.finds_it_made(made)
        try:
            return super().save_or_explain()
        except IntegrityError:
            if not self.made_before(made):
                raise
            return self.finds_it_made(made)

    def made_before(self, made):
        return type(self.instance)._base_manager.filter(pk=made).first()

    def finds_it_made(self, made):
        """The record of this page; an id that belongs to something else is refused."""
        record = self.made_before(made)
        if not self.is_same(record):
            self.add_error(None, _("Open this page anew: what it made belongs to something else."))
            return False
        self.is_repeated, self.instance = True, record
        return True

    def is_same(self, record):
        """Whether a record with this id can only be the one that this page made."""
        return getattr(record, f"{self.of}_id") == getattr(self.instance, f"{self.of}_id")
