from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from cases.clocks import next_deadline
from cases.forms.clocks import KINDS
from cases.models import Breach, Case, TeamMeeting
from cases.models.limits import Limits
from cases.models.measures import CLOCKS
from cases.places import Action, Flag, Step, actions, desk, flags, steps
from cases.templatetags.cases import called
from cases.timeline import Event, source
from programmes.writing import clock

COMING, SOON = timedelta(days=7), timedelta(days=3)
BEGAN = {  # which moment or day puts a record on the time line
    "report": "learnt_at",
    "order": "ordered_at",
    "measure": "decided_on",
    "team": "met_at",
    "contacts": "ordered_on",
    "court": "starts_at",
}


@actions.part
def what_runs(case, user):
    yield Action(_("Deadlines"), reverse("cases:clocks", args=[case.pk]), "m")


def running(user, narrowed):
    """Records of open cases that she may see, each with its next deadline."""
    limits = {}
    for model in CLOCKS:
        records = model.objects.visible_to(user).of_open_cases().filter(narrowed).for_list()
        records = records.select_related("vault", "case__programme__organisation")
        if model is TeamMeeting:
            records = records.prefetch_related("agreed__vault")
        for record in records:
            organisation = record.case.programme.organisation
            known = limits.setdefault(organisation.pk, None) or Limits(organisation)
            limits[organisation.pk] = known
            if deadline := next_deadline(record, known):
                yield record, deadline


def step_of(record, deadline, code=""):
    when = clock(deadline.at) if hasattr(deadline.at, "hour") else ""
    return Step(
        on=deadline.on,
        words=deadline.words,
        detail=", ".join(part for part in (when, called(record.worker)) if part),
        url=reverse("cases:clock_edit", args=[KINDS[type(record)], record.pk]),
        code=code,
    )


@steps.part
def deadlines_of_case(case, user):
    if case.closed_on is None:
        for record, deadline in running(user, Q(case=case)):
            yield step_of(record, deadline)


@desk.part
def her_deadlines(user):
    """Of the coming days, on the desk of whoever holds the case, and of who keeps an eye on it."""
    until = timezone.localdate() + COMING
    hers = Q(worker__user=user) | Q(case__in=Case.objects.held_by(user))
    for record, deadline in running(user, hers):
        if deadline.on <= until:
            yield step_of(record, deadline, record.case.client.code)


@flags.part
def soon(case, user):
    """What has to be done within three days, or is overdue."""
    if case.closed_on:
        return
    for record, deadline in running(user, Q(case=case)):
        if not deadline.ends and deadline.on <= timezone.localdate() + SOON:
            url = reverse("cases:clock_edit", args=[KINDS[type(record)], record.pk])
            yield Flag(deadline.words, colour="amber", icon="clock", url=url)


@source("measures", pgettext_lazy("time line", "measures"), position=60)
def measures(whose):
    for model in CLOCKS:
        kind = KINDS[model]
        for record in whose.records(model.objects, "case__client").for_list().select_related("vault"):
            at = getattr(record, BEGAN[kind]) or record.called_on
            url = reverse("cases:clock_edit", args=[kind, record.pk])
            yield Event(at, record.icon, capfirst(model._meta.verbose_name), url, called(record.worker), record.note)
    for breach in whose.records(Breach.objects, "order__case__client").select_related("vault"):
        url = reverse("cases:clock_edit", args=["order", breach.order_id])
        yield Event(breach.breached_on, "alert", _("Barring order broken"), url, note=breach.words, in_danger=True)
