from datetime import timedelta
from uuid import uuid4

from django import forms
from django.http import QueryDict

OF_THE_PAGE = {"csrfmiddlewaretoken", "id", "save", "ago"}  # not answers


class SaveForm(forms.Form):
    """What a page says about a save: of which contact, the how-manieth, how long after the first key (milliseconds)."""

    id = forms.UUIDField(required=False)
    save = forms.IntegerField(min_value=1, max_value=2**31 - 2, required=False)
    ago = forms.IntegerField(min_value=0, max_value=2**40, required=False)

    @property
    def contact_id(self):
        return self.cleaned_data.get("id") or uuid4()

    @property
    def number(self):
        return self.cleaned_data.get("save") or 1

    @property
    def since_first_key(self):
        return timedelta(milliseconds=self.cleaned_data.get("ago") or 0)


def answers_in(post):
    """What she has answered, as a query string, whole and unchecked."""
    answers = QueryDict(mutable=True)
    for name, values in post.lists():
        if name not in OF_THE_PAGE:
            answers.setlist(name, values)
    return answers.urlencode()


def typed_in(form, answers):
    """The answers of a draft as a form shows them: as she typed them, right or wrong."""
    return {
        name: field.widget.value_from_datadict(answers, {}, name)
        for name, field in form.fields.items()
        if not field.widget.value_omitted_from_data(answers, {}, name)
    }
