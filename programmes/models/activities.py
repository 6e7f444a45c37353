from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.sealing import SealedTextField
from programmes.models.organisations import Programme, Unit
from programmes.models.workers import Worker
from programmes.records import Record, Records, SealedRecord, sane, scoped


class ActivityKind(models.TextChoices):
    BASIC_TRAINING = "basic_training", _("basic training of volunteers")
    ADDITIONAL_TRAINING = "additional_training", _("additional training of volunteers")
    INTERNAL_TRAINING = "internal_training", _("internal training")
    INTERVISION = "intervision", _("intervision")
    SUPERVISION_WORKSHOP = "supervision_workshop", _("supervision workshop for volunteers")
    STAFF_SUPERVISION = "staff_supervision", _("supervision of staff")
    PROFESSIONAL_EVENT = "professional_event", _("event for professionals")
    VULNERABLE_GROUP_WORKSHOP = "vulnerable_group_workshop", _("workshop for vulnerable groups")
    PUBLIC_EVENT = "public_event", _("event for the public")
    CAMPAIGN = "campaign", _("campaign")
    MEDIA_ITEM = "media_item", _("media item")
    PRESS_RELEASE = "press_release", _("press release")
    OTHER = "other", _("other activity")


class ActivityQuerySet(Records):
    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)


class Activity(SealedRecord):
    """Something the programme held or published on a day: training, supervision, workshop, event, media item.

    Its title is sealed: a supervision may be called after the woman it was about.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="activities")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="activities")
    kind = models.CharField(_("kind"), max_length=32, choices=ActivityKind)
    on = models.DateField(_("day"))
    title = SealedTextField(_("title"))
    hours = models.DecimalField(_("hours"), max_digits=6, decimal_places=2, null=True, blank=True)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)

    objects = scoped(ActivityQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [sane("activity", "on")]
        indexes = [models.Index(fields=["programme", "on"], name="activity_by_day")]


class AttendanceQuerySet(Records):
    day = "activity__on"
    programme_path = "activity__programme"

    def at(self, *kinds):
        return self.filter(activity__kind__in=kinds)

    def completed(self):
        return self.filter(completed=True)


class Attendance(Record):
    """A worker took part in an activity; at a basic training, for so many hours of theory and of practice."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="attendances")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="attendances")
    theory_hours = models.DecimalField(_("hours of theory"), max_digits=5, decimal_places=2, null=True, blank=True)
    practice_hours = models.DecimalField(_("hours of practice"), max_digits=5, decimal_places=2, null=True, blank=True)
    completed = models.BooleanField(_("completed"), default=False)

    objects = scoped(AttendanceQuerySet, organisation="activity__programme__organisation")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(fields=["activity", "worker"], name="attendance_once"),
            models.CheckConstraint(
                name="attendance_hours_positive",
                condition=(Q(theory_hours=None) | Q(theory_hours__gte=0))
                & (Q(practice_hours=None) | Q(practice_hours__gte=0)),
            ),
        ]
