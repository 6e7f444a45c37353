"""Days as somebody remembers them: a day, a month or only a year."""

import re
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.vocabulary import Precision
from programmes.moments import read_day
from programmes.records import OUR_DAYS

MONTH = re.compile(r"(?P<month>\d{1,2})\s*[./]\s*(?P<year>\d{4})|(?P<y>\d{4})-(?P<m>\d{1,2})")
YEAR = re.compile(r"\d{1,4}")


@dataclass(frozen=True)
class About:
    """The first day that is meant, and how exactly it is known."""

    on: date
    precision: Precision

    @property
    def typed(self):
        written = {
            Precision.DAY: f"{self.on.day}. {self.on.month}. {self.on.year}",
            Precision.MONTH: f"{self.on.month}. {self.on.year}",
            Precision.YEAR: str(self.on.year),
        }
        return written[self.precision]


def read_about(text):
    text = " ".join(text.split()).rstrip(".")
    if YEAR.fullmatch(text):
        return About(first_day(int(text), 1), Precision.YEAR)
    if found := MONTH.fullmatch(text):
        year, month = int(found["year"] or found["y"]), int(found["month"] or found["m"])
        return About(first_day(year, month), Precision.MONTH)
    return About(read_day(text), Precision.DAY)


def first_day(year, month):
    if not OUR_DAYS[0].year <= year < OUR_DAYS[1].year:
        raise ValidationError(_("The year must lie between 1900 and 2200."), "invalid")
    if not 1 <= month <= 12:
        raise ValidationError(_("There is no such month."), "invalid")
    return date(year, month, 1)


class AboutInput(forms.TextInput):
    def format_value(self, value):
        return value.typed if isinstance(value, About) else value


class AboutField(forms.CharField):
    """3. 11. 2026, 11. 2026 or 2026: what has been already."""

    widget = AboutInput

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("A day, a month or a year: 3. 11. 2026, 11. 2026, 2026."))
        super().__init__(required=False, max_length=40, **kwargs)

    def to_python(self, value):
        if isinstance(value, About):
            return value
        text = super().to_python(value)
        return read_about(text) if text else None

    def prepare_value(self, value):
        return value.typed if isinstance(value, About) else value

    def validate(self, value):
        forms.Field.validate(self, value)
        if value and value.on > timezone.localdate():
            raise ValidationError(_("That is still to come."), "invalid")

    def run_validators(self, value):
        """Its length was looked at by `to_python`: what is left is a day."""


def not_to_come(day):
    """For days of what has happened."""
    if day and day > timezone.localdate():
        raise ValidationError(_("That is still to come."), "invalid")
