"""The annual report of an organisation."""

from django.utils.translation import gettext_lazy as _

from programmes.models import Kind
from reporting.figures import Helpline
from reporting.outlines.appendix import Definitions
from reporting.outlines.declare import Chapter, EachProgramme, Outline, Rest, Section
from reporting.outlines.pictures import ByMonth, Compared
from reporting.outlines.summary import Programmes
from reporting.outlines.tables import PlanAndResult

HELPLINE = Chapter(
    opening=(
        Helpline.helpline_calls,
        Helpline.helpline_call_average_minutes,
        Helpline.duty_hours,
        Helpline.counselling_services_total,
    ),
    sections=(
        Section(
            _("Who calls and why"),
            Compared(
                _("Services by channel"),
                Helpline.helpline_calls,
                Helpline.office_calls,
                Helpline.email_counselling,
                Helpline.follow_up_treatments,
                Helpline.chat_counselling,
            ),
            Helpline.helpline_calls,
            Helpline.office_calls,
            Helpline.email_counselling,
            Helpline.follow_up_treatments,
            Helpline.chat_counselling,
            Helpline.counselling_services_total,
        ),
        Section(_("When it rings"), ByMonth(Helpline.calls_by_month), Helpline.calls_by_month),
        Section(_("Plan and result"), PlanAndResult()),
        Section(_("Further figures"), Rest()),
    ),
)

ANNUAL = Outline(
    key="annual",
    title=_("Annual report"),
    chapters=(
        Chapter(key="summary", kind="summary", title=_("The year %(year)s on two pages"), sections=(Programmes(),)),
        EachProgramme({Kind.HELPLINE: HELPLINE}),
        Chapter(
            key="appendix",
            kind="appendix",
            title=_("Appendix: how we count"),
            sections=(Section(_("Figures and their rules"), Definitions()),),
        ),
    ),
)
