from django import forms
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from programmes.forms import RecordForm, safe_formfield
from programmes.models import Programme, Vocabulary
from programmes.moments import MomentField
from programmes.widgets import ChipsMany, ChipsOne
from shelters.forms.answers import beds_by_room, beds_of
from shelters.forms.changes import offered
from shelters.models import Enquiry, Outcome

ANSWERS = [Outcome.WAITING, Outcome.DECLINED, Outcome.ELSEWHERE, Outcome.REFUSED]


class EnquiryForm(RecordForm):
    """Somebody asks for a place: who, for when, and which beds are in view."""

    asked_at = MomentField(label=_("When the enquiry came"))

    class Meta(RecordForm.Meta):
        model = Enquiry
        fields = ["asked_at", "referrer", "women", "children", "wanted_on", "beds", "note"]
        widgets = {"note": forms.Textarea({"rows": 4}), "beds": ChipsMany}
        formfield_callback = safe_formfield

    def __init__(self, *args, programme, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme = programme
        self.fields["referrer"] = OneOf(offered(programme, Vocabulary.REFERRER), label=_("Referred by"))
        beds = beds_of(programme)
        self.fields["beds"].queryset = beds
        self.fields["beds"].choices = [choice for group in beds_by_room(list(beds))[1:] for choice in group[1]]
        if self.instance._state.adding:
            self.initial["asked_at"] = timezone.now().replace(second=0, microsecond=0)

    def save(self, commit=True):
        if self.instance._state.adding:
            self.instance.programme = self.programme
            self.instance.number = self.next_number()
        return super().save(commit)

    def next_number(self):
        """Enquiries of a programme are numbered in a row; the programme's row keeps two from taking one number."""
        Programme.objects.select_for_update(no_key=True).get(pk=self.programme.pk)
        return (Enquiry.objects.of(self.programme).aggregate(last=Max("number"))["last"] or 0) + 1


class AnswerForm(EnquiryForm):
    """The same with its answer. A stay is an answer of its own: it is given by admitting her."""

    outcome = forms.ChoiceField(
        label=_("Answer"), choices=[(answer.value, answer.label) for answer in ANSWERS], widget=ChipsOne
    )

    class Meta(EnquiryForm.Meta):
        fields = ["outcome", "refusal", "interviewed_on", *EnquiryForm.Meta.fields]
        formfield_callback = safe_formfield

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["refusal"] = OneOf(offered(self.programme, Vocabulary.REFUSAL), label=_("Reason of refusal"))
        if self.instance.outcome == Outcome.ADMITTED:
            del self.fields["outcome"], self.fields["refusal"]

    def clean(self):
        data = super().clean() or self.cleaned_data
        refused = data.get("outcome") == Outcome.REFUSED
        if refused and not data.get("refusal"):
            self.add_error("refusal", _("Say why: refusals are counted by their reason."))
        if data.get("outcome") and not refused:
            data["refusal"] = None
        return data
