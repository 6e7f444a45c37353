import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.records import Record, scoped
from reporting.models.reports import Report

SILENCE = timedelta(seconds=15)  # a worker that has not renewed its claim for so long is taken for dead


class Format(models.TextChoices):
    PDF = "pdf", _("PDF")
    XLSX = "xlsx", _("XLSX")
    CSV = "csv", _("CSV")


class ReportJobQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(report__organisation__programmes__in=user.programmes_as(Role.MANAGER)).distinct()

    def waiting(self):
        """Neither done nor held by a living worker."""
        return self.filter(done_at=None, free_after__lte=timezone.now())

    def claim(self, pk):
        """The job with a token of its own, or None when another worker has it."""
        token = uuid.uuid4()
        if self.waiting().filter(pk=pk).update(free_after=timezone.now() + SILENCE, token=token):
            return self.get(pk=pk, token=token)


class ReportJob(Record):
    """A file of a report to be made: this row is the job, the queue's message only a knock."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="jobs")
    format = models.CharField(_("format"), max_length=4, choices=Format, default=Format.PDF)
    language = models.CharField(_("language"), max_length=2, default="sl")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    free_after = models.DateTimeField(default=timezone.now, editable=False)
    token = models.UUIDField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    section = models.PositiveSmallIntegerField(_("sections done"), default=0)
    sections = models.PositiveSmallIntegerField(_("sections"), default=0)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)
    failure = models.TextField(_("failure"), blank=True)

    objects = scoped(ReportJobQuerySet, organisation="report__organisation")

    class Meta:
        verbose_name = _("report job")
        verbose_name_plural = _("report jobs")
        ordering = ["-asked_at"]
        indexes = [
            models.Index(fields=["free_after"], name="report_job_waiting", condition=models.Q(done_at=None)),
        ]


class ReportFile(Record):
    """A finished file of a report, kept in the configured storage."""

    job = models.OneToOneField(ReportJob, on_delete=models.CASCADE, related_name="file")
    file = models.FileField(_("file"), upload_to="reports/")
    pages = models.PositiveIntegerField(_("pages"), null=True)
    checksum = models.CharField(_("checksum"), max_length=64)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = scoped(models.QuerySet, organisation="job__report__organisation")

    class Meta:
        verbose_name = _("report file")
        verbose_name_plural = _("report files")
