from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.models import Kind, Programme
from programmes.models.weeks import monday
from programmes.widgets import ChipsOne, DayInput

TARGETS = [("80", "80 %"), ("90", "90 %"), ("95", "95 %")]
WEEKS = [("8", "8"), ("26", "26"), ("52", "52")]
FIRST_YEAR, LAST_YEAR = 1901, 2198


class DemandForm(forms.Form):
    """What the page may be asked: of which programme, by how many weeks past, for which week to come, how well."""

    programme = forms.ModelChoiceField(None, required=False)
    weeks = forms.ChoiceField(label=_("Calls of the last weeks"), choices=WEEKS, required=False, widget=ChipsOne)
    on = forms.DateField(label=_("Roster of the week with the day"), required=False, widget=DayInput)
    target = forms.ChoiceField(label=_("Answered at once"), choices=TARGETS, required=False, widget=ChipsOne)

    def __init__(self, data, *, user):
        initial = {"weeks": "26", "target": "80", "on": timezone.localdate() + timedelta(days=7)}
        super().__init__({**initial, **{name: data[name] for name in self.base_fields if data.get(name)}})
        self.programmes = Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR, Role.MANAGER)
        self.fields["programme"].queryset = self.programmes
        self.is_valid()

    def clean_on(self):
        on = self.cleaned_data["on"]
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise forms.ValidationError(_("The year must lie between 1900 and 2200."))
        return on

    def chosen(self):
        return (
            self.cleaned_data.get("programme")
            or self.programmes.of_kind(Kind.HELPLINE).first()
            or self.programmes.first()
        )

    @property
    def asked(self):
        """Weeks to count, the Monday of the week to look at, the share wanted."""
        on = self.cleaned_data.get("on") or timezone.localdate()
        return int(self.cleaned_data.get("weeks") or 26), monday(on), int(self.cleaned_data.get("target") or 80) / 100
