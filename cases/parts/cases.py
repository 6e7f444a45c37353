from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from cases.models import Case, Holding
from cases.places import Action, Flag, actions, flags
from cases.templatetags.cases import called
from cases.timeline import Event, listed, source


@source("cases", pgettext_lazy("time line", "case work"), position=60)
def course_of_cases(whose):
    cases = [whose.case] if whose.case else Case.objects.visible_to(whose.user).filter(client=whose.client)
    cases = Case.objects.filter(pk__in=[case.pk for case in cases])
    for case in cases.select_related("programme", "outcome", "came_from"):
        yield from opening_and_closing(case)
    for holding in Holding.objects.filter(case__in=cases).select_related("vault", "worker__user", "worker__vault"):
        yield Event(
            at=holding.since_on,
            icon="person",
            title=_("%(name)s takes the case") % {"name": called(holding.worker)},
            note=holding.note,
        )


def opening_and_closing(case):
    url = reverse("cases:case", args=[case.pk])
    came = _("from %(programme)s") % {"programme": case.came_from.called} if case.came_from else ""
    yield Event(
        at=case.opened_on, icon="plus", title=_("Case opened"), url=url, detail=listed(case.programme.called, came)
    )
    if case.closed_on:
        detail = listed(case.programme.called, case.outcome)
        yield Event(at=case.closed_on, icon="check", title=_("Case closed"), url=url, detail=detail)


@flags.part
def nobody_holds(case, user):
    if not case.closed_on and case.holding is None:
        url = reverse("cases:case_hand_over", args=[case.pk])
        yield Flag(pgettext("case", "nobody holds it"), colour="amber", icon="clock", url=url)


@flags.part
def is_closed(case, user):
    if case.closed_on:
        yield Flag(listed(pgettext("case", "closed"), case.outcome), icon="check")


@actions.part
def what_else_may_be_done(case, user):
    if not case.closed_on:
        yield Action(_("Event of violence"), reverse("cases:incident_new", args=[case.pk]), "d")
