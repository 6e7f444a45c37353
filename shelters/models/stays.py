from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models import Client, Participation
from cases.vocabulary import Employment
from programmes.models import Programme, Term
from programmes.records import (
    LocalDay,
    LocalHour,
    Record,
    Records,
    SealedRecord,
    TimeBetween,
    by_night,
    ends_after_start,
    kept,
    sane,
    scoped,
)
from shelters.models.beds import Bed, House
from shelters.models.enquiries import Enquiry


@tracked
class Household(Record):
    """Those who come, stay and leave together; its code in the files is that of who came first."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="households")
    enquiry = models.OneToOneField(Enquiry, on_delete=models.PROTECT, null=True, blank=True, related_name="household")

    objects = scoped(Records, organisation="programme__organisation")

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")


class NightsBetween(Func):
    """How many midnights lie between two days: the length of a stay from `left_on` and `arrived_on`."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = models.IntegerField()


class Resident(models.TextChoices):
    WOMAN = "woman", _("woman")
    CHILD = "child", _("child")


class StayQuerySet(Records):
    """A stay belongs to every period it touches."""

    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        return self.filter(Q(left_at=None) | Q(left_on__gte=period.first), arrived_on__lte=period.last)

    def at(self, moment):
        return self.filter(Q(left_at=None) | Q(left_at__gt=moment), arrived_at__lte=moment)

    def current(self):
        return self.at(timezone.now())

    def since(self, moment):
        """In the house at the moment or at any time after it."""
        return self.filter(Q(left_at=None) | Q(left_at__gt=moment))

    def not_left(self):
        return self.filter(left_at=None)

    def of_women(self):
        return self.filter(resident=Resident.WOMAN)

    def of_children(self):
        return self.filter(resident=Resident.CHILD)


