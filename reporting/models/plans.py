from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models import Programme
from programmes.records import Record, scoped
from reporting.models.finance import YearlyQuerySet


class Plan(Record):
    """What was promised for a year: the value of one figure of a programme."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField(_("year"))
    figure = models.SlugField(_("figure"), max_length=80)
    value = models.DecimalField(_("planned value"), max_digits=14, decimal_places=2)

    objects = scoped(YearlyQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["year", "figure"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "year", "figure"], name="plan_once"),
            models.CheckConstraint(name="plan_in_our_time", condition=models.Q(year__range=(1900, 2200))),
        ]
