"""Days and moments by the local clock."""

from datetime import date, datetime, time, timedelta

DAY = timedelta(days=1)


def days(first, last):
    return [first + n * DAY for n in range((last - first).days + 1)]


def year_days(year):
    return days(date(year, 1, 1), date(year, 12, 31))


def at(day, hour, minute=0):
    """A moment by the local clock; never in the hour that summer time skips or repeats."""
    if hour == 2 and day.month in (3, 10) and day.isoweekday() == 7 and day.day > 24:
        hour = 3
    return datetime.combine(day, time(hour, minute))


def month_of(year, month):
    """Its days; month 1 to 12."""
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return days(first, following - DAY)
