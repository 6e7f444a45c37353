from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.forms.limits import within_a_year
from cases.models import RiskAssessment
from cases.models.risk import LEVELS
from cases.vocabulary import Answer
from programmes.forms import MadeOnceForm
from programmes.models import Worker
from programmes.moments import MomentField
from programmes.widgets import ChipsOne, Combobox, dress
from programmes.writing import clock

LONGEST_TEXT = 20_000  # characters
ITEM = "item_"


def text(label, help_text="", rows=4, longest=LONGEST_TEXT, required=False):
    widget = forms.Textarea(attrs={"rows": rows, "class": "input"})
    return forms.CharField(label=label, help_text=help_text, max_length=longest, required=required, widget=widget)


def past_moment(moment):
    if moment > timezone.now():
        raise forms.ValidationError(_("This is still to come. It is %(now)s.") % {"now": clock(timezone.now())})
    return moment


def workers_of(programme):
    return list(Worker.objects.filter(organisation=programme.organisation_id).select_related("user", "vault"))


class RiskAssessmentForm(MadeOnceForm):
    """The questions of an instrument. What is left open is not known; her own judgement may only raise the result."""

    of = "case"

    assessed_at = MomentField(label=_("When"))
    level = forms.ChoiceField(
        label=_("Your own judgement"),
        required=False,
        help_text=_("Empty: as the score says. It may be raised, never lowered."),
        widget=ChipsOne(alarm=["high"]),
    )
    reasons = text(_("Reasons"), _("What decided, and what you know beside the questions."))

    class Meta(MadeOnceForm.Meta):
        model = RiskAssessment
        fields = ["assessed_at", "reasons", "review_on"]

    def __init__(self, *args, case, instrument, user, before=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.asked_with, self.before = case, instrument, before
        self.instance.case, self.instance.instrument = case, instrument
        self.fields["worker"] = OneOf(
            workers_of(case.programme), says=called, label=_("Who assessed"), widget=Combobox()
        )
        self.items = list(instrument.items.all())
        for item in self.items:
            self.fields[ITEM + item.key] = self.asked(item)
        if instrument.judgement_raises:
            self.fields["level"].choices = [("", ""), *((level.value, level.label) for level in LEVELS[1:])]
        else:
            del self.fields["level"]
        self.fields["review_on"].help_text = _("Empty: after %(days)s days.") % {"days": instrument.review_days}
        self.fill_in(user)
        dress(self)

    def asked(self, item):
        last = self.before.answer_to(item.key) if self.before else None
        return forms.ChoiceField(
            label=item.label,
            choices=[("", ""), *Answer.choices],
            required=False,
            widget=ChipsOne(alarm=[Answer.YES]),
            help_text=_("last time: %(answer)s") % {"answer": last.label} if last else "",
        )

    def fill_in(self, user):
        assessment = self.instance
        if assessment._state.adding:
            self.initial["assessed_at"] = timezone.now().replace(second=0, microsecond=0)
            self.initial["worker"] = getattr(getattr(user, "worker", None), "pk", None)
            return
        self.initial.update(worker=assessment.worker_id, level=assessment.level if assessment.is_raised else "")
        for item in self.items:
            answer = assessment.answer_to(item.key)
            self.initial[ITEM + item.key] = answer

    @property
    def questions(self):
        return [self[ITEM + item.key] for item in self.items]

    def clean_assessed_at(self):
        return past_moment(self.cleaned_data["assessed_at"])

    def clean_review_on(self):
        return within_a_year(self.cleaned_data["review_on"])

    def clean(self):
        answers = super().clean() or self.cleaned_data
        self.instance.said_yes = self.said(Answer.YES)
        self.instance.said_no = self.said(Answer.NO)
        self.instance.judge(answers.get("level", ""))
        if self.instance.is_raised and not answers.get("reasons") and "reasons" not in self.errors:
            self.add_error("reasons", _("You raise the result: say why."))
        assessed, review = answers.get("assessed_at"), answers.get("review_on")
        if assessed and review and review < timezone.localdate(assessed):
            self.add_error("review_on", _("The next assessment must not lie before this one."))
        return answers

    def said(self, answer):
        return [item.key for item in self.items if self.cleaned_data.get(ITEM + item.key) == answer]

    def save(self, commit=True):
        self.instance.worker = self.cleaned_data["worker"]
        if not self.instance.review_on:
            self.instance.review_on = self.instance.due_from(timezone.localdate(self.instance.assessed_at))
        return super().save(commit)


class StandDownForm(forms.Form):
    """The coordinator takes the flag down, with a reason."""

    because = text(_("Why is the flag taken down?"), rows=5, required=True)
