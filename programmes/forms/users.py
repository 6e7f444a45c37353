from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role
from programmes.models import Assignment, Programme, Worker
from programmes.widgets import ChipsMany, dress


class UserForm(forms.ModelForm):
    """A colleague and her roles: one row of roles for each programme that the administrator administers."""

    class Meta:
        model = User
        fields = ["name", "email", "language", "is_active"]

    def __init__(self, *args, administrator, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)
        self.administrator = administrator
        self.programmes = list(Programme.objects.visible_to(administrator, Role.ADMINISTRATOR))
        held = set(self.instance.assignments.values_list("programme", "role")) if self.instance.pk else set()
        for programme in self.programmes:
            self.fields[self.roles_name(programme)] = forms.MultipleChoiceField(
                label=programme.name,
                choices=Role.choices,
                required=False,
                widget=ChipsMany,
                initial=[role for role in Role.values if (programme.pk, role) in held],
            )

    @staticmethod
    def roles_name(programme):
        return f"roles_{programme.pk}"

    def role_fields(self):
        return [self[self.roles_name(programme)] for programme in self.programmes]

    def wanted(self):
        names = {programme.pk: self.roles_name(programme) for programme in self.programmes}
        return {(pk, role) for pk, name in names.items() for role in self.cleaned_data.get(name, [])}

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Somebody signs in with this address already."))
        return email

    def clean(self):
        cleaned = super().clean()
        if self.instance == self.administrator and not self.keeps_administering():
            raise forms.ValidationError(_("You can't take your own administration away: ask a colleague to do it."))
        if self.instance._state.adding and not self.wanted():
            raise forms.ValidationError(_("Choose at least one role, or nobody will see her here."))
        return cleaned

    def keeps_administering(self):
        return self.cleaned_data.get("is_active") and any(role == Role.ADMINISTRATOR for _pk, role in self.wanted())

    @transaction.atomic
    def save(self, commit=True):
        if self.instance._state.adding:
            self.instance.set_unusable_password()
        user = super().save()
        self.save_assignments(user)
        self.save_worker(user)
        return user

    def save_assignments(self, user):
        wanted = self.wanted()
        for assignment in user.assignments.filter(programme__in=self.programmes):
            if (assignment.programme_id, assignment.role) not in wanted:
                assignment.delete()
        for programme_id, role in wanted:
            Assignment.objects.get_or_create(user=user, programme_id=programme_id, role=role)

    def save_worker(self, user):
        """Whoever signs in can be the one who talked: contacts and services name a worker."""
        if not Worker.objects.filter(user=user).exists():
            organisation = self.programmes[0].organisation
            Worker.objects.create(organisation=organisation, code=f"U-{user.pk}", user=user, name=user.name)
