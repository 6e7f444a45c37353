from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.models import InterpreterUse
from programmes.forms import RecordForm
from programmes.models import Specialist, Term, Vocabulary, Worker
from programmes.widgets import Combobox, dress


class InterpreterForm(RecordForm):
    """Who interpreted in a talk. An empty cost is that of her hour, an empty length that of the talk."""

    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=1, max_value=24 * 60)

    class Meta(RecordForm.Meta):
        model = InterpreterUse
        fields = ["minutes", "cost"]
        labels = {"cost": _("Cost in EUR")}
        help_texts = {"cost": _("Empty: her hour's rate times the minutes.")}

    def __init__(self, *args, talk, **kwargs):
        super().__init__(*args, **kwargs)
        self.talk = talk
        organisation = talk.programme.organisation_id
        self.specialists = {
            one.worker_id: one for one in Specialist.objects.of_organisation(organisation) if one.kind == "interpreter"
        }
        known = [pk for pk, one in self.specialists.items() if one.retired_on is None]
        kept = [getattr(self.instance, "interpreter_id", None)]
        workers = Worker.objects.filter(pk__in=[*known, *kept]).select_related("user", "vault")
        words = Term.objects.offered_lists(
            talk.programme, Vocabulary.LANGUAGE, keeping=([self.instance.language_id], ())
        )
        self.fields["interpreter"] = OneOf(
            list(workers), says=called, required=True, label=pgettext_lazy("a person", "Interpreter"), widget=Combobox()
        )
        self.fields["language"] = OneOf(words[Vocabulary.LANGUAGE], label=_("Language"), widget=Combobox())
        self.fields["minutes"].widget.attrs["placeholder"] = talk.minutes
        self.initial.setdefault("language", self.instance.language_id or getattr(talk, "language_id", None))
        if not self.instance._state.adding:
            self.initial["interpreter"] = self.instance.interpreter_id
        dress(self)
        self.order_fields(["interpreter", "language", "minutes", "cost"])

    def clean(self):
        answers = super().clean()
        if "minutes" not in self.errors and answers.get("minutes") is None:
            answers["minutes"] = self.talk.minutes or None
            if not answers["minutes"]:
                self.add_error("minutes", _("How long did she interpret, in minutes?"))
        taken = self.talk.interpreter_uses.exclude(pk=self.instance.pk).filter(interpreter=answers.get("interpreter"))
        if answers.get("interpreter") and taken.exists():
            self.add_error("interpreter", _("She stands in this talk already."))
        return answers

    def save(self, commit=True):
        use, answers = self.instance, self.cleaned_data
        use.interpreter, use.language = answers["interpreter"], answers["language"]
        use.programme, use.used_at = self.talk.programme, self.talk.started_at
        speciality = self.specialists.get(use.interpreter.pk)
        if use.cost is None and speciality:
            use.cost = speciality.cost_of(use.minutes)
        self.mark_contact()
        return super().save(commit)

    def mark_contact(self):
        """A contact in which somebody interpreted is one with an interpreter, whoever forgot to tick it."""
        contact = self.instance.contact
        if contact and not contact.interpreter:
            contact.interpreter = True
            contact.save(update_fields=["interpreter"])
