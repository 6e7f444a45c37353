"""The year of the whole organisation: people are distinct over all its programmes."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Engagement, EngagementKind, Programme
from reporting.figures.dimensions import By, Month
from reporting.figures.measures import people, sum_of_parts
from reporting.figures.referrals import DirectoryFigures
from reporting.figures.rows import OnLastDay
from reporting.figures.sets import Breakdown, Figure
from reporting.figures.volunteering import VolunteeringFigures, kind_of_work
from reporting.printing import PARTICIPATIONS, PEOPLE

programme = By("programme", Programme, _("programme"), _("by programme"))


def engaged_as(kind):
    return people(OnLastDay(Engagement.objects.of_kind(kind)), "worker")


class OrganisationFigures(VolunteeringFigures, DirectoryFigures, whole=True):
    employees = Figure(
        _("Employees on the last day"),
        engaged_as(EngagementKind.EMPLOYEE),
        unit=PEOPLE,
        definition=_("People employed on the last day of the period."),
    )
    members = Figure(
        _("Members on the last day"),
        engaged_as(EngagementKind.MEMBER),
        unit=PEOPLE,
        definition=_("Members of the organisation on the last day of the period."),
    )
    volunteer_table = Breakdown(
        VolunteeringFigures.volunteers_distinct,
        VolunteeringFigures.volunteer_hours,
        rows=programme,
        label=_("Volunteers and their hours by programme"),
        why_not=_("Who helps in several programmes stands in several rows; the total counts everybody once."),
    )
    volunteer_participations = Figure(
        _("Volunteers, added up over programmes"),
        sum_of_parts(volunteer_table),
        unit=PARTICIPATIONS,
        definition=_("Volunteers of each programme added up: who helps in two programmes counts twice."),
    )
    volunteer_hours_by_kind = Breakdown(VolunteeringFigures.volunteer_hours, rows=kind_of_work)
    volunteer_hours_by_month = Breakdown(VolunteeringFigures.volunteer_hours, rows=Month("on"))
