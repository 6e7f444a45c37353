"""When calls come, and what a roster makes of them: hour by hour of a week."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

from django.db.models import Count, Sum
from django.utils import timezone

from cases.erlang import answered_at_once, people_for
from cases.models import Contact
from cases.vocabulary import Channel
from programmes.models import Duty, DutyShift, PlannedStretch
from programmes.records import Period

STEPS = 5  # of shade in the picture
HALF_AN_HOUR = timedelta(minutes=30)


@dataclass
class Hour:
    """One hour of the week: calls that are to be expected, and the people who are on the roster for them."""

    weekday: int
    hour: int
    calls: float
    people: int
    talk_minutes: float
    is_open: bool
    step: int = 0
    target: float = 0.8

    @property
    def load(self):
        return self.calls * self.talk_minutes / 60

    @property
    def share(self):
        return answered_at_once(self.load, self.people)

    @property
    def needed(self):
        return people_for(self.load, self.target) if self.calls else 1

    @property
    def is_uncovered(self):
        return self.is_open and not self.people

    @property
    def is_short(self):
        return self.is_open and self.people < self.needed


class Demand:
    """The calls of the last weeks, up to yesterday, against the roster of the week that begins on `monday`."""

    def __init__(self, programme, weeks, monday, target):
        self.programme, self.weeks, self.monday, self.target = programme, weeks, monday, target

    @property
    def counted(self):
        today = timezone.localdate()
        return Period(today - timedelta(weeks=self.weeks), today - timedelta(days=1))

    @property
    def week(self):
        return Period(self.monday, self.monday + timedelta(days=6))

    @cached_property
    def sums(self):
        """By weekday and hour: how many calls, silent ones too, and how many minutes they took."""
        calls = Contact.objects.of(self.programme).in_period(self.counted).filter(channel=Channel.CALL)
        groups = calls.order_by().values("started_weekday", "started_hour").annotate(n=Count("pk"), sum=Sum("minutes"))
        return {(group["started_weekday"], group["started_hour"]): (group["n"], group["sum"]) for group in groups}

    @cached_property
    def number(self):
        return sum(number for number, _minutes in self.sums.values())

    @cached_property
    def talk_minutes(self):
        """How long a call takes on average, over all hours: single hours have too few to say."""
        return sum(minutes for _number, minutes in self.sums.values()) / self.number if self.number else 0

    def moment(self, weekday, hour):
        day = self.monday + timedelta(days=weekday - 1)
        wall_clock = datetime.combine(day, time(hour), tzinfo=timezone.get_current_timezone())
        return wall_clock.astimezone(UTC) + HALF_AN_HOUR

    @cached_property
    def people(self):
        """How many are on the phone in the middle of each hour; one person counts once."""
        start, end = self.moment(1, 0) - HALF_AN_HOUR, self.moment(7, 23) + HALF_AN_HOUR
        shifts = [
            shift
            for shift in DutyShift.objects.of(self.programme).filter(duty=Duty.PHONE).between(start, end)
            if shift.is_cover
        ]
        found = Counter()
        for key in self.keys:
            now = self.moment(*key)
            found[key] = len({shift.worker_id for shift in shifts if shift.starts_at <= now < shift.ends_at})
        return found

    @property
    def keys(self):
        return [(weekday, hour) for weekday in range(1, 8) for hour in range(24)]

    @cached_property
    def open_keys(self):
        """The hours in which by the opening hours somebody has to answer; all of them where none are written."""
        due = PlannedStretch.objects.of(self.programme).in_period(self.week).filter(duty=Duty.PHONE)
        spans = list(due.values_list("starts_at", "ends_at"))
        moments = {key: self.moment(*key) for key in self.keys}
        found = {key for key, now in moments.items() if any(start <= now < end for start, end in spans)}
        return found or set(self.keys)

    @cached_property
    def hours(self):
        highest = max((number for number, _minutes in self.sums.values()), default=0)
        return {
            key: Hour(
                *key,
                calls=self.sums.get(key, (0, 0))[0] / self.weeks,
                people=self.people[key],
                talk_minutes=self.talk_minutes,
                is_open=key in self.open_keys,
                step=round(STEPS * self.sums.get(key, (0, 0))[0] / highest) if highest else 0,
                target=self.target,
            )
            for key in self.keys
        }

    @property
    def rows(self):
        """Hours of the day, each with its seven days."""
        return [(hour, [self.hours[weekday, hour] for weekday in range(1, 8)]) for hour in range(24)]

    @property
    def calls_a_week(self):
        return sum(hour.calls for hour in self.hours.values())

    @property
    def share(self):
        """Of all expected calls of the week, how many find somebody free."""
        calls = self.calls_a_week
        return sum(hour.calls * hour.share for hour in self.hours.values()) / calls if calls else None

    @property
    def uncovered(self):
        return [hour for hour in self.hours.values() if hour.is_uncovered]

    @property
    def lost(self):
        """Calls that are to be expected in the week's uncovered hours."""
        return sum(hour.calls for hour in self.uncovered)

    @property
    def lost_an_hour(self):
        return self.lost / len(self.uncovered) if self.uncovered else None

    @property
    def short(self):
        return [hour for hour in self.hours.values() if hour.is_short]
