from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models.organisations import Programme, Unit
from programmes.models.workers import Worker
from programmes.records import LocalDay, Minutes, Record, Records, ends_after_start, kept, sane, scoped


class Duty(models.TextChoices):
    PHONE = "phone", _("phone")
    CHAT = "chat", _("chat")
    STANDBY_1 = "standby_1", _("standby, first level")
    STANDBY_2 = "standby_2", _("standby, second level")


class DutyShiftQuerySet(Records):
    """A shift belongs to the day on which it began."""

    day = "started_on"

    def on_duty(self, duty):
        return self.filter(duty=duty)

    def at(self, moment):
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)


class DutyShift(Record):
    """Hours in which somebody answers."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="duty_shifts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="duty_shifts")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="duty_shifts")
    duty = models.CharField(_("duty"), max_length=12, choices=Duty, default=Duty.PHONE)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    started_on = kept(LocalDay("starts_at"))
    minutes = kept(Minutes("ends_at", "starts_at"))

    objects = scoped(DutyShiftQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("duty shift")
        verbose_name_plural = _("duty shifts")
        constraints = [
            sane("duty_shift", "starts_at", "ends_at"),
            ends_after_start("duty_shift", "starts_at", "ends_at"),
        ]
        indexes = [models.Index(fields=["programme", "started_on"], name="duty_shift_by_day")]
