from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case
from cases.models.clients import Client
from programmes.models import Programme
from programmes.records import Records, scoped


class CaseMonthQuerySet(Records):
    """A month of a case belongs to every period that touches the part of it in which the case was open."""

    def in_period(self, period):
        return self.filter(on__lte=period.last, until_on__gte=period.first)


class CaseMonth(models.Model):
    """One calendar month in which a case was open: a row of a view. Months to come do not count yet.

    `on` and `until_on` are the first and the last day of it on which the case was open.
    """

    id = models.TextField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.DO_NOTHING, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    on = models.DateField()
    until_on = models.DateField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    objects = scoped(CaseMonthQuerySet, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "cases_casemonth"


class CaseOpeningQuerySet(CaseMonthQuerySet):
    def in_period(self, period):
        return self.filter(on=F("opened_on"), opened_on__range=(period.first, period.last))


class CaseOpening(CaseMonth):
    """The month in which a case was opened, counted on that day."""

    objects = scoped(CaseOpeningQuerySet, organisation="programme__organisation")  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("opening of a case")
        verbose_name_plural = _("openings of cases")


class CaseClosingQuerySet(CaseMonthQuerySet):
    def in_period(self, period):
        return self.filter(until_on=F("closed_on"), closed_on__range=(period.first, period.last))


class CaseClosing(CaseMonth):
    """The month in which a case was closed, counted on that day."""

    objects = scoped(CaseClosingQuerySet, organisation="programme__organisation")  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("closing of a case")
        verbose_name_plural = _("closings of cases")
