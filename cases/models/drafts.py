from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.contacts import Contact
from cases.vocabulary import CHANNEL_ICONS, Answer, Caller, Channel, Sex
from programmes.models import Programme
from programmes.records import Records, SealedRecord, scoped

QUIET = timedelta(minutes=15)  # unchanged for so long, nobody is talking any more
LONGEST = timedelta(hours=12)


class Superseded(Exception):
    """A newer save of this draft is there already: from another window, or faster on its way."""


class Finished(Exception):
    """The contact was finished meanwhile."""


class TakenOver(Exception):
    """A colleague has taken the draft over meanwhile."""


class DraftQuerySet(Records):
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def visible_to(self, user):
        """Only she who writes it, until she hands it over."""
        return super().visible_to(user).filter(user=user)

    def left_by(self, user):
        """Those that she handed over and a colleague has taken: no longer hers."""
        return self.exclude(user=user).filter(hand_overs__giver=user, hand_overs__taken=True)

    def with_hand_overs(self):
        """With all that a line about an open draft says."""
        hand_overs = models.Prefetch("hand_overs", apps.get_model("cases", "HandOver").objects.with_words())
        return self.select_related("vault", "begun_by").prefetch_related(hand_overs)

    def keep(self, pk, *, user, programme, answers, version, ago):
        """Saves what the page holds; an older save that arrives late never overwrites a newer one.

        `ago` says how long before now the first key was pressed: the draft begins then, by the server's clock.
        """
        hold(pk)
        if Contact.objects.filter(pk=pk).exists():
            raise Finished
        draft = self.filter(pk=pk).select_related("vault").first()
        if draft is None:
            draft = Draft(pk=pk, user=user, started_at=timezone.now() - max(timedelta(), min(ago, LONGEST)))
        elif draft.user_id != user.pk:
            raise TakenOver
        elif draft.version > version or draft.version == version and draft.answers != answers:
            raise Superseded
        draft.programme, draft.answers, draft.version = programme, answers, version
        draft.save()
        return draft


class Draft(SealedRecord):
    """A contact being written: what the form held when it was last saved, whole and unchecked.

    It has the id that the contact will have. `version` is the page's number of the save: an older save that
    arrives late never overwrites a newer one.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="drafts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts")
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("begun by"),
    )
    started_at = models.DateTimeField(_("began"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)
    answers = SealedTextField(_("answers"))  # as a query string

    objects = scoped(DraftQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-started_at"]

    @cached_property
    def data(self):
        return QueryDict(self.answers)

    @property
    def channel(self):
        channel = self.data.get("channel")
        return Channel(channel) if channel in Channel.values else Channel.CALL

    @property
    def icon(self):
        return CHANNEL_ICONS[self.channel]

    @property
    def who(self):
        """Of her answers, those that tell one draft from another: "victim, woman"."""
        asked = [(Caller, "caller"), (Sex, "sex")]
        said = [(words, self.data.get(name)) for words, name in asked]
        return ", ".join(str(words(key).label) for words, key in said if key in words.values)

    @property
    def is_in_danger(self):
        return Answer.YES in (self.data.get("acute_danger"), self.data.get("suicidal"))

    @property
    def is_afterwards(self):
        """Entered when the talk was long over: its own times say how long it lasted, not the timer."""
        return self.data.get("afterwards") == "True"

    @property
    def offer(self):
        """What waits for a colleague's answer, if it was offered to one."""
        return next((one for one in self.hand_overs.all() if one.answered_at is None), None)

    @property
    def given_back(self):
        """The last answer, where it was no."""
        last = list(self.hand_overs.all())[-1:]
        return next((one for one in last if one.taken is False and one.giver_id == self.user_id), None)

    @property
    def waits(self):
        """The talk is over, the record is not."""
        return self.ended_at is not None or self.is_afterwards or timezone.now() - self.saved_at > QUIET

    @property
    def minutes(self):
        """How long the talk has lasted, in full minutes."""
        until = self.ended_at or (self.saved_at if self.waits else timezone.now())
        return max(0, (until - self.started_at) // timedelta(minutes=1))

    def end(self):
        """The talk is over now: its length no longer grows while she completes the record."""
        if self.ended_at is None:
            self.ended_at = timezone.now()
            self.save(update_fields=["ended_at"])

    def discard(self):
        """The row and the key of its texts: neither this database nor a backup of it can read them any more."""
        vault = self.vault
        self.delete()
        vault.delete()


def hold(pk):
    """Until the end of the transaction nobody else saves or finishes the contact with this id."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [pk.int % 2**63])
