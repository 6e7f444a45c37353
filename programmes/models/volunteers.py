"""What a volunteer needs before anybody may lean on her: an agreement, a declaration, a basic training (ZProst)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from programmes.models.organisations import Organisation, Programme
from programmes.models.workers import Worker
from programmes.records import Records, SealedRecord, sane, scoped


class PaperQuerySet(Records):
    """Papers are the organisation's, whatever programme their volunteer helps in."""

    first_day = "valid_from"

    def of_organisation(self, organisation):
        return self.filter(worker__organisation=organisation)

    def in_period(self, period):
        """Valid on at least one of its days."""
        ends = Q(valid_until=None) | Q(valid_until__gte=period.first)
        return self.filter(ends, **{f"{self.first_day}__lte": period.last})

    def valid_on(self, day):
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), **{f"{self.first_day}__lte": day})

    def led_by(self, user):
        hers = user.programmes_as(Role.COORDINATOR, Role.MANAGER)
        return self.filter(worker__organisation__in=Programme.objects.filter(pk__in=hers).values("organisation"))


class AgreementQuerySet(PaperQuerySet):
    pass


class DeclarationQuerySet(PaperQuerySet):
    first_day = "given_on"


class Paper(SealedRecord):
    """A signed paper of a worker, sealed under her key."""

    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        abstract = True

    def owner_vault(self):
        return self.worker.vault

    def is_valid_on(self, day):
        return self.first_day <= day and (self.valid_until is None or self.valid_until >= day)


def lasts(model, start):
    """It may be valid for one day alone."""
    return models.CheckConstraint(
        name=f"{model}_lasts",
        condition=Q(valid_until=None) | Q(valid_until__gte=models.F(start)),
        violation_error_message=_("The last day must not be before the first."),
    )


@tracked
class Agreement(Paper):
    """The written agreement on volunteer work."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="agreements")
    valid_from = models.DateField(_("valid from"))
    number = SealedTextField(_("number of the agreement"))

    objects = scoped(AgreementQuerySet, organisation="worker__organisation")

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-valid_from"]
        constraints = [sane("agreement", "valid_from", "valid_until"), lasts("agreement", "valid_from")]

    @property
    def first_day(self):
        return self.valid_from


@tracked
class Declaration(Paper):
    """Her word that she has no convictions that forbid work with vulnerable groups."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="declarations")
    given_on = models.DateField(_("given on"))
    note = SealedTextField(_("note"))

    objects = scoped(DeclarationQuerySet, organisation="worker__organisation")

    class Meta:
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")
        ordering = ["-given_on"]
        constraints = [sane("declaration", "given_on", "valid_until"), lasts("declaration", "given_on")]

    @property
    def first_day(self):
        return self.given_on


class TrainingStandard(models.Model):
    """How long the basic training of a volunteer is and how much supervision staff have in a month, from a day on.

    July and August have no supervision.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="training_standards")
    valid_from = models.DateField(_("valid from"))
    theory_hours = models.DecimalField(_("hours of theory"), max_digits=5, decimal_places=2)
    practice_hours = models.DecimalField(_("hours of practice"), max_digits=5, decimal_places=2)
    supervision_hours = models.DecimalField(
        _("hours of supervision a month"), max_digits=5, decimal_places=2, null=True, blank=True
    )

    objects = scoped(models.QuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("standard of basic training")
        verbose_name_plural = _("standards of basic training")
        ordering = ["valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "valid_from"], name="training_standard_once"),
            sane("training_standard", "valid_from"),
        ]

    @classmethod
    def on(cls, organisation, day):
        """The one that holds on a day, or None."""
        return cls.objects.filter(organisation=organisation, valid_from__lte=day).last()
