from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.models.clients import Client
from programmes.models import Programme
from programmes.records import Record, Records, sane, scoped


class CaseQuerySet(Records):
    """A case belongs to every period in which it was open."""

    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        return self.filter(Q(closed_on=None) | Q(closed_on__gte=period.first), opened_on__lte=period.last)

    def open(self):
        return self.filter(closed_on=None)


@tracked
class Case(Record):
    """The work of one programme with one client, from opening to closing."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="cases")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField(_("opened"))
    closed_on = models.DateField(_("closed"), null=True, blank=True)

    objects = scoped(CaseQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.UniqueConstraint(fields=["client", "programme"], condition=Q(closed_on=None), name="case_open_once"),
            sane("case", "opened_on", "closed_on"),
            models.CheckConstraint(
                name="case_closes_after_opening", condition=Q(closed_on=None) | Q(closed_on__gte=models.F("opened_on"))
            ),
        ]

    def days_open(self, today=None):
        """How many days it has run, the first one counted; for a closed one, how many it ran."""
        return ((self.closed_on or today or timezone.localdate()) - self.opened_on).days + 1
