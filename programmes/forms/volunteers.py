from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms.answers import KeysOf
from programmes.forms.made import MadeOnceForm
from programmes.forms.records import RecordForm
from programmes.models import Agreement, Declaration, Engagement, EngagementKind, Term, Vocabulary, Worker
from programmes.records import OUR_DAYS
from programmes.widgets import DayInput, dress

OLDEST = 110  # years
SHOWS = [("current", _("all")), ("missing", _("something missing")), ("former", _("former"))]


class ShownForm(forms.Form):
    """What the list may be asked for."""

    show = forms.ChoiceField(choices=SHOWS, required=False)

    def chosen(self):
        return (self.is_valid() and self.cleaned_data["show"]) or "current"


def sane_day(day):
    if not OUR_DAYS[0] <= day < OUR_DAYS[1]:
        raise forms.ValidationError(_("The year must lie between 1900 and 2200."))


class VolunteerForm(MadeOnceForm):
    """Who she is, what she knows, and since when she helps: the last of her engagements as a volunteer."""

    of = "organisation"

    name = forms.CharField(label=_("Name"), max_length=120)
    born_in = forms.IntegerField(
        label=_("Year of birth"), required=False, help_text=_("For the age groups of the yearly report.")
    )
    knowledge = forms.CharField(
        label=_("Special knowledge"), required=False, max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    started_on = forms.DateField(label=_("Volunteer since"), validators=[sane_day], widget=DayInput)
    ended_on = forms.DateField(
        label=_("Until"),
        required=False,
        validators=[sane_day],
        widget=DayInput,
        help_text=_("The first day on which she no longer helps."),
    )

    class Meta(RecordForm.Meta):
        model = Worker
        fields = ["name", "code", "sex", "born_in", "knowledge"]
        help_texts = {"code": _("Short; lists and files call her by it.")}

    field_order = ["name", "code", "sex", "born_in", "languages", "knowledge", "started_on", "ended_on"]

    def __init__(self, *args, programmes, **kwargs):
        super().__init__(*args, **kwargs)
        programme = programmes[0]
        if self.instance._state.adding:
            self.instance.organisation = programme.organisation
            self.initial["code"] = new_code(programme.organisation)
        if self.instance.user_id:
            del self.fields["name"]  # she signs in under a name of her own
        words = Term.objects.offered_lists(programme, Vocabulary.LANGUAGE, keeping=((), self.instance.languages))[
            Vocabulary.LANGUAGE
        ]
        self.fields["languages"] = KeysOf(words, label=_("Languages"))
        self.engagement = self.last_engagement()
        self.initial.setdefault("languages", self.instance.languages)
        self.initial.setdefault("started_on", self.engagement.started_on or timezone.localdate())
        self.initial.setdefault("ended_on", self.engagement.ended_on)
        self.order_fields(self.field_order)
        dress(self)

    def last_engagement(self):
        new = Engagement(worker=self.instance, kind=EngagementKind.VOLUNTEER)
        if self.instance._state.adding:
            return new
        hers = self.instance.engagements.filter(kind=EngagementKind.VOLUNTEER)
        return hers.order_by("started_on").last() or new

    def clean_code(self):
        code = self.cleaned_data["code"].strip()
        others = Worker.objects.filter(organisation=self.instance.organisation, code=code).exclude(pk=self.instance.pk)
        if others.exists() and not Worker.objects.filter(pk=self.data.get("id") or None).exists():
            raise forms.ValidationError(_("Somebody else has this code."))
        return code

    def clean_born_in(self):
        year, this_year = self.cleaned_data["born_in"], timezone.localdate().year
        if year is not None and not this_year - OLDEST <= year <= this_year:
            raise forms.ValidationError(
                _("Write a year between %(first)s and %(last)s."),
                params={"first": this_year - OLDEST, "last": this_year},
            )
        return year

    def clean(self):
        data = super().clean() or self.cleaned_data
        if data.get("ended_on") and data.get("started_on") and data["ended_on"] <= data["started_on"]:
            self.add_error("ended_on", _("The end must be later than the start."))
        return data

    @transaction.atomic
    def save(self, commit=True):
        self.instance.languages = self.cleaned_data["languages"]
        worker = super().save(commit)
        self.engagement.worker = worker
        self.engagement.started_on = self.cleaned_data["started_on"]
        self.engagement.ended_on = self.cleaned_data["ended_on"]
        self.engagement.save()
        return worker


def new_code(organisation):
    """P001 and on: the first number that nobody has."""
    taken = set(Worker.objects.filter(organisation=organisation, code__startswith="P").values_list("code", flat=True))
    return next(code for number in range(1, 100_000) if (code := f"P{number:03}") not in taken)


class PaperForm(MadeOnceForm):
    """A signed paper of a volunteer."""

    of = "worker"

    def __init__(self, *args, worker, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.worker = worker


class AgreementForm(PaperForm):
    number = forms.CharField(label=_("Number of the agreement"), required=False, max_length=60)

    class Meta(RecordForm.Meta):
        model = Agreement
        fields = ["number", "valid_from", "valid_until"]
        help_texts = {"valid_until": _("The last day; empty: until it is ended.")}


class DeclarationForm(PaperForm):
    note = forms.CharField(label=_("Note"), required=False, max_length=4000, widget=forms.Textarea({"rows": 2}))

    class Meta(RecordForm.Meta):
        model = Declaration
        fields = ["given_on", "valid_until", "note"]
        help_texts = {"valid_until": _("The last day; empty: as long as nothing changes.")}
