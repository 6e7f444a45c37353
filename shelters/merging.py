"""Why two people of the houses can't be one: nobody sleeps in two places at a time."""

from django.utils.translation import gettext as _

from cases.merging import stands_in_the_way
from programmes.writing import UNKNOWN, day
from shelters.models import Stay


@stands_in_the_way
def stays_at_the_same_time(kept, other):
    hers = list(Stay.objects.filter(client=kept).select_related("programme"))
    for stay in Stay.objects.filter(client=other).order_by("arrived_at").select_related("programme"):
        for mine in hers:
            if overlap(stay, mine):
                words = _("They stayed at the same time: %(one)s and %(other)s. Correct one of the stays first.")
                yield words % {"one": in_words(kept, mine), "other": in_words(other, stay)}


def overlap(one, other):
    ends_after = one.left_at is None or one.left_at > other.arrived_at
    return ends_after and (other.left_at is None or other.left_at > one.arrived_at)


def in_words(client, stay):
    return f"{client.code}, {stay.programme.called}, {day(stay.arrived_on)}–{day(stay.left_on) or UNKNOWN}"
