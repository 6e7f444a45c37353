"""What the forms of a household's changes share."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms import RecordForm
from programmes.models import Term
from shelters.changes import Refused, tomorrow
from shelters.models import Bed, Household, Placement, Stay


def not_later_than_today(moment):
    if moment and timezone.localdate(moment) >= tomorrow():
        raise ValidationError(_("This is written when it happens. For a later day write an enquiry."))


def offered(programme, vocabulary):
    return Term.objects.offered_in(programme, vocabulary).current()


def beds_by_room(beds, empty=""):
    """Choices of beds under their rooms; houses are named where there are several."""
    several = len({bed.room.house_id for bed in beds}) > 1
    groups = {}
    for bed in beds:
        room = f"{bed.room.house.name}, {bed.room.name}" if several else bed.room.name
        groups.setdefault(room, []).append((bed.pk, f"{room}, {bed.name}"))
    return [("", empty), *groups.items()]


def beds_of(programme):
    beds = Bed.objects.of(programme).select_related("room__house")
    return beds.order_by("room__house__position", "room__house__name", "room__position", "room__name", "position")


class ChangeForm(RecordForm):
    """A change of a household: saved whole, or each refusal beside the answer that it is about."""

    class Meta(RecordForm.Meta):
        model = Household
        fields: list = []

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def save(self, commit=True):
        try:
            return self.change()
        except Refused as refused:
            if self.place(refused.sentences):
                raise ValidationError(_("Nothing was saved.")) from None
            raise

    def change(self):
        raise NotImplementedError

    def place(self, sentences):
        """Puts each sentence beside the field that it speaks of; False when one has no field."""
        return False

    def sentence_for(self, refusal):
        name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None)
        for model in (Placement, Stay):
            for constraint in model._meta.constraints:
                if constraint.name == name:
                    return constraint.get_violation_error_message()
        return super().sentence_for(refusal)


def at_noon(day):
    return timezone.make_aware(datetime.combine(day, time(12)))
