"""Where people were referred: a part of the figures of whoever talks with them, and the state of the directory."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models import Referral
from programmes.models import DirectoryEntry, InstitutionKind
from reporting.figures.dimensions import By, Choice
from reporting.figures.measures import count, people
from reporting.figures.rows import OnLastDay
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import CONTACTS, PLACES, REFERRALS

given = Referral.objects.all()
listed = OnLastDay(DirectoryEntry.objects.all())
INSTITUTION = _("by kind of institution")


class NotChecked(OnLastDay):
    """Entries that nobody had checked in the half year before the last day."""

    def cut(self, records, scope):
        return super().cut(records, scope).unchecked(scope.last_day)


class ReferralFigures(FigureSet):
    referrals = Figure(
        _("Referrals to places of the directory"),
        count(given),
        unit=REFERRALS,
        definition=_(
            "Entries of the directory to which callers were referred in contacts of the period. "
            "A contact may hold several."
        ),
    )
    referred_contacts = Figure(
        _("Contacts with a referral to the directory"),
        people(given, "contact"),
        unit=CONTACTS,
        definition=_("Contacts of the period in which somebody was referred to at least one entry of the directory."),
    )
    referrals_by_institution = Breakdown(
        referrals,
        rows=Choice("entry__kind", InstitutionKind, pgettext_lazy("institution", "kind of institution"), INSTITUTION),
    )
    referrals_by_place = Breakdown(
        referrals, rows=By("entry", DirectoryEntry, _("place"), _("by place"), largest_first=True)
    )


class DirectoryFigures(FigureSet):
    directory_places = Figure(
        _("Places in the directory"),
        count(listed),
        unit=PLACES,
        definition=_("Places to which we refer that were listed and not retired on the last day of the period."),
    )
    directory_unchecked = Figure(
        _("Places in the directory that are to be checked again"),
        count(NotChecked(DirectoryEntry.objects.all())),
        unit=PLACES,
        definition=_("Places of the directory on the last day that nobody had checked in the half year before."),
    )
    directory_by_kind = Breakdown(
        directory_places,
        rows=Choice("kind", InstitutionKind, pgettext_lazy("institution", "kind of institution"), INSTITUTION),
    )
