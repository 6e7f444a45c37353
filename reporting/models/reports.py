from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.models import Organisation
from programmes.records import Record, scoped


class ReportQuerySet(models.QuerySet):
    seen_by = (Role.MANAGER,)

    def visible_to(self, user):
        return self.filter(organisation__in=user.programmes_as(*self.seen_by).values("programme__organisation"))

    def with_files(self):
        """Each with the number of its finished files."""
        return self.annotate(files=models.Count("jobs__file"))


class Report(Record):
    """A report of an organisation on a year, along an outline (`reporting/outlines/`)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="reports")
    outline = models.SlugField(_("outline"), default="annual")
    year = models.PositiveSmallIntegerField(_("year"))
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = scoped(ReportQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-year", "outline"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "outline", "year"], name="report_once"),
            models.CheckConstraint(name="report_in_our_time", condition=models.Q(year__range=(1900, 2200))),
        ]


class Narrative(Record):
    """The words of one section of a report, in one language."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="narratives")
    section = models.SlugField(_("section"), max_length=80)
    language = models.CharField(_("language"), max_length=2)
    text = models.TextField(_("text"), blank=True)

    objects = scoped(models.QuerySet, organisation="report__organisation")

    class Meta:
        verbose_name = _("narrative")
        verbose_name_plural = _("narratives")
        constraints = [
            models.UniqueConstraint(fields=["report", "section", "language"], name="narrative_once"),
        ]
