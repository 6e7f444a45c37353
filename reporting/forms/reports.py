from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.forms import RecordForm
from programmes.models import Organisation, Programme
from programmes.records import Period
from reporting.models import Narrative, Report
from reporting.models.jobs import Format

EARLIEST = 1950


class ReportForm(forms.Form):
    """A year of an organisation: its report is opened, and begun if nobody has."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Organisation"))
    year = forms.IntegerField(label=_("Year"), min_value=EARLIEST)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        this_year = timezone.localdate().year
        managed = user.programmes_as(Role.MANAGER).values("programme__organisation")
        organisation = self.fields["organisation"]
        organisation.queryset = Organisation.objects.filter(pk__in=managed)
        self.initial.setdefault("year", this_year - 1)
        self.fields["year"].widget.attrs |= {"min": EARLIEST, "max": this_year, "class": "year"}
        self.fields["year"].max_value = this_year
        if len(organisation.queryset) == 1:
            organisation.widget = forms.HiddenInput()
            organisation.initial = organisation.queryset[0]

    def clean_year(self):
        year = self.cleaned_data["year"]
        if year > timezone.localdate().year:
            raise forms.ValidationError(_("This year has not begun yet."))
        return year

    def open(self, outline):
        """The whole one for whoever manages all programmes of today, else that of hers."""
        return Report.objects.get_or_create(outline=outline, programmes=self.programmes(), **self.cleaned_data)

    def programmes(self):
        ours = Programme.objects.filter(organisation=self.cleaned_data["organisation"])
        hers, today = ours.filter(pk__in=self.user.programmes_as(Role.MANAGER)), timezone.localdate()
        if not ours.in_period(Period(today, today)).exclude(pk__in=hers).exists():
            return []
        return sorted(hers.values_list("pk", flat=True))


class FileForm(forms.Form):
    """Which file to make, in which language."""

    format = forms.ChoiceField(label=_("File"), choices=Format.choices)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"format": Format.PDF, "language": get_language()}


class NarrativeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Narrative
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 12, "class": "prose", "autocomplete": "off"})}
        help_texts = {
            "text": _(
                "An empty line begins a new paragraph, *words* are italic, **words** bold. "
                "A figure's key in braces is its number: {helpline_calls}."
            )
        }
