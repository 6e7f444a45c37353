"""A time of the day as people write it: 17, 17.30, 17:30; midnight is 0 or 24."""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from programmes.widgets import ClockInput

CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::00)?")


class ClockField(forms.TimeField):
    widget = ClockInput

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, time):
            return value or None
        found = CLOCK.fullmatch(value.strip())
        if not found:
            raise ValidationError(_("Write a time, such as 17 or 17:30."), "invalid")
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        try:
            return time(hour % 24 if (hour, minute) == (24, 0) else hour, minute)
        except ValueError:
            raise ValidationError(_("There is no such time."), "invalid") from None
