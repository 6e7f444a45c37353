"""The roster: shifts, the weeks from which they come, and the hours in which somebody has to answer."""

from datetime import UTC, date, datetime, timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.forms.clocks import ClockField
from programmes.forms.made import MadeOnceForm
from programmes.models import Duty, DutyShift, OpeningHours, Programme, Unit, Weekday, WeekPattern, Worker
from programmes.moments import MomentField
from programmes.roster import Month, against
from programmes.widgets import ChipsMany, ChipsOne, Combobox, YesNo

YEARS = (1901, 2198)
LONGEST_SHIFT = timedelta(days=31)


class PersonField(forms.ModelChoiceField):
    """Colleagues by their names."""

    widget = Combobox

    def label_from_instance(self, worker):
        return worker.called


class MonthField(forms.CharField):
    """2026-11."""

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return None
        try:
            year, month = map(int, value.split("-"))
            if not YEARS[0] <= year <= YEARS[1]:
                raise ValueError(year)
            return Month.of(date(year, month, 1))
        except ValueError:
            raise forms.ValidationError(_("There is no such month."), "invalid") from None


class RosterForm(forms.Form):
    """What the address of the roster may ask for. What makes no sense there is left out."""

    programme = forms.ModelChoiceField(None, required=False)
    month = MonthField(required=False)
    year = forms.IntegerField(required=False, min_value=YEARS[0], max_value=YEARS[1])

    def __init__(self, data, *, user):
        super().__init__({name: data[name] for name in self.base_fields if data.get(name)})
        self.programmes = Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR)
        self.fields["programme"].queryset = self.programmes
        self.is_valid()

    @property
    def shown_month(self):
        return self.cleaned_data.get("month") or Month.of(timezone.localdate())

    @property
    def shown_year(self):
        return self.cleaned_data.get("year") or timezone.localdate().year

    def chosen(self):
        """The programme asked for, else the first of hers that has a roster, else her first."""
        with_roster = self.programmes.filter(Q(duty_shifts__isnull=False) | Q(pk__in=opening_programmes()))
        return self.cleaned_data.get("programme") or with_roster.first() or self.programmes.first()


def opening_programmes():
    return OpeningHours.objects.values("programme")


class BegunForm(forms.Form):
    """What the address of a new shift brings along: the gap from which she comes, its moments in seconds since 1970."""

    duty = forms.ChoiceField(choices=Duty.choices, required=False)
    unit = forms.IntegerField(required=False)
    starts = forms.IntegerField(min_value=0, max_value=2**32, required=False)
    ends = forms.IntegerField(min_value=0, max_value=2**32, required=False)

    def initial_answers(self):
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        for name in ("starts", "ends"):
            if name in given:
                given[f"{name}_at"] = datetime.fromtimestamp(given.pop(name), UTC)
        return given


class OfProgrammeForm(MadeOnceForm):
    """Something of a programme's roster: only its own places and its own people are offered."""

    of = "programme"

    def __init__(self, *args, programme, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme = self.instance.programme = programme
        units = Unit.objects.filter(programme=programme)
        self.fields["unit"].queryset = units
        self.fields["unit"].label = _("Unit")
        if not units:
            del self.fields["unit"]
        if "worker" in self.fields:
            self.fields["worker"] = PersonField(self.people(), label=_("Who"), required=False)
            self.initial["worker"] = getattr(self.instance, "worker_id", None) or self.initial.get("worker")

    def people(self):
        workers = Worker.objects.filter(organisation=self.programme.organisation_id)
        return workers.for_duty(keeping=self.instance.worker_id).select_related("user", "vault")


class ShiftForm(OfProgrammeForm):
    """One shift. What speaks against it is said before it is saved; she may be put on the roster all the same."""

    starts_at = MomentField(label=_("From"))
    ends_at = MomentField(label=_("To"))
    anyway = forms.BooleanField(label=_("Put her on the roster all the same"), required=False)

    class Meta(MadeOnceForm.Meta):
        model = DutyShift
        fields = ["duty", "unit", "starts_at", "ends_at", "worker", "worked"]
        widgets = {"duty": ChipsOne, "worked": YesNo}
        labels = {"duty": _("Duty"), "worked": _("Was it worked?")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["worker"].help_text = _("Nobody: the shift waits for somebody who takes it.")
        self.had = self.instance.worker_id
        self.anyway = self.fields.pop("anyway")
        if self.data.get("anyway"):
            self.fields["anyway"] = self.anyway
        if self.instance._state.adding or self.instance.is_to_come:
            del self.fields["worked"]

    def clean(self):
        data = super().clean() or self.cleaned_data
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end must be later than the start."))
        elif starts_at and ends_at and ends_at - starts_at > LONGEST_SHIFT:
            self.add_error("ends_at", _("A shift lasts a month at most."))
        if not self.errors and data.get("worker") and not data.get("anyway"):
            self.warn(list(self.against(data["worker"], starts_at, ends_at)))
        return data

    def warn(self, sentences):
        for sentence in sentences:
            self.add_error("worker", sentence)
        if sentences:
            self.fields["anyway"] = self.anyway

    def against(self, worker, starts_at, ends_at):
        if starts_at > timezone.now() or self.had != worker.pk:
            yield from against(worker, starts_at, ends_at, besides=[self.instance.pk])

    def save(self, commit=True):
        shift = self.instance
        if self.had and self.had != shift.worker_id and not shift._state.adding:
            wanted, shift.worker_id = shift.worker, self.had
            shift.give_to(wanted)
        return super().save(commit)


class WeeklyForm(OfProgrammeForm):
    """Hours that come again every week."""

    weekdays = forms.MultipleChoiceField(
        label=_("Days of the week"), choices=Weekday.choices, required=False, widget=ChipsMany
    )
    from_time = ClockField(label=_("From"))
    to_time = ClockField(
        label=_("To"), help_text=_("The same as the start or earlier: on the next day. Midnight is 24.")
    )

    class Meta(MadeOnceForm.Meta):
        widgets = {"duty": ChipsOne, "on_holidays": ChipsOne}
        labels = {"duty": _("Duty"), "on_holidays": _("On public holidays"), "valid_from": _("Valid from")}


class PatternForm(WeeklyForm):
    class Meta(WeeklyForm.Meta):
        model = WeekPattern
        fields = [
            *["duty", "unit", "weekdays", "from_time", "to_time", "worker"],
            *["on_holidays", "every_weeks", "valid_from", "until"],
        ]
        labels = {**WeeklyForm.Meta.labels, "every_weeks": _("Every so many weeks"), "until": _("Last day")}

    def clean_weekdays(self):
        if not self.cleaned_data["weekdays"]:
            raise forms.ValidationError(_("Choose at least one day."))
        return self.cleaned_data["weekdays"]

    def clean(self):
        data = super().clean() or self.cleaned_data
        if data.get("until") and data.get("valid_from") and data["until"] < data["valid_from"]:
            self.add_error("until", _("The last day must not lie before the first."))
        return data


class HoursForm(WeeklyForm):
    class Meta(WeeklyForm.Meta):
        model = OpeningHours
        fields = ["duty", "unit", "weekdays", "from_time", "to_time", "on_holidays", "valid_from"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["weekdays"].help_text = _("No day: closed from that day on.")
        if "unit" in self.fields:
            self.fields["unit"].help_text = _("Empty: whoever answers for the programme, at any unit.")
