"""How days, times, lengths and numbers are written, on pages and in reports alike.

Slovenian: 23. 11. 2026, 1.234,5, 58,8 %, 182,5 ure. English: 23 November 2026, 1,234.5, 58.8%, 182.5 hours.
The language is the one that is active. Spaces that must not break are no-break spaces.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, npgettext_lazy, pgettext_lazy

NB = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
UNKNOWN = "…"
MONTHS_OF = {  # in a date: Slovenian takes the genitive
    "sl": [
        "januarja",
        "februarja",
        "marca",
        "aprila",
        "maja",
        "junija",
        "julija",
        "avgusta",
        "septembra",
        "oktobra",
        "novembra",
        "decembra",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
WEEKDAYS = {
    "sl": ["ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


def language() -> str:
    return "en" if (get_language() or "sl").startswith("en") else "sl"


def in_slovenian() -> bool:
    return language() == "sl"


# Days and times


def local(value: Any) -> Any:
    """A moment as the clock on the wall shows it; a day stays a day."""
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def day(value: date | None) -> str:
    """23. 11. 2026, 23 November 2026."""
    if not value:
        return ""
    value = local(value)
    if in_slovenian():
        return f"{value.day}.{NB}{value.month}.{NB}{value.year}"
    return f"{value.day}{NB}{MONTHS_OF['en'][value.month - 1]}{NB}{value.year}"


def day_short(value: date | None) -> str:
    """23. 11., 23 Nov: where the year is plain."""
    if not value:
        return ""
    value = local(value)
    if in_slovenian():
        return f"{value.day}.{NB}{value.month}."
    return f"{value.day}{NB}{MONTHS_OF['en'][value.month - 1][:3]}"


def day_long(value: date | None) -> str:
    """3. novembra 2026, 3 November 2026."""
    if not value or not in_slovenian():
        return day(value)
    value = local(value)
    return f"{value.day}.{NB}{MONTHS_OF['sl'][value.month - 1]}{NB}{value.year}"


def month_of(value: date) -> str:
    """Marca 2020 (in, since or to it), March 2020."""
    return f"{MONTHS_OF[language()][value.month - 1]}{NB}{value.year}"


def weekday(value: date | None) -> str:
    return WEEKDAYS[language()][local(value).weekday()] if value else ""


def near_day(value: date | None) -> str:
    """Today, tomorrow, yesterday by their names, else the day; the year only where it is another one."""
    if not value:
        return ""
    value = local(value)
    on, today = (value.date() if isinstance(value, datetime) else value), timezone.localdate()
    names = {0: gettext("today"), 1: gettext("tomorrow"), -1: gettext("yesterday")}
    if name := names.get((on - today) // timedelta(days=1)):
        return name
    return day_short(on) if on.year == today.year else day(on)


def clock(value: Any) -> str:
    """14:05, 9:35."""
    if not value:
        return ""
    value = local(value)
    return f"{value.hour}:{value.minute:02}"


def moment(value: datetime | None) -> str:
    """23. 11. 2026 ob 14:05, 23 November 2026, 14:05."""
    return joined(day(value), value)


def near_moment(value: datetime | None) -> str:
    """jutri ob 9:00, tomorrow, 9:00."""
    return joined(near_day(value), value)


def joined(on: str, value: datetime | None) -> str:
    if not value:
        return ""
    return f"{on} ob{NB}{clock(value)}" if in_slovenian() else f"{on}, {clock(value)}"


def days(first: date, last: date) -> str:
    """25.–27. 5. 2026, 25–27 May 2026; whole years and months are not shortened further."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{day_short(first) if in_slovenian() else day(first).rpartition(NB)[0]} – {day(last)}"
    return f"{first.day}.–{day(last)}" if in_slovenian() else f"{first.day}–{day(last)}"


def period(value: Any) -> str:
    """A period with a first and a last day."""
    return days(value.first, value.last) if value else ""


