from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.forms.answers import OneOf
from cases.models import Client
from cases.vocabulary import Sex
from programmes.models import Vocabulary
from programmes.moments import MomentField
from programmes.widgets import ChipsOne, DayInput
from shelters import changes
from shelters.forms.answers import BedField, beds_of
from shelters.forms.board import sane_day
from shelters.forms.changes import ChangeForm, at_noon, not_later_than_today, offered
from shelters.models import Bed, Household, Resident

MORE_PEOPLE = 6  # empty places of the form, opened one after the other


class PersonForm(forms.Form):
    """One person who comes. Somebody new gets a code of her own."""

    resident = forms.ChoiceField(label=_("Who"), choices=Resident, widget=ChipsOne, initial=Resident.CHILD)
    code = forms.CharField(label=pgettext_lazy("client", "Code"), required=False, max_length=20)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, required=False, widget=ChipsOne)
    born = forms.IntegerField(
        label=_("Age or year of birth"), required=False, min_value=0, widget=forms.TextInput({"inputmode": "numeric"})
    )
    bed = BedField(label=_("Bed"))

    def __init__(self, *args, programme, clients, beds, free, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme, self.clients = programme, clients
        self.fields["code"].widget.attrs = {"placeholder": _("new"), "autocomplete": "off"}
        self.fields["born"].widget.attrs["autocomplete"] = "off"
        self.fields["bed"].offer(beds, free)

    @property
    def is_asked_for(self):
        """She is expected; the other places open when there is somebody more."""
        return bool(self.initial)

    def clean_code(self):
        code = self.cleaned_data["code"].strip()
        self.client = None
        if code:
            self.client = self.clients.get(code.upper())
            if self.client is None:
                raise ValidationError(_("Nobody has this code. Leave it empty for somebody new."))
        return code

    def clean_born(self):
        born = self.cleaned_data["born"]
        if born is None:
            return None
        this_year = timezone.localdate().year
        year = this_year - born if born <= 120 else born
        if not 1900 <= year <= this_year:
            raise ValidationError(_("Write an age or a year of birth."))
        return year

    def arrival(self):
        return changes.Arrival(
            self.client or self.new_client(), self.cleaned_data["resident"], self.cleaned_data["bed"]
        )

    def new_client(self):
        organisation = self.programme.organisation
        return Client.objects.create(
            organisation=organisation,
            code=Client.objects.new_code(organisation),
            sex=self.cleaned_data["sex"] or Sex.NOT_KNOWN,
            born_in=self.cleaned_data["born"],
        )


class PeopleFormSet(forms.BaseFormSet):
    """Those who come together: no bed and nobody twice."""

    def clean(self):
        self.refuse_twice("bed", _("Two people can't sleep in one bed."))
        self.refuse_twice("code", _("This code stands here twice."))

    def refuse_twice(self, name, sentence):
        seen = set()
        for form in self.coming():
            value = form.cleaned_data.get(name)
            if value and value in seen:
                form.add_error(name, sentence)
            seen.add(value)

    def coming(self):
        return [form for form in self.forms if form.has_changed() and hasattr(form, "cleaned_data")]


class AdmissionForm(ChangeForm):
    """A household comes in. Its id is made by the page, so that a repeated submit finds it."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    arrived_at = MomentField(label=_("Arrived"), validators=[not_later_than_today])
    expected_until = forms.DateField(label=_("Expected until"), required=False, validators=[sane_day], widget=DayInput)

    def __init__(self, data=None, *, asked, **kwargs):
        self.asked, self.programme = asked, asked.chosen_programme()
        super().__init__(data, **kwargs)
        self.fields["referrer"] = OneOf(offered(self.programme, Vocabulary.REFERRER), label=_("Referred by"))
        self.fields["reason"] = OneOf(offered(self.programme, Vocabulary.REASON), label=_("Reason"))
        self.set_initial()
        self.people = self.people_formset(data)

    def set_initial(self):
        arrived_at = at_noon(self.asked.on) if self.is_for_another_day() else timezone.now()
        self.initial |= {"id": self.instance.pk, "arrived_at": arrived_at.replace(second=0, microsecond=0)}
        if self.asked.enquiry:
            self.initial["referrer"] = self.asked.enquiry.referrer_id
        if limit := self.programme.stay_limit_days:
            self.initial["expected_until"] = timezone.localdate(arrived_at) + timedelta(days=limit)
            self.fields["expected_until"].help_text = _("This programme's limit is %(n)s days.") % {"n": limit}

    def is_for_another_day(self):
        return self.asked.on is not None and self.asked.on < timezone.localdate()

    def people_formset(self, data):
        beds = list(beds_of(self.programme))
        day = timezone.localdate(self.initial["arrived_at"])
        free = set(Bed.objects.of(self.programme).free_on(day).values_list("pk", flat=True))
        free |= {bed.pk for bed in self.asked.beds}
        sent = set((data or {}).values())  # what was sent stays on the list, also when somebody has taken it meanwhile
        kwargs = {
            "programme": self.programme,
            "clients": self.known_clients(data or {}),
            "beds": beds,
            "free": [bed for bed in beds if bed.pk in free or str(bed.pk) in sent],
        }
        formset = forms.formset_factory(PersonForm, PeopleFormSet, extra=MORE_PEOPLE, max_num=30)
        return formset(data, initial=self.expected_people(), prefix="people", form_kwargs=kwargs)

    def known_clients(self, data):
        """Those whose codes were written, by code."""
        codes = {value.strip().upper() for name, value in data.items() if name.endswith("-code") and value.strip()}
        clients = Client.objects.filter(organisation=self.programme.organisation_id)
        clients = clients.annotate(upper_code=Upper("code")).filter(upper_code__in=codes)
        return {client.upper_code: client for client in clients}

    def expected_people(self):
        """A row for each person asked for, or for each bed that was marked."""
        enquiry, beds = self.asked.enquiry, [bed.pk for bed in self.asked.beds]
        women = enquiry.women if enquiry else 1
        rows = max(enquiry.people if enquiry else 1, len(beds))
        beds += [None] * (rows - len(beds))
        return [
            {"resident": [Resident.CHILD, Resident.WOMAN][n < women], "sex": ["", Sex.WOMAN][n < women], "bed": bed}
            for n, bed in enumerate(beds)
        ]

    def is_valid(self):
        return all([super().is_valid(), self.people.is_valid()])

    def change(self):
        household = self.instance
        household.pk = self.cleaned_data["id"]
        household.programme, household.enquiry = self.programme, self.asked.enquiry
        household.save(force_insert=True)
        self.arrivals = [(form, form.arrival()) for form in self.people.coming()]
        self.stays = changes.admit(
            household,
            [arrival for _form, arrival in self.arrivals],
            viewer=self.user,
            arrived_at=self.cleaned_data["arrived_at"],
            expected_until=self.cleaned_data["expected_until"],
            referrer=self.cleaned_data["referrer"],
            reason=self.cleaned_data["reason"],
        )
        return household

    def already_saved(self):
        """The household that the same page has saved before, when somebody sends it again."""
        return Household.objects.coordinated_by(self.user).filter(pk=self.cleaned_data["id"]).first()

    def sentence_for(self, refusal):
        name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", "")
        if name == "shelters_household_pkey":
            return _("This was saved already.")
        if name == "shelters_household_enquiry_id_key":
            return _("Somebody else has admitted them meanwhile: this enquiry is answered.")
        return super().sentence_for(refusal)

    def place(self, sentences):
        for form, arrival in self.arrivals:
            for name, record in (("bed", arrival.bed), ("code", arrival.client)):
                if record.pk in sentences:
                    form.add_error(name, sentences[record.pk])
        return True
