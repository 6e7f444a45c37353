"""Words of the houses: {% load shelters %}."""

from django import template

from programmes import writing
from shelters import words

register = template.Library()

for written in [words.people, words.child, words.years, words.time_left, words.place, words.until, words.day_reached]:
    register.filter(written)


@register.filter
def weekday_short(day):
    return writing.weekday(day)[:3]


@register.filter
def day_of_month(day):
    return f"{day.day}." if writing.in_slovenian() else day.day
