from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from cases.models import RiskAssessment
from cases.places import Action, Flag, Section, Step, actions, beside, desk, flags, steps
from cases.risk import course, with_changes
from cases.templatetags.cases import called
from cases.timeline import Event, listed, source
from programmes.writing import day_short

COMING = timedelta(days=7)  # so far ahead the desk looks


@flags.part
def high_risk(case, user):
    for assessment in RiskAssessment.objects.visible_to(user).filter(case=case).flagged():
        yield Flag(
            _("high risk, %(day)s") % {"day": day_short(assessment.assessed_at)},
            colour="red",
            icon="alert",
            url=reverse("cases:risk", args=[case.pk]),
        )


@actions.part
def assess(case, user):
    yield Action(_("Risk"), reverse("cases:risk", args=[case.pk]), "r")


def next_assessment(assessment, url, code=""):
    return Step(
        on=assessment.review_on,
        words=pgettext("next step", "assess the risk again"),
        detail=called(assessment.worker),
        url=url,
        code=code,
    )


@steps.part
def reviews(case, user):
    newest = RiskAssessment.objects.visible_to(user).filter(case=case).of_open_cases().newest()
    for assessment in newest.exclude(review_on=None).select_related("worker__user", "worker__vault"):
        yield next_assessment(assessment, reverse("cases:risk_new", args=[case.pk]))


@desk.part
def her_reviews(user):
    """On the desk of whoever made the last one."""
    hers = RiskAssessment.objects.visible_to(user).filter(worker__user=user)
    for assessment in hers.to_review(timezone.localdate() + COMING).for_list():
        url = reverse("cases:risk_new", args=[assessment.case_id])
        yield next_assessment(assessment, url, assessment.case.client.code)


@beside.part
def risk_over_time(case, user):
    made = list(RiskAssessment.objects.visible_to(user).filter(case=case).for_list().prefetch_related(*INSTRUMENT))
    if made:
        yield Section("cases/risk_part.html", 20, {"dots": course(made), "told": with_changes(made), "case": case})


INSTRUMENT = ("instrument__items", "instrument__bands")


@source("risk", pgettext_lazy("time line", "risk"), position=40)
def assessments(whose):
    hers = whose.records(RiskAssessment.objects, "case__client")
    for one in hers.for_list().select_related("vault").prefetch_related(*INSTRUMENT):
        yield Event(
            at=one.assessed_at,
            icon=one.icon,
            title=_("Risk assessment: %(level)s") % {"level": one.band},
            url=reverse("cases:assessment", args=[one.pk]),
            detail=listed(called(one.worker), one.is_raised and _("raised by judgement")),
            note=one.reasons,
            in_danger=one.is_high,
        )
