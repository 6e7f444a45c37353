"""A group, its list, and a session entered on one screen: who came is a tick beside each code."""

import re
from secrets import token_hex

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from cases.forms.answers import OneOf
from cases.forms.cases import worker_field
from cases.models import Client, Group, Invitation, Membership, Participation, Service
from cases.vocabulary import ServiceKind
from programmes.forms import MadeOnceForm, RecordForm
from programmes.models import Programme, Term, Vocabulary
from programmes.moments import MomentField
from programmes.widgets import ChipsMany, dress
from programmes.writing import clock

IN_GROUPS = [ServiceKind.SUPPORT_GROUP, ServiceKind.GROUP_ACTIVITY, ServiceKind.JOINT_ACTIVITY]


def codes_in(text):
    return [code for code in re.split(r"[,;\s]+", text) if code]


def found_by_code(user, text):
    """The clients of the codes, as she may see them."""
    visible, found = Client.objects.visible_to(user), []
    for code in codes_in(text):
        client = visible.with_code(code).first()
        if client is None:
            raise forms.ValidationError(_("Nobody has the code %(code)s."), params={"code": code})
        found.append(client)
    return found


class GroupForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Group
        fields = ["name"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        programmes = list(Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR))
        if self.instance._state.adding:
            self.fields["programme"] = OneOf(
                programmes, says=lambda programme: programme.called, required=True, label=_("Programme")
            )
            self.initial.setdefault("programme", programmes[0].pk if programmes else None)
        dress(self)

    def save(self, commit=True):
        group = self.instance
        if group._state.adding:
            group.programme = self.cleaned_data["programme"]
            group.key = self.new_key(group)
        return super().save(commit)

    def new_key(self, group):
        """Named once and for ever, also when the group is called otherwise later."""
        key = slugify(group.name)[:40] or "group"
        taken = Group.objects.filter(programme=group.programme, key=key).exists()
        return f"{key}-{token_hex(3)}" if taken else key


class MembersForm(forms.Form):
    """Codes that join the list today."""

    codes = forms.CharField(label=_("Codes of those who join"), max_length=500)

    def __init__(self, *args, user, group, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.group = user, group

    def clean_codes(self):
        self.clients = found_by_code(self.user, self.cleaned_data["codes"])
        return self.cleaned_data["codes"]

    def save(self):
        """Who is on the list already stays there once."""
        for client in self.clients:
            Membership.objects.get_or_create(group=self.group, client=client, left_on=None)


class SessionForm(MadeOnceForm):
    """One session: when, how long, who led it, and a tick for everybody who came."""

    of = "group"

    started_at = MomentField(label=_("Began"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=24 * 60)
    came = forms.MultipleChoiceField(label=_("Who came"), required=False, widget=ChipsMany)
    others = forms.CharField(
        label=_("Others who came"),
        required=False,
        max_length=500,
        help_text=_("Codes. They join the list of the group."),
    )
    note = forms.CharField(
        label=_("Note"), max_length=100_000, required=False, widget=forms.Textarea(attrs={"rows": 5, "class": "input"})
    )

    class Meta(RecordForm.Meta):
        model = Service
        fields = ["started_at", "minutes", "note"]

    def __init__(self, *args, user, group, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.group = user, group
        self.instance.group, self.instance.programme = group, group.programme
        kept = ([getattr(self.instance, "kind_id", None)], ())
        words = Term.objects.offered_lists(group.programme, Vocabulary.SERVICE_KIND, keeping=kept)
        kinds = words[Vocabulary.SERVICE_KIND]
        of_groups = [kind for kind in kinds if kind.counts_as in IN_GROUPS or kind.pk == kept[0][0]]
        self.fields["kind"] = OneOf(of_groups or kinds, label=_("Kind"), required=True)
        self.fields["worker"] = worker_field(group.programme.organisation_id, _("Who led it"))
        self.listed = self.everybody()
        self.fields["came"].choices = [(str(client.pk), client.code) for client in self.listed]
        self.fill_in((of_groups or kinds)[:1])
        self.order_fields(["started_at", "minutes", "kind", "worker", "came", "others", "note"])
        dress(self)

    def everybody(self):
        """On the list now, and those of this session who were on it then."""
        ids = set(self.group.memberships.current().values_list("client", flat=True))
        if not self.instance._state.adding:
            ids = set(self.instance.invitations.values_list("client", flat=True))
            ids |= set(self.instance.participations.values_list("client", flat=True))
        return list(Client.objects.filter(pk__in=ids).order_by("code"))

    def fill_in(self, kinds):
        session = self.instance
        if not session._state.adding:
            came = session.participations.values_list("client", flat=True)
            self.initial.update(kind=session.kind_id, worker=session.worker_id, came=[str(pk) for pk in came])
            return
        last = self.group.sessions.order_by("-started_at").first()
        self.initial.setdefault("started_at", timezone.now().replace(second=0, microsecond=0))
        self.initial.setdefault("worker", getattr(getattr(self.user, "worker", None), "pk", None))
        if last:
            self.initial.update(minutes=last.minutes, kind=last.kind_id)
        elif kinds:
            self.initial["kind"] = kinds[0].pk

    def clean_started_at(self):
        moment = self.cleaned_data["started_at"]
        if moment > timezone.now():
            raise forms.ValidationError(_("This is still to come. It is %(now)s.") % {"now": clock(timezone.now())})
        return moment

    def clean_others(self):
        self.joining = found_by_code(self.user, self.cleaned_data["others"])
        return self.cleaned_data["others"]

    def save(self, commit=True):
        self.instance.kind, self.instance.worker = self.cleaned_data["kind"], self.cleaned_data["worker"]
        session = super().save(commit)
        joining = {client.pk for client in self.joining}
        self.invite({client.pk for client in self.listed} | joining)
        self.let_in({client.pk for client in self.listed if str(client.pk) in self.cleaned_data["came"]} | joining)
        for client in self.joining:
            Membership.objects.get_or_create(
                group=self.group, client=client, left_on=None, defaults={"joined_on": timezone.localdate()}
            )
        return session

    def invite(self, wanted):
        known = set(self.instance.invitations.values_list("client", flat=True))
        Invitation.objects.bulk_create(Invitation(service=self.instance, client_id=pk) for pk in sorted(wanted - known))

    def let_in(self, wanted):
        self.instance.participations.exclude(client__in=wanted).delete()
        known = set(self.instance.participations.values_list("client", flat=True))
        Participation.objects.bulk_create(
            Participation(service=self.instance, client_id=pk) for pk in sorted(wanted - known)
        )
