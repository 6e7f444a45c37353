"""A moment as people write it: by the clock on the wall, which in October shows one hour twice and in March skips one."""

from datetime import UTC

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from programmes.widgets import ChipsOne, MomentInput

FIRST, SECOND = "first", "second"
WHICH = [(FIRST, _("before the clock went back")), (SECOND, _("after it"))]


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
            return value
        try:
            parsed = parse_datetime(value.strip())
        except ValueError:
            parsed = None
        parsed = parsed or super(forms.DateTimeField, self).to_python(value)
        return parsed.replace(tzinfo=None)


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
        return bool(wall_clock and wall_clock.tzinfo is None and is_twofold(wall_clock))

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
