from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.finding import fits
from programmes.forms.answers import OneOf
from programmes.forms.directory import words_for
from programmes.forms.records import RecordForm
from programmes.models import Specialist, SpecialistKind, Vocabulary, Worker
from programmes.models.directory import Languages
from programmes.widgets import ChipsMany, ChipsOne, Combobox, dress
from programmes.writing import WEEKDAYS, language


class SpecialistSearchForm(forms.Form):
    """Who speaks what, and when."""

    q = forms.CharField(label=_("Search"), max_length=100, required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", ""), *SpecialistKind.choices], required=False)

    def __init__(self, data, *, specialists, programme):
        super().__init__(data or None)
        self.specialists = specialists
        languages = words_for(programme, Vocabulary.LANGUAGE)[Vocabulary.LANGUAGE]
        self.languages = Languages(languages)
        self.fields["language"].choices = [("", ""), *((term.key, term.label) for term in languages)]
        self.fields["language"].widget = Combobox(
            choices=self.fields["language"].choices, placeholder=_("every language")
        )
        self.fields["kind"].widget = ChipsOne(choices=self.fields["kind"].choices)

    def found(self):
        """Those who are there now come first."""
        wanted = self.cleaned_data if self.is_bound and (self.is_valid() or self.errors) else {}
        specialists = self.specialists.for_list()
        if wanted.get("kind"):
            specialists = specialists.filter(kind=wanted["kind"])
        if wanted.get("language"):
            specialists = specialists.filter(languages__contains=[wanted["language"]])
        found = [one for one in told(specialists, self.languages) if fits(words_of(one), wanted.get("q") or "")]
        return sorted(found, key=lambda one: not one.now)


def told(specialists, languages):
    """With what one line of a list says of them."""
    now = timezone.now()
    for one in specialists:
        one.spoken, one.now = languages.of(one), one.is_there(now)
        yield one


def words_of(one):
    return " ".join([one.called, str(one.get_kind_display()), one.spoken, one.when])


class SpecialistForm(RecordForm):
    """Somebody who works here already, or somebody new by her name."""

    name = forms.CharField(
        label=_("Name"), max_length=200, required=False, help_text=_("Of somebody who is not on the list above.")
    )
    languages = forms.MultipleChoiceField(label=_("Languages"), required=False, widget=ChipsMany)
    weekdays = forms.TypedMultipleChoiceField(label=_("On the days"), coerce=int, required=False, widget=ChipsMany)
    phone = forms.CharField(label=_("How we reach her"), max_length=200, required=False)
    retired = forms.BooleanField(
        label=_("no longer in use"), required=False, help_text=_("No longer offered; old records keep it.")
    )

    class Meta(RecordForm.Meta):
        model = Specialist
        fields = ["kind", "languages", "weekdays", "from_hour", "to_hour", "hours", "cost_per_hour", "phone"]
        widgets = {"kind": ChipsOne}
        help_texts = {"hours": _("What the days and hours do not say: by agreement, at night by phone.")}

    def __init__(self, *args, programme, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme = programme
        words = words_for(programme, Vocabulary.LANGUAGE, keeping=((), self.instance.languages))
        self.fields["languages"].choices = [(term.key, term.label) for term in words[Vocabulary.LANGUAGE]]
        self.fields["weekdays"].choices = [(place, name) for place, name in enumerate(WEEKDAYS[language()], 1)]
        self.fields["retired"].initial = self.instance.retired_on is not None
        if self.instance._state.adding:
            workers = Worker.objects.filter(organisation=programme.organisation_id).select_related("user", "vault")
            self.fields["worker"] = OneOf(
                list(workers), says=called, label=_("Who"), widget=Combobox(placeholder=_("works here already"))
            )
            del self.fields["retired"]
        else:
            del self.fields["name"]
        dress(self)
        self.order_fields(["worker", "name", "kind"])

    def clean(self):
        answers = super().clean()
        if "worker" in self.fields:
            if bool(answers.get("worker")) == bool(answers.get("name")):
                self.add_error("name", _("Choose who she is above, or write her name here."))
            elif answers.get("worker") and answers["worker"].specialities.filter(kind=answers.get("kind")).exists():
                self.add_error("worker", _("She stands on the list with this already."))
        start, end = answers.get("from_hour"), answers.get("to_hour")
        if (start is None) != (end is None) or start is not None and not start < end <= 24:
            self.add_error("to_hour", _("Write both hours, 0 to 24, the later one last."))
        if answers.get("kind") == SpecialistKind.INTERPRETER and not answers.get("languages"):
            self.add_error("languages", _("Which languages does she interpret?"))
        return answers

    def save(self, commit=True):
        if "worker" in self.fields:
            self.instance.worker = self.cleaned_data["worker"] or self.new_worker()
        else:
            today = timezone.localdate()
            self.instance.retired_on = (self.instance.retired_on or today) if self.cleaned_data["retired"] else None
        return super().save(commit)

    def new_worker(self):
        organisation = self.programme.organisation
        number = organisation.workers.count() + 1
        while organisation.workers.filter(code=f"Z-{number}").exists():
            number += 1
        return Worker.objects.create(organisation=organisation, code=f"Z-{number}", name=self.cleaned_data["name"])


def called(worker):
    return (worker.user.name if worker.user_id else worker.name) or worker.code
