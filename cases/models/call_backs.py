"""A promise to call back: its window, the attempts, and how it ends."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.vocabulary import AttemptResult
from programmes.models import Worker
from programmes.records import LocalDay, Record, Records, kept, sane, scoped

PAUSES = [
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(days=1),
]  # after the first try in vain, the second, each further
SOON = timedelta(minutes=30)


class CallBack(models.Model):
    """The promise within a contact: kept when she was reached, or given up with a reason."""

    follow_up_at = models.DateTimeField(_("when"), null=True, blank=True)
    follow_up_ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    followed_up_at = models.DateTimeField(_("done"), null=True, blank=True, editable=False)
    given_up_at = models.DateTimeField(_("given up"), null=True, blank=True, editable=False)
    given_up_because = SealedTextField(_("why it was given up"), db_default=b"")

    class Meta:
        abstract = True

    @property
    def tries(self):
        return list(self.attempts.all())

    @property
    def next_attempt_at(self):
        """When to try: as promised, after a try in vain later, and never outside the hours that are safe."""
        tries = self.tries
        if not tries:
            return self.follow_up_at
        pause = PAUSES[min(len(tries), len(PAUSES)) - 1]
        return self.within_window(tries[-1].tried_at + pause)

    def within_window(self, moment):
        """In her safe hours; where nothing is agreed about them, in the hours of the promise."""
        if self.client and (self.client.safe_days or self.client.safe_from):
            return self.client.next_safe_moment(moment)
        if not (self.follow_up_at and self.follow_up_ends_at):
            return moment
        first, last = timezone.localtime(self.follow_up_at), timezone.localtime(self.follow_up_ends_at)
        local = timezone.localtime(moment)
        if local.time() < first.time():
            return at(local.date(), first.time())
        return moment if local.time() < last.time() else at(local.date() + timedelta(days=1), first.time())

    @property
    def turn(self):
        """The next to be called first; those without a time, whenever it suits, last."""
        return self.next_attempt_at is None, self.next_attempt_at or self.started_at

    @property
    def is_late(self):
        promised = self.follow_up_ends_at or self.follow_up_at
        return bool(promised and promised < timezone.now())

    @property
    def is_soon(self):
        return bool(self.next_attempt_at and self.next_attempt_at < timezone.now() + SOON)

    def is_due(self, until):
        """In a shift that ends then."""
        return self.next_attempt_at is None or self.next_attempt_at <= until


def at(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))


class CallAttemptQuerySet(Records):
    """An attempt belongs to the day on which it was made."""

    day = "tried_on"
    programme_path = "contact__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


@tracked
class CallAttempt(Record):
    """One attempt to keep the promise: who tried, when, and who answered."""

    contact = models.ForeignKey("cases.Contact", on_delete=models.CASCADE, related_name="attempts")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="call_attempts")
    tried_at = models.DateTimeField(_("when"), default=timezone.now)
    result = models.CharField(_("result"), max_length=12, choices=AttemptResult)
    tried_on = kept(LocalDay("tried_at"))

    objects = scoped(CallAttemptQuerySet, organisation="contact__programme__organisation")

    class Meta:
        verbose_name = _("attempt to call back")
        verbose_name_plural = _("attempts to call back")
        ordering = ["tried_at"]
        constraints = [sane("call_attempt", "tried_at")]
        indexes = [models.Index(fields=["contact", "tried_at"], name="call_attempt_in_order")]
