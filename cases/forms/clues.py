from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.models import Clue, ClueKind
from cases.models.clues import spelt
from programmes.forms import MadeOnceForm, RecordForm


class ClueForm(MadeOnceForm):
    """A word by which she may be found again, on the day on which she agreed."""

    of = "client"

    text = forms.CharField(
        label=_("Words"),
        max_length=60,
        help_text=_(
            "As she will say it again: a nickname, one detail, or a number. Case, spaces and č, š, ž do not matter."
        ),
    )
    call_back = forms.BooleanField(
        label=_("she wants to be called back"),
        required=False,
        help_text=_("Only then is the number itself kept, sealed; otherwise nobody can read it again."),
    )

    class Meta(RecordForm.Meta):
        model = Clue
        fields = ["kind", "text", "consented_on"]

    def __init__(self, *args, client, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.client = client
        self.order_fields(["id", "kind", "text", "call_back", "consented_on"])

    def others(self):
        """Her clues but for the one that this page has made already."""
        return self.instance.client.clues.exclude(pk=self.cleaned_data.get("id"))

    def clean_consented_on(self):
        day = self.cleaned_data["consented_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self):
        answers = super().clean()
        kind, words = answers.get("kind"), answers.get("text")
        if kind and words and not spelt(kind, words):
            self.add_error("text", TOO_LITTLE[kind])
        elif kind and words:
            self.instance.kind = kind
            self.instance.remember(words)
            if self.others().filter(mark=self.instance.mark).exists():
                self.add_error("text", _("This is kept already."))
        if kind == ClueKind.PHONE and not answers.get("call_back"):
            answers["text"] = ""
        return answers


TOO_LITTLE = {
    ClueKind.NICKNAME: _("Write at least two letters."),
    ClueKind.DETAIL: _("Write at least two letters."),
    ClueKind.PHONE: _("Write a whole number, such as 041 123 456 or +385 91 123 4567."),
}
