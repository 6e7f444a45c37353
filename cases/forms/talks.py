"""Two workers in one talk: who else took part, and how long."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.models import TalkPart
from programmes.forms import RecordForm
from programmes.widgets import Combobox

AT_LEAST = 3  # offered at once


class SharedTalk(RecordForm):
    """For a form of contacts: its worker talked, up to some others took part with minutes of their own."""

    def offer_parts(self, workers, says):
        held = [] if self.instance._state.adding else list(self.instance.parts.order_by("pk"))
        self.parts_count = max(AT_LEAST, len(held))
        for place in range(self.parts_count):
            self.fields[f"with_{place}"] = OneOf(
                workers, says=says, label=_("Also in the talk"), widget=Combobox(placeholder=_("nobody else"))
            )
            self.fields[f"with_{place}_minutes"] = forms.IntegerField(
                label=_("Her minutes"),
                required=False,
                min_value=1,
                max_value=24 * 60,
                widget=forms.NumberInput(attrs={"placeholder": _("as long")}),
            )
        for place, part in enumerate(held):
            self.initial.setdefault(f"with_{place}", part.worker_id)
            self.initial.setdefault(f"with_{place}_minutes", part.minutes)

    def part_fields(self):
        """Pairs of bound fields: who, how long."""
        return [(self[f"with_{place}"], self[f"with_{place}_minutes"]) for place in range(self.parts_count)]

    def parts_in_view(self):
        """Those that are answered, and the next one."""
        open_ones = self.parts_unanswered()
        return [pair for pair in self.part_fields() if is_answered(pair)] + open_ones[:1]

    def parts_further(self):
        return self.parts_unanswered()[1:]

    def parts_unanswered(self):
        return [pair for pair in self.part_fields() if not is_answered(pair)]

    @property
    def parts_wrong(self):
        return any(who.errors or minutes.errors for who, minutes in self.part_fields())

    def check_parts(self, answers):
        """What the others' parts say fits the talk; a part without minutes lasted as long as the talk."""
        talked, self.parts = {answers.get("worker")}, []
        for place in range(self.parts_count):
            name = f"with_{place}"
            who, minutes = answers.get(name), answers.get(f"{name}_minutes")
            if who is None:
                if minutes is not None:
                    self.add_error(name, _("Who was it?"))
                continue
            if who in talked:
                self.add_error(name, _("She stands in this talk already."))
            talked.add(who)
            self.parts.append((who, self.minutes_of_part(name, minutes, answers)))

    def minutes_of_part(self, name, minutes, answers):
        whole = answers.get("minutes")
        if minutes is not None and whole is not None and minutes > whole:
            words = _("The talk lasted %(minutes)s minutes: nobody was in it for longer.")
            self.add_error(f"{name}_minutes", words % {"minutes": whole})
        return whole if minutes is None else minutes

    def save_parts(self, contact):
        """Rows of the same people stay the same rows."""
        before = {part.worker_id: part for part in contact.parts.all()}
        for who, minutes in self.parts:
            part = before.pop(who.pk, None) or TalkPart(contact=contact, worker=who)
            if part.minutes != minutes:
                part.minutes = minutes
                part.save()
        for part in before.values():
            part.delete()


def is_answered(pair):
    return any(field.value() not in (None, "") or field.errors for field in pair)
