"""What the forms of a household's changes share."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.forms import RecordForm
from programmes.models import Term
from shelters.changes import Refused, tomorrow
from shelters.models import Household, Placement, Stay


def not_later_than_today(moment):
    if moment and timezone.localdate(moment) >= tomorrow():
        raise ValidationError(_("This is written when it happens. For a later day write an enquiry."))


def offered(programme, vocabulary):
    return list(Term.objects.offered_in(programme, vocabulary).current())


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
        """Makes the change, whole; raises `Refused` with its sentences. Each form has its own."""
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
