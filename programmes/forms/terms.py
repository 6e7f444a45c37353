from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from programmes.forms.answers import OneOf
from programmes.forms.records import RecordForm
from programmes.models import Term, Vocabulary
from programmes.widgets import ChipsMany

SEVERAL_AT_ONCE = [Vocabulary.HELP_GIVEN]


class TermForm(RecordForm):
    """A word can be renamed and retired; its key stays, because records and files hold it."""

    retired = forms.BooleanField(
        label=_("no longer in use"), required=False, help_text=_("No longer offered; old records keep it.")
    )

    class Meta(RecordForm.Meta):
        model = Term
        fields = ["label_sl", "label_en", "position", "lower", "upper"]

    def __init__(self, *args, programme, vocabulary, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme, self.vocabulary = programme, vocabulary
        self.fields["retired"].initial = self.instance.retired_on is not None

    def clean(self):
        if self.instance._state.adding and "label_sl" in self.cleaned_data:
            self.name_new_term()
        lower, upper = self.cleaned_data.get("lower"), self.cleaned_data.get("upper")
        if lower is not None and upper is not None and upper < lower:
            self.add_error("upper", _("The upper limit must not be below the lower one."))
        return self.cleaned_data

    def name_new_term(self):
        offered = Term.objects.offered_in(self.programme, self.vocabulary)
        self.instance.organisation = self.programme.organisation
        self.instance.programme = self.programme if offered.filter(programme=self.programme).exists() else None
        self.instance.vocabulary = self.vocabulary
        self.instance.key = slugify(self.cleaned_data["label_sl"])[:50]
        if not self.instance.key:
            self.add_error("label_sl", _("Write at least one letter or digit."))
        elif offered.filter(key=self.instance.key).exists():
            self.add_error("label_sl", _("This word is on the list already."))

    def save(self, commit=True):
        if not self.cleaned_data["retired"]:
            self.instance.retired_on = None
        elif self.instance.retired_on is None:
            self.instance.retired_on = timezone.localdate()
        return super().save(commit)


class TermsPreview(forms.Form):
    """A list as a form will offer it: chips where they are few, else a list that filters."""

    def __init__(self, words, vocabulary):
        super().__init__()
        offered = [word for word in words if word.retired_on is None]
        several = vocabulary in SEVERAL_AT_ONCE
        self.fields["words"] = OneOf(offered, label=vocabulary.label, widget=ChipsMany() if several else None)
        if several:
            self.fields["words"].choices = [(word.pk, word.label) for word in offered]
