"""Fields whose answers are records that the form has already read: choosing one costs no query."""

from django import forms

from programmes.widgets import CHIPS_AT_MOST, ChipsMany, ChipsOne, Combobox


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
