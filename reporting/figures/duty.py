"""The hours in which somebody has to answer, and who does: of any programme with opening hours."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Duty, DutyStretch
from reporting.figures.dimensions import Choice, Month
from reporting.figures.measures import share, total
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import AT_MOST_TWO, HOURS, ONE_DECIMAL, PERCENT

month, duty = Month("on"), Choice("duty", Duty, _("duty"), _("by duty"))


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
    hours_to_cover_by_month = Breakdown(hours_to_cover, hours_covered, hours_uncovered, rows=month)
    hours_to_cover_by_duty = Breakdown(hours_to_cover, hours_covered, hours_uncovered, rows=duty)