# Numbers


def exact(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, Fraction):
        with localcontext() as context:
            context.prec = 40
            return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(str(value))


def number(value: Any, decimals: int | None = None) -> str:
    """1.234,5 or 1,234.5. Halves are rounded away from zero; without `decimals` the value is written as it is."""
    if value is None or value == "":
        return UNKNOWN
    amount = exact(value)
    if decimals is None:
        amount = amount.normalize()
        decimals = max(0, -int(amount.as_tuple().exponent))
    with localcontext() as context:
        context.prec = 60
        amount = amount.quantize(Decimal(1).scaleb(-int(decimals)), rounding=ROUND_HALF_UP)
    if not amount:
        amount = abs(amount)  # no minus zero
    written = f"{abs(amount):,f}"
    if in_slovenian():
        written = written.translate(str.maketrans(",.", ".,"))
    return MINUS + written if amount < 0 else written


def percent(share: Any, decimals: int = 1) -> str:
    """A share of one: 0.588 is 58,8 % or 58.8%."""
    if share is None or share == "":
        return UNKNOWN
    return number(exact(share) * 100, decimals) + (f"{NB}%" if in_slovenian() else "%")


def money(value: Any, decimals: int = 2) -> str:
    """38.980,00 EUR."""
    return f"{number(value, decimals)}{NB}EUR"


@dataclass(frozen=True)
class Noun:
    """A counted word: 1 ura, 2 uri, 3 ure, 5 ur, and after a decimal number the fifth form, 1,5 ure.

    Noun(npgettext_lazy("counted", "hour", "hours"), pgettext_lazy("after a decimal number", "hours"))
    """

    whole: Any
    parted: str | Promise

    def form(self, value: Any, decimals: int | None = None) -> str:
        if decimal_mark() in number(value, decimals):
            return str(self.parted)
        return str(self.whole % abs(int(exact(value).to_integral_value(ROUND_HALF_UP))))

    def counted(self, value: Any, decimals: int | None = None) -> str:
        return f"{number(value, decimals)}{NB}{self.form(value, decimals)}"


def decimal_mark() -> str:
    return "," if in_slovenian() else "."


MINUTES = Noun(npgettext_lazy("counted", "minute", "minutes"), pgettext_lazy("after a decimal number", "minutes"))
HOURS = Noun(npgettext_lazy("counted", "hour", "hours"), pgettext_lazy("after a decimal number", "hours"))
DAYS = Noun(npgettext_lazy("counted", "day", "days"), pgettext_lazy("after a decimal number", "days"))
NIGHTS = Noun(npgettext_lazy("counted", "night", "nights"), pgettext_lazy("after a decimal number", "nights"))


# Lengths


def minutes(value: Any) -> str:
    """14 min, 3 h 57 min: lengths stand in minutes, running seconds would twitch."""
    if value is None or value == "":
        return ""
    hours_, rest = divmod(whole_minutes(value), 60)
    parts = [f"{number(hours_)}{NB}h"] if hours_ else []
    return " ".join(parts + ([f"{rest}{NB}min"] if rest or not hours_ else []))


def minutes_long(value: Any) -> str:
    """50 minut, 2 uri 15 minut."""
    if value is None or value == "":
        return ""
    hours_, rest = divmod(whole_minutes(value), 60)
    parts = [HOURS.counted(hours_)] if hours_ else []
    return " ".join(parts + ([MINUTES.counted(rest)] if rest or not hours_ else []))


def whole_minutes(value: Any) -> int:
    if isinstance(value, timedelta):
        return value // timedelta(minutes=1)
    return int(exact(value))


def hours(value: Any, decimals: int | None = None) -> str:
    """182,5 ure from minutes 10950: a total of lengths, in hours."""
    if value is None or value == "":
        return UNKNOWN
    return HOURS.counted(exact(Fraction(whole_minutes(value), 60)), 1 if decimals is None else decimals)
