"""Who belongs to a case: people in their roles, and institutions."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.clients import OLDEST
from cases.models import CasePerson, Client, Involved
from cases.vocabulary import CaseRole, Sex
from programmes.forms import MadeOnceForm, RecordForm
from programmes.widgets import ChipsOne, YesNo, dress


class PersonForm(MadeOnceForm):
    """Somebody of the case. Who has a code keeps name and years there; a perpetrator never has one."""

    of = "case"

    code = forms.CharField(
        label=_("Code"), max_length=20, required=False, help_text=_("If she, he or the child is known by one.")
    )
    make_code = forms.BooleanField(
        label=_("give the child a code of its own"),
        required=False,
        help_text=_("Children are users in their own right, with their own services and time line."),
    )
    name = forms.CharField(label=_("Name"), max_length=300, required=False)
    details = forms.CharField(
        label=_("Details"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "input"}),
    )

    class Meta(RecordForm.Meta):
        model = CasePerson
        fields = ["role", "relation", "has_ended", "lives_with_her", "sex", "born_in", "name", "details"]
        widgets = {"has_ended": YesNo, "lives_with_her": YesNo}
        labels = {
            "relation": _("Relation to her"),
            "has_ended": _("Has it ended?"),
            "lives_with_her": _("Lives with her?"),
        }

    def __init__(self, *args, user, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.case, self.instance.case = user, case, case
        self.fields["role"].widget = ChipsOne()
        self.fields["role"].choices = [choice for choice in CaseRole.choices if choice[0] != CaseRole.CLIENT]
        self.initial.setdefault("code", self.instance.client.code if self.instance.client else "")
        if self.instance.client:
            del self.fields["make_code"]
        self.order_fields(["role", "relation", "has_ended", "lives_with_her", "code", "make_code"])
        dress(self)

    def clean_born_in(self):
        year, this_year = self.cleaned_data["born_in"], timezone.localdate().year
        if year is not None and not this_year - OLDEST <= year <= this_year:
            raise forms.ValidationError(
                _("Write a year between %(first)s and %(last)s."),
                params={"first": this_year - OLDEST, "last": this_year},
            )
        return year

    def clean_code(self):
        code = self.cleaned_data["code"].strip()
        if not code:
            return None
        client = Client.objects.visible_to(self.user).with_code(code).select_related("vault").first()
        if client is None:
            raise forms.ValidationError(_("Nobody has the code %(code)s."), params={"code": code})
        if client.pk == self.case.client_id:
            raise forms.ValidationError(_("That is she herself."))
        others = self.case.people.filter(client=client).exclude(pk=self.instance.pk)
        if others.exists():
            raise forms.ValidationError(_("Somebody with this code is in the case already."))
        return client

    def clean(self):
        answers = super().clean()
        if answers.get("role") == CaseRole.PERPETRATOR and answers.get("code"):
            self.add_error("code", _("A perpetrator is never linked with a code."))
        if answers.get("make_code") and answers.get("role") != CaseRole.CHILD:
            self.add_error("make_code", _("Only a child is given a code here."))
        return answers

    def save(self, commit=True):
        person, answers = self.instance, self.cleaned_data
        person.client = answers["code"]
        if answers.get("make_code") and not person.client:
            person.client = self.new_client(answers)
        if person.client:
            person.name, person.born_in, person.sex = "", None, person.client.sex
        return super().save(commit)

    def new_client(self, answers):
        organisation = self.case.programme.organisation
        child = Client.objects.create(
            organisation=organisation,
            code=Client.objects.new_code(organisation),
            sex=answers["sex"] or Sex.NOT_KNOWN,
            born_in=answers["born_in"],
            municipality=self.case.client.municipality,
            name=answers["name"],
        )
        child.open_case_in(self.case.programme)
        return child


class InvolvedForm(MadeOnceForm):
    """An institution that works on the case too."""

    of = "case"

    name = forms.CharField(label=_("Name"), max_length=300, required=False)
    contact = forms.CharField(label=_("Whom we speak to, and how"), max_length=500, required=False)
    note = forms.CharField(
        label=_("Note"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 4, "class": "input"})
    )

    class Meta(RecordForm.Meta):
        model = Involved
        fields = ["kind", "name", "contact", "note"]

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.instance.case = case, case
