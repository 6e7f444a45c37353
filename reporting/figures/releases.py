"""What was given away about people, with whose yes: of any programme with cases."""

from django.utils.translation import gettext_lazy as _

from cases.models import Disclosure, Release
from cases.vocabulary import Basis, Recipient
from reporting.figures.dimensions import Choice
from reporting.figures.measures import count
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import DISCLOSURES, RELEASES

recipient = Choice("recipient_kind", Recipient, _("recipient"), _("by recipient"))


class ReleaseFigures(FigureSet):
    releases_given = Figure(
        _("Releases given"),
        count(Release.objects.all()),
        unit=RELEASES,
        definition=_("Written releases that clients gave in the period, those taken back included."),
    )
    disclosures = Figure(
        _("Disclosures"),
        count(Disclosure.objects.all()),
        unit=DISCLOSURES,
        definition=_("Times in the period at which data about a client was given to somebody, on whatever basis."),
    )
    disclosures_by_basis = Breakdown(disclosures, rows=Choice("basis", Basis, _("basis"), _("by basis")))
    disclosures_by_recipient = Breakdown(disclosures, rows=recipient)
