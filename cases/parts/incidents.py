from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from cases.models import Incident
from cases.timeline import Event, listed, source
from cases.vocabulary import Exposure
from programmes.writing import near_day


@source("incidents", pgettext_lazy("time line", "events"), position=30)
def incidents(whose):
    seen = Incident.objects.visible_to(whose.user).filter(case__client=whose.client)
    if whose.case:
        seen = seen.filter(case=whose.case)
    related = seen.select_related("vault", "perpetrator").prefetch_related("victims__person__client")
    for incident in related:
        yield Event(
            at=incident.told_on,
            icon=incident.icon,
            title=incident.title,
            url=reverse("cases:incident_edit", args=[incident.pk]),
            detail=listed(when(incident), incident.words_of("marks"), who_did_it(incident), who_was_hit(incident)),
            note=incident.description,
        )


def when(incident):
    told = _("told %(day)s") % {"day": near_day(incident.told_on)}
    return incident.when or told


def who_did_it(incident):
    return (
        incident.perpetrator.relation_words or incident.perpetrator.get_role_display() if incident.perpetrator else ""
    )


def who_was_hit(incident):
    """Children who saw it are victims too: they are named."""
    children = [victim for victim in incident.victims.all() if victim.person.role == "child"]
    names = [
        _("%(child)s was present") % {"child": child_of(victim)}
        if victim.exposure == Exposure.WITNESS
        else _("%(child)s was hit") % {"child": child_of(victim)}
        for victim in children
    ]
    return ", ".join(names)


def child_of(victim):
    return victim.person.client.code if victim.person.client else victim.person.get_role_display()
