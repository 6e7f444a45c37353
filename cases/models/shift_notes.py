"""What one shift leaves to the next, read and signed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from programmes.models import Programme, Unit, Worker
from programmes.records import LocalDay, Record, Records, SealedRecord, kept, sane, scoped


class ShiftNoteQuerySet(Records):
    """A note belongs to the day on which it was written."""

    day = "written_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def unsigned(self):
        return self.filter(signatures=None)

    def by(self, user):
        return self.filter(author__user=user)

    def to_read(self, user):
        """Of her programmes, what somebody else left and nobody has signed yet."""
        return self.visible_to(user).unsigned().exclude(author__user=user)

    def with_signatures(self):
        """With all that is said about a note."""
        signed = models.Prefetch(
            "signatures", ShiftNoteSignature.objects.select_related("worker__user", "worker__vault")
        )
        named = self.select_related("vault", "programme", "unit", "author__user", "author__vault")
        return named.prefetch_related(signed)


@tracked
class ShiftNote(SealedRecord):
    """Written at the end of a shift. It stands on the desks of its programme until somebody has signed it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="shift_notes")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="shift_notes")
    author = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="shift_notes")
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    text = SealedTextField(_("text"))
    written_on = kept(LocalDay("written_at"))

    objects = scoped(ShiftNoteQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("note of a shift")
        verbose_name_plural = _("notes of shifts")
        ordering = ["-written_at", "-id"]
        constraints = [sane("shift_note", "written_at")]
        indexes = [models.Index(fields=["programme", "-written_at"], name="shift_note_newest_first")]

    def may_be_signed_by(self, worker):
        """By everybody but her who wrote it, once each."""
        signed = {signature.worker_id for signature in self.signatures.all()}
        return worker is not None and worker.pk != self.author_id and worker.pk not in signed

    def may_be_changed_by(self, worker):
        """What somebody has signed stays as she read it."""
        return worker is not None and worker.pk == self.author_id and not self.signatures.all()


class ShiftNoteSignature(Record):
    """Somebody has read the note."""

    note = models.ForeignKey(ShiftNote, on_delete=models.CASCADE, related_name="signatures")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(_("signed"), default=timezone.now)

    objects = scoped(models.QuerySet, organisation="note__programme__organisation")

    class Meta:
        verbose_name = _("signature of a shift's note")
        verbose_name_plural = _("signatures of shifts' notes")
        ordering = ["signed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["note", "worker"],
                name="shift_note_signed_once",
                violation_error_message=_("She has signed it already."),
            ),
            sane("shift_note_signature", "signed_at"),
        ]
