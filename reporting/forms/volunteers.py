from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EARLIEST = 1950


class YearForm(forms.Form):
    """Of which year. What makes no sense is this year, or the last one where a whole year is asked for."""

    year = forms.IntegerField(label=_("Year"), min_value=EARLIEST)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this_year = timezone.localdate().year
        self.fields["year"].max_value = this_year
        self.fields["year"].widget.attrs |= {"min": EARLIEST, "max": this_year}

    def clean_year(self):
        if self.cleaned_data["year"] > timezone.localdate().year:
            raise forms.ValidationError(_("This year has not begun yet."))
        return self.cleaned_data["year"]

    def chosen(self, otherwise):
        return self.cleaned_data["year"] if self.is_bound and self.is_valid() else otherwise
