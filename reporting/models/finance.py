from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.sealing import SealedTextField
from programmes.models import CoFunder, Programme
from programmes.records import Record, SealedRecord, scoped


class Side(models.TextChoices):
    INCOME = "income", _("income")
    EXPENSE = "expense", _("expense")


class YearlyQuerySet(models.QuerySet):
    def of(self, programme):
        return self.filter(programme=programme)

    def in_period(self, period):
        return self.filter(year__range=(period.first.year, period.last.year))


class Amount(Record):
    """Money of a year. Valued volunteer work is no amount: it is computed from hours and rates, on both sides."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="amounts")
    year = models.PositiveSmallIntegerField(_("year"))
    side = models.CharField(_("side"), max_length=8, choices=Side)
    item = models.CharField(_("item"), max_length=120)
    co_funder = models.ForeignKey(CoFunder, on_delete=models.PROTECT, null=True, blank=True, related_name="amounts")
    amount = models.DecimalField(_("EUR"), max_digits=12, decimal_places=2)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(YearlyQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("amount")
        verbose_name_plural = _("amounts")
        ordering = ["side", "position", "item"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "year", "side", "item"], name="amount_once"),
            models.CheckConstraint(name="amount_in_our_time", condition=models.Q(year__range=(1900, 2200))),
        ]


class StatedTotal(SealedRecord):
    """A total as somebody printed it. Where it differs from the sum of the parts, the report shows both and why."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="stated_totals")
    year = models.PositiveSmallIntegerField(_("year"))
    side = models.CharField(_("side"), max_length=8, choices=Side)
    amount = models.DecimalField(_("EUR"), max_digits=12, decimal_places=2, validators=[MinValueValidator(0)])
    explanation = SealedTextField(_("explanation"))

    objects = scoped(YearlyQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("stated total")
        verbose_name_plural = _("stated totals")
        constraints = [
            models.UniqueConstraint(fields=["programme", "year", "side"], name="stated_total_once"),
            models.CheckConstraint(name="stated_total_in_our_time", condition=models.Q(year__range=(1900, 2200))),
        ]
