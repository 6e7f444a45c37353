"""A case is opened, held, handed over, passed on to another programme, closed and opened again."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from cases.forms.about import not_to_come
from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.models import Case, Holding
from cases.vocabulary import Ending
from programmes.forms import MadeOnceForm, RecordForm
from programmes.models import Kind, Programme, Term, Vocabulary, Worker
from programmes.widgets import Combobox, dress

LONGEST_NOTE = 20_000
WITHOUT_CASES = [Kind.PREVENTION, Kind.GOVERNANCE]


def day_field(label, **more):
    return forms.DateField(label=label, validators=[not_to_come], **more)


def note_field(label):
    return forms.CharField(
        label=label, max_length=LONGEST_NOTE, required=False, widget=forms.Textarea(attrs={"rows": 4, "class": "input"})
    )


def worker_field(organisation_id, label, **more):
    workers = Worker.objects.filter(organisation=organisation_id).select_related("user", "vault")
    return OneOf(list(workers), says=called, label=label, widget=Combobox(), **more)


def endings(programme):
    """The organisation's own words for how a case ends."""
    lists = Term.objects.offered_lists(programme, Vocabulary.CASE_OUTCOME)
    return lists[Vocabulary.CASE_OUTCOME]


def let_go(case, on):
    """Ends whatever holding there is."""
    for holding in case.holdings.select_related("vault").filter(until_on=None):
        holding.until_on = max(on, holding.since_on)
        holding.save()


