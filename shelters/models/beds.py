from django.db import models
from django.db.models import Exists, Func, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from programmes.models import Programme, Unit
from programmes.records import Record, Records, SealedRecord, ends_after_start, sane, scoped


class HouseQuerySet(Records):
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def on(self, day):
        return self.filter(Q(opened_on=None) | Q(opened_on__lte=day), Q(closed_on=None) | Q(closed_on__gt=day))

    def with_beds_on(self, day):
        """Each with the number of its beds that can be slept in that night, and of those that are free."""
        from shelters.models.stays import Placement

        nights = UsableNight.objects.filter(on=day, house=OuterRef("pk"))
        taken = Placement.objects.expected_over_night(day).filter(bed=OuterRef("bed"))
        return self.annotate(capacity=number_of(nights), free=number_of(nights.exclude(Exists(taken))))


def number_of(rows):
    """How many rows a subquery has."""
    counted = rows.order_by().annotate(
        row_count=Func(function="COUNT", template="COUNT(*)", output_field=models.IntegerField())
    )
    return Coalesce(Subquery(counted.values("row_count"), output_field=models.IntegerField()), 0)


@tracked
class House(SealedRecord):
    """A house or flat with beds. Its address is sealed under its own key, for those who work there alone."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="houses")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="houses")
    key = models.SlugField(_("key"))
    name = models.CharField(_("name"), max_length=60)
    address = SealedTextField(_("address"))
    opened_on = models.DateField(_("opened"), null=True, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(HouseQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("house")
        verbose_name_plural = _("houses")
        ordering = ["position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="house_key_once"),
            sane("house", "opened_on", "closed_on"),
            ends_after_start("house", "opened_on", "closed_on"),
        ]

    def __str__(self):
        return self.name


class RoomQuerySet(Records):
    programme_path = "house__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


class Room(models.Model):
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="rooms")
    name = models.CharField(_("name"), max_length=40)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(RoomQuerySet, organisation="house__programme__organisation")

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "name"],
                name="room_name_once",
                violation_error_message=_("The house has a room of this name."),
            )
        ]

    def __str__(self):
        return self.called

    @property
    def called(self):
        """A room that has but a number is called a room."""
        return str(_("room %(name)s") % {"name": self.name}) if len(self.name) < 3 else self.name

    @property
    def programme_id(self):
        return self.house.programme_id


class BedKind(models.TextChoices):
    BED = "bed", _("bed")
    COT = "cot", _("cot")
    EXTRA = "extra", _("extra bed")


class BedQuerySet(Records):
    programme_path = "room__house__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_service_on(self, day):
        """Could be slept in that night: its house and itself open, neither it nor its room closed."""
        opened = Q()
        for path in ("", "room__house__"):
            opened &= Q(**{f"{path}opened_on": None}) | Q(**{f"{path}opened_on__lte": day})
            opened &= Q(**{f"{path}closed_on": None}) | Q(**{f"{path}closed_on__gt": day})
        return self.filter(opened).exclude(Exists(Closure.objects.on(day).filter(bed=OuterRef("pk"))))

    def free_on(self, day):
        from shelters.models.stays import Placement

        placements = Placement.objects.expected_over_night(day)
        return self.in_service_on(day).exclude(Exists(placements.filter(bed=OuterRef("pk"))))


class Bed(Record):
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="beds")
    name = models.CharField(_("name"), max_length=40)
    kind = models.CharField(_("kind"), max_length=8, choices=BedKind, default=BedKind.BED)
    opened_on = models.DateField(_("in service since"), null=True, blank=True)
    closed_on = models.DateField(_("taken out"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(BedQuerySet, organisation="room__house__programme__organisation")

    class Meta:
        verbose_name = _("bed")
        verbose_name_plural = _("beds")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "name"],
                name="bed_name_once",
                violation_error_message=_("The room has a bed of this name."),
            ),
            sane("bed", "opened_on", "closed_on"),
            ends_after_start("bed", "opened_on", "closed_on"),
        ]

    def __str__(self):
        return f"{self.room}, {self.called}"

    @property
    def called(self):
        return str(_("bed %(name)s") % {"name": self.name}) if len(self.name) < 3 else self.name

    @property
    def programme_id(self):
        return self.room.programme_id


class ClosureQuerySet(Records):
    programme_path = "bed__room__house__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def on(self, day):
        return self.filter(Q(reopens_on=None) | Q(reopens_on__gt=day), closed_on__lte=day)


@tracked
class Closure(SealedRecord):
    """A bed is out of service from a night up to, not including, the day it reopens. A closed room closes each bed.

    Its reason is sealed under the house's key: it may name somebody.
    """

    bed = models.ForeignKey(Bed, on_delete=models.PROTECT, related_name="closures")
    closed_on = models.DateField(_("closed from"))
    reopens_on = models.DateField(_("open again"), null=True, blank=True)
    reason = SealedTextField(_("reason"))

    objects = scoped(ClosureQuerySet, organisation="bed__room__house__programme__organisation")

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["closed_on"]
        constraints = [
            sane("closure", "closed_on", "reopens_on"),
            ends_after_start("closure", "closed_on", "reopens_on"),
        ]

    def owner_vault(self):
        return self.bed.room.house.vault

    @property
    def programme_id(self):
        return self.bed.programme_id


class UsableNight(models.Model):
    """One night in which one bed can be slept in, passed or to come: a row of a view."""

    id = models.TextField(primary_key=True)
    bed = models.ForeignKey(Bed, on_delete=models.DO_NOTHING, related_name="+")
    house = models.ForeignKey(House, on_delete=models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    on = models.DateField()

    objects = scoped(Records, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "shelters_usablenight"


class BedNight(models.Model):
    """A usable night that has passed: a row of a view. Capacity is their count.

    Future nights do not count yet, as with `Night`: a running year is measured by what has passed of it.
    """

    id = models.TextField(primary_key=True)
    bed = models.ForeignKey(Bed, on_delete=models.DO_NOTHING, related_name="+")
    house = models.ForeignKey(House, on_delete=models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.DO_NOTHING, related_name="+")
    on = models.DateField()

    objects = scoped(Records, organisation="programme__organisation")

    class Meta:
        managed = False
        db_table = "shelters_bednight"
