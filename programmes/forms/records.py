"""Forms of records: a refused constraint becomes a sentence beside the field, and two tabs never overwrite silently."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext_lazy as _
from django_scopes.forms import SafeModelChoiceField, SafeModelMultipleChoiceField

from programmes.widgets import dress

DEADLOCK_OR_SERIALISATION = {"40P01", "40001", "55P03"}  # the last: waited too long for a lock


def safe_formfield(field, **kwargs):
    """Relations start with nothing to choose from: the form says what its user may choose."""
    if field.is_relation and not field.many_to_many:
        kwargs.setdefault("form_class", SafeModelChoiceField)
    elif field.many_to_many:
        kwargs.setdefault("form_class", SafeModelMultipleChoiceField)
    return field.formfield(**kwargs)


class RecordForm(forms.ModelForm):
    """`save_or_explain()` saves and returns True, or leaves the database's refusal among the errors."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        formfield_callback = safe_formfield

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", getattr(self.instance, "version", None))
        dress(self)

    def save_or_explain(self):
        is_new, version = self.instance._state.adding, getattr(self.instance, "version", None)
        for attempt in (1, 2):
            self.instance._state.adding = is_new  # a failed attempt has left its marks
            if version is not None:
                self.instance.version = version
            try:
                with transaction.atomic():
                    self.claim_version()
                    self.save()
                return True
            except ValidationError as refusal:
                self.add_error(None, refusal)
                return False
            except IntegrityError as refusal:
                self.add_error(None, self.sentence_for(refusal))
                return False
            except OperationalError as failure:
                if getattr(failure.__cause__, "sqlstate", "") not in DEADLOCK_OR_SERIALISATION:
                    raise
                if attempt == 2:
                    self.add_error(None, _("Somebody else was saving the same thing. Please try again."))
        return False

    def claim_version(self):
        """Whoever saves second is told so, and keeps what she typed."""
        if self.instance._state.adding or not hasattr(self.instance, "version"):
            return
        seen = self.cleaned_data.get("version") or self.instance.version
        model = type(self.instance)
        rows = model._base_manager.filter(pk=self.instance.pk, version=seen).update(version=seen + 1)
        if not rows:
            raise ValidationError(_("Somebody else has changed this record meanwhile. Open it again and compare."))
        self.instance.version = seen + 1

    def sentence_for(self, refusal):
        """The constraint's own message; its name stands in the database's error."""
        name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None)
        for constraint in self.instance._meta.constraints:
            if constraint.name == name:
                return constraint.get_violation_error_message()
        raise refusal
