from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf, Several
from cases.models import Client, Intervention, InterventionWorker
from programmes.forms import MadeOnceForm, RecordForm
from programmes.forms.duty import RosterForm
from programmes.models import Term, Unit, Vocabulary, Worker
from programmes.moments import MomentField
from programmes.widgets import Combobox, dress

LONGEST_TEXT = 100_000  # characters
WORDS = {"task": Vocabulary.STANDBY_TASK, "outcome": Vocabulary.STANDBY_OUTCOME}


class AskedForm(RosterForm):
    """What the address of the list may ask for: a programme and a month."""

    def chosen(self):
        """The programme asked for, else the first of hers with interventions or standby, else her first."""
        standing_by = self.programmes.filter(duty_shifts__duty__startswith="standby").distinct()
        with_some = self.programmes.filter(interventions__isnull=False).distinct()
        return self.cleaned_data.get("programme") or with_some.first() or standing_by.first() or self.programmes.first()


def text(label, rows=4):
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows, "class": "input"}),
    )


class InterventionForm(MadeOnceForm):
    """A call-out: who went, when, who called, what for and what came of it."""

    of = "programme"

    called_at = MomentField(label=_("Called"))
    left_at = MomentField(label=_("Left"), required=False, help_text=_("Empty: it was done by phone."))
    returned_at = MomentField(label=_("Returned"), required=False, help_text=_("Empty: it still lasts."))
    code = forms.CharField(
        label=_("For whom"), max_length=20, required=False, help_text=_("Her code, where she has one.")
    )
    note = text(_("Note"))

    class Meta(MadeOnceForm.Meta):
        model = Intervention
        fields = ["called_at", "left_at", "returned_at", "called_by", "note"]
        labels = {"called_by": _("Who called")}

    def __init__(self, *args, user, programme, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.programme = user, programme
        self.instance.programme = programme
        intervention, is_new = self.instance, self.instance._state.adding
        workers = Worker.objects.filter(organisation=programme.organisation_id).select_related("user", "vault")
        self.fields["workers"] = forms.MultipleChoiceField(
            label=_("Who went"), choices=[(str(worker.pk), worker.called) for worker in workers], widget=Several()
        )
        keeping = [getattr(intervention, f"{name}_id") for name in WORDS]
        offered = Term.objects.offered_lists(programme, *WORDS.values(), keeping=(keeping, ()))
        for name, label in (("task", _("Task")), ("outcome", _("Outcome"))):
            self.fields[name] = OneOf(offered[WORDS[name]], label=label)
        self.fields["unit"] = OneOf(list(Unit.objects.filter(programme=programme)), label=_("Unit"), widget=Combobox())
        if is_new:
            me = getattr(user, "worker", None)
            self.initial.setdefault("workers", [str(me.pk)] if me else [])
        else:
            del self.fields["code"]  # her key seals what is written: it can't be another one's later
            self.initial["workers"] = [str(pk) for pk in intervention.workers.values_list("pk", flat=True)]
            self.initial.update(task=intervention.task_id, outcome=intervention.outcome_id, unit=intervention.unit_id)
        self.order_fields(
            ["called_at", "left_at", "returned_at", "workers", "called_by", "task", "outcome", "unit", "code", "note"]
        )
        dress(self)

    def clean_code(self):
        code = self.cleaned_data["code"].strip()
        self.client = Client.objects.visible_to(self.user).with_code(code).first() if code else None
        if code and self.client is None:
            raise forms.ValidationError(_("Nobody has the code %(code)s."), params={"code": code})
        return code

    def clean(self):
        data = super().clean() or self.cleaned_data
        called, left, returned = (data.get(name) for name in ("called_at", "left_at", "returned_at"))
        for name, moment in (("called_at", called), ("left_at", left), ("returned_at", returned)):
            if moment and moment > timezone.now():
                self.add_error(name, _("This is still to come."))
        if called and left and left < called:
            self.add_error("left_at", _("She can't have left before she was called."))
        if called and returned and returned <= called:
            self.add_error("returned_at", _("The end must be later than the start."))
        elif left and returned and returned < left:
            self.add_error("returned_at", _("She can't have returned before she left."))
        return data

    def save(self, commit=True):
        for name in (*WORDS, "unit"):
            setattr(self.instance, name, self.cleaned_data[name])
        if self.instance._state.adding:
            self.instance.client = self.client
        intervention = super().save(commit)
        went = set(map(UUID, self.cleaned_data["workers"]))
        intervention.taking_part.exclude(worker__in=went).delete()
        for pk in went - set(intervention.taking_part.values_list("worker", flat=True)):
            InterventionWorker.objects.create(intervention=intervention, worker_id=pk)
        return intervention


class ReportForm(RecordForm):
    """The written report. When it was first written is kept."""

    report = text(_("Report"), rows=14)

    class Meta(RecordForm.Meta):
        model = Intervention
        fields = ["report"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["report"].required = True

    def save(self, commit=True):
        self.instance.reported_at = self.instance.reported_at or timezone.now()
        return super().save(commit)
