import uuid

from django import forms
from django.db.models import Max
from django.forms import formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.forms.limits import in_our_time, no_day_to_come, within_a_year
from cases.forms.risk import text, workers_of
from cases.models import Goal, GoalStep, IndividualPlan, ProgressRating
from cases.models.goals import BEST
from cases.vocabulary import GoalState
from programmes.forms import MadeOnceForm, RecordForm
from programmes.widgets import ChipsOne, Combobox, DayInput, dress

LONGEST = 500  # characters of a goal or a step
STEPS_AT_MOST, EMPTY_STEPS = 20, 2
SHE = _("she herself")


class PlanForm(MadeOnceForm):
    """A plan begins, or its next review is moved."""

    of = "case"

    class Meta(MadeOnceForm.Meta):
        model = IndividualPlan
        fields = ["made_on", "review_on"]

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.case = self.instance.case = case
        self.fields["worker"] = OneOf(workers_of(case.programme), says=called, label=_("Made with"), widget=Combobox())
        if self.instance._state.adding:
            self.initial["made_on"] = timezone.localdate()
            self.initial["worker"] = getattr(getattr(user, "worker", None), "pk", None)
        else:
            self.initial["worker"] = self.instance.worker_id
        dress(self)

    def clean_made_on(self):
        return no_day_to_come(self.cleaned_data["made_on"])

    def clean_review_on(self):
        return within_a_year(self.cleaned_data["review_on"])

    def clean(self):
        answers = super().clean() or self.cleaned_data
        made, review = answers.get("made_on"), answers.get("review_on")
        if made and review and review < made:
            self.add_error("review_on", _("The review must not lie before the plan was made."))
        return answers

    def save(self, commit=True):
        self.instance.worker = self.cleaned_data["worker"]
        return super().save(commit)


class GoalForm(MadeOnceForm):
    """A goal with its steps; a step without words is no step."""

    of = "plan"

    words = text(_("What does she want to reach?"), rows=2, longest=LONGEST, required=True)

    class Meta(MadeOnceForm.Meta):
        model = Goal
        fields = ["words", "until", "state", "state_on"]

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = self.instance.plan = plan
        self.fields["state_on"].required = False
        self.fields["state_on"].help_text = _("Empty: today, if it changes.")
        if self.instance._state.adding:
            self.initial["state"] = GoalState.NOT_BEGUN
            self.initial["state_on"] = None

    def clean_until(self):
        return in_our_time(self.cleaned_data["until"])

    def clean_state_on(self):
        return no_day_to_come(self.cleaned_data["state_on"])

    def clean(self):
        answers = super().clean() or self.cleaned_data
        since, made = answers.get("state_on"), self.plan.made_on
        if since and since < made:
            self.add_error("state_on", _("The plan was made later, on that day nothing was agreed yet."))
        changed = "state" in self.changed_data and "state_on" not in self.changed_data
        if not since or changed and not self.instance._state.adding:
            answers["state_on"] = timezone.localdate()
        return answers

    def save(self, commit=True):
        if self.instance._state.adding:
            last = self.plan.goals.aggregate(last=Max("position"))["last"]
            self.instance.position = (last or 0) + 1
        goal = super().save(commit)
        self.steps.save_of(goal)
        return goal


