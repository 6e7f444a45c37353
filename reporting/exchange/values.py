"""How a value stands in a cell of a spreadsheet: for every kind of field one form that reads, writes and explains it."""

import re
import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.sealing import SealedTextField
from programmes.moments import both, is_skipped, is_twofold

FIRST_YEAR, LAST_YEAR = 1900, 2199
DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>\d{4})")
CLOCK = re.compile(
    r"(?P<hour>\d\d?)[:.](?P<minute>\d\d)(:(?P<second>\d\d)(?P<fraction>\.\d{1,6})?)?(?P<zone>Z|[+-]\d\d:\d\d)?"
)
YES_NO = {"yes": True, "da": True, "true": True, "1": True, "no": False, "ne": False, "false": False, "0": False}
NUMBER = re.compile(r"-?\d+([.,]\d+)?|-?\d{1,3}(\.\d{3})+,\d+", re.ASCII)


class Refused(ValueError):
    """A cell that cannot be read; carries what was expected instead, if that is more than its form says."""

    def __init__(self, expected=None):
        self.expected = expected


class Form:
    """`expected` says in words what reads well, `called` is its name if it has one."""

    expected: object = ""
    called = ""
    sealed = False

    def read(self, text):
        """The value that the text stands for; `Refused` if it stands for none. Each form reads its own way."""
        raise NotImplementedError

    def write(self, value):
        return str(value)


class Text(Form):
    def __init__(self, longest=None):
        self.longest = longest
        self.expected = (
            format_lazy(_("text of at most {longest} characters"), longest=longest) if longest else _("text")
        )

    def read(self, text):
        if "\0" in text or self.longest and len(text) > self.longest:
            raise Refused
        return text


class SealedText(Text):
    sealed = True
    called = "sealed text"
    expected = _("text")


class Mark(Form):
    """A keyed hash: it tells nothing, and finds what was marked by the same key."""

    called = "keyed hash"
    expected = _("a keyed hash: 64 digits 0 to 9, a to f")

    def read(self, text):
        if not re.fullmatch(r"[0-9a-f]{64}", text):
            raise Refused
        return bytes.fromhex(text)

    def write(self, value):
        return bytes(value).hex()


class Key(Form):
    """Names a thing for ever; never shown to people."""

    called = "key"
    expected = _("a key: at most 50 letters a to z, digits, - or _")
    shape = re.compile(r"[-a-zA-Z0-9_]{1,50}", re.ASCII)

    def read(self, text):
        if not self.shape.fullmatch(text):
            raise Refused
        return text


class FigureKey(Key):
    called = "key of a figure"
    expected = _("the key of a figure, as `manage.py figures` prints it")
    shape = re.compile(r"[-a-zA-Z0-9_]{1,80}", re.ASCII)


class Day(Form):
    called = "day"
    expected = _("a day: 2019-03-05 or 5. 3. 2019, between 1900 and 2199")

    def read(self, text):
        found = DAY.fullmatch(text.replace("\xa0", " ").removesuffix(" 00:00:00"))
        if not found:
            raise Refused
        part = found.groupdict()
        year, month, day = (
            int(part[long] or part[short]) for long, short in (("year", "y"), ("month", "m"), ("day", "d"))
        )
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Refused
        try:
            return date(year, month, day)
        except ValueError:
            raise Refused from None

    def write(self, value):
        return value.isoformat()


class Clock(Form):
    """A time of the day; 24:00 is midnight."""

    called = "time"
    expected = _("a time of the day: 14:05")

    def read(self, text):
        found = re.fullmatch(r"(\d\d?)[:.](\d\d)(?::00)?", text, re.ASCII)
        try:
            return time(0 if text == "24:00" else int(found[1]), int(found[2])) if found else self.refuse()
        except ValueError:
            return self.refuse()

    def refuse(self):
        raise Refused

    def write(self, value):
        return f"{value:%H:%M}"


class Moment(Form):
    """Local time. 24:00 is the midnight that ends the day; the hour that summer time doubles needs its offset."""

    called = "moment"
    expected = _("a moment in local time: 2019-03-05 14:05 or 5. 3. 2019 14:05, between 1900 and 2199")

    def read(self, text):
        day, _separator, clock = text.replace("\xa0", " ").replace("T", " ").rpartition(" ")
        found = CLOCK.fullmatch(clock)
        if not found:
            raise Refused
        on, zone = Day().read(day.strip()), found["zone"]
        if found["hour"] == "24" and found["minute"] == "00" and int(found["second"] or 0) == 0:
            return self._local(datetime.combine(on, time()) + timedelta(days=1), zone)
        try:
            clock = time(
                int(found["hour"]),
                int(found["minute"]),
                int(found["second"] or 0),
                round(float(found["fraction"] or 0) * 1_000_000),
            )
        except ValueError:
            raise Refused from None
        return self._local(datetime.combine(on, clock), zone)

    def _local(self, moment, zone):
        if zone:
            return datetime.fromisoformat(moment.isoformat() + zone.replace("Z", "+00:00")).astimezone(UTC)
        first, second = both(moment)
        if first == second:
            return first
        if is_skipped(moment):
            raise Refused(_("a moment that exists: summer time left this hour out"))
        raise Refused(_("an offset, +02:00 or +01:00: summer time doubled this hour"))

    def write(self, value):
        local = timezone.localtime(value)
        wall_clock = local.replace(tzinfo=None)
        shown = local if is_twofold(wall_clock) else wall_clock
        return shown.isoformat(" ", "auto" if local.second or local.microsecond else "minutes")


