"""A year of prevention: events, workshops, media."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Activity, ActivityKind, Audience, Kind, Vocabulary
from reporting.figures.dimensions import Choice, Month, Terms
from reporting.figures.measures import count, total
from reporting.figures.rows import Dated
from reporting.figures.sets import Breakdown, Figure
from reporting.figures.volunteers import VolunteerFigures
from reporting.printing import ACTIVITIES, COPIES, EVENTS, ITEMS, PARTICIPATIONS, STATEMENTS

kinds = Choice("kind", ActivityKind, _("kind of activity"), _("by kind of activity"))
target_group = Terms("group", Vocabulary.TARGET_GROUP, _("target group"), _("by target group"))


def activities(kind):
    return Activity.objects.held().of_kind(kind)


class Prevention(VolunteerFigures, kind=Kind.PREVENTION):
    activities_total = Figure(
        _("Activities"),
        count(Activity.objects.held()),
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
    online_items = Figure(
        _("Online items"),
        count(activities(ActivityKind.ONLINE_ITEM)),
        unit=ITEMS,
        definition=_("Items that we published online in the period."),
    )
    materials_sent = Figure(
        _("Copies of materials sent"),
        total(activities(ActivityKind.MATERIALS), "copies"),
        unit=COPIES,
        definition=_("Leaflets, posters and other materials that were sent or handed out in the period, in copies."),
    )
    activities_planned = Figure(
        _("Activities planned"),
        count(Dated(Activity.objects.that_were_planned(), "planned_on")),
        unit=ACTIVITIES,
        definition=_("Activities that were first planned for a day of the period, whatever became of them."),
    )
    activities_planned_held = Figure(
        _("Planned activities carried out"),
        count(Dated(Activity.objects.that_were_planned().held(), "planned_on")),
        unit=ACTIVITIES,
        definition=_("Of the activities planned for the period those that were held, on that day or another one."),
    )
    activities_cancelled = Figure(
        _("Activities cancelled"),
        count(Activity.objects.cancelled()),
        unit=ACTIVITIES,
        definition=_("Activities of the period that were cancelled; each has its reason."),
    )
    participants_in_groups = Figure(
        _("Participants whose target group is known"),
        total(Audience.objects.held(), "participants"),
        unit=PARTICIPATIONS,
        definition=_(
            "Participants of all activities for whom a target group was recorded; who comes twice counts twice."
        ),
    )
    participants_by_target_group = Breakdown(participants_in_groups, rows=target_group)
    activities_by_kind = Breakdown(activities_total, rows=kinds)
    activities_by_month = Breakdown(activities_total, rows=Month("on"))
