from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.drafts import Draft, hold
from programmes.records import Records, SealedRecord, sane, scoped

MAY_TALK = (Role.COUNSELLOR, Role.COORDINATOR)


class HandOverQuerySet(Records):
    programme_path = "draft__programme"
    seen_by = MAY_TALK

    def waiting(self):
        return self.filter(answered_at=None)

    def visible_to(self, user):
        """What waits for her answer; of the draft itself she sees nothing before she takes it."""
        return super().visible_to(user).waiting().filter(taker=user)

    def with_words(self):
        return self.select_related("giver", "taker", "vault")


class HandOver(SealedRecord):
    """A draft is offered to a colleague with a note. She takes it over, or gives it back; until then it stays where it is."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="hand_overs")
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = SealedTextField(_("note"))
    reply = SealedTextField(_("why it comes back"))
    offered_at = models.DateTimeField(_("offered"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    taken = models.BooleanField(_("taken over"), null=True, blank=True)

    objects = scoped(HandOverQuerySet, organisation="draft__programme__organisation")

    class Meta:
        verbose_name = _("hand-over of a draft")
        verbose_name_plural = _("hand-overs of drafts")
        ordering = ["offered_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft"],
                condition=Q(answered_at=None),
                name="hand_over_waits_once",
                violation_error_message=_("This draft waits for a colleague already."),
            ),
            models.CheckConstraint(name="hand_over_to_another", condition=~Q(giver=F("taker"))),
            models.CheckConstraint(
                name="hand_over_answered_or_waiting",
                condition=Q(answered_at=None, taken=None) | Q(answered_at__isnull=False, taken__isnull=False),
            ),
            sane("hand_over", "offered_at", "answered_at"),
        ]

    def owner_vault(self):
        return self.draft.vault

    @transaction.atomic
    def take(self):
        """The draft is the taker's from now on, and no longer the giver's. False when it was answered meanwhile."""
        hold(self.draft_id)
        if not self.answer(taken=True):
            return False
        draft = Draft.objects.get(pk=self.draft_id)
        draft.user, draft.begun_by = self.taker, draft.begun_by or self.giver
        draft.save(update_fields=["user", "begun_by"])
        return True

    @transaction.atomic
    def give_back(self, reply):
        hold(self.draft_id)
        self.reply = reply
        return self.answer(taken=False)

    def answer(self, *, taken):
        if not type(self).objects.waiting().filter(pk=self.pk).exists():
            return False
        self.answered_at, self.taken = timezone.now(), taken
        self.save()
        return True


def colleagues_for(draft):
    """Who may take a draft over: those who talk in its programme."""
    talks_there = draft.programme.assignments.current().filter(role__in=MAY_TALK)
    return (
        User.objects.filter(pk__in=talks_there.values("user"), is_active=True)
        .exclude(pk=draft.user_id)
        .order_by("name")
    )
