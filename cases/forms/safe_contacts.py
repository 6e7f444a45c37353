from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.models import Client
from cases.vocabulary import Allowed, Weekday
from programmes.forms import RecordForm
from programmes.widgets import ChipsMany, ClockInput, dress

CLOCKS = ["%H:%M", "%H.%M", "%H"]


def words(label, *, longest=300, rows=1, help_text=""):
    widget = forms.Textarea(attrs={"rows": rows, "class": "input"}) if rows > 1 else forms.TextInput()
    return forms.CharField(label=label, max_length=longest, required=False, widget=widget, help_text=help_text)


def clock(label):
    return forms.TimeField(label=label, required=False, input_formats=CLOCKS, widget=ClockInput)


class SafeContactForm(RecordForm):
    """What was agreed with her, question by question. What stays open is not allowed."""

    safe_days = forms.MultipleChoiceField(
        label=_("On which days?"),
        choices=Weekday,
        required=False,
        widget=ChipsMany,
        help_text=_("None chosen: on any."),
    )
    safe_from, safe_until = clock(_("From")), clock(_("Until"))
    may_answer = words(_("Who may answer?"), help_text=_("And what we do when somebody else answers."))
    message_as = words(_("Under which name?"), help_text=_("Never ours, unless she wants it."))
    code_word = words(_("The word you agreed on"))
    number = words(_("Phone number"), longest=100)
    addresses = words(_("E-mail and address"), rows=2)
    reached_at = words(_("What else was agreed"), longest=2000, rows=3)

    class Meta(RecordForm.Meta):
        model = Client
        fields = [
            *["may_phone", "may_sms", "may_email", "may_post", "may_visit", "safe_days", "safe_from", "safe_until"],
            *["may_answer", "may_leave_message", "message_as", "code_word", "number", "addresses", "reached_at"],
            "confirmed_on",
        ]
        labels = {
            "may_phone": _("May we call?"),
            "may_sms": _("May we send an SMS?"),
            "may_email": _("May we send an e-mail?"),
            "may_post": _("May we write by post?"),
            "may_visit": _("May we come in person?"),
            "may_leave_message": _("May we leave a message?"),
            "confirmed_on": _("Confirmed on"),
        }
        help_texts = {"confirmed_on": _("The day on which she last said that all this holds.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.safe_contact_is_agreed:
            self.initial["confirmed_on"] = timezone.localdate()
        dress(self)

    def ways(self):
        """The questions whether we may, one for each way."""
        return [self[way] for way in Client.WAYS]

    def clean_confirmed_on(self):
        day = self.cleaned_data["confirmed_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self):
        answers = super().clean()
        first, last = answers.get("safe_from"), answers.get("safe_until")
        if "safe_from" not in self.errors and "safe_until" not in self.errors:
            if bool(first) != bool(last):
                self.add_error("safe_until" if first else "safe_from", _("Write both times, or none."))
            elif first and last <= first:
                self.add_error("safe_until", _("The end must be later than the start."))
        if answers.get("message_as") and answers.get("may_leave_message") != Allowed.YES:
            self.add_error("may_leave_message", _("A name for messages is written: may we leave one?"))
        return answers
