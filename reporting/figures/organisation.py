"""The year of the whole organisation: people are distinct over all its programmes."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Engagement, EngagementKind, Programme, VolunteerWork, WorkKind
from reporting.figures.dimensions import By, Choice, Month
from reporting.figures.measures import people, sum_of_parts, total
from reporting.figures.referrals import DirectoryFigures
from reporting.figures.rows import OnLastDay
from reporting.figures.sets import Breakdown, Figure
from reporting.printing import AT_MOST_TWO, HOURS, PARTICIPATIONS, PEOPLE

work = VolunteerWork.objects.all()
programme = By("programme", Programme, _("programme"), _("by programme"))


def engaged_as(kind):
    return people(OnLastDay(Engagement.objects.of_kind(kind)), "worker")


class OrganisationFigures(DirectoryFigures, whole=True):
    volunteers_distinct = Figure(
        _("Different volunteers"),
        people(work, "worker"),
        unit=PEOPLE,
        definition=_(
            "Different people who gave volunteer work to the organisation in the period; "
            "who helps in several programmes counts once."
        ),
    )
    volunteer_hours = Figure(
        _("Volunteer hours in all"),
        total(work, "hours"),
        unit=HOURS,
        decimals=AT_MOST_TWO,
        definition=_("Hours of volunteer work in all programmes and bodies of the organisation."),
    )
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
        volunteers_distinct,
        volunteer_hours,
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
    volunteer_hours_by_kind = Breakdown(
        volunteer_hours, rows=Choice("kind", WorkKind, _("kind of work"), _("by kind of work"))
    )
    volunteer_hours_by_month = Breakdown(volunteer_hours, rows=Month("on"))
