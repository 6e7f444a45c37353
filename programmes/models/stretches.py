from django.db import models
from django.utils.translation import gettext_lazy as _

from programmes.models.duty import Duty
from programmes.models.organisations import Programme, Unit
from programmes.records import Records, scoped


class StretchQuerySet(Records):
    """Cut at each midnight, so that a stretch belongs to one local day. Always asked for in a period of days."""

    def covered(self):
        return self.filter(covered=True)

    def uncovered(self):
        return self.filter(covered=False)


class Stretch(models.Model):
    """Time in which, by the opening hours, somebody has to answer, and in which somebody does, or nobody.

    Those who share an hour cover it once. A row of a view, which joins opening hours, calendar and shifts.
    """

    id = models.TextField(primary_key=True)
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.DO_NOTHING, null=True, related_name="+")
    duty = models.CharField(_("duty"), max_length=12, choices=Duty)
    on = models.DateField()
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    minutes = models.IntegerField()
    covered = models.BooleanField()

    class Meta:
        abstract = True


class PlannedStretch(Stretch):
    """Of any day, also of those to come."""

    objects = scoped(StretchQuerySet, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "programmes_plannedstretch"


class DutyStretch(Stretch):
    """Of the days that have passed: what is counted."""

    objects = scoped(StretchQuerySet, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "programmes_dutystretch"
