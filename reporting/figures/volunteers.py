"""Volunteers of any programme."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Unit, VolunteerWork, WorkKind
from reporting.figures.dimensions import By, Choice, Month
from reporting.figures.measures import people, row, total
from reporting.figures.sets import Breakdown, Each, Figure, FigureSet
from reporting.printing import AT_MOST_TWO, HOURS, PEOPLE

work = VolunteerWork.objects.confirmed()
unit = By("unit", Unit, _("unit"), _("by unit"))
PEOPLE_ONCE = _("Somebody may stand in several rows; the total counts everybody once.")


class VolunteerFigures(FigureSet):
    volunteers = Figure(
        _("Active volunteers"),
        people(work, "worker"),
        unit=PEOPLE,
        definition=_("Different people who gave at least one hour of volunteer work to the programme in the period."),
    )
    volunteer_hours = Figure(
        _("Volunteer hours"),
        total(work, "hours"),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of volunteer work given to the programme in the period, all kinds of work together."),
    )
    volunteers_by_unit = Breakdown(volunteers, volunteer_hours, rows=unit, why_not=PEOPLE_ONCE)
    volunteer_hours_by_unit = Breakdown(volunteer_hours, rows=unit)
    volunteer_hours_by_kind = Breakdown(
        volunteer_hours, rows=Choice("kind", WorkKind, _("kind of work"), _("by kind of work"))
    )
    volunteer_hours_by_month = Breakdown(volunteer_hours, rows=Month("on"))
    volunteers_in_units = Each(
        volunteers_by_unit,
        row,
        key="volunteers_{part}",
        label=_("Volunteers: {part}"),
        unit=PEOPLE,
        definition=_("Different people who gave volunteer work to this unit in the period."),
    )
    volunteer_hours_in_units = Each(
        volunteer_hours_by_unit,
        row,
        key="volunteer_hours_{part}",
        label=_("Volunteer hours: {part}"),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of volunteer work given to this unit in the period."),
    )
