"""Forms of whatever the law sets a time for. Most answers come later: only the beginning is asked for."""

import uuid

from django import forms
from django.forms import formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.clocks import longest_contacts, longest_measure, set_times
from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.forms.limits import in_our_time, no_day_to_come
from cases.forms.risk import past_moment, text, workers_of
from cases.models import (
    AgreedStep,
    BarringOrder,
    Breach,
    CourtDate,
    CourtMeasure,
    DutyReport,
    Invited,
    LegalLimit,
    SupervisedContacts,
    TeamMeeting,
)
from cases.models.limits import Limits
from programmes.forms import MadeOnceForm
from programmes.moments import MomentField
from programmes.widgets import Combobox, DayInput, YesNo, dress

SHORT, ROWS_AT_MOST, EMPTY_ROWS = 500, 20, 2


def line(label, help_text=""):
    return forms.CharField(label=label, help_text=help_text, max_length=SHORT, required=False)


class ClockForm(MadeOnceForm):
    """What all of them share: the case, who keeps an eye on it, a note, and rows that hang on it."""

    of = "case"

    rows_of: tuple = ()
    past: tuple = ()  # days and moments that can't lie ahead

    note = text(_("Note"), rows=3)

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.case = self.instance.case = case
        self.limits = Limits(case.programme.organisation)
        self.fields["worker"] = OneOf(
            workers_of(case.programme), says=called, label=_("Who keeps an eye on it"), widget=Combobox()
        )
        is_new = self.instance._state.adding
        hers = getattr(getattr(user, "worker", None), "pk", None)
        self.initial["worker"] = hers if is_new else self.instance.worker_id
        self.order_fields([*self.Meta.fields[:-1], "worker", "note"])
        self.parts = [rows(self.instance, self.data if self.is_bound else None) for rows in self.rows_of]
        dress(self)

    def is_valid(self):
        return all([super().is_valid(), *(part.is_valid() for part in self.parts)])

    def clean(self):
        answers = super().clean() or self.cleaned_data
        for name, value in list(answers.items()):
            try:
                if name in self.past and value:
                    (past_moment if hasattr(value, "hour") else no_day_to_come)(value)
                elif hasattr(value, "day") and not hasattr(value, "hour"):
                    in_our_time(value)
            except forms.ValidationError as refusal:
                self.add_error(name, refusal)
        return answers

    def save(self, commit=True):
        self.instance.worker = self.cleaned_data["worker"]
        record = super().save(commit)
        for part in self.parts:
            part.save_of(record)
        return record


class DutyReportForm(ClockForm):
    past = ("learnt_at", "phoned_at", "written_at")

    learnt_at = MomentField(label=_("We learnt of it"))
    centre = line(_("Social-work centre"))
    reason = text(_("What is reported"), rows=3)
    phoned_at = MomentField(label=_("Told by phone"), required=False)
    written_at = MomentField(label=_("Sent in writing"), required=False)

    class Meta(MadeOnceForm.Meta):
        model = DutyReport
        fields = [
            *["learnt_at", "about_child", "crime_suspected", "objected"],
            *["centre", "reason", "phoned_at", "written_at", "note"],
        ]

    def clean(self):
        answers = super().clean()
        if answers.get("objected") and (answers.get("about_child") or answers.get("crime_suspected")):
            self.add_error("objected", _("She can't object: it is about a child, or a crime is suspected."))
            answers["objected"] = False  # told beside the field, not once more by the database's rule
        return answers

    def save(self, commit=True):
        set_times(self.instance, self.limits)
        return super().save(commit)


