from decimal import Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms.made import MadeOnceForm
from programmes.forms.records import RecordForm
from programmes.models import VolunteerWork, WorkState
from programmes.widgets import CHIPS_AT_MOST, ChipsOne, Combobox, DayInput, dress

HALF = Decimal("0.5")
IN_A_DAY = 24


class HoursForm(MadeOnceForm):
    """Hours of volunteer work, in halves; where they were given is a programme or one of its units."""

    of = "worker"

    hours = forms.DecimalField(label=_("Hours"), min_value=HALF, localize=True, help_text=_("In halves, such as 2,5."))
    most = IN_A_DAY

    class Meta(RecordForm.Meta):
        model = VolunteerWork
        fields = ["on", "hours", "kind"]
        widgets = {"on": DayInput}

    field_order = ["on", "hours", "place", "kind"]

    def __init__(self, *args, programmes, worker, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.worker = worker
        self.places = places_in(programmes) | self.place_of_instance()
        choices = [(key, label) for key, (label, _programme, _unit) in self.places.items()]
        widget = ChipsOne() if len(choices) <= CHIPS_AT_MOST else Combobox()
        self.fields["place"] = forms.ChoiceField(label=_("Where"), choices=choices, widget=widget)
        self.initial["on"] = self.initial.get("on") or timezone.localdate()
        known = [*self.place_of_instance(), *(choices[0][:1] if len(choices) == 1 else [])]
        self.initial.setdefault("place", known[0] if known else None)
        self.fields["hours"].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "class": "short"}
        self.order_fields(self.field_order)
        dress(self)

    def place_of_instance(self):
        """Where they were given, though that unit may be closed by now."""
        work = self.instance
        if not work.programme_id:
            return {}
        label = ", ".join(filter(None, [work.programme.called, work.unit and work.unit.name]))
        return {place_key(work.programme_id, work.unit_id): (label, work.programme, work.unit)}

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean_hours(self):
        hours = self.cleaned_data["hours"]
        if hours % HALF:
            raise forms.ValidationError(_("Write whole or half hours."))
        if hours > self.most:
            raise forms.ValidationError(_("At most %(most)s hours fit in here."), params={"most": self.most})
        return hours

    def save(self, commit=True):
        _label, self.instance.programme, self.instance.unit = self.places[self.cleaned_data["place"]]
        return super().save(commit)


class OwnHoursForm(HoursForm):
    """As a volunteer writes them herself: they wait for the coordinator."""

    def save(self, commit=True):
        self.instance.state = WorkState.WRITTEN
        return super().save(commit)


class ConfirmedHoursForm(HoursForm):
    """As the coordinator enters or corrects them: confirmed with it. A month may stand in one row."""

    most = 31 * IN_A_DAY

    def __init__(self, *args, confirmed_by, **kwargs):
        super().__init__(*args, **kwargs)
        self.confirmed_by = confirmed_by

    def save(self, commit=True):
        self.instance.confirm(self.confirmed_by, timezone.localdate())
        return super().save(commit)


def place_key(programme_id, unit_id):
    return f"{programme_id}-{unit_id or ''}"


def places_in(programmes, with_whole=False):
    """Programmes with their units: by key the words, the programme and the unit.

    A programme with a single unit stands there by that unit alone, unless its whole is asked for too.
    """
    places = {}
    for programme in programmes:
        units = [unit for unit in programme.units.all() if unit.closed_on is None]
        if with_whole or len(units) != 1:
            places[place_key(programme.pk, None)] = (programme.called, programme, None)
        for unit in units:
            places[place_key(programme.pk, unit.pk)] = (f"{programme.called}, {unit.name}", programme, unit)
    return places


class ChosenHoursForm(forms.Form):
    """Which of the hours that wait."""

    chosen = forms.ModelMultipleChoiceField(None, required=True)

    def __init__(self, *args, waiting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chosen"].queryset = waiting
