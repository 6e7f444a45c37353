from django import forms
from django.http import Http404

from accounts.roles import Role
from programmes.models import Programme
from shelters.forms.board import sane_day
from shelters.models import Bed, Enquiry


class AskedForm(forms.Form):
    """What an address brings along to a new enquiry or an admission: marked beds, a day, an enquiry, a programme."""

    bed = forms.ModelMultipleChoiceField(None, required=False)
    enquiry = forms.ModelChoiceField(None, required=False)
    programme = forms.ModelChoiceField(None, required=False)
    on = forms.DateField(required=False, validators=[sane_day])

    def __init__(self, data, *, user):
        super().__init__(data)
        self.hers = Programme.objects.visible_to(user, Role.COORDINATOR)
        self.programmes = self.hers.filter(houses__isnull=False).distinct()
        self.fields["bed"].queryset = Bed.objects.coordinated_by(user).select_related("room__house__programme")
        self.fields["enquiry"].queryset = Enquiry.objects.coordinated_by(user).select_related("programme")
        self.fields["programme"].queryset = self.hers
        if not self.is_valid():
            raise Http404
        self.enquiry, self.on = self.cleaned_data["enquiry"], self.cleaned_data["on"]
        self.beds = sorted(
            self.marked_beds(), key=lambda bed: (bed.room.position, bed.room.name, bed.position, bed.name)
        )

    def marked_beds(self):
        if self.cleaned_data["bed"] or not self.enquiry:
            return self.cleaned_data["bed"]
        return self.enquiry.beds.select_related("room__house__programme")

    def chosen_programme(self):
        if self.enquiry:
            return self.enquiry.programme
        if self.beds:
            return self.beds[0].room.house.programme
        return self.cleaned_data["programme"] or self.programmes.first() or self.hers.first()
