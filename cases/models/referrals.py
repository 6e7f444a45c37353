from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.models.contacts import Contact
from programmes.models import DirectoryEntry
from programmes.records import Record, Records, sane, scoped


class ReferralQuerySet(Records):
    """A referral belongs to the day of its contact."""

    day = "contact__started_on"
    programme_path = "contact__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


@tracked
class Referral(Record):
    """In a contact somebody was referred to an entry of the directory."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="referrals")
    entry = models.ForeignKey(
        DirectoryEntry, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("directory entry")
    )
    given_at = models.DateTimeField(_("given"))

    objects = scoped(ReferralQuerySet, organisation="contact__programme__organisation")

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        constraints = [
            models.UniqueConstraint(fields=["contact", "entry"], name="referral_once"),
            sane("referral", "given_at"),
        ]
