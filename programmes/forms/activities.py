from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.sealed_files import SealedUploadField
from programmes.alphabet import place
from programmes.forms.answers import Several
from programmes.forms.hours import place_key, places_in
from programmes.forms.made import MadeOnceForm
from programmes.forms.records import RecordForm
from programmes.models import (
    OF_OUR_OWN,
    Activity,
    ActivityKind,
    ActivityState,
    Attendance,
    Audience,
    Term,
    Vocabulary,
    Worker,
)
from programmes.widgets import CHIPS_AT_MOST, ChipsOne, Combobox, dress

EARLIEST, LATEST = 1950, 2199


class YearForm(forms.Form):
    """The year of a list; nonsense is this year."""

    year = forms.IntegerField(min_value=EARLIEST, max_value=LATEST, required=False)

    def chosen(self):
        return (self.is_valid() and self.cleaned_data["year"]) or timezone.localdate().year


def text(label, longest=200, rows=None, **kwargs):
    widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput
    return forms.CharField(label=label, required=False, max_length=longest, widget=widget, **kwargs)


class ActivityForm(MadeOnceForm):
    """Something that a programme plans, held or cancelled."""

    title = text(_("Title"))
    reason = text(_("Reason of a change or cancellation"), 4000, rows=2)

    class Meta(RecordForm.Meta):
        model = Activity
        fields = ["on", "kind", "title", "state", "reason", "hours", "participants"]
        localized_fields = ["hours", "cost"]

    kinds: list = []

    def __init__(self, *args, programmes, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = places_in(programmes, with_whole=True)
        choices = [(key, label) for key, (label, _programme, _unit) in self.places.items()]
        widget = ChipsOne() if len(choices) <= CHIPS_AT_MOST else Combobox()
        self.fields["place"] = forms.ChoiceField(label=_("Programme"), choices=choices, widget=widget)
        kinds = [("", ""), *((kind.value, kind.label) for kind in self.kinds)]
        self.fields["kind"].widget = ChipsOne() if len(self.kinds) <= CHIPS_AT_MOST else Combobox()
        self.fields["kind"].choices = kinds
        self.initial["on"] = self.initial.get("on") or timezone.localdate()
        if self.instance.programme_id:
            self.initial["place"] = place_key(self.instance.programme_id, self.instance.unit_id)
        elif len(choices) == 1:
            self.initial["place"] = choices[0][0]
        self.add_own_fields(programmes[0])
        self.order_fields(self.field_order)
        dress(self)

    def add_own_fields(self, programme):
        """What this side of the work asks besides."""
        raise NotImplementedError

    def is_same(self, record):
        return record.programme.organisation_id == next(iter(self.places.values()))[1].organisation_id

    def clean(self):
        data = super().clean() or self.cleaned_data
        day, state, reason = data.get("on"), data.get("state"), data.get("reason")
        if state == ActivityState.HELD and day and day > timezone.localdate():
            self.add_error("on", _("This day is still to come: what is carried out lies behind us."))
        if state == ActivityState.CANCELLED and not reason:
            self.add_error("reason", _("Say why it was cancelled."))
        elif self.instance.planned_on and day and day != self.instance.planned_on and not reason:
            self.add_error("reason", _("Say why the day changed."))
        return data

    @transaction.atomic
    def save(self, commit=True):
        _label, self.instance.programme, self.instance.unit = self.places[self.cleaned_data["place"]]
        if self.instance._state.adding and self.cleaned_data["state"] != ActivityState.HELD:
            self.instance.planned_on = self.cleaned_data["on"]
        return super().save(commit)


class PublicActivityForm(ActivityForm):
    """Events, workshops, campaigns, items in media, materials: with the people of each target group."""

    kinds = [kind for kind in ActivityKind if kind not in OF_OUR_OWN]
    field_order = ["on", "kind", "place", "title", "state", "reason", "hours", "participants"]

    class Meta(ActivityForm.Meta):
        fields = [*ActivityForm.Meta.fields, "copies"]

    def add_own_fields(self, programme):
        known = {audience.group_id: audience.participants for audience in self.audiences()}
        words = Term.objects.offered_lists(programme, Vocabulary.TARGET_GROUP, keeping=(known, ()))
        self.groups = {f"group_{group.pk}": group for group in words[Vocabulary.TARGET_GROUP]}
        for name, group in self.groups.items():
            self.fields[name] = forms.IntegerField(
                label=group.label, required=False, min_value=0, max_value=1_000_000, initial=known.get(group.pk)
            )

    def audiences(self):
        return [] if self.instance._state.adding else self.instance.audiences.all()

    @property
    def group_fields(self):
        return [self[name] for name in self.groups]

    @property
    def main_fields(self):
        return [field for field in self.visible_fields() if field.name not in self.groups]

    def clean(self):
        data = super().clean()
        of_groups = sum(data.get(name) or 0 for name in self.groups)
        if data.get("participants") is None and of_groups and "participants" not in self.errors:
            data["participants"] = of_groups
        elif data.get("participants") is not None and data["participants"] < of_groups:
            self.add_error("participants", _("The target groups below have more people together."))
        return data

    def save(self, commit=True):
        activity = super().save(commit)
        self.save_audiences(activity)
        return activity

    def save_audiences(self, activity):
        known = {audience.group_id: audience for audience in activity.audiences.all()}
        wanted = {group.pk: self.cleaned_data.get(name) for name, group in self.groups.items()}
        activity.audiences.filter(group__in=[pk for pk, number in wanted.items() if not number]).delete()
        for pk, number in wanted.items():
            if number:
                audience = known.get(pk) or Audience(activity=activity, group_id=pk)
                audience.participants = number
                audience.save()


class OwnActivityForm(ActivityForm):
    """Trainings, supervision and intervision of those who work here: who gave it, who was there."""

    kinds = OF_OUR_OWN
    provider = text(_("Who gave it"), help_text=_("The provider or the supervisor."))
    licence = text(_("Licence of the supervisor"), 60)
    group = text(_("Group"), 100)
    field_order = ["on", "kind", "place", "title", "group", "state", "reason", "hours", "provider", "licence", "cost"]

    class Meta(ActivityForm.Meta):
        fields = [*ActivityForm.Meta.fields, "provider", "licence", "group", "cost"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["participants"]

    def add_own_fields(self, programme):
        workers = Worker.objects.filter(organisation=programme.organisation_id).select_related("user", "vault")
        self.workers = {worker.code: worker for worker in sorted(workers, key=lambda worker: place(worker.called))}
        self.fields["attended"] = forms.MultipleChoiceField(
            label=_("Who was there"),
            required=False,
            choices=[(code, worker.called) for code, worker in self.workers.items()],
            widget=Several(),
        )
        if not self.instance._state.adding:
            hers = self.instance.attendances.values_list("worker__code", flat=True)
            self.initial["attended"] = list(hers)

    @property
    def main_fields(self):
        return self.visible_fields()

    def save(self, commit=True):
        activity = super().save(commit)
        there = {self.workers[code].pk for code in self.cleaned_data["attended"]}
        Attendance.objects.filter(activity=activity).exclude(worker__in=there).delete()
        known = set(Attendance.objects.filter(activity=activity).values_list("worker", flat=True))
        for pk in there - known:
            Attendance.objects.create(activity=activity, worker_id=pk)
        activity.participants = len(there) or None
        Activity.objects.filter(pk=activity.pk).update(participants=activity.participants)
        return activity


def form_for(kind):
    return OwnActivityForm if kind in OF_OUR_OWN else PublicActivityForm


class LearntForm(forms.Form):
    """Hours of theory and of practice of everybody at a basic training, and whether she finished it."""

    def __init__(self, *args, attendances, **kwargs):
        super().__init__(*args, **kwargs)
        self.attendances = attendances
        for one in attendances:
            for part in ("theory", "practice"):
                self.fields[f"{part}_{one.pk}"] = forms.DecimalField(
                    label=_("theory") if part == "theory" else _("practice"),
                    required=False,
                    min_value=0,
                    max_value=500,
                    max_digits=5,
                    decimal_places=2,
                    localize=True,
                    initial=getattr(one, f"{part}_hours"),
                    widget=forms.TextInput({"inputmode": "decimal", "class": "short", "autocomplete": "off"}),
                )
            self.fields[f"completed_{one.pk}"] = forms.BooleanField(
                label=_("completed"), required=False, initial=one.completed
            )

    @property
    def rows(self):
        for one in self.attendances:
            yield one, self[f"theory_{one.pk}"], self[f"practice_{one.pk}"], self[f"completed_{one.pk}"]

    @transaction.atomic
    def save(self):
        for one in self.attendances:
            one.theory_hours = self.cleaned_data[f"theory_{one.pk}"]
            one.practice_hours = self.cleaned_data[f"practice_{one.pk}"]
            one.completed = self.cleaned_data[f"completed_{one.pk}"]
            one.version += 1
            one.save()


class ProofForm(forms.Form):
    file = SealedUploadField(
        label=_("Proof"), help_text=_("PDF, picture or document of at most 10 MB. It is sealed; nobody sees it inline.")
    )
