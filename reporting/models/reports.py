from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.models import Organisation, Programme
from programmes.records import Period, Record, scoped


class ReportQuerySet(models.QuerySet):
    seen_by = (Role.MANAGER,)

    def visible_to(self, user):
        """To whoever manages all programmes that it speaks of; the whole one to whoever manages all that work today."""
        hers = user.programmes_as(*self.seen_by)
        today = timezone.localdate()
        others = Programme.objects.filter(organisation=OuterRef("organisation")).in_period(Period(today, today))
        whole = Q(programmes=[]) & ~Exists(others.exclude(pk__in=hers))
        part = ~Q(programmes=[]) & Q(programmes__contained_by=list(hers.values_list("programme", flat=True)))
        return self.filter(whole | part, organisation__in=hers.values("programme__organisation"))

    def with_files(self):
        """Each with the number of its finished files."""
        return self.annotate(files=models.Count("jobs__file"))


class Report(Record):
    """A report of an organisation on a year, along an outline (`reporting/outlines/`).

    The whole one speaks of all programmes and of the organisation itself; one of some programmes of these alone.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="reports")
    outline = models.SlugField(_("outline"), default="annual")
    year = models.PositiveSmallIntegerField(_("year"))
    # In order, so that each set has one report; none: the whole organisation.
    programmes = ArrayField(
        models.BigIntegerField(),
        verbose_name=_("programmes"),
        default=list,
        db_default=Value([], output_field=ArrayField(models.BigIntegerField())),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = scoped(ReportQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-year", "outline"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "outline", "year", "programmes"], name="report_of_programmes_once"
            ),
            models.CheckConstraint(name="report_in_our_time", condition=models.Q(year__range=(1900, 2200))),
        ]

    @property
    def is_whole(self):
        return not self.programmes

    def programmes_in_it(self):
        """All programmes that it may speak of, also those that did not work in its year."""
        of_organisation = Programme.objects.filter(organisation=self.organisation).select_related("organisation")
        return of_organisation if self.is_whole else of_organisation.filter(pk__in=self.programmes)

    def home_of(self, chapter):
        """The report that keeps the text of a chapter: a programme's words are the same in every report."""
        if self.is_whole or not self.programmes_in_it().filter(key=chapter).exists():
            return self
        whole = {"organisation": self.organisation, "outline": self.outline, "year": self.year, "programmes": []}
        return Report.objects.get_or_create(**whole)[0]

    def texts(self, language):
        """By section: its own, and those of its programmes' chapters."""
        written = Narrative.objects.filter(language=language, report__organisation=self.organisation_id)
        written = written.filter(report__outline=self.outline, report__year=self.year)
        own = Q(report=self)
        for key in self.programmes_in_it().values_list("key", flat=True):
            hers = Q(section__in=[key, f"summary-{key}"]) | Q(section__startswith=f"{key}-")
            own |= Q(report__programmes=[]) & hers
        return dict(written.filter(own).values_list("section", "text"))


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
