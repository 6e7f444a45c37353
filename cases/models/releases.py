from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.vocabulary import NEVER_FOR_PERPETRATOR, Basis, GivenBy, Recipient, Shared
from programmes.models import Worker
from programmes.records import LocalDay, Records, SealedRecord, ends_after_start, kept, sane, scoped

LASTS = timedelta(days=30)


def parts_given():
    return ArrayField(
        models.CharField(max_length=16, choices=Shared), verbose_name=_("what"), default=list, db_default=[]
    )


def in_words(parts):
    return ", ".join(str(Shared(part).label) for part in parts)


def something_is_named(model):
    return models.CheckConstraint(
        name=f"{model}_names_something",
        condition=~Q(parts=[]),
        violation_error_message=_("Say what is given away."),
    )


def kept_from_perpetrator(model):
    """The database refuses what would lead him to her."""
    return models.CheckConstraint(
        name=f"{model}_leads_him_nowhere",
        condition=~Q(recipient_kind=Recipient.PERPETRATOR) | ~Q(parts__overlap=NEVER_FOR_PERPETRATOR),
        violation_error_message=_("Risk, plans and place never go to the perpetrator."),
    )


class ReleaseQuerySet(Records):
    """A release belongs to the day on which she gave it."""

    day = "given_on"
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def valid_on(self, day):
        not_revoked = Q(revoked_on=None) | Q(revoked_on__gt=day)
        return self.filter(not_revoked, given_on__lte=day, until__gte=day)


@tracked
class Release(SealedRecord):
    """Her written yes: to whom what of her data may be given, for what and until when; she may take it back."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="releases")
    given_on = models.DateField(_("given on"), default=timezone.localdate)
    given_by = models.CharField(_("given by"), max_length=16, choices=GivenBy, default=GivenBy.HERSELF)
    recipient_kind = models.CharField(_("to whom"), max_length=20, choices=Recipient)
    recipient = SealedTextField(_("name of the recipient"))
    parts = parts_given()
    purpose = SealedTextField(_("for what"))
    until = models.DateField(_("valid until"))
    revoked_on = models.DateField(_("taken back on"), null=True, blank=True)

    objects = scoped(ReleaseQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-given_on", "-id"]
        constraints = [
            sane("release", "given_on", "until", "revoked_on"),
            ends_after_start("release", "given_on", "until"),
            models.CheckConstraint(
                name="release_taken_back_after_given",
                condition=Q(revoked_on=None) | Q(revoked_on__gte=F("given_on")),
                violation_error_message=_("It can't be taken back before it was given."),
            ),
            something_is_named("release"),
            kept_from_perpetrator("release"),
        ]

    def owner_vault(self):
        return self.case.client.vault

    @property
    def programme_id(self):
        return self.case.programme_id

    @property
    def is_valid(self):
        return self.holds_on(timezone.localdate())

    def holds_on(self, day):
        return self.given_on <= day <= self.until and (self.revoked_on is None or day < self.revoked_on)

    @property
    def parts_in_words(self):
        return in_words(self.parts)


class DisclosureQuerySet(Records):
    """A disclosure belongs to the day on which the data was given."""

    day = "given_on"
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


@tracked
class Disclosure(SealedRecord):
    """Data about her was given to somebody: never without recipient, moment and basis (GDPR, ZVOP-2)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="disclosures")
    given_at = models.DateTimeField(_("when"))
    worker = models.ForeignKey(
        Worker,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="disclosures",
        verbose_name=_("who gave it"),
    )
    recipient_kind = models.CharField(_("to whom"), max_length=20, choices=Recipient)
    recipient = SealedTextField(_("name of the recipient"))
    basis = models.CharField(_("on what basis"), max_length=16, choices=Basis)
    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, null=True, blank=True, related_name="disclosures", verbose_name=_("release")
    )
    parts = parts_given()
    note = SealedTextField(_("what exactly"))

    given_on = kept(LocalDay("given_at"))

    objects = scoped(DisclosureQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        ordering = ["-given_at", "-id"]
        constraints = [
            sane("disclosure", "given_at"),
            models.CheckConstraint(
                name="disclosure_has_its_basis",
                condition=Q(basis=Basis.RELEASE) & ~Q(release=None) | ~Q(basis=Basis.RELEASE) & Q(release=None),
                violation_error_message=_("Choose the release, or another basis."),
            ),
            something_is_named("disclosure"),
            kept_from_perpetrator("disclosure"),
        ]

    def owner_vault(self):
        return self.case.client.vault

    @property
    def programme_id(self):
        return self.case.programme_id

    @property
    def parts_in_words(self):
        return in_words(self.parts)