@tracked
class Stay(SealedRecord):
    """One person's time in the house, from admission to discharge. Which bed it occupies say its placements."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="stays")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="stays")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="stays", verbose_name=_("client"))
    resident = models.CharField(_("who"), max_length=8, choices=Resident, default=Resident.WOMAN)
    arrived_at = models.DateTimeField(_("arrived"))
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    expected_until = models.DateField(_("expected until"), null=True, blank=True)
    referrer = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("referred by")
    )
    reason = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reason")
    )
    destination = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("where to")
    )
    employment = models.CharField(_("employment"), max_length=16, choices=Employment, blank=True)
    questionnaire_on = models.DateField(_("questionnaire returned"), null=True, blank=True)
    note = SealedTextField(_("note"))
    left_because = SealedTextField(_("why she left"))

    arrived_on = kept(LocalDay("arrived_at"))
    arrived_hour = kept(LocalHour("arrived_at"))
    left_on = kept(LocalDay("left_at"), null=True)

    objects = scoped(StayQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("stay")
        verbose_name_plural = _("stays")
        constraints = [
            sane("stay", "arrived_at", "left_at", "expected_until", "questionnaire_on"),
            ends_after_start("stay", "arrived_at", "left_at"),
            ExclusionConstraint(
                name="stay_one_at_a_time",
                expressions=[
                    ("client", RangeOperators.EQUAL),
                    (TimeBetween("arrived_at", "left_at"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("She is already staying somewhere at that time."),
            ),
        ]
        indexes = [models.Index(fields=["programme", "arrived_on"], name="stay_by_arrival")]

    def owner_vault(self):
        return self.client.vault

    @property
    def age(self):
        return self.client.age_on(timezone.localdate())

    @property
    def days_left(self):
        return (self.expected_until - timezone.localdate()).days if self.expected_until else None


class AdmissionQuerySet(StayQuerySet):
    def in_period(self, period):
        return self.filter(arrived_on__range=(period.first, period.last))

    def at_night(self):
        return self.filter(by_night("arrived_hour"))


class Admission(Stay):
    """A stay, counted where it began."""

    objects = scoped(AdmissionQuerySet, organisation="programme__organisation")  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("admission")
        verbose_name_plural = _("admissions")


class DischargeQuerySet(StayQuerySet):
    def in_period(self, period):
        return self.filter(left_on__range=(period.first, period.last))


class Discharge(Stay):
    """A stay, counted where it ended."""

    objects = scoped(DischargeQuerySet, organisation="programme__organisation")  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("discharge")
        verbose_name_plural = _("discharges")


@tracked
class Extension(SealedRecord):
    """A decided prolongation of a stay."""

    stay = models.ForeignKey(Stay, on_delete=models.PROTECT, related_name="extensions")
    decided_on = models.DateField(_("decided"))
    until = models.DateField(_("until"))
    reason = SealedTextField(_("reason"))

    objects = scoped(models.QuerySet, organisation="stay__programme__organisation")

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["decided_on"]
        constraints = [sane("extension", "decided_on", "until")]

    def owner_vault(self):
        return self.stay.vault


class PlacementQuerySet(Records):
    programme_path = "stay__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def over_night(self, day):
        """In the bed at the midnight that ends the day."""
        return self.filter(Q(to_on=None) | Q(to_on__gt=day), from_on__lte=day)

    def expected_over_night(self, day):
        """The same for a night to come: who is expected to have left by then is not in the bed any more.

        Where no end is known, or the expected one has passed, she stays.
        """
        leaving = Q(to_on=None, stay__expected_until__gt=timezone.localdate(), stay__expected_until__lte=day)
        return self.over_night(day).exclude(leaving)

    def over_nights(self, first, after=None):
        """In the bed over some night from `first` up to, not including, `after`; without it, ever after."""
        placements = self.filter(Q(to_on=None) | Q(to_on__gt=first) & Q(to_on__gt=F("from_on")))
        return placements.filter(from_on__lt=after) if after else placements

    def open(self):
        return self.filter(to_at=None)

    def at(self, moment):
        return self.filter(Q(to_at=None) | Q(to_at__gt=moment), from_at__lte=moment)

    def since(self, moment):
        """In the bed at the moment or at any time after it."""
        return self.filter(Q(to_at=None) | Q(to_at__gt=moment))


@tracked
class Placement(Record):
    """A stay occupies a bed, from a moment up to another. A move ends one placement and begins the next."""

    stay = models.ForeignKey(Stay, on_delete=models.PROTECT, related_name="placements")
    bed = models.ForeignKey(Bed, on_delete=models.PROTECT, related_name="placements", verbose_name=_("bed"))
    from_at = models.DateTimeField(_("from"))
    to_at = models.DateTimeField(_("to"), null=True, blank=True)

    from_on = kept(LocalDay("from_at"))
    to_on = kept(LocalDay("to_at"), null=True)

    objects = scoped(PlacementQuerySet, organisation="stay__programme__organisation")

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["from_at"]
        constraints = [
            sane("placement", "from_at", "to_at"),
            ends_after_start("placement", "from_at", "to_at"),
            ExclusionConstraint(
                name="placement_alone_in_bed",
                expressions=[
                    ("bed", RangeOperators.EQUAL),
                    (TimeBetween("from_at", "to_at"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This bed is taken at that time."),
            ),
            ExclusionConstraint(
                name="placement_in_one_bed",
                expressions=[
                    ("stay", RangeOperators.EQUAL),
                    (TimeBetween("from_at", "to_at"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("She has another bed at that time."),
            ),
        ]

    @property
    def expected_to(self):
        """The day on which the bed is expected to be free again; None when nobody knows."""
        if self.to_on:
            return self.to_on
        until = self.stay.expected_until
        return until if until and until > timezone.localdate() else None


class OfStayQuerySet(Records):
    """Rows cut from stays."""

    def of_women(self):
        return self.filter(stay__resident=Resident.WOMAN)

    def of_children(self):
        return self.filter(stay__resident=Resident.CHILD)


class Night(models.Model):
    """One midnight that one person spent in the house: a row of a view. Future nights do not count yet."""

    id = models.TextField(primary_key=True)
    stay = models.ForeignKey(Stay, on_delete=models.DO_NOTHING, related_name="nights")
    client = models.ForeignKey(Client, on_delete=models.DO_NOTHING, related_name="+")
    bed = models.ForeignKey(Bed, on_delete=models.DO_NOTHING, related_name="+")
    house = models.ForeignKey(House, on_delete=models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    on = models.DateField()

    objects = scoped(OfStayQuerySet, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "shelters_night"


class DayOfStay(models.Model):
    """One calendar day that a stay touches: a row of a view. Future days do not count yet."""

    id = models.TextField(primary_key=True)
    stay = models.ForeignKey(Stay, on_delete=models.DO_NOTHING, related_name="days")
    client = models.ForeignKey(Client, on_delete=models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    on = models.DateField()

    objects = scoped(OfStayQuerySet, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "shelters_dayofstay"


def participations_during(stays):
    """Services in which somebody took part on a day of one of these stays, in the programme where she stayed."""
    day = OuterRef("service__started_on")
    hers = stays.filter(
        Q(left_on=None) | Q(left_on__gte=day),
        client=OuterRef("client"),
        programme=OuterRef("service__programme"),
        arrived_on__lte=day,
    )
    return Participation.objects.filter(Exists(hers))
