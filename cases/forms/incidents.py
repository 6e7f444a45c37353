"""What happened: kinds, time as exactly as she knows it, whom it hit and who was present."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms.about import About, AboutField, not_to_come
from cases.forms.answers import OneOf
from cases.models import Incident, Victim
from cases.vocabulary import CaseRole, Course, Exposure, Injury, Institution, Mark, Precision, Violence, Weapon
from programmes.forms import MadeOnceForm, RecordForm
from programmes.widgets import ChipsMany, ChipsOne, dress

COARSEST_FIRST = [Precision.YEAR, Precision.MONTH, Precision.DAY]
HERSELF = "client"


def many(label, choices):
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=ChipsMany)


class IncidentForm(MadeOnceForm):
    of = "case"
    kinds = many(_("Kinds of violence"), Violence.choices)
    marks = many(_("It was also"), Mark.choices)
    happened = AboutField(label=_("When"))
    ended = AboutField(label=_("Until"), help_text=_("Only for what lasted for a time."))
    told_on = forms.DateField(label=_("We were told on"), validators=[not_to_come])
    direct = many(_("Whom it hit"), [])
    witness = many(_("Who saw or heard it"), [])
    weapons = many(_("Weapons"), Weapon.choices)
    reported_to = many(_("Reported to"), Institution.choices)
    description = forms.CharField(
        label=_("What happened"),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "input"}),
    )

    class Meta(RecordForm.Meta):
        model = Incident
        fields = ["kinds", "marks", "course", "told_on", "scene", "weapons", "injury", "reported_to", "description"]
        labels = {"scene": _("Where"), "injury": _("Injuries"), "course": _("How often")}

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.instance.case = case, case
        self.people = list(case.people.select_related("client", "client__vault", "vault"))
        self.fields["injury"].widget = ChipsOne()
        self.fields["injury"].choices = Injury.choices
        perpetrators = [person for person in self.people if person.role != CaseRole.CHILD]
        self.fields["perpetrator"] = OneOf(perpetrators, says=said, label=_("Who did it"))
        self.fields["direct"].choices = self.fields["witness"].choices = list(self.victims())
        self.fill_in()
        dress(self)

    def victims(self):
        """She herself first, also before she has a row among the people of the case."""
        yield HERSELF, self.case.client.code
        for person in self.people:
            if person.role != CaseRole.PERPETRATOR and not self.is_herself(person):
                yield str(person.pk), said(person)

    def is_herself(self, person):
        return person.client_id == self.case.client_id

    def fill_in(self):
        incident = self.instance
        self.initial.setdefault("told_on", timezone.localdate())
        if incident._state.adding:
            self.initial.setdefault("direct", [HERSELF])
            suspects = [person for person in self.people if person.role == CaseRole.PERPETRATOR]
            self.initial.setdefault("perpetrator", suspects[0].pk if len(suspects) == 1 else None)
            return
        self.initial["perpetrator"] = incident.perpetrator_id
        for name, on in (("happened", incident.from_on), ("ended", incident.to_on)):
            self.initial[name] = About(on, Precision(incident.precision)) if on else None
        herself = {person.pk for person in self.people if self.is_herself(person)}
        for exposure in Exposure:
            hit = incident.victims.filter(exposure=exposure).values_list("person", flat=True)
            self.initial[exposure] = [HERSELF if pk in herself else str(pk) for pk in hit]

    def clean(self):
        answers = super().clean()
        happened, ended = answers.get("happened"), answers.get("ended")
        if answers.get("course") != Course.PERIOD and ended:
            self.add_error("ended", _("Only what lasted for a time has an end."))
        elif ended and not happened:
            self.add_error("happened", _("Since when did it last?"))
        elif ended and happened and ended.on < happened.on:
            self.add_error("ended", _("The end must not be before the start."))
        if twice := set(answers.get("direct", [])) & set(answers.get("witness", [])):
            names = dict(self.fields["direct"].choices)
            self.add_error("witness", _("%(name)s was hit directly already.") % {"name": names[min(twice)]})
        return answers

    def save(self, commit=True):
        incident, answers = self.instance, self.cleaned_data
        known = [about for about in (answers["happened"], answers["ended"]) if about]
        incident.from_on = answers["happened"] and answers["happened"].on
        incident.to_on = answers["ended"] and answers["ended"].on
        incident.precision = min((about.precision for about in known), key=COARSEST_FIRST.index, default=Precision.DAY)
        incident.perpetrator = answers["perpetrator"]
        incident = super().save(commit)
        self.save_victims(incident)
        return incident

    def save_victims(self, incident):
        wanted = {self.person(key): exposure for exposure in Exposure for key in self.cleaned_data[exposure]}
        for victim in incident.victims.select_related("person"):
            exposure = wanted.pop(victim.person, None)
            if exposure is None:
                victim.delete()
            elif exposure != victim.exposure:
                victim.exposure = exposure
                victim.save()
        for person, exposure in wanted.items():
            Victim.objects.create(incident=incident, person=person, exposure=exposure)

    def person(self, key):
        if key == HERSELF:
            return self.case.person_of_client()
        return next(person for person in self.people if str(person.pk) == key)


def said(person):
    """As a chip: what she or he is to her, with the code or the name where we know one."""
    role = person.get_relation_display() or person.get_role_display()
    named = person.client.code if person.client else person.name
    return f"{role}, {named}" if named else str(role)
