from django import forms
from django.utils.translation import gettext_lazy as _

from cases.vocabulary import AttemptResult


class AttemptForm(forms.Form):
    result = forms.ChoiceField(choices=AttemptResult)


class GiveUpForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do we no longer call?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "input"}),
    )
