"""How the roster is written: {% load duty %}."""

from datetime import timedelta
from fractions import Fraction

from django import template
from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programmes.models import Weekday
from programmes.writing import HOURS, clock, day_short, number

register = template.Library()


def hour(moment_or_time):
    """8, 17:30: whole hours need no minutes."""
    return str(moment_or_time.hour) if not moment_or_time.minute else clock(moment_or_time)


@register.filter
def hours_of(span):
    """8–16, 16–24, 20–6 of the next day; what lasts longer says its last day."""
    start, end = timezone.localtime(span.starts_at), timezone.localtime(span.ends_at)
    if (end.hour, end.minute) == (0, 0) and end.date() == start.date() + timedelta(days=1):
        return f"{hour(start)}–24"
    if end - start < timedelta(days=1):
        return f"{hour(start)}–{hour(end)}"
    return f"{hour(start)} – {day_short(end)} {hour(end)}"


@register.filter
def clocks_of(weekly):
    """The same of hours that come again every week."""
    if weekly.from_time == weekly.to_time:
        return _("round the clock") if not weekly.from_time.hour and not weekly.from_time.minute else _("24 hours")
    return f"{hour(weekly.from_time)}–{hour(weekly.to_time) if weekly.to_time.hour or weekly.to_time.minute else 24}"


@register.filter
def days_of(weekly):
    """Monday to Friday in a row are written as one."""
    places = sorted(Weekday.values.index(day) for day in weekly.weekdays)
    if not places:
        return _("closed")
    if places == list(range(7)):
        return _("every day")
    runs, first = [], places[0]
    for before, after in zip(places, [*places[1:], None], strict=True):
        if after != before + 1:
            runs.append((first, before))
            first = after
    return ", ".join(
        str(WEEKDAYS_ABBR[start]) if start == end else f"{WEEKDAYS_ABBR[start]}–{WEEKDAYS_ABBR[end]}"
        for start, end in runs
    )


@register.filter
def in_hours(minutes):
    """12 ur, 7,5 ure: halves only where there are some."""
    return HOURS.counted(Fraction(minutes, 60), 1 if minutes % 60 else 0)


@register.filter
def whole_hours(minutes):
    """The number alone, for a column whose head says hours."""
    return number(Fraction(minutes, 60), 1 if minutes % 60 else 0)


@register.filter
def month_name(day):
    """November 2026."""
    return f"{capfirst(str(MONTHS[day.month]))} {day.year}"


@register.filter
def weekday_abbr(day):
    return WEEKDAYS_ABBR[day.weekday()]


@register.filter
def weekday_number(number):
    """1 is Monday."""
    return WEEKDAYS_ABBR[number - 1]


@register.filter
def lacking(missing):
    """What somebody lacks, in words."""
    return ", ".join(str(each.label) for each in missing)


@register.filter
def get(mapping, key):
    return mapping.get(key, ())


@register.filter
def seconds(moment):
    """Since 1970, as an address carries a moment."""
    return int(moment.timestamp())
