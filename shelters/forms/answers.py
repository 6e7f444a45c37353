"""Beds as answers. The form has read them already: choosing one costs no query."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shelters.models import Bed


class BedField(forms.ChoiceField):
    """A bed; the list offers the free ones under their rooms."""

    widget = forms.Select

    def __init__(self, beds=(), offered=(), **kwargs):
        super().__init__(**kwargs)
        self.offer(beds, offered)

    def offer(self, beds, offered):
        self.beds = {str(bed.pk): bed for bed in beds}
        self.choices = beds_by_room(offered, empty=_("choose"))

    def to_python(self, value):
        return self.beds.get(value, value)

    def valid_value(self, value):
        return isinstance(value, Bed)


def beds_by_room(beds, empty=""):
    """Choices of beds under their rooms; houses are named where there are several."""
    several = len({bed.room.house_id for bed in beds}) > 1
    groups = {}
    for bed in beds:
        room = f"{bed.room.house.name}, {bed.room.called}" if several else bed.room.called
        groups.setdefault(room, []).append((str(bed.pk), f"{room}, {bed.called}"))
    return [("", empty), *groups.items()]


def beds_of(programme):
    beds = Bed.objects.of(programme).select_related("room__house")
    return beds.order_by("room__house__position", "room__house__name", "room__position", "room__name", "position")
