"""One message more in a conversation in writing, or one that is corrected: the contact stays one."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.forms.pasting import LONGEST, still_to_come
from cases.models import Message
from cases.vocabulary import Direction
from programmes.forms import MadeOnceForm, RecordForm
from programmes.models import Worker
from programmes.moments import MomentField
from programmes.widgets import ChipsOne, Combobox


class MessageForm(MadeOnceForm):
    """Who wrote it, when, and what."""

    of = "contact"

    written_at = MomentField(label=_("When"))
    text = forms.CharField(
        label=_("Message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "class": "input"}),
        help_text=_("Sealed. Leave out what is not needed: headers, signatures, addresses."),
    )

    class Meta(RecordForm.Meta):
        model = Message
        fields = ["direction", "written_at", "text"]

    def __init__(self, *args, contact, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.contact = contact
        workers = Worker.objects.filter(organisation=contact.programme.organisation_id).select_related("user", "vault")
        self.fields["worker"] = OneOf(
            list(workers), says=called, label=_("Who of us wrote"), widget=Combobox(placeholder=_("nobody named"))
        )
        self.fields["direction"].widget = ChipsOne(choices=Direction.choices)
        if self.instance._state.adding:
            self.initial.setdefault("worker", getattr(getattr(user, "worker", None), "pk", None))
        else:
            self.initial["worker"] = self.instance.worker_id
        self.order_fields(["id", "direction", "written_at", "text", "worker"])

    def clean_written_at(self):
        at = self.cleaned_data["written_at"]
        if at > timezone.now():
            raise forms.ValidationError(still_to_come())
        return at

    def save(self, commit=True):
        message = self.instance
        message.worker = self.cleaned_data.get("worker") if message.is_ours else None
        if message._state.adding:
            message.position = message.contact.messages.count()
        return super().save(commit)
