"""Fields whose answers are records that the form has already read: those of a floor below, and of the directory."""

from django import forms

from programmes.forms.answers import KeysOf, OneOf, Several

__all__ = ["Chosen", "EntriesOf", "KeysOf", "OneOf", "Several"]


class Chosen(Several):
    """As many as were chosen elsewhere on the page, each a chip; without JavaScript a plain list adds one more."""

    template_name = "components/widgets/chosen.html"


class EntriesOf(forms.MultipleChoiceField):
    """Entries of the directory, several at once."""

    def __init__(self, entries, **kwargs):
        self.entries = {str(entry.pk): entry for entry in entries}
        choices = [(pk, ", ".join(filter(None, [entry.name, entry.phone]))) for pk, entry in self.entries.items()]
        super().__init__(choices=choices, required=False, widget=Chosen(), **kwargs)

    def clean(self, value):
        return [self.entries[pk] for pk in dict.fromkeys(super().clean(value))]
