from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.models.organisations import Programme, Unit
from programmes.models.workers import Worker
from programmes.records import (
    LocalDay,
    Minutes,
    Record,
    Records,
    TimeBetween,
    ends_after_start,
    kept,
    sane,
    scoped,
)


class Duty(models.TextChoices):
    PHONE = "phone", _("phone")
    CHAT = "chat", _("chat")
    STANDBY_1 = "standby_1", _("standby, first level")
    STANDBY_2 = "standby_2", _("standby, second level")


AT_WORK = (Duty.PHONE, Duty.CHAT)  # standby is rest as long as nobody calls


class DutyShiftQuerySet(Records):
    """A shift belongs to the day on which it began."""

    day = "started_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def on_duty(self, duty):
        return self.held().filter(duty=duty)

    def held(self):
        """Without those of which somebody said that nobody came."""
        return self.filter(Q(worked=None) | Q(worked=True))

    def at(self, moment):
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)

    def between(self, start, end):
        """Of which at least a part lies between the two moments."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)

    def to_come(self):
        return self.filter(starts_at__gt=timezone.now())

    def for_list(self):
        """With all that one line of a roster says."""
        return self.select_related(
            "programme", "unit", "worker__user", "worker__vault", "planned_worker__user", "planned_worker__vault"
        )


class DutyShift(Record):
    """Hours in which somebody answers: planned, then worked. Nobody named: they wait for somebody who takes them."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="duty_shifts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="duty_shifts")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="duty_shifts")
    duty = models.CharField(_("duty"), max_length=12, choices=Duty, default=Duty.PHONE)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    planned_worker = models.ForeignKey(
        Worker,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("planned for"),
        help_text=_("Whose shift it was before somebody else took it."),
    )
    # No default: empty means that nobody said; a shift that has passed then counts as the roster has it.
    worked = models.BooleanField(_("worked"), null=True, blank=True)
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
        indexes = [
            models.Index(fields=["programme", "started_on"], name="duty_shift_by_day"),
            GistIndex(TimeBetween("starts_at", "ends_at"), name="duty_shift_by_time"),
        ]

    @property
    def is_over(self):
        return self.ends_at <= timezone.now()

    @property
    def is_to_come(self):
        return self.starts_at > timezone.now()

    @property
    def is_swapped(self):
        return self.planned_worker_id is not None and self.planned_worker_id != self.worker_id

    @property
    def is_cover(self):
        """Whether somebody answers in it, as the view of stretches sees it too."""
        return self.worked is not False and (self.worker_id is not None or self.worked is True)

    def give_to(self, worker):
        """Somebody else has it from now on; whose it was first stays known."""
        self.planned_worker = self.planned_worker or self.worker
        if self.planned_worker == worker:
            self.planned_worker = None
        self.worker = worker