class CaseOpenForm(MadeOnceForm):
    """For somebody who has no open case in the programme; after a closed one it is opened again, as a new case."""

    asked_on = day_field(_("When she asked for help"), required=False)
    opened_on = day_field(_("Opened"))

    class Meta(RecordForm.Meta):
        model = Case
        fields = ["asked_on", "opened_on"]

    def __init__(self, *args, user, client, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.instance.client = user, client
        self.fields["programme"] = OneOf(
            self.programmes, says=lambda programme: programme.called, required=True, label=_("Programme")
        )
        self.fields["worker"] = worker_field(client.organisation_id, _("Who holds it"))
        first = self.programmes[0].pk if self.programmes else None
        self.initial.setdefault("programme", first)
        self.initial.setdefault("opened_on", timezone.localdate())
        self.initial.setdefault("worker", getattr(getattr(user, "worker", None), "pk", None))
        self.order_fields(["programme", "asked_on", "opened_on", "worker"])
        dress(self)

    @property
    def programmes(self):
        """Hers in which the client has no open case."""
        if not hasattr(self, "_programmes"):
            hers = Programme.objects.visible_to(self.user, Role.COUNSELLOR, Role.COORDINATOR)
            hers = hers.exclude(kind__in=WITHOUT_CASES)
            running = Case.objects.filter(client=self.instance.client).open()
            self._programmes = list(hers.exclude(pk__in=running.values("programme")))
        return self._programmes

    def clean(self):
        answers = super().clean()
        self.instance.programme = answers.get("programme")
        return answers

    def save(self, commit=True):
        case = super().save(commit)
        if worker := self.cleaned_data["worker"]:
            Holding.objects.create(case=case, worker=worker, since_on=case.opened_on)
        return case

    def is_same(self, record):
        return record.client_id == self.instance.client_id and record.programme_id == self.instance.programme_id


class CaseForm(RecordForm):
    """Its days, as they should have been entered. A case closed by mistake is open again without its last day."""

    asked_on = day_field(_("When she asked for help"), required=False)
    opened_on = day_field(_("Opened"))
    closed_on = day_field(_("Closed"), required=False)

    class Meta(RecordForm.Meta):
        model = Case
        fields = ["asked_on", "opened_on", "closed_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.closed_on:
            del self.fields["closed_on"]
        else:
            self.fields["outcome"] = OneOf(endings(self.instance.programme), label=_("How it ended"))
            self.initial["outcome"] = self.instance.outcome_id
            self.was_closed_on = self.instance.closed_on
        dress(self)

    was_closed_on = None

    def save(self, commit=True):
        case = self.instance
        if self.was_closed_on:
            case.outcome = self.cleaned_data["outcome"] if case.closed_on else None
            last = case.holdings.filter(until_on=self.was_closed_on).select_related("vault").first()
            if last:
                last.until_on = case.closed_on
                last.save()
        return super().save(commit)


class OfCaseForm(RecordForm):
    """One step of a case's life; whoever saves second is told so."""

    class Meta(RecordForm.Meta):
        model = Case
        fields: list = []

    def save(self, commit=True):
        with transaction.atomic():
            self.change(self.instance, self.cleaned_data)
            return super().save(commit)

    def change(self, case, answers):
        """What the step does to the case; each form has its own."""
        raise NotImplementedError


class HandOverForm(OfCaseForm):
    """To a colleague, with what she needs to know."""

    on = day_field(_("From"))
    note = note_field(_("What she needs to know"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["worker"] = worker_field(self.instance.programme.organisation_id, _("To whom"), required=True)
        self.initial.setdefault("on", timezone.localdate())
        self.order_fields(["worker", "on", "note"])
        dress(self)

    def clean_on(self):
        on = self.cleaned_data["on"]
        holding = self.instance.holding
        if on < (holding.since_on if holding else self.instance.opened_on):
            raise forms.ValidationError(_("The case was taken over later than that."))
        return on

    def change(self, case, answers):
        let_go(case, answers["on"])
        Holding.objects.create(case=case, worker=answers["worker"], since_on=answers["on"], note=answers["note"])


class CloseForm(OfCaseForm):
    closed_on = day_field(_("Closed"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = endings(self.instance.programme)
        self.fields["outcome"] = OneOf(words, label=_("How it ended"), required=bool(words))
        self.initial.setdefault("closed_on", timezone.localdate())
        self.order_fields(["outcome", "closed_on"])
        dress(self)

    def clean_closed_on(self):
        if self.cleaned_data["closed_on"] < self.instance.opened_on:
            raise forms.ValidationError(_("It can't be closed before it was opened."))
        return self.cleaned_data["closed_on"]

    def change(self, case, answers):
        case.closed_on, case.outcome = answers["closed_on"], answers["outcome"]
        let_go(case, case.closed_on)


class TransferForm(CloseForm):
    """The case ends here and goes on in another programme, where it is new."""

    note = note_field(_("What they need to know"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        case = self.instance
        others = Programme.objects.filter(organisation=case.programme.organisation_id, closed_on=None)
        self.fields["programme"] = OneOf(
            list(others.exclude(pk=case.programme_id).exclude(kind__in=WITHOUT_CASES)),
            says=lambda programme: programme.called,
            label=_("To which programme"),
            required=True,
        )
        self.fields["worker"] = worker_field(case.programme.organisation_id, _("Who takes it over"), required=True)
        self.fields["closed_on"].label = _("On")
        going_on = [term.pk for term in endings(case.programme) if term.counts_as == Ending.TRANSFERRED]
        self.initial.setdefault("outcome", next(iter(going_on), None))
        self.order_fields(["programme", "worker", "note", "closed_on", "outcome"])
        dress(self)

    def clean_programme(self):
        programme = self.cleaned_data["programme"]
        if Case.objects.filter(client=self.instance.client_id, programme=programme).open().exists():
            raise forms.ValidationError(_("She has an open case in this programme already."))
        return programme

    def change(self, case, answers):
        super().change(case, answers)
        there = Case.objects.create(
            client=case.client,
            programme=answers["programme"],
            asked_on=case.asked_on,
            opened_on=case.closed_on,
            came_from=case.programme,
        )
        Holding.objects.create(case=there, worker=answers["worker"], since_on=there.opened_on, note=answers["note"])
