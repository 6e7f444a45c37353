"""Fields whose answers are records that the form has already read: choosing one costs no query."""

from django import forms

from programmes.forms.answers import OneOf
from programmes.widgets import CHIPS_AT_MOST, ChipsMany

__all__ = ["Chosen", "EntriesOf", "KeysOf", "OneOf", "Several"]


class KeysOf(forms.MultipleChoiceField):
    """Keys of an organisation's own words, several at once."""

    def __init__(self, terms, *, widget=None, **kwargs):
        widget = widget or (ChipsMany() if len(terms) <= CHIPS_AT_MOST else Several())
        super().__init__(choices=[(term.key, term.label) for term in terms], required=False, widget=widget, **kwargs)


class Several(forms.SelectMultiple):
    """Many possible answers, several at once: the chosen ones are chips, a list that filters adds one more."""

    template_name = "components/widgets/several.html"
    allow_multiple_selected = True

    def __init__(self, *args, placeholder="", **kwargs):
        super().__init__(*args, **kwargs)
        self.placeholder = placeholder

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        options = [option for _group, options, _index in context["widget"]["optgroups"] for option in options]
        context["widget"].update(
            placeholder=self.placeholder,
            chosen=[option for option in options if option["selected"]],
            others=[option for option in options if not option["selected"]],
        )
        context["widget"]["attrs"].pop("multiple", None)
        return context

    def value_from_datadict(self, data, files, name):
        return [value for value in super().value_from_datadict(data, files, name) if value]


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
