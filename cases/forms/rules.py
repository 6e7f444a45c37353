from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.models import FieldRule
from cases.vocabulary import Asked, Question
from programmes.models import Programme
from programmes.widgets import ChipsOne

NEVER_REQUIRED = [Question.INTERPRETER]


@dataclass
class Line:
    """A question with what is to be said of it."""

    label: str
    asked: Any
    label_sl: Any
    label_en: Any

    @property
    def own_words(self):
        return [self.label_sl, self.label_en]


class RulesForm(forms.Form):
    """What the contact's form asks in a programme, all questions at once."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, programme, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme = programme
        self.saved = {rule.question: rule for rule in FieldRule.objects.of(programme)}
        self.initial["seen"] = self.state()
        for question in Question:
            self.add(question, self.saved.get(question) or FieldRule(question=question))

    def add(self, question, rule):
        choices = [choice for choice in Asked.choices if choice[0] != Asked.REQUIRED or question not in NEVER_REQUIRED]
        name = capfirst(question.label)
        self.fields[f"asked_{question}"] = forms.ChoiceField(
            label=name, choices=choices, initial=rule.asked, widget=ChipsOne
        )
        words = {
            "sl": (rule.label_sl, _("%(question)s, own words in Slovenian")),
            "en": (rule.label_en, _("%(question)s, own words in English")),
        }
        for language, (label, called) in words.items():
            self.fields[f"{language}_{question}"] = forms.CharField(
                label=called % {"question": name}, initial=label, max_length=60, required=False
            )

    def state(self):
        """Grows with every change: whoever has seen an older one is told so."""
        return f"{len(self.saved)}/{sum(rule.version for rule in self.saved.values())}"

    def lines(self):
        for question in Question:
            yield Line(
                capfirst(question.label), self[f"asked_{question}"], self[f"sl_{question}"], self[f"en_{question}"]
            )

    def rules(self):
        """As they would be, saved or not."""
        said = self.cleaned_data
        for question in Question:
            rule = self.saved.get(question) or FieldRule(programme=self.programme, question=question)
            rule.asked = said[f"asked_{question}"]
            rule.label_sl, rule.label_en = said[f"sl_{question}"], said[f"en_{question}"]
            yield rule

    @transaction.atomic
    def save_or_explain(self):
        Programme.objects.select_for_update().get(pk=self.programme.pk)
        self.saved = {rule.question: rule for rule in FieldRule.objects.of(self.programme)}
        if self.cleaned_data["seen"] not in ("", self.state()):
            self.add_error(None, _("Somebody else has changed this form meanwhile. Open it again and compare."))
            return False
        for rule in self.rules():
            if not rule._state.adding or rule.says_something:
                rule.version += not rule._state.adding
                rule.save()
        return True