class RowForm(forms.Form):
    """A row without its words is no row."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    @property
    def is_there(self):
        return bool(getattr(self, "cleaned_data", {}).get(self.words))

    def clean(self):
        for name, value in list(self.cleaned_data.items()):
            if hasattr(value, "day"):
                try:
                    in_our_time(value)
                except forms.ValidationError as refusal:
                    self.add_error(name, refusal)
        return self.cleaned_data


class BreachRow(RowForm):
    words = "breached_on"
    breached_on = forms.DateField(label=_("Day"), required=False, widget=DayInput)
    what = line(_("What happened, whom we told"))


class InvitedRow(RowForm):
    words = "who"
    who = line(_("Who"), _("name and institution"))
    came = forms.NullBooleanField(label=_("Came"), required=False, widget=YesNo)


class AgreedRow(RowForm):
    words = "what"
    what = line(_("What"))
    owner = line(_("Whose"))
    until = forms.DateField(label=_("Until"), required=False, widget=DayInput)
    done_on = forms.DateField(label=_("Done"), required=False, widget=DayInput)


class PartRows(forms.BaseFormSet):
    """Rows of a record: kept, made, or taken away with their words."""

    def save_of(self, record):
        known = {row.pk: row for row in self.model.objects.filter(**{self.owner: record}).select_related("vault")}
        for position, form in enumerate(self.forms, 1):
            row = known.get(form.cleaned_data.get("id"))
            if form.is_there:
                row = row or self.model(pk=uuid.uuid4(), **{self.owner: record})
                for name, column in self.columns.items():
                    setattr(row, column, form.cleaned_data[name])
                if hasattr(row, "position"):
                    row.position = position
                row.save()
            elif row:
                row.delete()


def part(key, legend, form, model, owner, /, **columns):
    """How the rows of a record are bound: to what it has, and two empty ones after them."""
    base = type(f"{model.__name__}Rows", (PartRows,), {"model": model, "owner": owner, "columns": columns})

    def rows(record, data):
        saved = [] if record._state.adding else model.objects.filter(**{owner: record}).select_related("vault")
        initial = [{"id": row.pk, **{name: getattr(row, column) for name, column in columns.items()}} for row in saved]
        found = formset_factory(form, base, extra=EMPTY_ROWS, max_num=ROWS_AT_MOST, validate_max=True)
        bound = found(data, initial=initial, prefix=key)
        bound.legend = legend
        return bound

    return rows


class BarringOrderForm(ClockForm):
    past = ("ordered_at", "written_at", "court_15_on", "proposed_60_on", "court_60_on", "annulled_on")
    rows_of = (part("breach", _("Breaches"), BreachRow, Breach, "order", breached_on="breached_on", what="words"),)

    ordered_at = MomentField(label=_("Pronounced"), help_text=_("The first oral hour: all times count from it."))
    written_at = MomentField(label=_("In writing"), required=False)

    class Meta(MadeOnceForm.Meta):
        model = BarringOrder
        fields = [
            *["ordered_at", "station", "offence", "written_at", "court_15_on", "proposed_60_on"],
            *["court_60_on", "annulled_on", "note"],
        ]


class CourtMeasureForm(ClockForm):
    past = ("decided_on", "ended_on")

    court = line(_("Court and number"))

    class Meta(MadeOnceForm.Meta):
        model = CourtMeasure
        fields = ["kind", "decided_on", "until_on", "longer_until_on", "ended_on", "court", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["until_on"].required = False
        self.fields["until_on"].help_text = _("Empty: as long as the law allows.")

    def clean(self):
        answers = super().clean()
        if answers.get("decided_on") and not answers.get("until_on") and "until_on" not in self.errors:
            answers["until_on"] = longest_measure(answers["decided_on"], self.limits)
        return answers


class TeamMeetingForm(ClockForm):
    past = ("called_on",)
    rows_of = (
        part("invited", _("Invited"), InvitedRow, Invited, "meeting", who="who", came="came"),
        part(
            "agreed", _("Agreed"), AgreedRow, AgreedStep, "meeting",
            what="words", owner="owner", until="until", done_on="done_on",
        ),
    )  # fmt: skip

    called_by = line(_("Called by"))
    met_at = MomentField(label=_("Meets"), required=False)

    class Meta(MadeOnceForm.Meta):
        model = TeamMeeting
        fields = ["called_on", "called_by", "met_at", "note"]


class SupervisedContactsForm(ClockForm):
    past = ("ordered_on", "reported_on", "ended_on")

    because = text(_("Why not"), rows=2)

    class Meta(MadeOnceForm.Meta):
        model = SupervisedContacts
        fields = ["ordered_on", "until_on", "reported_on", "ended_on", "not_carried_out", "because", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["until_on"].required = False
        self.fields["until_on"].help_text = _("Empty: as long as the law allows.")

    def clean(self):
        answers = super().clean()
        if answers.get("ordered_on") and not answers.get("until_on") and "until_on" not in self.errors:
            answers["until_on"] = longest_contacts(answers["ordered_on"], self.limits)
        if answers.get("not_carried_out") and not answers.get("because") and "because" not in self.errors:
            self.add_error("because", _("Ordered and not carried out: say why."))
        return answers


class CourtDateForm(ClockForm):
    starts_at = MomentField(label=_("When"))
    court = line(_("Where"))
    matter = line(_("About what"))
    result = text(_("What came of it"), rows=2)

    class Meta(MadeOnceForm.Meta):
        model = CourtDate
        fields = ["starts_at", "court", "matter", "result", "note"]


FORMS = {
    "report": DutyReportForm,
    "order": BarringOrderForm,
    "measure": CourtMeasureForm,
    "team": TeamMeetingForm,
    "contacts": SupervisedContactsForm,
    "court": CourtDateForm,
}
KINDS = {form._meta.model: kind for kind, form in FORMS.items()}


class LimitForm(MadeOnceForm):
    """A new row of a limit: from a day on it is as long, and there it is written."""

    of = "organisation"

    class Meta(MadeOnceForm.Meta):
        model = LegalLimit
        fields = ["limit", "amount", "valid_from", "source"]

    def __init__(self, *args, organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.organisation = organisation
        self.fields["amount"].min_value = 1
        self.initial["valid_from"] = timezone.localdate()

    def clean_valid_from(self):
        return in_our_time(self.cleaned_data["valid_from"])
