from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.clients import Client
from cases.vocabulary import (
    NO_TALK,
    Answer,
    Caller,
    Channel,
    DangerDone,
    FollowUp,
    SafeWay,
    Setting,
    Sex,
    Subject,
    Violence,
)
from programmes.models import Programme, Term, Unit, Worker
from programmes.records import LocalDay, LocalHour, LocalWeekday, Records, SealedRecord, kept, sane, scoped


def several(choices, verbose_name):
    return ArrayField(
        models.CharField(max_length=32, choices=choices), verbose_name=verbose_name, default=list, blank=True
    )


def keys_of(verbose_name):
    """Keys of an organisation's own vocabulary, several at once."""
    return ArrayField(models.SlugField(), verbose_name=verbose_name, default=list, blank=True)


def one_term(verbose_name):
    return models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=verbose_name
    )


class ContactQuerySet(Records):
    """A contact belongs to the day on which it began."""

    day = "started_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def talks(self):
        """Somebody answered and there was a conversation: not silent, not a wrong number, no nuisance."""
        return self.exclude(subject__in=NO_TALK)

    def without_talk(self):
        return self.filter(subject__in=NO_TALK)

    def by(self, *channels):
        return self.talks().filter(channel__in=channels)

    def calls(self):
        """Answered calls to the helpline."""
        return self.by(Channel.CALL)

    def about(self, subject):
        return self.filter(subject=subject)

    def to_call_back(self):
        return self.filter(follow_up=FollowUp.WE_CALL, followed_up_at=None).exclude(follow_up_at=None)


@tracked
class Contact(SealedRecord):
    """One conversation. Nothing but channel and time is mandatory; the caller may stay anonymous."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="contacts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts")
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name=_("who talked")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts")

    channel = models.CharField(_("channel"), max_length=12, choices=Channel, default=Channel.CALL)
    started_at = models.DateTimeField(_("began"))
    minutes = models.PositiveSmallIntegerField(_("length in minutes"), default=0)
    language = one_term(_("language"))
    interpreter = models.BooleanField(_("interpreter"), default=False)

    caller = models.CharField(_("who calls"), max_length=16, choices=Caller, blank=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, blank=True)
    age_band = one_term(_("age"))
    municipality = one_term(_("municipality or region"))
    heard_from = one_term(_("heard of us from"))

    subject = models.CharField(_("what happens"), max_length=16, choices=Subject, blank=True)
    kinds = several(Violence, _("kinds of violence"))
    setting = models.CharField(_("where"), max_length=12, choices=Setting, blank=True)
    relation = one_term(_("perpetrator"))
    children = models.PositiveSmallIntegerField(_("children affected"), null=True, blank=True)
    acute_danger = models.CharField(_("anyone in danger now"), max_length=12, choices=Answer, blank=True)
    danger_done = several(DangerDone, _("done about the danger"))
    suicidal = models.CharField(_("suicidal distress"), max_length=12, choices=Answer, blank=True)

    given = keys_of(_("what we did"))
    referred_to = keys_of(_("referred to"))
    note = SealedTextField(_("note"))
    follow_up = models.CharField(_("what next"), max_length=12, choices=FollowUp, blank=True)
    follow_up_at = models.DateTimeField(_("when"), null=True, blank=True)
    followed_up_at = models.DateTimeField(_("done"), null=True, blank=True, editable=False)
    safe_ways = several(SafeWay, _("safe is"))
    safe_note = SealedTextField(_("how to reach her safely"))

    started_on = kept(LocalDay("started_at"))
    started_hour = kept(LocalHour("started_at"))
    started_weekday = kept(LocalWeekday("started_at"))

    objects = scoped(ContactQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-started_at", "-id"]
        constraints = [
            sane("contact", "started_at", "follow_up_at", "followed_up_at"),
            models.CheckConstraint(name="contact_within_a_day", condition=Q(minutes__lte=24 * 60)),
        ]
        indexes = [
            models.Index(fields=["programme", "started_on"], name="contact_by_day"),
            models.Index(fields=["programme", "-started_at"], name="contact_newest_first"),
            models.Index(
                fields=["programme", "follow_up_at"],
                name="contact_to_call_back",
                condition=Q(follow_up=FollowUp.WE_CALL, followed_up_at=None),
            ),
        ]

    def owner_vault(self):
        return self.client.vault if self.client else None

    @property
    def had_talk(self):
        return self.subject not in NO_TALK


class DraftQuerySet(Records):
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def visible_to(self, user):
        """Only she who writes it, until she hands it over."""
        return super().visible_to(user).filter(user=user)


class Draft(SealedRecord):
    """A contact being written: what the form held when it was last saved, whole and unchecked.

    It has the id that the contact will have. `version` is the page's number of the save: an older save that
    arrives late never overwrites a newer one.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="drafts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts")
    started_at = models.DateTimeField(_("began"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)
    answers = SealedTextField(_("answers"))  # as a query string

    objects = scoped(DraftQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-started_at"]
