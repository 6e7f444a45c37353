"""Groups and their sessions, of those invited who came; for whom services were, and what came of going along."""

from django.utils.translation import gettext_lazy as _

from cases.models import Invitation, Participation, Service
from cases.vocabulary import Institution, Result, UserKind
from reporting.figures.dimensions import Choice
from reporting.figures.measures import count, people, share
from reporting.figures.rows import Rows
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import PARTICIPATIONS, PEOPLE, PERCENT, SERVICES

invited = Invitation.objects.all()


class Attended(Rows):
    """Invitations after which somebody came: no condition on their own columns."""

    plain = False


came = Attended(invited.who_came())


class GroupFigures(FigureSet):
    group_sessions = Figure(
        _("Sessions of groups"),
        count(Service.objects.of_groups()),
        unit=SERVICES,
        definition=_("Sessions of support groups, workshops and other groups that began in the period."),
    )
    people_invited = Figure(
        _("People invited to groups"),
        people(invited, "client"),
        unit=PEOPLE,
        definition=_("Different people who were expected at one session of the period at least."),
    )
    people_who_came = Figure(
        _("People invited who came"),
        people(came, "client"),
        unit=PEOPLE,
        definition=_("Different people who were expected at a session of the period and came to one at least."),
    )
    invitations_kept = Figure(
        _("Attendance of groups"),
        share(
            Figure(_("Came"), count(came), unit=PARTICIPATIONS, definition=""),
            Figure(_("Invited"), count(invited), unit=PARTICIPATIONS, definition=""),
        ),
        unit=PERCENT,
        decimals=0,
        definition=_("Of all who were expected, session by session, how many came."),
    )
    users_by_kind_of_user = Breakdown(
        Figure(
            _("Users of services"),
            people(Participation.objects.all(), "client"),
            unit=PEOPLE,
            definition=_("Different people who received at least one service in the period."),
        ),
        rows=Choice("service__received_as", UserKind, _("received as"), _("by housed, external and former")),
        why_not=_("Somebody may be housed first and former later; the total counts her once."),
    )
    accompaniments_known = Figure(
        _("Accompaniment and advocacy at institutions"),
        count(Service.objects.with_institutions()),
        unit=SERVICES,
        definition=_("Services in which we went along to an institution or spoke for her there."),
    )
    accompaniments_by_institution_and_result = Breakdown(
        accompaniments_known,
        rows=Choice("institution", Institution, _("institution"), _("by institution")),
        columns=Choice("result", Result, _("result"), _("by result")),
    )
