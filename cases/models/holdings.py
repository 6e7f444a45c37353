from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from programmes.models import Worker
from programmes.records import Records, SealedRecord, sane, scoped


class HoldingQuerySet(Records):
    """A holding belongs to every period it touches."""

    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        return self.filter(Q(until_on=None) | Q(until_on__gte=period.first), since_on__lte=period.last)

    def current(self):
        return self.filter(until_on=None)


@tracked
class Holding(SealedRecord):
    """A worker holds a case, from a day on. Handing it over ends one holding and begins the next."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="holdings")
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, related_name="holdings", verbose_name=_("who holds the case")
    )
    since_on = models.DateField(_("since"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    note = SealedTextField(_("note at the hand-over"))

    objects = scoped(HoldingQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("holding of a case")
        verbose_name_plural = _("holdings of cases")
        ordering = ["-since_on", "-id"]
        constraints = [
            sane("holding", "since_on", "until_on"),
            models.CheckConstraint(
                name="holding_ends_after_start",
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                violation_error_message=_("The end must not be before the start."),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(until_on=None),
                name="holding_one_at_a_time",
                violation_error_message=_("Somebody else has taken this case meanwhile."),
            ),
        ]

    def owner_vault(self):
        return self.case.client.vault
