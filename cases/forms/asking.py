"""How the contact's form obeys the rules of its programme."""

from functools import partial

from django import forms
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.models import FieldRule
from cases.vocabulary import NO_TALK, OF_VIOLENCE, Asked, Question, Subject

NOT_LEARNT = {"not_known", "unknown", "not_told", "declined"}
WITH_IT = {  # what is not asked without the question before it
    Question.REFERRED_TO: ["entries"],
    Question.FOLLOW_UP: ["follow_up_at", "follow_up_ends_at", "safe_ways", "safe_note"],
}


class AskingForm(forms.ModelForm):
    """A question that is hidden leaves the form, so that what a record holds already stays; one that is required wants
    an answer when the contact is finished, and "not known" is always one.
    """

    not_told = forms.MultipleChoiceField(choices=Question, required=False)

    def obey(self, rules):
        """After all fields are there."""
        self.required_questions = []
        for rule in rules:
            if rule.asked == Asked.HIDDEN:
                self.hide(rule.question)
            elif rule.asked == Asked.REQUIRED:
                self.require(rule.question)
            if rule.label and rule.question in self.fields:
                self.fields[rule.question].label = rule.label
        if not {"acute_danger", "suicidal"} & set(self.fields):
            self.fields.pop("danger_done", None)
        for question in self.required_questions:
            field = self.fields[question]
            field.label = format_lazy("{} *", field.label)
        self.offered_not_told = {name for name in self.required_questions if not self.offers_not_known(name)}
        for name in self.offered_not_told:
            self.fields[name].beside = partial(self.chip_of_not_told, name)

    def hide(self, question):
        for name in [question, *WITH_IT.get(question, [])]:
            self.fields.pop(name, None)

    def require(self, question):
        if question in self.fields:
            self.required_questions.append(question)

    def offers_not_known(self, name):
        """Among its own answers."""
        return name in self.with_not_known or bool(NOT_LEARNT & {str(key) for key, _label in self.fields[name].choices})

    with_not_known: frozenset | set = frozenset()  # questions whose own words say so

    def chip_of_not_told(self, name):
        checked = " checked" if name in (self["not_told"].value() or []) else ""
        box = '<label class="chip quiet"><input type="checkbox" name="not_told" value="{}"{}>{}</label>'
        return format_html(box, name, mark_safe(checked), _("not known"))

    def said(self, answers, name):
        """Her answer, or what the record holds where the question is hidden."""
        return answers.get(name) if name in self.fields else getattr(self.instance, name)

    def check_required(self, answers):
        answers["not_told"] = [name for name in self.told_nothing_about(answers) if unanswered(answers.get(name))]
        subject = self.said(answers, "subject")
        if subject in NO_TALK:
            return
        for name in self.required_questions:
            is_moot = name in OF_VIOLENCE and subject not in ("", Subject.VIOLENCE)
            if is_moot or name in answers["not_told"] or name in self.errors:
                continue
            if unanswered(answers.get(name)) and self.is_to_be_answered(name):
                self.add_error(name, _("This programme asks for an answer; “not known” is one too."))

    def told_nothing_about(self, answers):
        """What she ticks now, and what was ticked before where no tick is offered."""
        ticked = [name for name in answers.get("not_told", []) if name in self.offered_not_told]
        kept = [name for name in self.instance.not_told if name not in self.offered_not_told]
        return [name for name in Question if name in {*ticked, *kept}]

    def is_to_be_answered(self, name):
        """A new contact is to be whole; an older one is asked only for what it had and has lost."""
        return self.instance._state.adding or name in self.changed_data


def unanswered(answer):
    return answer is None or answer == "" or answer == []


def rules_of(programme):
    return list(FieldRule.objects.of(programme))
