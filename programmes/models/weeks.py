"""What comes again every week: the hours in which somebody has to answer, and who usually does."""

from datetime import UTC, datetime, time, timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.models.duty import Duty
from programmes.models.organisations import Programme, Unit
from programmes.models.workers import Worker
from programmes.records import Record, Records, sane, scoped

DAY = timedelta(days=1)
LONGEST_ROTATION = 8  # weeks


class Weekday(models.TextChoices):
    MON = "mon", WEEKDAYS[0]
    TUE = "tue", WEEKDAYS[1]
    WED = "wed", WEEKDAYS[2]
    THU = "thu", WEEKDAYS[3]
    FRI = "fri", WEEKDAYS[4]
    SAT = "sat", WEEKDAYS[5]
    SUN = "sun", WEEKDAYS[6]

    @classmethod
    def of(cls, day):
        return cls.values[day.weekday()]


class OnHolidays(models.TextChoices):
    ALSO = "also", _("as on any other day")
    NOT = "not", _("not on them")
    ONLY = "only", _("on them alone")


class WeeklyQuerySet(Records):
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


class Weekly(Record):
    """Hours of some days of the week, from one time of the clock to another, which may be that of the next day."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    duty = models.CharField(_("duty"), max_length=12, choices=Duty, default=Duty.PHONE)
    weekdays = ArrayField(
        models.CharField(max_length=3, choices=Weekday), verbose_name=_("days of the week"), default=list, blank=True
    )
    from_time = models.TimeField(_("from"), default=time(0))
    to_time = models.TimeField(_("to"), default=time(0), help_text=_("Midnight is 0 or 24."))
    on_holidays = models.CharField(_("on public holidays"), max_length=4, choices=OnHolidays, default=OnHolidays.ALSO)
    valid_from = models.DateField(_("valid from"))

    class Meta:
        abstract = True

    def begins_on(self, day, is_holiday):
        """Whether these hours begin on that day."""
        fits = self.on_holidays != (OnHolidays.NOT if is_holiday else OnHolidays.ONLY)
        return fits and day >= self.valid_from and Weekday.of(day) in self.weekdays

    def from_to_on(self, day):
        """The two moments by the local clock; an hour that summer time leaves out begins when the next one does."""
        ends_on = day if self.to_time > self.from_time else day + DAY
        return [moment(day, self.from_time), moment(ends_on, self.to_time)]


def moment(day, clock):
    return datetime.combine(day, clock, tzinfo=timezone.get_current_timezone()).astimezone(UTC)


class OpeningHours(Weekly):
    """When somebody has to answer. All rows of a duty at a place that have the newest `valid_from` hold together.

    Without a unit they are kept by whoever answers for the programme. No day of the week: closed from that day on.
    """

    objects = scoped(WeeklyQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["programme", "unit", "duty", "valid_from", "from_time", "id"]
        constraints = [sane("opening_hours", "valid_from")]


class WeekPatternQuerySet(WeeklyQuerySet):
    def in_period(self, period):
        return self.filter(Q(until=None) | Q(until__gte=period.first), valid_from__lte=period.last)


class WeekPattern(Weekly):
    """Who usually has duty when: the template from which a month is filled."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="week_patterns")
    every_weeks = models.PositiveSmallIntegerField(
        _("every so many weeks"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_ROTATION)],
        help_text=_("1: every week; 2: every other week, from that of the first day on."),
    )
    until = models.DateField(_("last day"), null=True, blank=True)

    objects = scoped(WeekPatternQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("week pattern")
        verbose_name_plural = _("week patterns")
        ordering = ["programme", "duty", "unit", "from_time", "id"]
        constraints = [
            sane("week_pattern", "valid_from", "until"),
            models.CheckConstraint(
                name="week_pattern_runs_forward",
                condition=Q(until=None) | Q(until__gte=F("valid_from")),
                violation_error_message=_("The last day must not lie before the first."),
            ),
            models.CheckConstraint(
                name="week_pattern_comes_again",
                condition=Q(every_weeks__gte=1) & Q(every_weeks__lte=LONGEST_ROTATION),
                violation_error_message=_("A rotation lasts one to eight weeks."),
            ),
        ]

    def begins_on(self, day, is_holiday):
        in_time = self.until is None or day <= self.until
        return in_time and super().begins_on(day, is_holiday) and self.weeks_since(day) % self.every_weeks == 0

    def weeks_since(self, day):
        return (monday(day) - monday(self.valid_from)).days // 7


def monday(day):
    return day - day.weekday() * DAY
