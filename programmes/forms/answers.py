"""Fields whose answers are records that the form has already read: choosing one costs no query."""

from django import forms

from programmes.widgets import CHIPS_AT_MOST, ChipsOne, Combobox


class OneOf(forms.TypedChoiceField):
    """One of the records, or none."""

    def __init__(self, records, *, says=str, required=False, widget=None, quiet=(), **kwargs):
        by_key = {str(record.pk): record for record in records}
        choices = [(record.pk, says(record)) for record in records]
        widget = widget or (ChipsOne(quiet=quiet) if len(choices) <= CHIPS_AT_MOST else Combobox())
        if not isinstance(widget, ChipsOne):
            choices = [("", ""), *choices]
        super().__init__(
            choices=choices, coerce=by_key.get, empty_value=None, required=required, widget=widget, **kwargs
        )
