from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from programmes.forms import RecordForm
from programmes.models import Unit
from programmes.widgets import ChipsMany
from shelters import changes
from shelters.models import Bed, Closure, House, Placement, Room


class OpenAndClosedForm(RecordForm):
    """A house or a bed has days of opening and closing: nobody may have slept there outside them."""

    def beds(self):
        """The beds that open and close with it: those of a house, or the one bed."""
        raise NotImplementedError

    def save(self, commit=True):
        opened_on, closed_on = self.cleaned_data.get("opened_on"), self.cleaned_data.get("closed_on")
        if not self.instance._state.adding:
            beds = self.beds()
            changes.lock(beds, [])
            if closed_on:
                self.refuse("closed_on", changes.slept_in(beds, closed_on).values())
            if opened_on and Placement.objects.filter(bed__in=beds, from_on__lt=opened_on).exists():
                self.refuse("opened_on", [_("Somebody slept here before that day.")])
        return super().save(commit)

    def refuse(self, field, sentences):
        if sentences:
            raise ValidationError({field: list(sentences)})


class HouseForm(OpenAndClosedForm):
    class Meta(RecordForm.Meta):
        model = House
        fields = ["name", "unit", "address", "opened_on", "closed_on", "position"]
        widgets = {"address": forms.Textarea({"rows": 2})}
        help_texts = {"address": _("Sealed. Shown to those who work in this programme, and nowhere else.")}

    def __init__(self, *args, programme, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme = programme
        self.fields["unit"].queryset = Unit.objects.filter(programme=programme)
        if not self.fields["unit"].queryset.exists():
            del self.fields["unit"]

    def beds(self):
        return list(Bed.objects.filter(room__house=self.instance))

    def save(self, commit=True):
        if self.instance._state.adding:
            self.instance.programme = self.programme
            self.instance.key = self.new_key()
        return super().save(commit)

    def new_key(self):
        stem = slugify(self.cleaned_data["name"])[:40] or "house"
        taken = set(House.objects.of(self.programme).values_list("key", flat=True))
        return next(key for key in [stem, *(f"{stem}-{n}" for n in range(2, 1000))] if key not in taken)


class RoomForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Room
        fields = ["name", "position"]


class NewRoomForm(RoomForm):
    """A room with its first beds, named by numbers."""

    number_of_beds = forms.IntegerField(label=_("Number of beds"), min_value=0, max_value=40, initial=1)

    def __init__(self, *args, house, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.house = house
        self.initial["position"] = house.rooms.count() + 1

    def save(self, commit=True):
        room = super().save(commit)
        for n in range(self.cleaned_data["number_of_beds"]):
            Bed.objects.create(room=room, name=_("bed %(n)s") % {"n": n + 1}, position=n + 1)
        return room


class BedForm(OpenAndClosedForm):
    class Meta(RecordForm.Meta):
        model = Bed
        fields = ["name", "kind", "opened_on", "closed_on", "position"]

    def beds(self):
        return [self.instance]


class NewBedForm(BedForm):
    def __init__(self, *args, room, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.room = room
        self.initial["position"] = room.beds.count() + 1


class RoomClosureForm(RecordForm):
    """A room, or some of its beds, out of service for a time."""

    which = forms.ModelMultipleChoiceField(None, label=_("Beds"), widget=ChipsMany)
    reason = forms.CharField(label=_("Reason"), max_length=80, required=False, help_text=_("Stands on the board."))

    class Meta(RecordForm.Meta):
        model = Closure
        fields = ["closed_on", "reopens_on", "reason"]
        help_texts = {"reopens_on": _("Empty: until further notice.")}

    field_order = ["which", "closed_on", "reopens_on", "reason"]

    def __init__(self, *args, room, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["which"].queryset = Bed.objects.filter(room=room).select_related("room__house")
        self.fields["which"].label_from_instance = lambda bed: bed.name
        self.initial["which"] = [bed.pk for bed in self.fields["which"].queryset]

    def save(self, commit=True):
        data = self.cleaned_data
        try:
            with transaction.atomic():
                self.closures = changes.close(
                    list(data["which"]), data["closed_on"], data["reopens_on"], data["reason"]
                )
        except changes.Refused as refused:
            raise ValidationError({"which": list(refused.sentences.values())}) from None

    def warnings(self):
        """What she should know though it is saved."""
        return changes.leaving_before(list(self.cleaned_data["which"]), self.cleaned_data["closed_on"])


class ClosureForm(RecordForm):
    """When it opens again, sooner or later than was thought."""

    reason = forms.CharField(label=_("Reason"), max_length=80, required=False)

    class Meta(RecordForm.Meta):
        model = Closure
        fields = ["closed_on", "reopens_on", "reason"]

    field_order = ["closed_on", "reopens_on", "reason"]

    def save(self, commit=True):
        bed, data = self.instance.bed, self.cleaned_data
        changes.lock([bed], [])
        if sentences := changes.slept_in([bed], data["closed_on"], data["reopens_on"]):
            raise ValidationError({"closed_on": list(sentences.values())})
        return super().save(commit)

    def warnings(self):
        """What she should know though it is saved."""
        return changes.leaving_before([self.instance.bed], self.cleaned_data["closed_on"])
