"""Who was called out during standby, for how long in which hours, and whether it was written down in time."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.clients import Client
from cases.vocabulary import Band, CalledBy
from programmes.models import Programme, Term, Unit, Worker, WorkingDay
from programmes.records import LocalDay, Record, Records, SealedRecord, ends_after_start, kept, sane, scoped

REPORT_BY = time(10)  # on the next working day
TABLE_BY = 4  # day of the next month


class InterventionQuerySet(Records):
    """An intervention belongs to the day on which somebody was called."""

    day = "called_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def with_due_day(self):
        """The next working day after that of the call: by ten in the morning the report is written."""
        following = WorkingDay.objects.filter(on__gt=OuterRef("called_on")).order_by("on")
        return self.annotate(due_on=Subquery(following.values("on")[:1]))

    def unwritten(self):
        return self.filter(reported_at=None)

    def for_list(self):
        return self.with_due_day().select_related("programme", "unit", "client", "task", "outcome")


@tracked
class Intervention(SealedRecord):
    """A call-out during standby: who called, what for, what came of it; its hours run from the call to the return."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="interventions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="interventions")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, null=True, blank=True, related_name="interventions")
    workers = models.ManyToManyField(Worker, through="InterventionWorker", related_name="interventions")
    called_at = models.DateTimeField(_("called"))
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    returned_at = models.DateTimeField(_("returned"), null=True, blank=True)
    called_by = models.CharField(_("who called"), max_length=16, choices=CalledBy, blank=True)
    task = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("task")
    )
    outcome = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("outcome")
    )
    note = SealedTextField(_("note"))
    report = SealedTextField(_("report"))
    reported_at = models.DateTimeField(_("report written"), null=True, blank=True)

    called_on = kept(LocalDay("called_at"))

    objects = scoped(InterventionQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("intervention")
        verbose_name_plural = _("interventions")
        ordering = ["-called_at", "-id"]
        constraints = [
            sane("intervention", "called_at", "left_at", "returned_at", "reported_at"),
            ends_after_start("intervention", "called_at", "returned_at"),
            models.CheckConstraint(
                name="intervention_leaves_after_the_call",
                condition=Q(left_at=None) | Q(left_at__gte=models.F("called_at")),
                violation_error_message=_("She can't have left before she was called."),
            ),
        ]
        indexes = [models.Index(fields=["programme", "called_on"], name="intervention_by_day")]

    def owner_vault(self):
        return self.client.vault if self.client else None

    @property
    def minutes(self):
        """From the call to the return, in the whole minutes that the clock showed."""
        return minute_of(self.returned_at) - minute_of(self.called_at) if self.returned_at else None

    @property
    def report_due_at(self):
        """Where its query was asked `with_due_day`."""
        return timezone.make_aware(datetime.combine(self.due_on, REPORT_BY))

    @property
    def is_late(self):
        """The report is missing after its hour, or was written after it."""
        return (self.reported_at or timezone.now()) > self.report_due_at


def minute_of(moment):
    return int(moment.timestamp() // 60)


class InterventionWorker(models.Model):
    """Somebody took part in an intervention: its hours are counted for each who did."""

    intervention = models.ForeignKey(Intervention, on_delete=models.CASCADE, related_name="taking_part")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    objects = scoped(models.QuerySet, organisation="intervention__programme__organisation")

    class Meta:
        verbose_name = _("worker in an intervention")
        verbose_name_plural = _("workers in interventions")
        constraints = [models.UniqueConstraint(fields=["intervention", "worker"], name="intervention_worker_once")]


class InterventionPart(models.Model):
    """The part of an intervention that lies in one band of hours of one day, for one of its workers: a row of a view.

    Day is 6.00 to 23.00 by the local clock; a public holiday is one also when it falls on a Sunday.
    """

    id = models.TextField(primary_key=True)
    intervention = models.ForeignKey(Intervention, on_delete=models.DO_NOTHING, related_name="parts")
    worker = models.ForeignKey(Worker, on_delete=models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.DO_NOTHING, null=True, related_name="+")
    on = models.DateField()
    band = models.CharField(_("hours"), max_length=16, choices=Band)
    minutes = models.IntegerField()

    objects = scoped(Records, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "cases_interventionpart"


class StandbyTableQuerySet(Records):
    day = "month"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


class StandbyTable(Record):
    """The hours of a month, by worker and band, were handed in for payment."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="standby_tables")
    month = models.DateField(_("month"))
    handed_in_at = models.DateTimeField(_("handed in"), default=timezone.now)

    objects = scoped(StandbyTableQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("table of standby")
        verbose_name_plural = _("tables of standby")
        constraints = [
            models.UniqueConstraint(fields=["programme", "month"], name="standby_table_once"),
            sane("standby_table", "month", "handed_in_at"),
        ]


def table_due_on(month):
    """The fourth of the month that follows."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=TABLE_BY)