class Whole(Form):
    def __init__(self, low=0, high=32767):
        self.low, self.high = low, high
        self.expected = format_lazy(_("a whole number from {low} to {high}"), low=low, high=high)

    def read(self, text):
        if not re.fullmatch(r"\d{1,10}", text, re.ASCII) or not self.low <= int(text) <= self.high:
            raise Refused
        return int(text)


class Place(Whole):
    """Where it stands among its like; an empty cell means: where its row stands in the file."""

    def __init__(self):
        super().__init__()
        self.expected = _("a whole number; empty: the order of the rows")


class Number(Form):
    def __init__(self, digits, places, low=None):
        self.places, self.low = places, low
        self.high = Decimal(10) ** (digits - places)
        self.expected = format_lazy(_("a number with at most {places} decimals, after a dot or a comma"), places=places)
        if low is not None:
            self.expected = format_lazy(
                _("a number from {low} up with at most {places} decimals, after a dot or a comma"),
                low=low,
                places=places,
            )

    def read(self, text):
        if len(text) > 40 or not NUMBER.fullmatch(text):
            raise Refused
        value = Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)
        if abs(value) >= self.high or value != round(value, self.places) or self.low is not None and value < self.low:
            raise Refused
        return round(value, self.places)

    def write(self, value):
        return f"{value:.{self.places}f}"


class YesNo(Form):
    called = "yes or no"
    expected = _("yes or no")

    def read(self, text):
        try:
            return YES_NO[text.lower()]
        except KeyError:
            raise Refused from None

    def write(self, value):
        return "yes" if value else "no"


class Choice(Form):
    def __init__(self, choices):
        self.labels = {key: label for key, label in choices if key}
        self.expected = format_lazy(_("one of: {keys}"), keys=", ".join(self.labels))

    def read(self, text):
        if text not in self.labels:
            raise Refused
        return text


class Id(Form):
    """Any word. A UUID is taken as it is, every other word stands for one."""

    expected = _("a word of at most 100 characters")

    def read(self, text):
        if len(text) > 100 or "\0" in text:
            raise Refused
        return text


class Reference(Form):
    """Names a row of another file by its key, or by the last part of it: the rest stands in columns of the same name."""

    def __init__(self, sheet, vocabulary=None):
        self.sheet, self.vocabulary = sheet, vocabulary
        if vocabulary:
            self.expected = format_lazy(
                _("a key of vocabularies.csv, vocabulary {vocabulary}"), vocabulary=vocabulary.value
            )
        else:
            self.expected = format_lazy(_("a row of {sheet}.csv"), sheet=sheet)

    def read(self, text):
        return text


class Several(Form):
    """Values of one form, with ; between them."""

    def __init__(self, form):
        self.form = form
        self.expected = format_lazy(_("none, one or several with ; between them, each {one}"), one=form.expected)

    def read(self, text):
        parts = [part.strip() for part in split(text)]
        values = [self.form.read(part) for part in parts if part]
        if len(set(values)) < len(values):
            raise Refused(_("each value once"))
        return values

    def write(self, values):
        return joined(map(self.form.write, values))


def joined(texts):
    return ";".join(re.sub(r"([\\;])", r"\\\1", text) for text in texts)


def split(text):
    """At each ; that has no \\ before it."""
    return [re.sub(r"\\(.)", r"\1", part) for part in re.findall(r"(?:[^\\;]|\\.|\\$)+", text, re.DOTALL)]


def named(space, text):
    """The UUID that a word stands for in its organisation and file."""
    try:
        return uuid.UUID(text) if len(text) == 36 else uuid.uuid5(uuid.NAMESPACE_URL, f"{space}/{text}")
    except ValueError:
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{space}/{text}")


def form_of(field):
    """The form that follows from a model's field; references to other files are declared where they stand."""
    if field.choices:
        return Choice(field.choices)
    for kind, form in FORMS:
        if isinstance(field, kind):
            return form(field)
    raise TypeError(field)


FORMS = [
    (SealedTextField, lambda field: SealedText()),
    (ArrayField, lambda field: Several(form_of(field.base_field))),
    (models.SlugField, lambda field: Key() if field.max_length == 50 else FigureKey()),
    (models.CharField, lambda field: Text(field.max_length)),
    (models.DateTimeField, lambda field: Moment()),
    (models.DateField, lambda field: Day()),
    (models.TimeField, lambda field: Clock()),
    (models.BooleanField, lambda field: YesNo()),
    (models.DecimalField, lambda field: Number(field.max_digits, field.decimal_places)),
    (models.PositiveSmallIntegerField, lambda field: Whole()),
    (models.PositiveIntegerField, lambda field: Whole(high=2147483647)),
    (models.UUIDField, lambda field: Id()),
]
