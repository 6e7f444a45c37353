from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from cases.models import Goal, GoalStep, IndividualPlan
from cases.places import Action, Section, Step, actions, beside, desk, steps
from cases.templatetags.cases import called
from cases.timeline import Event, source
from cases.vocabulary import GoalState

COMING = timedelta(days=7)


@actions.part
def individual_plan(case, user):
    yield Action(_("Goals"), reverse("cases:goals", args=[case.pk]), "i")


def to_do(step, code=""):
    return Step(
        on=step.until,
        words=step.words,
        detail=called(step.worker) or _("she herself"),
        url=reverse("cases:goals", args=[step.goal.plan.case_id]),
        code=code,
    )


def next_review(plan, code=""):
    return Step(
        on=plan.review_on,
        words=pgettext("next step", "review the individual plan"),
        detail=called(plan.worker),
        url=reverse("cases:goals", args=[plan.case_id]),
        code=code,
    )


@steps.part
def steps_and_reviews(case, user):
    of_case = GoalStep.objects.visible_to(user).filter(goal__plan__case=case)
    for step in of_case.to_do().exclude(until=None).for_list():
        yield to_do(step)
    plans = IndividualPlan.objects.visible_to(user).filter(case=case, case__closed_on=None)
    for plan in plans.open().exclude(review_on=None).for_list():
        yield next_review(plan)


@desk.part
def her_steps_and_reviews(user):
    """Steps on the desk of whoever holds them, reviews on that of who made the plan."""
    until = timezone.localdate() + COMING
    hers = GoalStep.objects.visible_to(user).filter(worker__user=user, until__lte=until)
    for step in hers.to_do().for_list():
        yield to_do(step, step.goal.plan.case.client.code)
    for plan in IndividualPlan.objects.visible_to(user).filter(worker__user=user).to_review(until).for_list():
        yield next_review(plan, plan.case.client.code)


@beside.part
def goals_of_case(case, user):
    goals = list(
        Goal.objects.visible_to(user).filter(plan__case=case, plan__ended_on=None).select_related("vault", "plan")
    )
    if goals:
        reached = sum(goal.state == GoalState.REACHED for goal in goals)
        yield Section("cases/goals_part.html", 30, {"goals": goals, "reached": reached, "case": case})


@source("goals", pgettext_lazy("time line", "goals"), position=55)
def plans_and_goals(whose):
    for plan in whose.records(IndividualPlan.objects, "case__client").for_list().select_related("vault"):
        url = reverse("cases:goals", args=[plan.case_id])
        yield Event(plan.made_on, plan.icon, _("Individual plan made"), url, called(plan.worker))
        if plan.ended_on:
            yield Event(plan.ended_on, plan.icon, _("Individual plan evaluated"), url, note=plan.evaluation)
    goals = whose.records(Goal.objects, "plan__case__client").reached()
    for goal in goals.select_related("vault", "plan"):
        url = reverse("cases:goals", args=[goal.plan.case_id])
        yield Event(goal.state_on, "check", _("Goal reached"), url, note=goal.words)
