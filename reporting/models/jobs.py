import hashlib
import uuid
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.records import Record, scoped
from reporting.models.reports import Report

SILENCE = timedelta(seconds=settings.REPORT_LEASE_SECONDS)  # a worker silent for so long is taken for dead
ATTEMPTS = 5  # a report that has taken so many workers with it is not given to another one


class Format(models.TextChoices):
    PDF = "pdf", _("PDF")
    XLSX = "xlsx", _("XLSX")
    CSV = "csv", _("CSV")


class Failure(models.TextChoices):
    CANCELLED = "cancelled", _("cancelled")
    BROKEN = "broken", _("The report could not be set. Your administrator finds the reason in the log.")
    LOST = "lost", _("Every attempt was broken off. Try again; if it happens again, tell your administrator.")


class TakenAway(Exception):
    """The job was cancelled, or another worker has it by now: whatever this one still makes is for nobody."""


class ReportJobQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(report__in=Report.objects.visible_to(user))

    def open(self):
        return self.filter(done_at=None)

    def waiting(self):
        """Neither done nor held by a living worker."""
        return self.open().filter(free_after__lte=timezone.now())

    def claim(self, pk):
        """The job with a token of its own, or None when another worker has it."""
        token = uuid.uuid4()
        free_after = timezone.now() + SILENCE
        if self.waiting().filter(pk=pk).update(free_after=free_after, token=token, attempts=F("attempts") + 1):
            return self.select_related("report__organisation").get(pk=pk, token=token)

    def ask(self, report, format, language, user):
        """The open job for this file; asked for twice, it is made once."""
        wanted = {"report": report, "format": format, "language": language, "done_at": None}
        return self.get_or_create(**wanted, defaults={"asked_by": user})[0]


class ReportJob(Record):
    """A file of a report to be made: this row is the job, the queue's message only a knock."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="jobs")
    format = models.CharField(_("format"), max_length=4, choices=Format, default=Format.PDF)
    language = models.CharField(_("language"), max_length=2, default="sl", choices=settings.LANGUAGES)
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
        constraints = [
            models.UniqueConstraint(
                fields=["report", "format", "language"],
                name="report_job_open_once",
                condition=models.Q(done_at=None),
            ),
        ]

    @property
    def failed(self):
        return Failure(self.failure).label if self.failure else ""

    @property
    def cancelled(self):
        return self.failure == Failure.CANCELLED

    @property
    def worn_out(self):
        return self.attempts > ATTEMPTS

    @property
    def mine(self):
        """This row as long as it is open and the claim's token is still in it."""
        return ReportJob.objects.open().filter(pk=self.pk, token=self.token)

    def at(self, section, sections):
        """So far the work has come: the claim is renewed."""
        self.section, self.sections = section, sections
        self.breathe()

    def breathe(self):
        fresh = {"free_after": timezone.now() + SILENCE, "section": self.section, "sections": self.sections}
        if not self.mine.update(**fresh):
            raise TakenAway

    def finish(self, content, pages=None):
        """The file and the end of the job are stored together, or not at all."""
        made = ReportFile(job=self, pages=pages, checksum=hashlib.sha256(content).hexdigest(), size=len(content))
        made.file.save(f"{made.pk}.{self.format}", ContentFile(content), save=False)
        try:
            with transaction.atomic():
                if not self.mine.update(done_at=timezone.now(), section=self.sections):
                    raise TakenAway
                made.save()
        except BaseException:
            made.file.delete(save=False)
            raise
        return made

    def end(self, failure):
        """Broken off by a worker that still has it."""
        self.mine.update(done_at=timezone.now(), failure=failure)

    def cancel(self):
        """Its worker learns of it when it renews its claim."""
        ReportJob.objects.open().filter(pk=self.pk).update(done_at=timezone.now(), failure=Failure.CANCELLED)


class ReportFile(Record):
    """A finished file of a report, kept in the configured storage."""

    job = models.OneToOneField(ReportJob, on_delete=models.CASCADE, related_name="file")
    file = models.FileField(_("file"), upload_to="reports/")
    pages = models.PositiveIntegerField(_("pages"), null=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    checksum = models.CharField(_("checksum"), max_length=64)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = scoped(models.QuerySet, organisation="job__report__organisation")

    class Meta:
        verbose_name = _("report file")
        verbose_name_plural = _("report files")

    @property
    def download_name(self):
        """What a shared computer may keep in its list of downloads: kind and year, nothing else."""
        report = self.job.report
        return f"{report.outline}-{report.year}-{self.job.language}.{self.job.format}"
