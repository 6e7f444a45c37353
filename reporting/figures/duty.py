"""The hours in which somebody has to answer, and who does: of any programme with opening hours."""

from django.utils.translation import gettext_lazy as _

from cases.models import Intervention, InterventionPart
from cases.vocabulary import Band, CalledBy
from programmes.models import Duty, DutyStretch, Vocabulary
from reporting.figures.dimensions import Choice, Month, Terms
from reporting.figures.measures import count, share, total
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import AT_MOST_TWO, HOURS, INTERVENTIONS, ONE_DECIMAL, PERCENT

month, duty = Month("on"), Choice("duty", Duty, _("duty"), _("by duty"))
band = Choice("band", Band, _("hours"), _("by kind of hour"))
task = Terms("task", Vocabulary.STANDBY_TASK, _("task"), _("by task"))
outcome = Terms("outcome", Vocabulary.STANDBY_OUTCOME, _("outcome"), _("by outcome"))
called_by = Choice("called_by", CalledBy, _("who called"), _("by who called"))


def hours(stretches):
    return total(stretches, "minutes", per=60)


class DutyFigures(FigureSet):
    hours_to_cover = Figure(
        _("Hours to cover"),
        hours(DutyStretch.objects.all()),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_(
            "Hours in which by the opening hours somebody had to answer, each duty and place apart, on days that have "
            "passed. Round the clock these are 8,760 in a year and 8,784 in a leap year."
        ),
    )
    hours_covered = Figure(
        _("Hours covered"),
        hours(DutyStretch.objects.covered()),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours to cover in which at least one person had duty; who shares an hour covers it once."),
    )
    hours_uncovered = Figure(
        _("Hours uncovered"),
        hours(DutyStretch.objects.uncovered()),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours to cover in which nobody had duty."),
    )
    hours_covered_share = Figure(
        _("Share of hours covered"),
        share(hours_covered, hours_to_cover),
        unit=PERCENT,
        decimals=ONE_DECIMAL,
        definition=_("Hours covered divided by hours to cover."),
    )
    interventions = Figure(
        _("Interventions on standby"),
        count(Intervention.objects.all()),
        unit=INTERVENTIONS,
        definition=_("Call-outs during standby, counted on the day of the call."),
    )
    intervention_hours = Figure(
        _("Hours of interventions"),
        hours(InterventionPart.objects.all()),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_(
            "Time from the call to the return, for each who went, on the days on which it lies. Day is 6.00 to 23.00, "
            "night the rest; a public holiday is one also when it is a Sunday."
        ),
    )
    intervention_hours_by_month_and_band = Breakdown(intervention_hours, rows=month, columns=band)
    interventions_by_task = Breakdown(interventions, rows=task)
    interventions_by_outcome = Breakdown(interventions, rows=outcome)
    interventions_by_caller = Breakdown(interventions, rows=called_by)
    hours_to_cover_by_month = Breakdown(hours_to_cover, hours_covered, hours_uncovered, rows=month)
    hours_to_cover_by_duty = Breakdown(hours_to_cover, hours_covered, hours_uncovered, rows=duty)
