from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Act, User


class TrailFilter(forms.Form):
    """Narrows the trail; what cannot be read as a filter narrows nothing."""

    act = forms.ChoiceField(label=_("Act"), choices=[("", _("all acts")), *Act.choices], required=False)
    since = forms.DateField(label=_("Since"), required=False)
    record = forms.CharField(label=_("Record"), max_length=40, required=False)

    def __init__(self, *args, administrator, **kwargs):
        super().__init__(*args, **kwargs)
        colleagues = User.objects.colleagues_of(administrator)
        who = forms.ModelChoiceField(colleagues, label=_("Who"), required=False, empty_label=_("everybody"))
        self.fields = {"user": who, **self.fields}

    def narrow(self, entries):
        self.is_valid()
        lookups = {"user": "user", "act": "act", "since": "at__date__gte", "record": "record_id"}
        chosen = {lookups[name]: value for name, value in self.cleaned_data.items() if value}
        return entries.filter(**chosen).select_related("user")


class AddKeyForm(AddWebAuthnForm):
    """A key or passkey of hers, under a name by which she knows it."""

    name = forms.CharField(label=_("Name"), max_length=100, required=False)


class RenameKeyForm(EditWebAuthnForm):
    name = forms.CharField(label=_("Name"), max_length=100)
