"""What all records share: how they are named, found, counted and kept apart."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField, RangeBoundary
from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from accounts.models import Vault
from accounts.roles import Role
from accounts.sealing import SealedTextField

LOCAL = "Europe/Ljubljana"


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def year(cls, year):
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def days(self):
        return (self.last - self.first).days + 1


class Records(models.QuerySet):
    """A countable queryset: of a programme, in a period, visible to somebody.

    `day` names the column that says to which day a record belongs, `programme_path` leads to its programme,
    `seen_by` holds the roles that may see single records in that programme.
    """

    day = "on"
    programme_path = "programme"
    seen_by: tuple = ()

    def of(self, programme):
        return self.filter(**{self.programme_path: programme})

    def of_organisation(self, organisation):
        return self.filter(**{f"{self.programme_path}__organisation": organisation})

    def in_period(self, period):
        return self.filter(**{f"{self.day}__range": (period.first, period.last)})

    def visible_to(self, user):
        return self.filter(**{f"{self.programme_path}__in": user.programmes_as(*self.seen_by)})

    def coordinated_by(self, user):
        """Of the programmes that she coordinates."""
        return self.filter(**{f"{self.programme_path}__in": user.programmes_as(Role.COORDINATOR)})


def scoped(queryset_class, organisation):
    """The manager of a kind of record: outside the scope of an organisation every query is refused."""
    return ScopedManager(_manager_class=models.Manager.from_queryset(queryset_class), organisation=organisation)


class Record(models.Model):
    """Its id is made by the page that first shows the form, so that a repeated submit finds its record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class SealedRecord(Record):
    """A record with sealed fields. Whose key seals them says `owner_vault`; None makes a key of its own."""

    vault = models.ForeignKey(Vault, on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.ensure_vault()
        super().save(*args, **kwargs)

    def owner_vault(self):
        return None

    def ensure_vault(self):
        if self.vault_id is None:
            self.vault = self.owner_vault() or Vault.objects.create()

    def seal_under(self, vault):
        """Its texts under another key, when it is saved; what the history holds stays under the old one."""
        fields = [field for field in self._meta.concrete_fields if isinstance(field, SealedTextField)]
        texts = {field.attname: getattr(self, field.attname) for field in fields}
        self.vault = vault
        for name, text in texts.items():
            self.__dict__[name] = text


class LocalDay(Func):
    """The local date of a moment."""

    template = f"((%(expressions)s AT TIME ZONE '{LOCAL}')::date)"
    output_field = models.DateField()


class LocalHour(Func):
    """0 to 23 by the local clock."""

    template = f"(extract(hour from %(expressions)s AT TIME ZONE '{LOCAL}')::smallint)"
    output_field = models.PositiveSmallIntegerField()


class LocalWeekday(Func):
    """1 is Monday, 7 is Sunday."""

    template = f"(extract(isodow from %(expressions)s AT TIME ZONE '{LOCAL}')::smallint)"
    output_field = models.PositiveSmallIntegerField()


NIGHT_FROM, NIGHT_TO = 22, 6  # the hours of the night, by the local clock


def by_night(hour):
    """A condition on a column with a local hour."""
    return Q(**{f"{hour}__gte": NIGHT_FROM}) | Q(**{f"{hour}__lt": NIGHT_TO})


class Minutes(Func):
    """Whole minutes between two moments."""

    template = "(extract(epoch from %(expressions)s)::integer / 60)"
    arg_joiner = " - "
    output_field = models.IntegerField()


class TimeBetween(Func):
    """The time from one moment up to, not including, another; no end is for ever."""

    function = "TSTZRANGE"

    def __init__(self, start, end):
        super().__init__(start, end, RangeBoundary(), output_field=DateTimeRangeField())


class DaysBetween(Func):
    """The days from one date up to, not including, another; no end is for ever."""

    function = "DATERANGE"

    def __init__(self, start, end):
        super().__init__(start, end, RangeBoundary(), output_field=DateRangeField())


def kept(expression, null=False):
    """A column that the database computes and keeps."""
    return models.GeneratedField(
        expression=expression, output_field=type(expression.output_field)(null=null), db_persist=True
    )


OUR_DAYS = (date(1900, 1, 1), date(2200, 1, 1))
OUR_MOMENTS = (datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))


def sane(model, *fields):
    """Dates outside 1900 to 2200 are typing errors; one of them stored makes every list of its page fail.

    Moments are told from days by their names, which end in `_at`.
    """
    condition = Q()
    for field in fields:
        condition &= Q(**{field: None}) | Q(**{f"{field}__range": OUR_MOMENTS if field.endswith("_at") else OUR_DAYS})
    return models.CheckConstraint(
        name=f"{model}_in_our_time",
        condition=condition,
        violation_error_message=_("The year must lie between 1900 and 2200."),
    )


def ends_after_start(model, start, end):
    return models.CheckConstraint(
        name=f"{model}_ends_after_start",
        condition=Q(**{end: None}) | Q(**{f"{end}__gt": models.F(start)}),
        violation_error_message=_("The end must be later than the start."),
    )
