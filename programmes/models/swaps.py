"""How a shift goes from one to another, and how the roster comes into her own calendar."""

import hashlib
import secrets

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.models.duty import DutyShift
from programmes.models.workers import Worker
from programmes.records import Record, Records, sane, scoped

ON_THE_ROSTER = (Role.COUNSELLOR, Role.COORDINATOR)


class SwapAnswer(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class SwapQuerySet(Records):
    day = "shift__started_on"
    programme_path = "shift__programme"
    seen_by = ON_THE_ROSTER

    def open(self):
        """Nobody has answered, and the shift is still to come."""
        return self.filter(answer="", shift__starts_at__gt=timezone.now())

    def accepted(self):
        return self.filter(answer=SwapAnswer.ACCEPTED)

    def asked_of(self, worker):
        """What she may accept: what was asked of her, or of anybody."""
        return self.open().filter(Q(asked=worker) | Q(asked=None)).exclude(asked_by=worker)

    def asked_by(self, worker):
        return self.open().filter(asked_by=worker)

    def for_list(self):
        people = [f"{who}__{what}" for who in ("asked_by", "asked") for what in ("user", "vault")]
        return self.select_related("shift__programme", "shift__unit", "in_return", *people).order_by("shift__starts_at")


class Swap(Record):
    """Somebody asks a colleague, or whoever will, to take a shift of hers, for one of the colleague's or for nothing."""

    shift = models.ForeignKey(DutyShift, on_delete=models.CASCADE, related_name="swaps")
    in_return = models.ForeignKey(
        DutyShift, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("in return for")
    )
    asked_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("whom I ask")
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    answer = models.CharField(_("answer"), max_length=12, choices=SwapAnswer, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = scoped(SwapQuerySet, organisation="shift__programme__organisation")

    class Meta:
        verbose_name = _("swap")
        verbose_name_plural = _("swaps")
        constraints = [
            sane("swap", "asked_at", "answered_at"),
            models.UniqueConstraint(
                fields=["shift"],
                condition=Q(answer=""),
                name="swap_open_once",
                violation_error_message=_("Somebody is asked to take this shift already."),
            ),
        ]

    @property
    def programme_id(self):
        return self.shift.programme_id

    @transaction.atomic
    def accept(self, worker):
        """The shifts change hands, if they are still whose they were; nobody else can take them meanwhile."""
        wanted = [pk for pk in (self.shift_id, self.in_return_id) if pk]
        held = (
            DutyShift.objects.filter(pk__in=wanted)
            .order_by("pk")
            .select_related("worker", "planned_worker")
            .select_for_update(of=["self"])
        )
        shifts = {shift.pk: shift for shift in held}
        shift, in_return = shifts[self.shift_id], shifts.get(self.in_return_id)
        is_theirs = shift.worker_id == self.asked_by_id and (not in_return or in_return.worker_id == worker.pk)
        if not is_theirs or not all(each.is_to_come for each in shifts.values()):
            raise ValidationError(_("This shift has changed hands meanwhile, or has begun."))
        shift.give_to(worker)
        if in_return:
            in_return.give_to(self.asked_by)
        for each in shifts.values():
            each.save(update_fields=["worker", "planned_worker"])
        self.asked = worker
        self.close(SwapAnswer.ACCEPTED)
        return list(shifts.values())

    def close(self, answer):
        self.answer, self.answered_at = answer, timezone.now()
        self.save()


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


class RosterFeedManager(models.Manager):
    def renew(self, worker):
        """A new address; the one before opens nothing any more. Only now is it known: its hash alone is kept."""
        token = secrets.token_urlsafe(32)
        self.update_or_create(worker=worker, defaults={"token_hash": hash_of(token), "made_at": timezone.now()})
        return token

    def of_token(self, token):
        return self.filter(token_hash=hash_of(token))


class RosterFeed(models.Model):
    """The secret address at which her own calendar reads her shifts, without a sign-in."""

    worker = models.OneToOneField(Worker, on_delete=models.CASCADE, related_name="roster_feed")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    objects = RosterFeedManager()

    class Meta:
        verbose_name = _("roster feed")
        verbose_name_plural = _("roster feeds")
        constraints = [sane("roster_feed", "made_at")]
