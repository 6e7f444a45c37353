"""What may be given away, and what was."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.models import Disclosure, Release
from cases.models.releases import LASTS
from cases.vocabulary import NEVER_FOR_PERPETRATOR, Basis, GivenBy, Recipient, Shared
from programmes.forms import MadeOnceForm
from programmes.models import Worker
from programmes.moments import MomentField
from programmes.widgets import ChipsMany, ChipsOne, Combobox, dress
from programmes.writing import day

LONGEST_NAME, LONGEST_NOTE = 300, 20_000


def parts_field():
    return forms.MultipleChoiceField(label=_("What"), choices=Shared, widget=ChipsMany)


def recipient_field():
    return forms.ChoiceField(label=_("To whom"), choices=[("", ""), *Recipient.choices], widget=Combobox())


class OfCaseForm(MadeOnceForm):
    """A record about a case that names a recipient and parts."""

    of = "case"

    recipient = forms.CharField(label=_("Name of the recipient"), max_length=LONGEST_NAME)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.case = self.instance.case = case
        self.fields["recipient_kind"], self.fields["parts"] = recipient_field(), parts_field()
        dress(self)

    def clean_parts(self):
        """The law keeps from him what would lead him to her; the database does too."""
        parts = self.cleaned_data["parts"]
        if self.data.get("recipient_kind") == Recipient.PERPETRATOR and set(parts) & set(NEVER_FOR_PERPETRATOR):
            raise forms.ValidationError(_("Risk, plans and place never go to the perpetrator."))
        return parts


class ReleaseForm(OfCaseForm):
    given_by = forms.ChoiceField(label=_("Given by"), choices=GivenBy, initial=GivenBy.HERSELF, widget=ChipsOne)
    purpose = forms.CharField(
        label=_("For what"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3, "class": "input"})
    )
    field_order = ["recipient_kind", "recipient", "parts", "purpose", "given_by", "given_on", "until"]

    class Meta(MadeOnceForm.Meta):
        model = Release
        fields = ["recipient_kind", "recipient", "parts", "purpose", "given_by", "given_on", "until"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", timezone.localdate() + LASTS)
        self.fields["until"].help_text = _("A release ends; 30 days is usual.")
        self.order_fields(self.field_order)

    def clean_given_on(self):
        given_on = self.cleaned_data["given_on"]
        if given_on > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return given_on

    def clean(self):
        given_on, until = self.cleaned_data.get("given_on"), self.cleaned_data.get("until")
        if given_on and until and until <= given_on:
            self.add_error("until", _("The end must be later than the start."))
        return self.cleaned_data


class DisclosureForm(OfCaseForm):
    """No disclosure without recipient, moment and basis; one on her release keeps to what the release says."""

    given_at = MomentField(label=_("When"))
    basis = forms.ChoiceField(label=_("On what basis"), choices=Basis, widget=ChipsOne)
    note = forms.CharField(
        label=_("What exactly"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "input"}),
    )
    field_order = ["recipient_kind", "recipient", "parts", "basis", "release", "given_at", "worker", "note"]

    class Meta(MadeOnceForm.Meta):
        model = Disclosure
        fields = ["recipient_kind", "recipient", "parts", "basis", "given_at", "note"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        releases = self.case.releases.select_related("vault", "case__client__vault")
        self.fields["release"] = OneOf(list(releases), says=said, label=_("Release"))
        workers = Worker.objects.filter(organisation=self.case.programme.organisation_id)
        self.fields["worker"] = OneOf(
            list(workers.select_related("user", "vault")), says=called, label=_("Who gave it"), widget=Combobox()
        )
        self.initial.setdefault("given_at", timezone.now().replace(second=0, microsecond=0))
        self.initial.update(release=self.instance.release_id, worker=self.instance.worker_id or worker_of(user))
        self.order_fields(self.field_order)
        dress(self)

    def clean_given_at(self):
        given_at = self.cleaned_data["given_at"]
        if given_at > timezone.now() + timedelta(minutes=1):
            raise forms.ValidationError(_("This is still to come."))
        return given_at

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        release = cleaned.get("release")
        if cleaned.get("basis") != Basis.RELEASE:
            cleaned["release"] = None
        elif release is None:
            self.add_error("release", _("Choose her release. Without one, another basis is needed."))
        else:
            self.keep_to(release)
        return cleaned

    def keep_to(self, release):
        given_at, parts = self.cleaned_data.get("given_at"), self.cleaned_data.get("parts")
        if given_at and not release.holds_on(timezone.localdate(given_at)):
            self.add_error("release", _("This release did not hold on that day."))
        if self.cleaned_data.get("recipient_kind") not in (None, release.recipient_kind):
            self.add_error("recipient_kind", _("Her release names somebody else."))
        if parts and not set(parts) <= set(release.parts):
            self.add_error("parts", _("Her release allows only: %(parts)s.") % {"parts": release.parts_in_words})

    def save(self, commit=True):
        self.instance.release, self.instance.worker = self.cleaned_data["release"], self.cleaned_data["worker"]
        return super().save(commit)


def said(release):
    until = _("until %(day)s") % {"day": day(release.until)}
    return f"{release.get_recipient_kind_display()}: {release.recipient}, {until}"


def worker_of(user):
    return getattr(getattr(user, "worker", None), "pk", None)
