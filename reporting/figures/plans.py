"""What every programme with cases counts of risk and plans."""

from django.utils.translation import gettext_lazy as _

from cases.models import Goal, IndividualPlan, RiskAssessment, SafetyPlan
from cases.vocabulary import GoalState, RiskLevel
from reporting.figures.dimensions import Choice, Month
from reporting.figures.measures import count, people, share
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import ASSESSMENTS, GOALS, ONE_DECIMAL, PEOPLE, PERCENT, PLANS

made = RiskAssessment.objects.all()
level = Choice("level", RiskLevel, _("level"), _("by level"))


class PlanFigures(FigureSet):
    risk_assessments = Figure(
        _("Risk assessments"),
        count(made),
        unit=ASSESSMENTS,
        definition=_("Assessments of risk made in the period; somebody assessed again counts again."),
    )
    people_assessed = Figure(
        _("People whose risk was assessed"),
        people(made, "case__client"),
        unit=PEOPLE,
        definition=_("Different people with at least one assessment of risk in the period."),
    )
    people_at_high_risk = Figure(
        _("People at high risk"),
        people(made.at_level(RiskLevel.HIGH), "case__client"),
        unit=PEOPLE,
        definition=_("Different people with at least one assessment of the period that came to high risk."),
    )
    assessments_repeated = Figure(
        _("Assessments with one before them"),
        count(made.repeated()),
        unit=ASSESSMENTS,
        definition=_("Assessments of the period in whose case there was an earlier one."),
    )
    assessments_lower = Figure(
        _("Risk lower than before"),
        count(made.lower_than_before()),
        unit=ASSESSMENTS,
        definition=_("Assessments of the period that came to a lower level than the one before them in the case."),
    )
    assessments_higher = Figure(
        _("Risk higher than before"),
        count(made.higher_than_before()),
        unit=ASSESSMENTS,
        definition=_("Assessments of the period that came to a higher level than the one before them in the case."),
    )
    safety_plans_made = Figure(
        _("Safety plans made"),
        count(SafetyPlan.objects.first_versions()),
        unit=PLANS,
        definition=_("First versions of a safety plan made in the period."),
    )
    safety_plans_reviewed = Figure(
        _("Safety plans reviewed"),
        count(SafetyPlan.objects.reviews()),
        unit=PLANS,
        definition=_("Further versions of a safety plan made in the period, changed or confirmed."),
    )
    individual_plans = Figure(
        _("Individual plans"),
        count(IndividualPlan.objects.all()),
        unit=PLANS,
        definition=_("Individual plans that ran on at least one day of the period."),
    )
    goals_set = Figure(
        _("Goals of individual plans"),
        count(Goal.objects.all()),
        unit=GOALS,
        definition=_("Goals of the individual plans that ran in the period."),
    )
    goals_reached = Figure(
        _("Goals reached"),
        count(Goal.objects.reached()),
        unit=GOALS,
        definition=_("Goals of the individual plans that ran in the period that are reached by now."),
    )
    goals_reached_share = Figure(
        _("Share of goals reached"),
        share(goals_reached, goals_set),
        unit=PERCENT,
        decimals=ONE_DECIMAL,
        definition=_("Goals reached in per cent of all goals of the individual plans that ran in the period."),
    )

    assessments_by_level = Breakdown(risk_assessments, rows=level)
    assessments_by_month = Breakdown(risk_assessments, rows=Month("assessed_on"))
    goals_by_state = Breakdown(goals_set, rows=Choice("state", GoalState, _("how far"), _("by how far they are")))
