from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from cases.models import RiskAssessment, SafetyPlan
from cases.places import Action, Flag, Step, actions, desk, flags, steps
from cases.templatetags.cases import called
from cases.timeline import Event, listed, source

COMING = timedelta(days=7)


@flags.part
def plan_is_missing(case, user):
    """At high risk and without a plan."""
    flagged = RiskAssessment.objects.visible_to(user).filter(case=case).flagged()
    if flagged.exists() and not SafetyPlan.objects.filter(case=case).exists():
        yield Flag(
            _("no safety plan"), colour="amber", icon="shield", url=reverse("cases:safety_plan_new", args=[case.pk])
        )


@actions.part
def safety_plan(case, user):
    yield Action(_("Safety plan"), reverse("cases:safety_plan", args=[case.pk]), "v")


def next_review(plan, code=""):
    return Step(
        on=plan.review_on,
        words=pgettext("next step", "go through the safety plan"),
        detail=called(plan.worker),
        url=reverse("cases:safety_plan", args=[plan.case_id]),
        code=code,
    )


@steps.part
def reviews(case, user):
    newest = SafetyPlan.objects.visible_to(user).filter(case=case, case__closed_on=None).newest()
    for plan in newest.exclude(review_on=None).for_list():
        yield next_review(plan)


@desk.part
def her_reviews(user):
    hers = SafetyPlan.objects.visible_to(user).filter(worker__user=user)
    for plan in hers.to_review(timezone.localdate() + COMING).for_list():
        yield next_review(plan, plan.case.client.code)


@source("plans", pgettext_lazy("time line", "plans"), position=50)
def versions(whose):
    for plan in whose.records(SafetyPlan.objects, "case__client").for_list():
        title = _("Safety plan made") if plan.number == 1 else _("Safety plan, version %(n)s") % {"n": plan.number}
        yield Event(
            at=plan.made_at,
            icon=plan.icon,
            title=title,
            url=reverse("cases:safety_plan_version", args=[plan.pk]),
            detail=listed(called(plan.worker), plan.on_paper == "no" and _("not on paper")),
        )
