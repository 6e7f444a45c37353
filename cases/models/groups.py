from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.models.clients import Client
from cases.models.services import Group, Participation, Service
from programmes.records import Record, Records, sane, scoped


class MembershipQuerySet(Records):
    """A membership belongs to every period it touches."""

    programme_path = "group__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        return self.filter(Q(left_on=None) | Q(left_on__gte=period.first), joined_on__lte=period.last)

    def on(self, day):
        return self.filter(Q(left_on=None) | Q(left_on__gte=day), joined_on__lte=day)

    def current(self):
        return self.filter(left_on=None)


@tracked
class Membership(Record):
    """Somebody is on the list of a group, and is expected at its sessions."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="memberships")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="memberships")
    joined_on = models.DateField(_("joined"), default=timezone.localdate)
    left_on = models.DateField(_("left"), null=True, blank=True)

    objects = scoped(MembershipQuerySet, organisation="group__programme__organisation")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["client__code"]
        constraints = [
            sane("membership", "joined_on", "left_on"),
            models.CheckConstraint(
                name="membership_ends_after_start",
                condition=Q(left_on=None) | Q(left_on__gte=F("joined_on")),
                violation_error_message=_("The end must not be before the start."),
            ),
            models.UniqueConstraint(
                fields=["group", "client"],
                condition=Q(left_on=None),
                name="membership_once",
                violation_error_message=_("She is on the list already."),
            ),
        ]


class InvitationQuerySet(Records):
    """An invitation belongs to the day of its session."""

    day = "service__started_on"
    programme_path = "service__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def who_came(self):
        """Who was invited and received the service too."""
        came = Participation.objects.filter(service=OuterRef("service"), client=OuterRef("client"))
        return self.filter(Exists(came))


class Invitation(models.Model):
    """Somebody was invited to a session; whether she came say its participations."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="invitations")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="invitations")

    objects = scoped(InvitationQuerySet, organisation="service__programme__organisation")

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [models.UniqueConstraint(fields=["service", "client"], name="invitation_once")]
