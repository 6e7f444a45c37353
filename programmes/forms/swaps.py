from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms.duty import PersonField
from programmes.forms.made import MadeOnceForm
from programmes.models import DutyShift, Swap, Worker
from programmes.templatetags.duty import hours_of
from programmes.widgets import Combobox
from programmes.writing import day_short, weekday


class ShiftField(forms.ModelChoiceField):
    """Shifts by whose they are and when."""

    widget = Combobox

    def label_from_instance(self, shift):
        on = timezone.localdate(shift.starts_at)
        return f"{shift.worker.called}, {weekday(on)} {day_short(on)}, {hours_of(shift)}"


class SwapForm(MadeOnceForm):
    """She asks a colleague, or whoever will, to take her shift: for one of the colleague's, or for nothing."""

    of = "shift"

    class Meta(MadeOnceForm.Meta):
        model = Swap
        fields = ["asked", "in_return"]

    def __init__(self, *args, shift, **kwargs):
        super().__init__(*args, **kwargs)
        self.shift = self.instance.shift = shift
        self.instance.asked_by = shift.worker
        people = (
            Worker.objects.filter(organisation=shift.programme.organisation_id).for_duty().exclude(pk=shift.worker_id)
        )
        others = DutyShift.objects.of(shift.programme).to_come().exclude(worker=None).exclude(worker=shift.worker_id)
        self.fields["asked"] = PersonField(
            people.select_related("user", "vault"),
            label=_("Whom do you ask?"),
            required=False,
            help_text=_("Nobody: whoever of the programme will."),
        )
        self.fields["in_return"] = ShiftField(
            others.for_list().order_by("starts_at"),
            label=_("In return for"),
            required=False,
            help_text=_("A shift of hers that you would have instead; empty: none."),
        )

    def clean(self):
        data = super().clean() or self.cleaned_data
        asked, in_return = data.get("asked"), data.get("in_return")
        if in_return and asked and in_return.worker_id != asked.pk:
            self.add_error("in_return", _("This shift is not hers."))
        elif in_return:
            data["asked"] = in_return.worker
        return data
