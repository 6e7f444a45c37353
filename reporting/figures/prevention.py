"""A year of prevention: events, workshops, media."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Activity, ActivityKind, Kind
from reporting.figures.dimensions import Choice, Month
from reporting.figures.measures import count, total
from reporting.figures.sets import Breakdown, Figure
from reporting.figures.volunteers import VolunteerFigures
from reporting.printing import ACTIVITIES, EVENTS, ITEMS, PARTICIPATIONS, STATEMENTS

kinds = Choice("kind", ActivityKind, _("kind of activity"), _("by kind of activity"))


def activities(kind):
    return Activity.objects.of_kind(kind)


class Prevention(VolunteerFigures, kind=Kind.PREVENTION):
    activities_total = Figure(
        _("Activities"),
        count(Activity.objects.all()),
        unit=ACTIVITIES,
        definition=_("Activities of every kind that were held or published in the period."),
    )
    professional_events = Figure(
        _("Events for professionals"),
        count(activities(ActivityKind.PROFESSIONAL_EVENT)),
        unit=EVENTS,
        definition=_("Lectures, trainings and other events held for professionals in the period."),
    )
    participants_professionals = Figure(
        _("Participants from professional circles"),
        total(activities(ActivityKind.PROFESSIONAL_EVENT), "participants"),
        unit=PARTICIPATIONS,
        definition=_("Participants of all events for professionals added up; who comes twice counts twice."),
    )
    workshops_vulnerable_groups = Figure(
        _("Workshops for vulnerable groups"),
        count(activities(ActivityKind.VULNERABLE_GROUP_WORKSHOP)),
        unit=EVENTS,
        definition=_("Workshops held for vulnerable groups in the period."),
    )
    workshops_vulnerable_participants = Figure(
        _("Participants of workshops for vulnerable groups"),
        total(activities(ActivityKind.VULNERABLE_GROUP_WORKSHOP), "participants"),
        unit=PARTICIPATIONS,
        definition=_("Participants of all workshops for vulnerable groups added up; who comes twice counts twice."),
    )
    media_items = Figure(
        _("Media items"),
        count(activities(ActivityKind.MEDIA_ITEM)),
        unit=ITEMS,
        definition=_("Articles, broadcasts and other items in media in the period."),
    )
    press_releases = Figure(
        _("Press releases"),
        count(activities(ActivityKind.PRESS_RELEASE)),
        unit=STATEMENTS,
        definition=_("Statements for the public that we gave in the period."),
    )
    activities_by_kind = Breakdown(activities_total, rows=kinds)
    activities_by_month = Breakdown(activities_total, rows=Month("on"))
