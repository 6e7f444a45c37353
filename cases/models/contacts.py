from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.models import Vault
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.call_backs import CallAttempt, CallBack
from cases.models.cases import Case
from cases.models.clients import Client
from cases.models.safe_contacts import without_numbers
from cases.vocabulary import (
    CHANNEL_ICONS,
    IN_WRITING,
    NAMED_ALONE,
    NO_TALK,
    Answer,
    Caller,
    Channel,
    DangerDone,
    FollowUp,
    Question,
    SafeWay,
    Setting,
    Sex,
    Subject,
    Violence,
)
from programmes.models import Duty, DutyShift, Programme, Term, Unit, Worker
from programmes.models.vocabularies import keys_of
from programmes.records import (
    LocalDay,
    LocalHour,
    LocalWeekday,
    Records,
    SealedRecord,
    ends_after_start,
    kept,
    sane,
    scoped,
)

TAKEN_BACK_WITHIN = timedelta(minutes=15)
FRESH = timedelta(days=30)


def several(choices, verbose_name):
    return ArrayField(
        models.CharField(max_length=32, choices=choices), verbose_name=verbose_name, default=list, blank=True
    )


def one_term(verbose_name):
    return models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=verbose_name
    )


def one_worker(verbose_name):
    return models.ForeignKey(
        Worker,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=verbose_name,
        editable=False,
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

    def promised(self):
        """Those in which we promised to call back."""
        return self.filter(follow_up=FollowUp.WE_CALL)

    def to_call_back(self):
        return self.promised().filter(followed_up_at=None, given_up_at=None)

    def due(self, until):
        """To call back by then; without a time, while the promise is fresh."""
        fresh = Q(follow_up_at=None, started_at__gt=until - FRESH)
        return self.to_call_back().filter(fresh | Q(follow_up_at__lte=until))

    def in_danger(self):
        return self.filter(Q(acute_danger=Answer.YES) | Q(suicidal=Answer.YES))

    def of_worker(self, worker):
        """Those in which she talked, alone or with others."""
        part = self.model._meta.get_field("parts").related_model.objects.filter(contact=OuterRef("pk"), worker=worker)
        return self.filter(Q(worker=worker) | Exists(part))

    def supervised_by(self, user):
        return self.filter(programme__in=user.programmes_as(Role.COORDINATOR))

    def just_counted_by(self, user):
        """What one keystroke counted and another may still take back."""
        return self.without_talk().filter(entered_by=user, started_at__gt=timezone.now() - TAKEN_BACK_WITHIN)

    def with_attempts(self):
        """With all that is said about a promised call-back."""
        attempts = models.Prefetch("attempts", CallAttempt.objects.select_related("worker__user", "worker__vault"))
        return self.for_list().select_related("vault", "client__vault").prefetch_related(attempts)

    def in_shift(self, shift):
        """Those that the worker of a shift had in it: told by who and when, not noted a second time."""
        during = self.filter(started_at__gte=shift.starts_at, started_at__lt=shift.ends_at)
        return during.filter(programme=shift.programme_id, worker=shift.worker_id) if shift.worker_id else self.none()

    def for_list(self):
        """With all that one line of a list says."""
        return self.select_related("programme", "client", "age_band", "worker__user", "worker__vault")


@tracked
class Contact(CallBack, SealedRecord):
    """One conversation. Nothing but channel and time is mandatory; the caller may stay anonymous."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="contacts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts")
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts", verbose_name=_("who talked")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    # Beside her who talked: who typed it for her, who began it and handed it over.
    written_by = one_worker(_("written by"))
    begun_by = one_worker(_("begun by"))
    client = models.ForeignKey(Client, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts")

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
    safe_ways = several(SafeWay, _("safe is"))
    safe_note = SealedTextField(_("how to reach her safely"))
    not_told = ArrayField(  # the question was put: she did not know, or did not want to say
        models.CharField(max_length=32, choices=Question),
        verbose_name=_("asked and not told"),
        default=list,
        db_default=[],
        blank=True,
    )

    started_on = kept(LocalDay("started_at"))
    started_hour = kept(LocalHour("started_at"))
    started_weekday = kept(LocalWeekday("started_at"))

    objects = scoped(ContactQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-started_at", "-id"]
        constraints = [
            sane("contact", "started_at", "follow_up_at", "follow_up_ends_at", "followed_up_at", "given_up_at"),
            ends_after_start("contact_window", "follow_up_at", "follow_up_ends_at"),
            models.CheckConstraint(
                name="contact_kept_or_given_up",
                condition=Q(followed_up_at=None) | Q(given_up_at=None),
                violation_error_message=_("A promise is kept or given up, not both."),
            ),
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

    def link(self, client, case=None):
        """Says whose talk it was, and to which of her cases it belongs; without one, to her open case here.

        A talk has a key of its own, which goes where the talk goes: whoever's texts are destroyed, all that was ever
        written of it, history included, is destroyed with those of the person to whom it belongs then.
        """
        if self.client_id and self.client_id != getattr(client, "pk", None) and self.vault_id == self.client.vault_id:
            self.seal_under(Vault.objects.create())
            for message in self.messages.select_related("vault"):
                message.seal_under(self.vault)
                message.save()
        self.client = client
        if client is None:
            self.case = None
        elif case or self.case_id is None or self.case.client_id != client.pk:
            self.case = case or client.cases.filter(programme=self.programme, closed_on=None).first()

    def open_case(self):
        """The work goes on: her case in this programme, and a code for her if she has none."""
        if self.client is None:
            organisation = self.programme.organisation
            self.client = Client.objects.create(
                organisation=organisation,
                code=Client.objects.new_code(organisation),
                sex=self.sex or Sex.NOT_KNOWN,
                municipality=self.municipality,
            )
        self.case = self.client.open_case_in(self.programme)
        return self.case

    @property
    def had_talk(self):
        return self.subject not in NO_TALK

    @property
    def is_in_writing(self):
        return self.channel in IN_WRITING

    @property
    def title(self):
        """What it was about, in a few words: "Physical, psychological violence, stalking"."""
        if self.subject != Subject.VIOLENCE or not self.kinds:
            return capfirst(self.get_subject_display() or self.get_channel_display())
        of_violence = [str(Violence(kind).label) for kind in self.kinds if kind not in NAMED_ALONE]
        alone = [str(Violence(kind).label) for kind in self.kinds if kind in NAMED_ALONE]
        if of_violence:
            of_violence[-1] = gettext("%(kind)s violence") % {"kind": of_violence[-1]}
        return capfirst(", ".join(of_violence + alone))

    @property
    def icon(self):
        return CHANNEL_ICONS[self.channel] if self.had_talk else "silent"

    @property
    def is_in_danger(self):
        return Answer.YES in (self.acute_danger, self.suicidal)

    @property
    def is_to_be_called_back(self):
        return self.follow_up == FollowUp.WE_CALL and not (self.followed_up_at or self.given_up_at)

    @property
    def has_number(self):
        """There is one to be shown: hers, or one that stands among the words of this contact."""
        mine = self.safe_note != without_numbers(self.safe_note)
        return mine or bool(self.client and self.client.has_number)

    @property
    def safe_words(self):
        return ", ".join(str(SafeWay(way).label) for way in self.safe_ways)

    @property
    def danger_words(self):
        return ", ".join(str(DangerDone(done).label) for done in self.danger_done)

    @property
    def shift(self):
        """The shift in which its worker had it, that of its own kind of duty first: told by who and when."""
        if not self.worker_id:
            return None
        duty = Duty.CHAT if self.channel == Channel.CHAT else Duty.PHONE
        at_that_time = DutyShift.objects.held().filter(programme=self.programme_id, worker=self.worker_id)
        shifts = at_that_time.at(self.started_at).select_related("unit")
        return min(shifts, key=lambda shift: (shift.duty != duty, shift.starts_at), default=None)

    @property
    def ended_at(self):
        return self.started_at + timedelta(minutes=self.minutes)
