"""What a list may be asked for: every address goes through these forms, so a wrong one is told and never fails."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.roles import Role
from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.models import Client, Contact
from cases.models.risk import at_high_risk
from cases.vocabulary import Answer, Channel, Subject
from programmes.models import Programme, Worker
from programmes.widgets import Combobox, DayInput


class ContactFilterForm(forms.Form):
    """A wrong answer is told beside its field and narrows nothing."""

    def clean(self):
        answers = super().clean()
        first, last = answers.get("first"), answers.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day is before the first."))
        return answers


class ContactFilter(django_filters.FilterSet):
    """Texts are sealed and cannot be searched: contacts are found by code, day, channel, subject, worker."""

    code = django_filters.CharFilter(label=pgettext_lazy("of a client", "Code"), method="of_client", max_length=20)
    first = django_filters.DateFilter("started_on", "gte", label=_("From"), widget=DayInput)
    last = django_filters.DateFilter("started_on", "lte", label=_("To"), widget=DayInput)
    channel = django_filters.ChoiceFilter(choices=Channel, label=_("Channel"), widget=Combobox)
    subject = django_filters.ChoiceFilter(choices=Subject, label=_("What happens"), widget=Combobox)
    only = django_filters.ChoiceFilter(
        choices=[("danger", _("danger")), ("call_back", _("we call back")), ("mine", _("mine"))],
        label=_("Only"),
        method="narrowed",
        widget=Combobox,
    )

    class Meta:
        model = Contact
        fields = []
        form = ContactFilterForm

    def __init__(self, data, *, user):
        self.user = user
        contacts = Contact.objects.visible_to(user).for_list()
        super().__init__(data, contacts.annotate(at_high_risk=at_high_risk(user)))

    @property
    def form(self):
        if not hasattr(self, "_form"):
            self._form = super().form
            self.offer_programmes_and_workers(self._form)
        return self._form

    def offer_programmes_and_workers(self, form):
        programmes = list(Programme.objects.visible_to(self.user, Role.COUNSELLOR, Role.COORDINATOR))
        workers = Worker.objects.filter(organisation__in={programme.organisation_id for programme in programmes})
        form.fields["programme"] = OneOf(
            programmes, says=lambda programme: programme.called, label=_("Programme"), widget=Combobox()
        )
        form.fields["worker"] = OneOf(
            list(workers.select_related("user", "vault")), says=called, label=_("Who talked"), widget=Combobox()
        )

    def filter_queryset(self, contacts):
        for name, narrowing in self.filters.items():
            contacts = narrowing.filter(contacts, self.form.cleaned_data.get(name))
        if programme := self.form.cleaned_data.get("programme"):
            contacts = contacts.filter(programme=programme)
        if worker := self.form.cleaned_data.get("worker"):
            contacts = contacts.of_worker(worker)
        return contacts

    def of_client(self, contacts, name, code):
        return contacts.filter(client__in=Client.objects.visible_to(self.user).with_code(code))

    def narrowed(self, contacts, name, value):
        if value == "danger":
            return contacts.filter(Q(acute_danger=Answer.YES) | Q(suicidal=Answer.YES))
        if value == "call_back":
            return contacts.to_call_back()
        return contacts.filter(Q(worker__user=self.user) | Q(entered_by=self.user))


class CodeForm(forms.Form):
    """A code, as somebody says it on the telephone."""

    q = forms.CharField(label=pgettext_lazy("of a client", "Code"), max_length=40, required=False, strip=True)
