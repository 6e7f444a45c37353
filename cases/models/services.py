from django.db import models
from django.db.models import Q
from django.db.models.lookups import LessThan
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.clients import Client, age_on
from cases.vocabulary import Institution, Result, UserKind
from programmes.models import Programme, Term, Unit, Worker
from programmes.records import LocalDay, LocalHour, Records, SealedRecord, by_night, kept, sane, scoped


class Group(models.Model):
    """A support group; who came to its sessions is its members."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="groups")
    key = models.SlugField(_("key"))
    name = models.CharField(_("name"), max_length=100)

    objects = scoped(models.QuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="group_key_once")]

    def __str__(self):
        return self.name


class ServiceQuerySet(Records):
    """A service belongs to the day on which it began."""

    day = "started_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def at_night(self):
        return self.filter(by_night("started_hour"))

    def of_groups(self):
        """Sessions."""
        return self.exclude(group=None)

    def with_institutions(self):
        """Accompaniments and advocacy, of which it is known where."""
        return self.exclude(institution="")

    def counting_as(self, *kinds):
        """Of one of these kinds that figures know, whatever the organisation calls its own."""
        return self.filter(kind__in=Term.objects.filter(counts_as__in=kinds))


@tracked
class Service(SealedRecord):
    """One piece of help: its kind, its length, who gave it and who received it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="services")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="services")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="services")
    kind = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+", verbose_name=_("kind"))
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions")
    started_at = models.DateTimeField(_("began"))
    minutes = models.PositiveSmallIntegerField(_("length in minutes"), default=0)
    receivers = models.ManyToManyField(Client, through="Participation", related_name="services")
    # Empty where nobody said; the default stands in the database too: a program that knows no such column writes rows.
    received_as = models.CharField(
        _("received as"), max_length=8, choices=UserKind, blank=True, default="", db_default=""
    )
    institution = models.CharField(
        _("institution"), max_length=12, choices=Institution, blank=True, default="", db_default=""
    )
    result = models.CharField(_("result"), max_length=12, choices=Result, blank=True, default="", db_default="")
    note = SealedTextField(_("note"))

    started_on = kept(LocalDay("started_at"))
    started_hour = kept(LocalHour("started_at"))

    objects = scoped(ServiceQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        constraints = [
            sane("service", "started_at"),
            models.CheckConstraint(name="service_within_a_week", condition=Q(minutes__lte=7 * 24 * 60)),
        ]
        indexes = [models.Index(fields=["programme", "started_on"], name="service_by_day")]

    icon = "person"


class ParticipationQuerySet(Records):
    """A participation belongs to its service's day."""

    day = "service__started_on"
    programme_path = "service__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def younger_than(self, years):
        """On the day of the service."""
        return self.filter(LessThan(age_on("service__started_on"), years))

    def in_services(self, *kinds):
        return self.filter(service__kind__counts_as__in=kinds)


class Participation(models.Model):
    """A client received a service: one of hers, or together with others."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="participations")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="participations")

    objects = scoped(ParticipationQuerySet, organisation="service__programme__organisation")

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [models.UniqueConstraint(fields=["service", "client"], name="participation_once")]
