"""The first talk by its headings; what came of the work; what somebody needs."""

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf, Several
from cases.forms.cases import day_field, worker_field
from cases.models import Case, FirstTalk, Need, Reached
from programmes.forms import MadeOnceForm, RecordForm
from programmes.models import Term, Vocabulary
from programmes.widgets import CHIPS_AT_MOST, ChipsMany, ChipsOne, dress

HINTS = {
    "violence": _("What kinds, since when, how often, the last time and the worst time."),
    "people": _("Who uses violence, who suffers it, children, who else lives there."),
    "risk_factors": _("Weapons, threats, a separation, following, violence that grows."),
    "consequences": _("For her and the children: health, sleep, work, school, money."),
    "state": _("What she says she needs today; fear, strength, thoughts of suicide."),
    "network": _("Relatives, friends, neighbours, institutions that help already."),
}


def heading(name):
    return forms.CharField(
        label=capfirst(FirstTalk._meta.get_field(name).verbose_name),
        help_text=HINTS[name],
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "input"}),
    )


class FirstTalkForm(MadeOnceForm):
    of = "case"
    talked_on = day_field(_("Day of the talk"))
    violence = heading("violence")
    people = heading("people")
    risk_factors = heading("risk_factors")
    consequences = heading("consequences")
    state = heading("state")
    network = heading("network")

    class Meta(RecordForm.Meta):
        model = FirstTalk
        fields = ["talked_on", *FirstTalk.HEADINGS, "leads_to"]
        labels = {"leads_to": _("What does it lead to?")}

    def __init__(self, *args, user, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.instance.case = case, case
        self.fields["worker"] = worker_field(case.programme.organisation_id, _("Who talked"))
        self.initial.setdefault("worker", self.instance.worker_id or getattr(getattr(user, "worker", None), "pk", None))
        self.initial.setdefault("talked_on", timezone.localdate())
        dress(self)
        self.fields["leads_to"].widget = ChipsOne(choices=self.fields["leads_to"].choices)

    def clean_talked_on(self):
        on = self.cleaned_data["talked_on"]
        if self.case.asked_on and on < self.case.asked_on:
            raise forms.ValidationError(_("She had not asked for help yet."))
        return on

    def save(self, commit=True):
        self.instance.worker = self.cleaned_data["worker"]
        return super().save(commit)

    def sentence_for(self, refusal):
        """The one constraint without words of its own: a case has one first talk."""
        name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", "") or ""
        if "case_id" in name:
            return _("The first talk of this case was written meanwhile. Open it and add to it.")
        return super().sentence_for(refusal)

    @property
    def headings(self):
        return [self[name] for name in FirstTalk.HEADINGS]


class ReachedForm(MadeOnceForm):
    of = "case"
    on = day_field(_("On"))
    note = forms.CharField(
        label=_("Note"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3, "class": "input"})
    )

    class Meta(RecordForm.Meta):
        model = Reached
        fields = ["on", "note"]

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.instance.case = case, case
        kept = ([self.instance.what_id], ())
        words = Term.objects.offered_lists(case.programme, Vocabulary.OUTCOME, keeping=kept)
        self.fields["what"] = OneOf(words[Vocabulary.OUTCOME], label=_("What was reached"), required=True)
        self.initial.setdefault("what", self.instance.what_id)
        self.initial.setdefault("on", timezone.localdate())
        self.order_fields(["what", "on", "note"])
        dress(self)

    def save(self, commit=True):
        self.instance.what = self.cleaned_data["what"]
        return super().save(commit)


class NeedsForm(RecordForm):
    """All at once; what is not ticked any more is forgotten, but for the history."""

    class Meta(RecordForm.Meta):
        model = Case
        fields: list = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.had = {need.what_id: need for need in self.instance.needs.select_related("what")}
        kept = (list(self.had), ())
        words = Term.objects.offered_lists(self.instance.programme, Vocabulary.NEED, keeping=kept)[Vocabulary.NEED]
        self.words = {str(word.pk): word for word in words}
        self.fields["needs"] = forms.MultipleChoiceField(
            label=_("Needs and circumstances"),
            help_text=_("Only what she told by herself and what the help hangs on."),
            choices=[(pk, word.label) for pk, word in self.words.items()],
            required=False,
            widget=ChipsMany() if len(words) <= CHIPS_AT_MOST else Several(),
        )
        self.initial["needs"] = [str(pk) for pk in self.had]

    def save(self, commit=True):
        case = super().save(commit)
        wanted = {self.words[pk].pk for pk in self.cleaned_data["needs"]}
        for pk, need in self.had.items():
            if pk not in wanted:
                need.delete()
        for pk in sorted(wanted - set(self.had)):
            Need.objects.create(case=case, what_id=pk)
        return case
