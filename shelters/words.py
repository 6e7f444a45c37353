"""Sentences that Slovenian grammar would not let a template put together."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from programmes.writing import day_short


def family_words(family):
    """Who looks for a place: the subject of a sentence."""
    if family.size == 1:
        return _("one person")
    if family.adults <= 1:
        return with_children(family.children)
    if not family.children:
        return with_adults(family.adults)
    return _("%(adults)s and %(children)s") % {
        "adults": with_adults(family.adults),
        "children": children(family.children),
    }


def with_children(n):
    # In Slovenian the preposition before 8 and 9 is another one than before 5 to 7
    if n in (8, 9):
        return npgettext("8 or 9", "a family with %(n)s child", "a family with %(n)s children", n) % {"n": n}
    return ngettext("a family with %(n)s child", "a family with %(n)s children", n) % {"n": n}


def with_adults(n):
    if n in (8, 9):
        return npgettext("8 or 9", "a family with %(n)s adult", "a family with %(n)s adults", n) % {"n": n}
    return ngettext("a family with %(n)s adult", "a family with %(n)s adults", n) % {"n": n}


def children(n):
    return npgettext("with", "%(n)s child", "%(n)s children", n) % {"n": n}


def people(n):
    return ngettext("%(n)s person", "%(n)s people", n) % {"n": n}


def years(n):
    return ngettext("%(n)s year", "%(n)s years", n) % {"n": n}


def child(age):
    """child, 7 years"""
    return _("child") if age is None else _("child, %(years)s") % {"years": years(age)}


def place(bed):
    """Where a bed is: house, room, bed."""
    return f"{bed.room.house.name}, {bed.room.called}, {bed.called}"


def until(day):
    return _("until %(day)s") % {"day": day_short(day)} if day else ""


def time_left(stay, far=21):
    """How long a stay is still expected to last; the day itself when it is far away."""
    days = stay.days_left
    if days is None:
        return ""
    if days < 0:
        return ngettext("%(n)s day over", "%(n)s days over", -days) % {"n": -days}
    if days == 0:
        return _("ends today")
    if days > far:
        return until(stay.expected_until)
    return ngettext("%(n)s day left", "%(n)s days left", days) % {"n": days}


def day_reached(stay):
    """Which day of the stay it is today."""
    return (timezone.localdate() - timezone.localdate(stay.arrived_at)).days + 1
