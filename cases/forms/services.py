import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from cases.forms.answers import OneOf
from cases.forms.contacts import called
from cases.models import CasePerson, Client, Participation, Service
from programmes.forms import RecordForm
from programmes.models import Programme, Term, Unit, Vocabulary, Worker
from programmes.moments import MomentField
from programmes.widgets import ChipsMany, Combobox, dress
from programmes.writing import clock


class ServiceForm(RecordForm):
    """One piece of help for a client, alone or together with others."""

    started_at = MomentField(label=_("Began"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=7 * 24 * 60)
    whom = forms.MultipleChoiceField(label=_("For whom"), required=False, widget=ChipsMany)
    together_with = forms.CharField(
        label=_("Together with"), required=False, max_length=500, help_text=_("Codes of the others who received it.")
    )
    note = forms.CharField(
        label=_("Note"), max_length=100_000, required=False, widget=forms.Textarea(attrs={"rows": 5, "class": "input"})
    )

    class Meta(RecordForm.Meta):
        model = Service
        fields = ["started_at", "minutes", "received_as", "institution", "result", "note"]
        labels = {"received_as": _("Received as"), "institution": _("At which institution"), "result": _("Result")}
        help_texts = {"institution": _("Where we went along with her, or spoke for her.")}

    def __init__(self, *args, user, programme, client, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.programme, self.client = user, programme, client
        self.instance.programme = programme
        words = Term.objects.offered_lists(
            programme, Vocabulary.SERVICE_KIND, keeping=([getattr(self.instance, "kind_id", None)], ())
        )
        workers = Worker.objects.filter(organisation=programme.organisation_id).select_related("user", "vault")
        self.fields["kind"] = OneOf(words[Vocabulary.SERVICE_KIND], label=_("Kind"), required=True)
        self.fields["worker"] = OneOf(list(workers), says=called, label=_("Who gave it"), widget=Combobox())
        self.fields["unit"] = OneOf(
            list(Unit.objects.filter(programme=programme, closed_on=None)), label=_("Unit"), widget=Combobox()
        )
        self.family = self.her_and_her_people()
        self.fields["whom"].choices = [(str(one.pk), one.code) for one in self.family]
        self.fill_in()
        dress(self)

    def her_and_her_people(self):
        """She, and those of her case in this programme who have a code: her children."""
        roles = CasePerson.objects.filter(case__client=self.client, case__programme=self.programme)
        others = Client.objects.visible_to(self.user).filter(pk__in=roles.values("client")).exclude(pk=self.client.pk)
        return [self.client, *others.order_by("code")]

    def fill_in(self):
        service = self.instance
        if service._state.adding:
            self.initial.setdefault("worker", getattr(getattr(self.user, "worker", None), "pk", None))
            self.initial.setdefault("whom", [str(self.client.pk)])
            return
        family = [one.pk for one in self.family]
        received = set(service.receivers.values_list("pk", flat=True))
        others = service.receivers.exclude(pk__in=family).values_list("code", flat=True)
        self.initial["whom"] = [str(pk) for pk in family if pk in received]
        self.initial.update(kind=service.kind_id, worker=service.worker_id, unit=service.unit_id)
        self.initial["together_with"] = ", ".join(others)

    def clean_started_at(self):
        moment = self.cleaned_data["started_at"]
        if moment > timezone.now():
            raise forms.ValidationError(_("This is still to come. It is %(now)s.") % {"now": clock(timezone.now())})
        return moment

    def clean_together_with(self):
        codes = [code for code in re.split(r"[,;\s]+", self.cleaned_data["together_with"]) if code]
        self.others = []
        visible = Client.objects.visible_to(self.user)
        for code in codes:
            other = visible.with_code(code).first()
            if other is None:
                raise forms.ValidationError(_("Nobody has the code %(code)s."), params={"code": code})
            self.others.append(other)
        return self.cleaned_data["together_with"]

    def clean(self):
        answers = super().clean()
        if not answers.get("whom") and not getattr(self, "others", []):
            self.add_error("whom", _("Who received it?"))
        return answers

    def save(self, commit=True):
        for name in ["kind", "worker", "unit"]:
            setattr(self.instance, name, self.cleaned_data[name])
        service = super().save(commit)
        chosen = {one.pk for one in self.family if str(one.pk) in self.cleaned_data["whom"]}
        receivers = chosen | {other.pk for other in self.others}
        service.participations.exclude(client__in=receivers).delete()
        for pk in receivers - set(service.participations.values_list("client", flat=True)):
            Participation.objects.create(service=service, client_id=pk)
        return service


def programmes_with(user, client):
    """Her programmes in which the client has a case: where a service for the client may be entered."""
    return Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR).filter(cases__client=client).distinct()
