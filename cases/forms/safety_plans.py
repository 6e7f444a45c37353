from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.forms.limits import LATEST_REVIEW
from cases.forms.risk import past_moment, text, workers_of
from cases.models import Case, SafetyPlan
from cases.models.safety_plans import SECTIONS
from cases.vocabulary import Answer
from programmes.forms import MadeOnceForm
from programmes.moments import MomentField
from programmes.widgets import ChipsOne, Combobox, dress

LONGEST_SECTION = 1_000  # characters: all of them together still fit on one page
REVIEWED_AFTER = timedelta(days=30)
ASKED = {
    "warning_signs": _("What she sees, hears or feels before it happens."),
    "what_i_do": _("Which rooms to leave, which door, what to say."),
    "where_i_go": _("First, and if that does not work."),
    "who_i_call": _("Police 113, a neighbour, somebody who comes at once. Numbers only where nobody else reads them."),
    "what_i_take": _("Papers, money, keys, medicine, the children's things; where the bag is."),
    "children": _("What they know, where they go, who fetches them."),
    "digital_safety": _("Passwords, location, shared accounts, what he can read."),
    "code_word": _("With whom, and what it means."),
    "afterwards": _("Whom she tells, what changes: locks, ways, school."),
}


class SafetyPlanForm(MadeOnceForm):
    """The next version of her plan; it begins with what the last one says."""

    of = "case"

    made_at = MomentField(label=_("When"))

    class Meta(MadeOnceForm.Meta):
        model = SafetyPlan
        fields = ["made_at", *SECTIONS, "review_on"]

    def __init__(self, *args, case, user, last=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.last = case, last
        self.instance.case = case
        for name in SECTIONS:
            label = SafetyPlan._meta.get_field(name).verbose_name.capitalize()
            self.fields[name] = text(label, ASKED.get(name, ""), rows=3, longest=LONGEST_SECTION)
            self.initial[name] = getattr(last, name) if last else ""
        self.fields["worker"] = OneOf(workers_of(case.programme), says=called, label=_("Made with"), widget=Combobox())
        self.fields["review_on"].help_text = _("Empty: after 30 days.")
        self.fields["seen"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        self.initial["seen"] = last.number if last else 0
        self.initial["made_at"] = timezone.now().replace(second=0, microsecond=0)
        self.initial["worker"] = getattr(getattr(user, "worker", None), "pk", None)
        dress(self)

    @property
    def sections(self):
        return [self[name] for name in SECTIONS]

    def clean_made_at(self):
        return past_moment(self.cleaned_data["made_at"])

    def clean_review_on(self):
        on = self.cleaned_data["review_on"]
        if on and not timezone.localdate() <= on <= timezone.localdate() + LATEST_REVIEW:
            raise forms.ValidationError(_("A day from today on, a year from now at the latest."))
        return on

    def clean(self):
        answers = super().clean() or self.cleaned_data
        if not self.errors and not any(answers.get(name) for name in SECTIONS):
            self.add_error(SECTIONS[0], _("Write at least one section."))
        return answers

    def save(self, commit=True):
        """Two who change the same version are not both the next one."""
        Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=self.case.pk)
        newest = SafetyPlan.objects.filter(case=self.case).first()
        number = newest.number if newest else 0
        if number != (self.cleaned_data.get("seen") or 0):
            raise forms.ValidationError(_("Somebody else has just saved a newer version. Open it and compare."))
        plan = self.instance
        plan.number, plan.worker = number + 1, self.cleaned_data["worker"]
        plan.review_on = plan.review_on or timezone.localdate(plan.made_at) + REVIEWED_AFTER
        return super().save(commit)


class PaperForm(forms.Form):
    """Asked before anything is printed, each time anew."""

    on_paper = forms.ChoiceField(
        label=_("Is it safe to hand it over on paper?"),
        choices=[(Answer.YES.value, _("yes")), (Answer.NO.value, _("no"))],
        widget=ChipsOne,
        help_text=_("Where she keeps it, who looks there, and what happens if he finds it."),
    )
