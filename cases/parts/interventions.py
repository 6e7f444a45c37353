from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Intervention
from cases.places import Step, desk
from programmes.writing import near_moment


@desk.part
def reports_to_write(user):
    """On the desk of each who went, until the report is written."""
    hers = Intervention.objects.visible_to(user).filter(workers__user=user).unwritten()
    for intervention in hers.for_list():
        yield Step(
            on=intervention.due_on,
            words=_("write the report of an intervention"),
            detail=_("by %(when)s") % {"when": near_moment(intervention.report_due_at)},
            url=reverse("cases:intervention_report", args=[intervention.pk]),
            code=intervention.client.code if intervention.client else "",
        )
