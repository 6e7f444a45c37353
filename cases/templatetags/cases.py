from django import template
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.forms.contacts import called as name_of
from cases.models.safe_contacts import without_numbers
from programmes.writing import clock, near_moment

register = template.Library()

WORDS = [
    pgettext_lazy("call-backs", "one"),
    pgettext_lazy("call-backs", "two"),
    pgettext_lazy("call-backs", "three"),
    pgettext_lazy("call-backs", "four"),
    pgettext_lazy("call-backs", "five"),
    pgettext_lazy("call-backs", "six"),
    pgettext_lazy("call-backs", "seven"),
    pgettext_lazy("call-backs", "eight"),
    pgettext_lazy("call-backs", "nine"),
    pgettext_lazy("call-backs", "ten"),
]


@register.filter
def in_words(number):
    """Small numbers of call-backs in words, as one says them."""
    return WORDS[number - 1] if 1 <= number <= len(WORDS) else number


@register.filter
def clock_or_midnight(moment):
    local = timezone.localtime(moment)
    return _("midnight") if (local.hour, local.minute) == (0, 0) else clock(moment)


@register.filter
def due_by(moment):
    """14:30 today, else with its day."""
    return clock(moment) if timezone.localdate(moment) == timezone.localdate() else near_moment(moment)


@register.filter
def first_name(worker):
    """As colleagues call her, where room is short."""
    return name_of(worker).split()[0] if worker else ""


register.filter("without_numbers", without_numbers)


@register.filter
def called(worker):
    return name_of(worker) if worker else ""
