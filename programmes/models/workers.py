from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from programmes.models.organisations import Organisation, Programme, Unit
from programmes.records import Record, Records, SealedRecord, ends_after_start, sane, scoped
from programmes.vocabulary import Sex


class WorkerQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(organisation__programmes__in=user.programmes_as(*Role)).distinct()

    def for_duty(self, keeping=None):
        """Whom a roster may name: who is engaged or signs in, and who stands there already."""
        today = timezone.localdate()
        engaged = Engagement.objects.on(today).values("worker")
        return self.filter(Q(pk__in=engaged) | Q(user__is_active=True) | Q(pk=keeping))

    def led_by(self, user):
        """Those of an organisation in which she coordinates or manages something."""
        hers = user.programmes_as(Role.COORDINATOR, Role.MANAGER)
        return self.filter(organisation__in=Programme.objects.filter(pk__in=hers).values("organisation"))

    def engaged(self, *kinds):
        """Who is or was engaged as one of these, at any time."""
        return self.filter(Exists(Engagement.objects.filter(worker=OuterRef("pk"), kind__in=kinds)))

    def with_volunteer_on(self, day):
        """Each with `is_volunteer`, of that day."""
        hers = Engagement.objects.on(day).filter(worker=OuterRef("pk"), kind=EngagementKind.VOLUNTEER)
        return self.annotate(is_volunteer=Exists(hers))


class Worker(SealedRecord):
    """Somebody who works for the organisation, paid or not, with or without a sign-in."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="workers")
    code = models.CharField(_("code"), max_length=20)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="worker"
    )
    name = SealedTextField(_("name"))
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, default=Sex.NOT_KNOWN, db_default=Sex.NOT_KNOWN.value)
    born_in = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    languages = ArrayField(models.SlugField(), verbose_name=_("languages"), default=list, db_default=[], blank=True)
    knowledge = SealedTextField(_("special knowledge"), db_default=b"")

    objects = scoped(WorkerQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="worker_code_once"),
            models.CheckConstraint(
                name="worker_born_in_our_time", condition=Q(born_in=None) | Q(born_in__range=(1900, 2200))
            ),
        ]

    def __str__(self):
        return self.code

    @property
    def called(self):
        """Her name where she signs in with one, else as the organisation knows her."""
        return (self.user.name if self.user_id else self.name) or self.code


class EngagementKind(models.TextChoices):
    EMPLOYEE = "employee", _("employee")
    VOLUNTEER = "volunteer", _("volunteer")
    MEMBER = "member", _("member")


class EngagementQuerySet(Records):
    """An engagement is with the organisation, not with one of its programmes, and belongs to every day it lasts."""

    def of_organisation(self, organisation):
        return self.filter(worker__organisation=organisation)

    def in_period(self, period):
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=period.first), started_on__lte=period.last)

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def on(self, day):
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), started_on__lte=day)


class Engagement(Record):
    """Since when, and until before when, somebody is an employee, a volunteer or a member."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="engagements")
    kind = models.CharField(_("kind"), max_length=12, choices=EngagementKind)
    started_on = models.DateField(_("since"))
    ended_on = models.DateField(_("ended"), null=True, blank=True)

    objects = scoped(EngagementQuerySet, organisation="worker__organisation")

    class Meta:
        verbose_name = _("engagement")
        verbose_name_plural = _("engagements")
        constraints = [
            sane("engagement", "started_on", "ended_on"),
            ends_after_start("engagement", "started_on", "ended_on"),
        ]


class WorkKind(models.TextChoices):
    """Kinds of volunteer work (ZProst, rules 48/11)."""

    ORGANISATIONAL = "organisational", _("organisational work")
    CONTENT = "content", _("content work")
    OTHER = "other", _("other work")


class WorkState(models.TextChoices):
    """What a volunteer writes herself waits for the coordinator; only what is confirmed counts."""

    WRITTEN = "written", _("awaits confirmation")
    CONFIRMED = "confirmed", _("confirmed")
    RETURNED = "returned", _("returned to be corrected")


class VolunteerWorkQuerySet(Records):
    seen_by = (Role.COORDINATOR, Role.MANAGER)

    def confirmed(self):
        return self.filter(state=WorkState.CONFIRMED)

    def waiting(self):
        return self.filter(state=WorkState.WRITTEN)

    def of_user(self, user):
        """Her own, whoever wrote them."""
        return self.filter(worker__user=user)


@tracked
class VolunteerWork(Record):
    """Hours that somebody gave unpaid to a programme on a day, or in a span that ends on it."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="volunteer_work")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="volunteer_work")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="volunteer_work")
    kind = models.CharField(_("kind"), max_length=16, choices=WorkKind, default=WorkKind.CONTENT)
    on = models.DateField(_("day"))
    hours = models.DecimalField(_("hours"), max_digits=7, decimal_places=2, validators=[MinValueValidator(0)])
    state = models.CharField(
        _("state"), max_length=12, choices=WorkState, default=WorkState.CONFIRMED, db_default=WorkState.CONFIRMED.value
    )
    confirmed_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)

    objects = scoped(VolunteerWorkQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("volunteer work")
        verbose_name_plural = _("volunteer work")
        constraints = [
            sane("volunteer_work", "on"),
            sane("volunteer_work_confirmed", "confirmed_on"),
            models.CheckConstraint(name="volunteer_work_takes_time", condition=Q(hours__gt=0)),
        ]
        indexes = [models.Index(fields=["programme", "on"], name="volunteer_work_by_day")]

    def confirm(self, worker, day):
        self.state, self.confirmed_by, self.confirmed_on = WorkState.CONFIRMED, worker, day


class VolunteerRate(models.Model):
    """What an hour of volunteer work is valued at, from a day on."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="volunteer_rates")
    kind = models.CharField(_("kind"), max_length=16, choices=WorkKind)
    valid_from = models.DateField(_("valid from"))
    amount = models.DecimalField(_("EUR an hour"), max_digits=6, decimal_places=2)

    objects = scoped(models.QuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("rate of volunteer work")
        verbose_name_plural = _("rates of volunteer work")
        ordering = ["kind", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "valid_from"], name="volunteer_rate_once"),
            sane("volunteer_rate", "valid_from"),
        ]
