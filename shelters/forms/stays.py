from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.answers import OneOf
from programmes.models import Vocabulary
from programmes.moments import MomentField
from programmes.widgets import ChipsMany, DayInput
from programmes.writing import day
from shelters import changes
from shelters.forms.answers import BedField, beds_of
from shelters.forms.board import sane_day
from shelters.forms.changes import ChangeForm, not_later_than_today, offered
from shelters.models import Bed, Resident, Stay
from shelters.words import child


def person_words(stay):
    """M-4172, or Z-1203 (child, 7 years)."""
    code = stay.client.code
    return f"{code} ({child(stay.age)})" if stay.resident == Resident.CHILD else code


class HouseholdForm(ChangeForm):
    """Changes those of a household who have not left."""

    def __init__(self, data=None, *, stays, **kwargs):
        self.stays = stays
        super().__init__(data, **kwargs)

    def warnings(self):
        """What she should know although it is saved."""
        return []


class MoveForm(HouseholdForm):
    """Each into another bed, from a moment on; whoever keeps her bed stays in it."""

    at = MomentField(label=_("From when"), validators=[not_later_than_today])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["at"] = timezone.now().replace(second=0, microsecond=0)
        beds = list(beds_of(self.instance.programme))
        self.current = {stay.pk: placement.bed_id for stay in self.stays for placement in stay.open_placements}
        free = set(Bed.objects.of(self.instance.programme).free_on(timezone.localdate()).values_list("pk", flat=True))
        sent = set(self.data.values())
        offered = [bed for bed in beds if bed.pk in free | set(self.current.values()) or str(bed.pk) in sent]
        for stay in self.stays:
            self.fields[self.field_of(stay)] = BedField(beds, offered, label=person_words(stay))
            self.initial[self.field_of(stay)] = self.current.get(stay.pk)

    def field_of(self, stay):
        return f"bed_of_{stay.pk}"

    def clean(self):
        chosen = [self.cleaned_data.get(self.field_of(stay)) for stay in self.stays]
        for stay, bed in zip(self.stays, chosen, strict=True):
            if bed and chosen.count(bed) > 1:
                self.add_error(self.field_of(stay), _("Two people can't sleep in one bed."))
        if not self.errors and not self.bed_of():
            raise ValidationError(_("Everybody keeps her bed: choose another one for somebody."))
        return self.cleaned_data

    def bed_of(self):
        chosen = {stay: self.cleaned_data[self.field_of(stay)] for stay in self.stays}
        return {stay: bed for stay, bed in chosen.items() if bed.pk != self.current.get(stay.pk)}

    def change(self):
        return changes.move(self.bed_of(), self.cleaned_data["at"], viewer=self.user)

    def place(self, sentences):
        for stay, bed in self.bed_of().items():
            for pk in (stay.pk, bed.pk):
                if pk in sentences:
                    self.add_error(self.field_of(stay) if pk == bed.pk else "at", sentences[pk])
        return True


class ExtensionForm(HouseholdForm):
    """A decided prolongation. The programme's limit warns, it never blocks."""

    until = forms.DateField(label=_("Until"), validators=[sane_day], widget=DayInput)
    decided_on = forms.DateField(label=_("Decided"), validators=[sane_day], widget=DayInput)
    reason = forms.CharField(label=_("Reason"), max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        programme, today = self.instance.programme, timezone.localdate()
        now_until = max([stay.expected_until for stay in self.stays if stay.expected_until], default=today)
        self.initial["decided_on"] = today
        if programme.extension_limit_days:
            self.initial["until"] = now_until + timedelta(days=programme.extension_limit_days)
        if self.limit:
            self.fields["until"].help_text = _("By the programme's rule until %(day)s.") % {"day": day(self.limit)}

    @property
    def limit(self):
        """The last day that the programme's rule foresees; None where it has none."""
        programme = self.instance.programme
        if programme.stay_limit_days is None:
            return None
        days = programme.stay_limit_days + (programme.extension_limit_days or 0)
        return min(timezone.localdate(stay.arrived_at) for stay in self.stays) + timedelta(days=days)

    def clean_until(self):
        until = self.cleaned_data["until"]
        if any(until <= timezone.localdate(stay.arrived_at) for stay in self.stays):
            raise ValidationError(_("This is before she came."))
        return until

    def change(self):
        data = self.cleaned_data
        changes.extend(self.stays, data["until"], data["decided_on"], data["reason"])

    def warnings(self):
        """What she should know though it is saved: beyond the limit, or a bed that closes before."""
        until = self.cleaned_data["until"]
        if self.limit and until > self.limit:
            yield gettext("Saved. This is longer than the programme's rule: until %(day)s.") % {"day": day(self.limit)}
        beds = [placement.bed for stay in self.stays for placement in stay.open_placements]
        yield from changes.out_of_service(beds, timezone.localdate(), until).values()


class DischargeForm(HouseholdForm):
    """One, or all of them, go."""

    who = forms.ModelMultipleChoiceField(None, label=_("Who goes"), widget=ChipsMany)
    at = MomentField(label=_("When"), validators=[not_later_than_today])
    because = forms.CharField(label=_("Why"), required=False, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        mine = [stay.pk for stay in self.stays]
        self.fields["who"].queryset = Stay.objects.filter(pk__in=mine).select_related("client")
        self.fields["who"].label_from_instance = person_words
        destinations = offered(self.instance.programme, Vocabulary.DESTINATION)
        self.fields["destination"] = OneOf(destinations, label=_("Where to"))
        self.order_fields(["who", "at", "destination", "because"])
        self.initial |= {"who": mine, "at": timezone.now().replace(second=0, microsecond=0)}

    def change(self):
        data = self.cleaned_data
        changes.discharge(list(data["who"]), data["at"], destination=data["destination"], because=data["because"])
