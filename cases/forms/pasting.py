"""Several messages of a conversation in writing, pasted one by one with a new contact."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.models import Message
from cases.vocabulary import IN_WRITING, Direction
from programmes.moments import MomentField
from programmes.widgets import ChipsOne
from programmes.writing import clock

AT_ONCE = 6  # later ones are added on the contact's page
LONGEST = 50_000  # characters of a message


class PastedMessages(forms.Form):
    """For a form of contacts: what was written to and fro, in the order in which it was."""

    def offer_messages(self):
        self.messages_count = AT_ONCE if self.instance._state.adding else 0
        for place in range(self.messages_count):
            whose = ChipsOne(choices=Direction.choices)
            self.fields[f"message_{place}_direction"] = forms.ChoiceField(
                label=_("Who wrote?"), choices=Direction.choices, required=False, widget=whose
            )
            self.fields[f"message_{place}_written_at"] = MomentField(label=_("When"), required=False)
            self.fields[f"message_{place}_text"] = forms.CharField(
                label=_("Message"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
            )
            self.initial.setdefault(f"message_{place}_direction", (Direction.IN, Direction.OUT)[place % 2])

    def message_rows(self):
        names = ("direction", "written_at", "text")
        return [[self[f"message_{place}_{name}"] for name in names] for place in range(self.messages_count)]

    @property
    def messages_in_view(self):
        return self.message_rows()[:2]

    @property
    def messages_further(self):
        return self.message_rows()[2:]

    @property
    def has_further_messages(self):
        return any(text.value() or text.errors or at.errors for _who, at, text in self.messages_further)

    def check_messages(self, answers):
        """A message without a time was written with the one before it, the first one when the contact began."""
        self.pasted, before = [], answers.get("started_at")
        for place in range(self.messages_count):
            name = f"message_{place}"
            text, at = (answers.get(f"{name}_text") or "").strip(), answers.get(f"{name}_written_at")
            if not text:
                if at:
                    self.add_error(f"{name}_text", _("What was written?"))
                continue
            if answers.get("channel") not in IN_WRITING:
                self.add_error(f"{name}_text", _("Messages belong to a chat or to e-mail."))
            if at and at > timezone.now():
                self.add_error(f"{name}_written_at", still_to_come())
            before = at or before
            direction = answers.get(f"{name}_direction") or Direction.IN
            self.pasted.append((direction, before, place, text))

    def save_messages(self, contact):
        for direction, written_at, place, text in self.pasted:
            Message.objects.create(
                contact=contact,
                direction=direction,
                written_at=written_at,
                position=place,
                worker=contact.worker if direction == Direction.OUT else None,
                text=text,
            )


def still_to_come():
    return _("This is still to come. It is %(now)s.") % {"now": clock(timezone.now())}
