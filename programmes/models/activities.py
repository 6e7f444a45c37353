from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.roles import Role
from accounts.sealed_files import SealedBytesField
from accounts.sealing import SealedTextField
from programmes.models.organisations import Programme, Unit
from programmes.models.vocabularies import Term
from programmes.models.workers import Worker
from programmes.records import Record, Records, SealedRecord, sane, scoped


class ActivityKind(models.TextChoices):
    BASIC_TRAINING = "basic_training", _("basic training of volunteers")
    ADDITIONAL_TRAINING = "additional_training", _("additional training of volunteers")
    INTERNAL_TRAINING = "internal_training", _("internal training")
    INTERVISION = "intervision", _("intervision")
    SUPERVISION_WORKSHOP = "supervision_workshop", _("supervision workshop for volunteers")
    STAFF_SUPERVISION = "staff_supervision", _("supervision of staff")
    PROFESSIONAL_EVENT = "professional_event", _("event for professionals")
    VULNERABLE_GROUP_WORKSHOP = "vulnerable_group_workshop", _("workshop for vulnerable groups")
    PUBLIC_EVENT = "public_event", _("event for the public")
    CAMPAIGN = "campaign", _("campaign")
    MEDIA_ITEM = "media_item", _("media item")
    PRESS_RELEASE = "press_release", _("press release")
    ONLINE_ITEM = "online_item", _("online item")
    MATERIALS = "materials", _("materials sent")
    OTHER = "other", _("other activity")


OF_OUR_OWN = [  # who works here learns or is supported; all other kinds are for people outside
    ActivityKind.BASIC_TRAINING,
    ActivityKind.ADDITIONAL_TRAINING,
    ActivityKind.INTERNAL_TRAINING,
    ActivityKind.INTERVISION,
    ActivityKind.SUPERVISION_WORKSHOP,
    ActivityKind.STAFF_SUPERVISION,
]


class ActivityState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("activity", "planned")
    HELD = "held", pgettext_lazy("activity", "carried out")
    CANCELLED = "cancelled", pgettext_lazy("activity", "cancelled")


class ActivityQuerySet(Records):
    seen_by = (Role.COORDINATOR, Role.MANAGER)

    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def held(self):
        return self.filter(state=ActivityState.HELD)

    def cancelled(self):
        return self.filter(state=ActivityState.CANCELLED)

    def that_were_planned(self):
        """Those of a plan, whatever became of them; a plan belongs to the day first planned."""
        return self.exclude(planned_on=None)


class Activity(SealedRecord):
    """Something the programme held or published on a day: training, supervision, workshop, event, media item.

    Its title is sealed: a supervision may be called after the woman it was about.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="activities")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="activities")
    kind = models.CharField(_("kind"), max_length=32, choices=ActivityKind)
    on = models.DateField(_("day"))
    title = SealedTextField(_("title"))
    hours = models.DecimalField(_("hours"), max_digits=6, decimal_places=2, null=True, blank=True)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=ActivityState,
        default=ActivityState.HELD,
        db_default=ActivityState.HELD.value,
    )
    planned_on = models.DateField(_("first planned for"), null=True, blank=True)
    reason = SealedTextField(_("reason of the change"), db_default=b"")
    copies = models.PositiveIntegerField(_("copies"), null=True, blank=True)
    provider = SealedTextField(_("who gave it"), db_default=b"")
    cost = models.DecimalField(_("cost, EUR"), max_digits=9, decimal_places=2, null=True, blank=True)
    group = SealedTextField(_("group"), db_default=b"")
    licence = SealedTextField(_("licence of the supervisor"), db_default=b"")

    objects = scoped(ActivityQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [
            sane("activity", "on"),
            sane("activity_planned", "planned_on"),
            models.CheckConstraint(name="activity_costs_nothing_or_more", condition=Q(cost=None) | Q(cost__gte=0)),
        ]
        indexes = [models.Index(fields=["programme", "on"], name="activity_by_day")]


class AudienceQuerySet(Records):
    """Belongs to its activity's day."""

    day = "activity__on"
    programme_path = "activity__programme"

    def held(self):
        return self.filter(activity__state=ActivityState.HELD)


class Audience(Record):
    """Of a target group so many people took part in an activity."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="audiences")
    group = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+", verbose_name=_("target group"))
    participants = models.PositiveIntegerField(_("participants"))

    objects = scoped(AudienceQuerySet, organisation="activity__programme__organisation")

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        constraints = [models.UniqueConstraint(fields=["activity", "group"], name="audience_once")]


class ProofQuerySet(Records):
    day = "activity__on"
    programme_path = "activity__programme"
    seen_by = (Role.COORDINATOR, Role.MANAGER)


class Proof(SealedRecord):
    """A file that shows that an activity was held, sealed under the activity's key."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="proofs")
    name = SealedTextField(_("name of the file"))
    kind = models.CharField(_("kind"), max_length=8)
    size = models.PositiveIntegerField(_("size"))
    content = SealedBytesField(_("content"))
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = scoped(ProofQuerySet, organisation="activity__programme__organisation")

    class Meta:
        verbose_name = _("proof")
        verbose_name_plural = _("proofs")
        ordering = ["added_at"]

    def owner_vault(self):
        return self.activity.vault

    @property
    def programme_id(self):
        return self.activity.programme_id


class AttendanceQuerySet(Records):
    day = "activity__on"
    programme_path = "activity__programme"

    def at(self, *kinds):
        return self.filter(activity__kind__in=kinds)

    def completed(self):
        return self.filter(completed=True)


class Attendance(Record):
    """A worker took part in an activity; at a basic training, for so many hours of theory and of practice."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="attendances")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="attendances")
    theory_hours = models.DecimalField(_("hours of theory"), max_digits=5, decimal_places=2, null=True, blank=True)
    practice_hours = models.DecimalField(_("hours of practice"), max_digits=5, decimal_places=2, null=True, blank=True)
    completed = models.BooleanField(_("completed"), default=False)

    objects = scoped(AttendanceQuerySet, organisation="activity__programme__organisation")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(fields=["activity", "worker"], name="attendance_once"),
            models.CheckConstraint(
                name="attendance_hours_positive",
                condition=(Q(theory_hours=None) | Q(theory_hours__gte=0))
                & (Q(practice_hours=None) | Q(practice_hours__gte=0)),
            ),
        ]
