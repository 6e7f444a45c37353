from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.models import HandOver, colleagues_for
from programmes.forms import RecordForm
from programmes.widgets import dress

LONGEST = 5000  # characters


def few_lines(rows):
    return forms.Textarea(attrs={"rows": rows, "class": "input"})


class HandOverForm(RecordForm):
    """To whom a draft is offered, and what she should know before she takes it."""

    note = forms.CharField(
        label=_("What she should know"),
        max_length=LONGEST,
        required=False,
        widget=few_lines(5),
        help_text=_("She reads it before she takes over; what you wrote in the call she sees only then."),
    )

    class Meta(RecordForm.Meta):
        model = HandOver
        fields = ["note"]

    def __init__(self, *args, draft, on_duty=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.draft, self.instance.giver = draft, draft.user
        colleagues = sorted(colleagues_for(draft), key=lambda user: user.pk not in on_duty)
        self.has_somebody = bool(colleagues)
        self.fields["taker"] = OneOf(
            colleagues,
            says=lambda user: f"{user.name} ({_('on duty')})" if user.pk in on_duty else user.name,
            label=_("To whom?"),
            required=True,
        )
        self.order_fields(["taker", "note"])
        dress(self)

    def save(self, commit=True):
        self.instance.taker = self.cleaned_data["taker"]
        return super().save(commit)


class GiveBackForm(forms.Form):
    reply = forms.CharField(label=_("Why does it come back?"), max_length=LONGEST, required=False, widget=few_lines(3))
