from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.roles import Role
from cases.forms.answers import OneOf
from cases.models import Client
from programmes.forms import RecordForm
from programmes.models import Programme, Term, Vocabulary
from programmes.widgets import Combobox, dress

OLDEST = 120  # years


class ClientForm(RecordForm):
    """Who she is: a code alone is enough. Opened for the first time, it opens her case in a programme."""

    name = forms.CharField(label=_("Name"), max_length=300, required=False)
    note = forms.CharField(
        label=_("Note"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 4, "class": "input"})
    )

    class Meta(RecordForm.Meta):
        model = Client
        fields = ["code", "name", "sex", "born_in", "note"]
        labels = {"code": pgettext_lazy("of a client", "Code")}
        help_texts = {"code": _("Made up by us; change it only if she has one already.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        programmes = list(Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR))
        if self.instance._state.adding:
            self.fields["programme"] = OneOf(
                programmes, says=lambda programme: programme.called, required=True, label=_("Programme")
            )
            self.initial.setdefault("programme", programmes[0].pk if programmes else None)
            self.instance.organisation = programmes[0].organisation
        places = Term.objects.offered_lists(
            programmes[0], Vocabulary.MUNICIPALITY, keeping=([self.instance.municipality_id], ())
        )
        self.fields["municipality"] = OneOf(
            places[Vocabulary.MUNICIPALITY], label=_("Municipality or region"), widget=Combobox()
        )
        self.initial.setdefault("municipality", self.instance.municipality_id)
        dress(self)

    def clean_code(self):
        code = self.cleaned_data["code"].strip()
        others = Client.objects.filter(organisation=self.instance.organisation).exclude(pk=self.instance.pk)
        if others.with_code(code).exists():
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

    def save(self, commit=True):
        if "programme" in self.fields:
            self.instance.organisation = self.cleaned_data["programme"].organisation
        self.instance.municipality = self.cleaned_data["municipality"]
        client = super().save(commit)
        if "programme" in self.fields:
            client.open_case_in(self.cleaned_data["programme"])
        return client
