"""A moment as people write it: by the clock on the wall, which in October shows one hour twice and in March skips one.

3. 11. 2026 14:05, 3.11. ob 14:05, 2026-11-03T14:05, tomorrow 9; a time alone is today's.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programmes.records import OUR_DAYS
from programmes.widgets import ChipsOne, MomentInput

DAY_AND_TIME = re.compile(
    r"(?:(?P<day>\S.*?)(?:\s+ob\s+|,\s*|T|\s+))?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::\d{2}(?:\.\d+)?)?"
)

FIRST, SECOND = "first", "second"
WHICH = [(FIRST, _("before the clock went back")), (SECOND, _("after it"))]


def read(text):
    """What the clock on the wall showed."""
    found = DAY_AND_TIME.fullmatch(" ".join(text.split()))
    if not found:
        raise ValidationError(_("Write the day and the time, such as 23. 11. 2026 14:05."), "invalid")
    try:
        clock = time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        raise ValidationError(_("There is no such time."), "invalid") from None
    return datetime.combine(read_day(found["day"]), clock)


def read_day(text):
    today = timezone.localdate()
    names = {gettext("today"): 0, gettext("tomorrow"): 1, gettext("yesterday"): -1}
    if not text:
        return today
    if text.lower() in names:
        return today + timedelta(days=names[text.lower()])
    day = first_that_fits(text) or first_that_fits(f"{text.rstrip('. ')}.{today.year}")
    if not day:
        raise ValidationError(_("There is no such day."), "invalid")
    if not OUR_DAYS[0] <= day < OUR_DAYS[1]:
        raise ValidationError(_("The year must lie between 1900 and 2200."), "invalid")
    return day


def first_that_fits(text) -> date | None:
    for wording in get_format("DATE_INPUT_FORMATS"):
        try:
            return datetime.strptime(re.sub(r"\.\s+", ".", text), wording).date()
        except ValueError:
            continue
    return None


def both(wall_clock):
    """The two moments at which the clock shows this; nearly always the same one twice."""
    zone = timezone.get_current_timezone()
    return [wall_clock.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]


def is_skipped(wall_clock):
    return timezone.make_naive(both(wall_clock)[0]) != wall_clock


def is_twofold(wall_clock):
    first, second = both(wall_clock)
    return first != second and not is_skipped(wall_clock)


class WallClock(forms.DateTimeField):
    """What the clock showed, not yet a moment."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if hasattr(value, "hour"):
            return timezone.make_naive(value) if timezone.is_aware(value) else value
        return read(value) if value.strip() else None


class MomentWidget(forms.MultiWidget):
    """One line to write in; which of two same hours is asked only when it matters."""

    use_fieldset = False

    def __init__(self, attrs=None):
        super().__init__([MomentInput(), ChipsOne(choices=WHICH)], attrs)

    def decompress(self, value):
        if value is None:
            return [None, None]
        wall_clock = timezone.make_naive(value)
        return [value, [FIRST, SECOND][both(wall_clock)[0] != value] if is_twofold(wall_clock) else None]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if not self.asks_which(value):
            del context["widget"]["subwidgets"][1:]
        return context

    def asks_which(self, value):
        typed = value[0] if isinstance(value, list) else self.decompress(value)[0]
        try:
            wall_clock = WallClock(required=False).to_python(typed)
        except ValidationError:
            return False
        return bool(wall_clock and is_twofold(wall_clock))

    def id_for_label(self, id_):
        return f"{id_}_0"


class MomentField(forms.MultiValueField):
    widget = MomentWidget
    default_error_messages = {
        "skipped": _("The clock went forward that night: this hour does not exist."),
        "which": _("The clock went back that night and showed this hour twice. Which one is meant?"),
    }

    def __init__(self, **kwargs):
        which = forms.ChoiceField(choices=WHICH, required=False)
        super().__init__([WallClock(), which], require_all_fields=False, **kwargs)

    def compress(self, values):
        if not values or not values[0]:
            return None
        wall_clock, which = values[0], values[1] if len(values) > 1 else ""
        if is_skipped(wall_clock):
            raise ValidationError(self.error_messages["skipped"], "skipped")
        if is_twofold(wall_clock) and not which:
            raise ValidationError(self.error_messages["which"], "which")
        return both(wall_clock)[which == SECOND]
