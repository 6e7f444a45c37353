from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from programmes.models import Programme, Term
from programmes.records import LocalDay, Records, SealedRecord, kept, sane, scoped
from shelters.models.beds import Bed


class Outcome(models.TextChoices):
    WAITING = "waiting", _("waiting for a decision")
    ADMITTED = "admitted", _("admitted")
    DECLINED = "declined", _("she declined")
    ELSEWHERE = "elsewhere", _("a place found elsewhere")
    REFUSED = "refused", _("refused")


class EnquiryQuerySet(Records):
    """An enquiry belongs to the day on which it came in."""

    day = "asked_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def interviewed(self):
        return self.exclude(interviewed_on=None)

    def declined(self):
        return self.filter(outcome=Outcome.DECLINED)

    def waiting(self):
        return self.filter(outcome=Outcome.WAITING)


@tracked
class Enquiry(SealedRecord):
    """Somebody asks for a place."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="enquiries")
    number = models.PositiveIntegerField(_("number"))
    asked_at = models.DateTimeField(_("asked"))
    referrer = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("referred by")
    )
    women = models.PositiveSmallIntegerField(_("women"), default=1)
    children = models.PositiveSmallIntegerField(_("children"), default=0)
    wanted_on = models.DateField(_("wanted from"), null=True, blank=True)
    interviewed_on = models.DateField(_("introductory interview"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, default=Outcome.WAITING)
    refusal = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reason of refusal")
    )
    beds = models.ManyToManyField(
        Bed,
        through="BedInView",
        blank=True,
        related_name="enquiries",
        verbose_name=_("beds in view"),
        help_text=_("Shown on the board as waiting; they stay free."),
    )
    note = SealedTextField(_("note"))

    asked_on = kept(LocalDay("asked_at"))

    objects = scoped(EnquiryQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="enquiry_number_once"),
            sane("enquiry", "asked_at", "wanted_on", "interviewed_on"),
            models.CheckConstraint(name="enquiry_for_somebody", condition=Q(women__gt=0) | Q(children__gt=0)),
        ]

    def __str__(self):
        return str(_("enquiry %(number)s") % {"number": self.number})

    @property
    def people(self):
        return self.women + self.children


class BedInView(models.Model):
    """A bed that a waiting enquiry has in view."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE)
    bed = models.ForeignKey(Bed, on_delete=models.CASCADE)

    objects = scoped(models.QuerySet, organisation="enquiry__programme__organisation")

    class Meta:
        verbose_name = _("bed in view")
        verbose_name_plural = _("beds in view")
        db_table = "shelters_enquiry_beds"
        unique_together = [("enquiry", "bed")]  # as Django's own table of a relation has it

    @property
    def programme_id(self):
        return self.enquiry.programme_id
