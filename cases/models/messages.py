from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.contacts import Contact
from cases.vocabulary import Direction
from programmes.models import Programme, Worker
from programmes.records import LocalDay, Records, SealedRecord, kept, sane, scoped


class MessageQuerySet(Records):
    """A message belongs to the day on which it was written."""

    day = "written_on"
    programme_path = "contact__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def from_her(self):
        return self.filter(direction=Direction.IN)

    def from_us(self):
        return self.filter(direction=Direction.OUT)


@tracked
class Message(SealedRecord):
    """One message of a conversation in writing: many of them are one contact, sealed under its key."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="messages")
    direction = models.CharField(_("who wrote"), max_length=4, choices=Direction, default=Direction.IN)
    written_at = models.DateTimeField(_("written"))
    position = models.PositiveSmallIntegerField(default=0, editable=False)  # among those of one minute
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="messages", verbose_name=_("who of us")
    )
    text = SealedTextField(_("text"))

    written_on = kept(LocalDay("written_at"))

    objects = scoped(MessageQuerySet, organisation="contact__programme__organisation")

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["written_at", "position", "id"]
        constraints = [
            sane("message", "written_at"),
            models.CheckConstraint(
                name="message_of_ours_has_a_writer",
                condition=Q(worker=None) | Q(direction=Direction.OUT),
                violation_error_message=_("Her message is written by none of us."),
            ),
        ]
        indexes = [models.Index(fields=["contact", "written_at"], name="message_in_order")]

    def owner_vault(self):
        return self.contact.vault

    @property
    def programme_id(self):
        return self.contact.programme_id

    @property
    def is_ours(self):
        return self.direction == Direction.OUT


class WaitQuerySet(Records):
    """A wait belongs to the day on which she asked."""

    day = "asked_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def answered(self):
        return self.exclude(answered_at=None)

    def unanswered(self):
        return self.filter(answered_at=None)

    def within_a_day(self):
        return self.filter(minutes__lte=24 * 60)


class Wait(models.Model):
    """She wrote and had no answer yet: from the first of her messages to our next one. A row of a view."""

    id = models.UUIDField(primary_key=True)  # of her first message
    contact = models.ForeignKey(Contact, on_delete=models.DO_NOTHING, related_name="waits")
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    asked_at = models.DateTimeField(_("asked"))
    asked_on = models.DateField()
    answered_at = models.DateTimeField(_("answered"), null=True)
    minutes = models.IntegerField(_("minutes"), null=True)

    objects = scoped(WaitQuerySet, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "cases_wait"
        verbose_name = _("wait for an answer")
        verbose_name_plural = _("waits for an answer")
