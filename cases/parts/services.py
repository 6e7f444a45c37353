from django.urls import reverse
from django.utils.translation import ngettext, pgettext_lazy

from cases.models import Service
from cases.templatetags.cases import called
from cases.timeline import Event, listed, source
from programmes.writing import minutes_long


@source("services", pgettext_lazy("time line", "services"), position=20)
def services(whose):
    of_her = whose.records(Service.objects, "receivers")
    for service in of_her.select_related("vault", "kind", "worker__user", "worker__vault").prefetch_related(
        "receivers"
    ):
        yield Event(
            at=service.started_at,
            icon=service.icon,
            title=service.kind,
            url=reverse("cases:session_edit" if service.group_id else "cases:service_edit", args=[service.pk]),
            detail=listed(
                minutes_long(service.minutes), called(service.worker), company(service), at_institution(service)
            ),
            note=service.note,
        )


def company(service):
    people = len(service.receivers.all())
    return ngettext("%(n)s person", "%(n)s people", people) % {"n": people} if people > 1 else ""


def at_institution(service):
    """Going along and speaking for her: where, and what came of it."""
    return ", ".join(str(part) for part in (service.get_institution_display(), service.get_result_display()) if part)
