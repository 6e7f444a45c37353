from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import Client
from programmes.widgets import dress


class OtherCodeForm(forms.Form):
    """The code that turned out to be hers too: one that the same coordinator answers for."""

    code = forms.CharField(label=_("The other code"), max_length=20, strip=True)

    def __init__(self, *args, user, kept, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.kept = user, kept
        dress(self)

    def clean_code(self):
        others = Client.objects.coordinated_by(self.user).filter(organisation=self.kept.organisation_id)
        self.other = others.with_code(self.cleaned_data["code"]).first()
        if self.other is None:
            raise forms.ValidationError(_("None of the people whose coordinator you are has this code."))
        if self.other == self.kept:
            raise forms.ValidationError(_("This is the same code."))
        return self.other.code
