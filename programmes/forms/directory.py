from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from programmes.forms.answers import OneOf
from programmes.forms.records import RecordForm
from programmes.models import DirectoryEntry, InstitutionKind, Term, Vocabulary
from programmes.models.directory import Languages, matching
from programmes.widgets import ChipsMany, ChipsOne, Combobox, dress

REACHED_BY = ("phone", "email", "web")
CURRENT, UNCHECKED, RETIRED = "current", "unchecked", "retired"


def words_for(programme, *vocabularies, keeping=((), ())):
    return Term.objects.offered_lists(programme, *vocabularies, keeping=keeping)


class DirectorySearchForm(forms.Form):
    """What of the directory is wanted; a wrong answer narrows nothing."""

    q = forms.CharField(label=_("Search"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", ""), *InstitutionKind.choices], required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    municipality = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)  # of the caller
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[(CURRENT, _("in use")), (UNCHECKED, _("to be checked")), (RETIRED, _("retired"))],
        required=False,
        widget=ChipsOne,
        initial=CURRENT,
    )

    def __init__(self, data, *, entries, programme):
        super().__init__(data or None)
        self.entries = entries
        self.words = words_for(programme, Vocabulary.MUNICIPALITY, Vocabulary.LANGUAGE)
        regions = [(str(term.pk), term.label) for term in self.words[Vocabulary.MUNICIPALITY]]
        self.fields["region"].choices = [("", ""), *regions]
        self.languages = Languages(self.words[Vocabulary.LANGUAGE])
        dress(self)
        for name, placeholder in {"kind": _("every kind"), "region": _("every region")}.items():
            self.fields[name].widget = Combobox(choices=self.fields[name].choices, placeholder=placeholder)

    def wanted(self, name):
        """What a right answer says; a wrong one says nothing."""
        return self.cleaned_data.get(name) if self.is_bound and (self.is_valid() or self.errors) else None

    @property
    def shown(self):
        return self.wanted("show") or CURRENT

    def found(self):
        """The entries that fit, those of the caller's own region before the rest."""
        entries = self.narrowed().for_list()
        near = self.wanted("region") or self.wanted("municipality")
        found = matching(entries, self.wanted("q") or "", self.languages)
        if near:
            found.sort(key=lambda entry: str(entry.region_id) != str(near))
        for entry in found:
            entry.spoken = self.languages.of(entry)
        return found

    def narrowed(self):
        entries = self.entries.exclude(retired_on=None) if self.shown == RETIRED else self.entries.current()
        if self.shown == UNCHECKED:
            entries = entries.unchecked()
        if self.wanted("kind"):
            entries = entries.filter(kind=self.wanted("kind"))
        if self.wanted("region"):
            entries = entries.filter(region=self.wanted("region")) | entries.filter(region=None)
        return entries


class DirectoryEntryForm(RecordForm):
    """A place to refer to. What the office has just looked up counts as checked."""

    web = forms.URLField(label=_("Web page"), max_length=200, required=False, assume_scheme="https")
    languages = forms.MultipleChoiceField(label=_("Languages"), required=False, widget=ChipsMany)
    note = forms.CharField(
        label=_("Note"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3, "class": "input"})
    )
    checked = forms.BooleanField(
        label=_("I have checked today that this is true"), required=False, help_text=_("Your name and today stay here.")
    )
    retired = forms.BooleanField(
        label=_("no longer in use"), required=False, help_text=_("No longer offered; old records keep it.")
    )

    class Meta(RecordForm.Meta):
        model = DirectoryEntry
        fields = [
            *["name", "kind", "address", "phone", "email", "web"],
            *["hours", "always_open", "languages", "note"],
        ]
        labels = {"hours": _("Opening hours in words")}
        help_texts = {
            "address": _("A shelter's address never stands here: it is a protected location."),
            "phone": _("Several with a comma between them."),
            "hours": _("Mon–Fri 8:00–15:00, Wed until 17:00"),
        }
        widgets = {"kind": ChipsOne}

    def __init__(self, *args, programme, worker, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme, self.worker = programme, worker
        kept = [pk for pk in (self.instance.region_id, self.instance.term_id) if pk], self.instance.languages
        lists = [Vocabulary.MUNICIPALITY, Vocabulary.REFERRED_TO, Vocabulary.LANGUAGE]
        words = words_for(programme, *lists, keeping=kept)
        self.fields["term"] = OneOf(words[Vocabulary.REFERRED_TO], label=_("Counts in reports as"))
        self.fields["region"] = OneOf(
            words[Vocabulary.MUNICIPALITY],
            label=_("Region"),
            widget=Combobox(placeholder=_("the whole country")),
        )
        self.initial.update(term=self.instance.term_id, region=self.instance.region_id)
        self.fields["languages"].choices = [(term.key, term.label) for term in words[Vocabulary.LANGUAGE]]
        self.fields["retired"].initial = self.instance.retired_on is not None
        if self.instance._state.adding:
            del self.fields["retired"]
            self.fields["checked"].initial = True
        dress(self)
        self.order_fields(["name", "kind", "term", "region"])

    def clean(self):
        answers = super().clean()
        if answers.get("kind") == InstitutionKind.SHELTER and answers.get("address"):
            self.add_error("address", _("A shelter's address never stands here: it is a protected location."))
        if not any(answers.get(name) or name in self.errors for name in REACHED_BY):
            self.add_error("phone", _("Write a number, an e-mail or a web page: how are they reached?"))
        if self.instance._state.adding and "name" in answers:
            self.name_for_ever(answers["name"])
        return answers

    def name_for_ever(self, name):
        self.instance.organisation = self.programme.organisation
        self.instance.key = slugify(name)[:50]
        if not self.instance.key:
            self.add_error("name", _("Write at least one letter or digit."))
        elif DirectoryEntry.objects.filter(organisation=self.instance.organisation, key=self.instance.key).exists():
            self.add_error("name", _("This name stands in the directory already."))

    def save(self, commit=True):
        entry, today = self.instance, timezone.localdate()
        entry.term, entry.region = self.cleaned_data["term"], self.cleaned_data["region"]
        if self.cleaned_data["checked"]:
            entry.checked_on, entry.checked_by = today, self.worker
        if "retired" in self.fields:
            entry.retired_on = (entry.retired_on or today) if self.cleaned_data["retired"] else None
        return super().save(commit)
