"""Days as forms take them: a typing error is told beside its field."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.records import OUR_DAYS

LATEST_REVIEW = timedelta(days=366)


def in_our_time(day):
    if day and not OUR_DAYS[0] <= day < OUR_DAYS[1]:
        raise forms.ValidationError(_("The year must lie between 1900 and 2200."))
    return day


def no_day_to_come(day):
    if day and day > timezone.localdate():
        raise forms.ValidationError(_("This day is still to come."))
    return in_our_time(day)


def within_a_year(day):
    """Of reviews: whatever lies further ahead is forgotten."""
    if day and day > timezone.localdate() + LATEST_REVIEW:
        raise forms.ValidationError(_("A year from now at the latest."))
    return in_our_time(day)
