from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.records import OUR_DAYS
from programmes.widgets import DayInput
from shelters.board import DAYS, Family, Window
from shelters.models import House


def sane_day(day):
    if not OUR_DAYS[0] <= day < OUR_DAYS[1]:
        raise forms.ValidationError(_("The year must lie between 1900 and 2200."))


def far_from_the_edge(day):
    """A board of two months, and a week before and after it, lies within the calendar."""
    sane_day(day)
    sane_day(day - timedelta(days=7))
    sane_day(day + timedelta(days=7 + 62))


class BoardForm(forms.Form):
    """What the address of the board may ask for. What makes no sense there is left out."""

    house = forms.ModelChoiceField(None, required=False)
    adults = forms.IntegerField(label=_("adults"), required=False, min_value=0, max_value=9)
    children = forms.IntegerField(label=_("children"), required=False, min_value=0, max_value=9)
    first = forms.DateField(required=False, validators=[far_from_the_edge])
    days = forms.IntegerField(required=False, min_value=7, max_value=62)

    def __init__(self, data, *, user):
        super().__init__({name: data[name] for name in self.base_fields if data.get(name)})
        self.fields["house"].queryset = House.objects.visible_to(user)
        self.is_valid()

    def asked(self, name):
        return self.cleaned_data.get(name)

    def family(self):
        asked = {name: self.asked(name) for name in ("adults", "children") if self.asked(name) is not None}
        return Family(**asked) if sum(asked.values()) or len(asked) < 2 else Family()

    def window(self):
        days = self.asked("days") or DAYS
        return Window(self.asked("first"), days) if self.asked("first") else Window.around(timezone.localdate(), days)


class DayForm(forms.Form):
    on = forms.DateField(label=_("On the day"), validators=[sane_day], widget=DayInput)
