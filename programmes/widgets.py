"""How a question is put: chips for up to seven answers, a list that filters for more, days and moments typed as text.

`{{ field.as_field_group }}` or `{% include "components/field.html" with field=form.sex %}` draws the whole field.
"""

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from programmes import writing

CHIPS_AT_MOST = 7


class Renderer(TemplatesSetting):
    """Set in FORM_RENDERER: every form of the house is drawn by our templates."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class Chips(forms.widgets.ChoiceWidget):
    """Every answer in sight. `alarm` names the answers that mean danger, `quiet` those that say nothing was learnt."""

    template_name = "components/widgets/chips.html"
    option_template_name = "components/widgets/chip.html"
    quiet_values = frozenset({"not_known", "not_told", "unknown"})

    def __init__(self, *args, alarm=(), quiet=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.alarm = {str(value) for value in alarm}
        self.quiet = self.quiet_values | {str(value) for value in quiet}

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        option["alarm"] = str(value) in self.alarm
        option["quiet"] = str(value) in self.quiet
        option["key"] = index + 1 if index < 9 else ""
        return option

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["one"] = not self.allow_multiple_selected
        context["widget"]["optional"] = not self.is_required
        return context


class ChipsOne(Chips, forms.RadioSelect):
    """A joined bar: one answer. It may be taken back where none is needed, so no empty chip is drawn."""

    def optgroups(self, name, value, attrs=None):
        every_choice = self.choices
        self.choices = [choice for choice in every_choice if choice[0] not in ("", None)]
        try:
            return super().optgroups(name, value, attrs)
        finally:
            self.choices = every_choice


class ChipsMany(Chips, forms.CheckboxSelectMultiple):
    """Separate chips: as many answers as apply."""


class YesNo(ChipsOne):
    """A BooleanField(null=True): yes, no, or nobody asked."""

    def __init__(self, attrs=None, **kwargs):
        super().__init__(attrs, choices=[("true", _("yes")), ("false", _("no"))], **kwargs)

    def format_value(self, value):
        return {True: ["true"], False: ["false"], "true": ["true"], "false": ["false"]}.get(value, [])

    def value_from_datadict(self, data, files, name):
        return {"true": True, "True": True, "false": False, "False": False}.get(data.get(name))


class Combobox(forms.Select):
    """More than seven answers: a list that filters while she types; without JavaScript a plain list."""

    template_name = "components/widgets/combobox.html"

    def __init__(self, *args, placeholder="", **kwargs):
        super().__init__(*args, **kwargs)
        self.placeholder = placeholder

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["placeholder"] = self.placeholder
        return context


class DayInput(forms.DateInput):
    """A day as text: 3. 11. 2026, typed as 3.11.2026, 03.11.26 or 2026-11-03 too."""

    def __init__(self, attrs=None, **kwargs):
        super().__init__({"autocomplete": "off", "data-day": "", **(attrs or {})}, **kwargs)

    def format_value(self, value):
        if not hasattr(value, "day"):
            return value
        return typed_day(value)


class MomentInput(forms.DateTimeInput):
    """A day with a time as text: 3. 11. 2026 14:05."""

    def __init__(self, attrs=None, **kwargs):
        super().__init__({"autocomplete": "off", "data-moment": "", **(attrs or {})}, **kwargs)

    def format_value(self, value):
        if not hasattr(value, "hour"):
            return value
        return f"{typed_day(writing.local(value))} {writing.clock(value)}"


class ClockInput(forms.TimeInput):
    """A time as text: 14:05."""

    def __init__(self, attrs=None, **kwargs):
        super().__init__({"autocomplete": "off", **(attrs or {})}, **kwargs)

    def format_value(self, value):
        return f"{value.hour}:{value.minute:02}" if hasattr(value, "hour") else value


AS_TEXT = {forms.DateInput: DayInput, forms.DateTimeInput: MomentInput, forms.TimeInput: ClockInput}


def typed_day(value):
    return f"{value.day}. {value.month}. {value.year}"


def dress(form):
    """Gives each field of a form that still has Django's own widget the one that fits its answers."""
    for field in form.fields.values():
        fitting = fitting_widget(field)
        if fitting:
            fitting.is_required = field.required
            fitting.is_localized = field.localize
            old, field.widget = field.widget, fitting
            if hasattr(old, "choices") and not isinstance(fitting, YesNo):
                fitting.choices = field.choices


def fitting_widget(field):
    kind = type(field.widget)
    if kind is forms.NullBooleanSelect:
        return YesNo()
    if kind is forms.Select:
        return Combobox() if isinstance(field, forms.ModelChoiceField) or many_answers(field) else ChipsOne()
    if kind is forms.SelectMultiple:
        return ChipsMany()
    return AS_TEXT[kind]() if kind in AS_TEXT else None


def many_answers(field):
    return len([value for value, _label in field.choices if value not in ("", None)]) > CHIPS_AT_MOST