class StepForm(forms.Form):
    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(label=_("Step"), max_length=LONGEST, required=False)
    until = forms.DateField(label=_("Until"), required=False, widget=DayInput)
    done_on = forms.DateField(label=_("Done"), required=False, widget=DayInput)

    def __init__(self, *args, workers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["worker"] = OneOf(workers, says=called, label=_("Who"), widget=Combobox(placeholder=SHE))
        self.order_fields(["id", "words", "worker", "until", "done_on"])

    def clean_until(self):
        return in_our_time(self.cleaned_data["until"])

    def clean_done_on(self):
        return no_day_to_come(self.cleaned_data["done_on"])

    @property
    def is_there(self):
        return bool(getattr(self, "cleaned_data", {}).get("words"))


class StepRows(forms.BaseFormSet):
    def save_of(self, goal):
        """Rows that are there are kept or made; a row that lost its words is taken away."""
        known = {step.pk: step for step in goal.steps.select_related("vault")}
        for position, form in enumerate(self.forms, 1):
            row = form.cleaned_data
            pk = row.get("id") if form.is_there or row.get("id") in known else None
            step = known.pop(pk, None) or GoalStep(pk=uuid.uuid4(), goal=goal)
            if form.is_there:
                step.words, step.worker = row["words"], row["worker"]
                step.until, step.done_on, step.position = row["until"], row["done_on"], position
                step.save()
            elif not step._state.adding:
                step.delete()


def steps_of(goal, programme, data):
    """The steps of a goal, and two empty rows after them."""
    steps = goal.steps.select_related("vault") if goal and not goal._state.adding else []
    initial = [
        {"id": step.pk, "words": step.words, "worker": step.worker_id, "until": step.until, "done_on": step.done_on}
        for step in steps
    ]
    rows = formset_factory(StepForm, StepRows, extra=EMPTY_STEPS, max_num=STEPS_AT_MOST, validate_max=True)
    return rows(data, initial=initial, prefix="step", form_kwargs={"workers": workers_of(programme)})


class RatingForm(forms.Form):
    """How far she feels with each goal today; a goal she says nothing about is left out."""

    rated_on = forms.DateField(label=_("Day"), widget=DayInput)

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.goals = list(plan.goals.select_related("vault"))
        self.fields["rated_on"].initial = timezone.localdate()
        for goal in self.goals:
            self.fields[f"goal_{goal.pk}"] = forms.IntegerField(
                label=goal.words, min_value=0, max_value=BEST, required=False
            )

    @property
    def rows(self):
        return [self[f"goal_{goal.pk}"] for goal in self.goals]

    def clean_rated_on(self):
        on = no_day_to_come(self.cleaned_data["rated_on"])
        if on < self.plan.made_on:
            raise forms.ValidationError(_("The plan was made later."))
        return on

    def clean(self):
        if not self.errors and all(self.cleaned_data.get(f"goal_{goal.pk}") is None for goal in self.goals):
            raise forms.ValidationError(_("Write at least one number from 0 to 10."))
        return self.cleaned_data

    def save(self):
        """The last word of a day counts."""
        saved = []
        for goal in self.goals:
            value = self.cleaned_data[f"goal_{goal.pk}"]
            if value is not None:
                rating = ProgressRating.objects.filter(goal=goal, rated_on=self.cleaned_data["rated_on"]).first()
                rating = rating or ProgressRating(goal=goal, rated_on=self.cleaned_data["rated_on"])
                rating.value = value
                rating.save()
                saved.append(rating)
        return saved


class EvaluationForm(RecordForm):
    """The end of a plan: how far each goal came, and what that means."""

    evaluation = text(_("Evaluation"), _("What was reached, what was not, what she says of it."), rows=6, required=True)

    class Meta(RecordForm.Meta):
        model = IndividualPlan
        fields = ["ended_on", "evaluation"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.goals = list(self.instance.goals.select_related("vault"))
        self.fields["ended_on"].required = True
        self.initial["ended_on"] = self.instance.ended_on or timezone.localdate()
        for goal in self.goals:
            self.fields[f"goal_{goal.pk}"] = forms.ChoiceField(
                label=goal.words, choices=GoalState, initial=goal.state, widget=ChipsOne
            )

    @property
    def rows(self):
        return [self[f"goal_{goal.pk}"] for goal in self.goals]

    def clean_ended_on(self):
        return no_day_to_come(self.cleaned_data["ended_on"])

    def save(self, commit=True):
        plan = super().save(commit)
        for goal in self.goals:
            state = self.cleaned_data[f"goal_{goal.pk}"]
            if state != goal.state:
                goal.state, goal.state_on = state, plan.ended_on
                goal.save()
        return plan
