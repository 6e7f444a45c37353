"""A crisis centre's year: short stays, entry at any hour."""

from django.utils.translation import gettext_lazy as _

from cases.models import Service
from cases.vocabulary import Employment, ServiceKind
from programmes.models import Kind
from reporting.figures.dimensions import Choice, Month
from reporting.figures.measures import count, people
from reporting.figures.residence import ResidenceFigures
from reporting.figures.rows import Dated
from reporting.figures.sets import Breakdown, Figure
from reporting.printing import ADMISSIONS, QUESTIONNAIRES, SERVICES
from shelters.models import Admission, Stay

aid = Service.objects.counting_as(ServiceKind.FIRST_SOCIAL_AID)


class CrisisCentre(ResidenceFigures, kind=Kind.CRISIS_CENTRE):
    night_admissions = Figure(
        _("Admissions at night"),
        people(Admission.objects.at_night(), "household"),
        unit=ADMISSIONS,
        definition=_("Households that were admitted between 22.00 and 6.00; a woman and her children count once."),
    )
    first_social_aid = Figure(
        _("First social aid"),
        count(aid),
        unit=SERVICES,
        definition=_("Services of first social aid."),
    )
    first_social_aid_at_night = Figure(
        _("First social aid at night"),
        count(aid.at_night()),
        unit=SERVICES,
        definition=_("Services of first social aid that began between 22.00 and 6.00."),
    )
    questionnaires_returned = Figure(
        _("Questionnaires returned"),
        count(Dated(Stay.objects.exclude(questionnaire_on=None), "questionnaire_on")),
        unit=QUESTIONNAIRES,
        definition=_("Anonymous questionnaires on the stay that were returned in the period."),
    )
    women_by_employment = Breakdown(
        ResidenceFigures.admitted_women,
        rows=Choice("employment", Employment, _("employment"), _("by employment")),
    )
    first_social_aid_by_month = Breakdown(first_social_aid, rows=Month("started_on"))
