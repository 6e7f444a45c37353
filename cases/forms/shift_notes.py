from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from cases.forms.answers import OneOf
from cases.models import ShiftNote
from programmes.forms import MadeOnceForm
from programmes.models import Programme, Unit
from programmes.widgets import dress


class ShiftNoteForm(MadeOnceForm):
    """What the next shift should know."""

    of = "author"

    text = forms.CharField(
        label=_("What should the next shift know?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10, "class": "input"}),
        help_text=_("Write codes, no names. Sealed; read by those who work in this programme."),
    )

    class Meta(MadeOnceForm.Meta):
        model = ShiftNote
        fields = ["text"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.instance.author = user.worker
            self.offer_places(user)
            self.order_fields(["programme", "unit", "text"])
        dress(self)

    def offer_places(self, user):
        programmes = list(Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR))
        units = list(Unit.objects.filter(programme__in=programmes, closed_on=None).select_related("programme"))
        several = len({unit.programme_id for unit in units}) > 1
        self.fields["programme"] = OneOf(
            programmes, says=lambda programme: programme.called, required=True, label=_("Programme")
        )
        self.initial.setdefault("programme", programmes[0].pk)
        if units:
            self.fields["unit"] = OneOf(
                units,
                says=lambda unit: f"{unit.name}, {unit.programme.called}" if several else unit.name,
                label=_("Unit"),
                help_text=_("Where the note concerns one alone."),
            )

    def clean(self):
        answers = super().clean()
        unit, programme = answers.get("unit"), answers.get("programme")
        if unit and programme and unit.programme_id != programme.pk:
            self.add_error("unit", _("This unit is of another programme."))
        return answers

    def save(self, commit=True):
        if "programme" in self.fields:
            self.instance.programme = self.cleaned_data["programme"]
            self.instance.unit = self.cleaned_data.get("unit")
        return super().save(commit)
