from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.goals import EvaluationForm, GoalForm, PlanForm, RatingForm, steps_of
from cases.models import Goal, GoalStep, IndividualPlan
from cases.progress import progress
from cases.views.cases import find_case
from cases.vocabulary import GoalState


def goals(request, case_id):
    """The plan that runs, or the last one: goals with their steps, and how far she feels she has come."""
    case = find_case(request, case_id)
    plans = list(IndividualPlan.objects.filter(case=case).for_list().select_related("vault"))
    wanted = request.GET.get("plan")
    plan = next((plan for plan in plans if str(plan.pk) == wanted), next(iter(plans), None))
    trail.record(request, Act.OPENED, plan or case, purpose=_("individual plan"))
    found = goals_of(plan) if plan else []
    context = {
        "case": case,
        "plan": plan,
        "plans": plans,
        "runs": bool(plans) and plans[0].ended_on is None,
        "goals": found,
        "reached": sum(goal.state == GoalState.REACHED for goal in found),
        "progress": progress(found),
    }
    return render(request, "cases/goals.html", context)


def goals_of(plan):
    """With their steps and ratings."""
    steps = GoalStep.objects.select_related("vault", "worker__user", "worker__vault")
    return list(plan.goals.select_related("vault").prefetch_related(Prefetch("steps", steps), "ratings"))


def find_plan(request, individual_plan_id):
    plans = IndividualPlan.objects.visible_to(request.user).select_related(
        "vault", "case__client__vault", "case__programme"
    )
    return get_object_or_404(plans, pk=individual_plan_id)


def plan_begin(request, case_id):
    case = find_case(request, case_id)
    form = PlanForm(request.POST or None, case=case, user=request.user, instance=IndividualPlan())
    return plan_page(request, form, Act.CREATED)


def plan_edit(request, individual_plan_id):
    plan = find_plan(request, individual_plan_id)
    form = PlanForm(request.POST or None, instance=plan, case=plan.case, user=request.user)
    return plan_page(request, form, Act.CHANGED)


def plan_page(request, form, act):
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, act, form.case)
    return render(request, "cases/plan_form.html", {"form": form, "case": form.case})


def saved(request, form, act, case):
    if not getattr(form, "is_repeated", False):
        trail.record(request, act, form.instance)
    messages.success(request, _("Saved."))
    return redirect("cases:goals", case.pk)


def goal_new(request, individual_plan_id):
    plan = find_plan(request, individual_plan_id)
    return goal_page(request, plan, Goal(plan=plan), Act.CREATED)


def goal_edit(request, goal_id):
    goals = Goal.objects.visible_to(request.user).select_related(
        "vault", "plan__case__client__vault", "plan__case__programme"
    )
    goal = get_object_or_404(goals, pk=goal_id)
    return goal_page(request, goal.plan, goal, Act.CHANGED)


def goal_page(request, plan, goal, act):
    form = GoalForm(request.POST or None, instance=goal, plan=plan)
    form.steps = steps_of(goal, plan.case.programme, request.POST or None)
    are_valid = request.method == "POST" and all([form.is_valid(), form.steps.is_valid()])
    if are_valid and form.save_or_explain():
        return saved(request, form, act, plan.case)
    return render(request, "cases/goal_form.html", {"form": form, "case": plan.case, "plan": plan})


@require_POST
def step_done(request, step_id):
    """Done today; the same button takes it back."""
    steps = GoalStep.objects.visible_to(request.user).select_related("vault", "goal__plan__case")
    step = get_object_or_404(steps, pk=step_id)
    step.done_on = None if step.done_on else timezone.localdate()
    step.save(update_fields=["done_on"])
    trail.record(request, Act.CHANGED, step)
    messages.success(
        request,
        _("Done.") if step.done_on else _("Still to do."),
        extra_tags=reverse("cases:step_done", args=[step.pk]),
    )
    return redirect("cases:goals", step.goal.plan.case_id)


def plan_rate(request, individual_plan_id):
    plan = find_plan(request, individual_plan_id)
    form = RatingForm(request.POST or None, plan=plan)
    if form.is_valid():
        with transaction.atomic():
            for rating in form.save():
                trail.record(request, Act.CREATED, rating)
        messages.success(request, _("Saved."))
        return redirect("cases:goals", plan.case_id)
    return render(request, "cases/plan_rate.html", {"form": form, "plan": plan, "case": plan.case})


def plan_end(request, individual_plan_id):
    plan = find_plan(request, individual_plan_id)
    form = EvaluationForm(request.POST or None, instance=plan)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form, Act.CHANGED, plan.case)
    return render(request, "cases/plan_end.html", {"form": form, "plan": plan, "case": plan.case})
