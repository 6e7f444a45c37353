from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.models.contacts import Contact
from cases.vocabulary import NO_TALK
from programmes.models import Worker
from programmes.records import Record, Records, scoped


class TalkPartQuerySet(Records):
    """A part belongs to the day on which its contact began."""

    day = "contact__started_on"
    programme_path = "contact__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def of_talks(self):
        return self.exclude(contact__subject__in=NO_TALK)


@tracked
class TalkPart(Record):
    """A further worker in one talk: the contact stays one, her time counts beside that of the one who talked."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="parts")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="talk_parts")
    minutes = models.PositiveSmallIntegerField(_("length in minutes"))

    objects = scoped(TalkPartQuerySet, organisation="contact__programme__organisation")

    class Meta:
        verbose_name = _("part of a talk")
        verbose_name_plural = _("parts of talks")
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "worker"],
                name="talk_part_once",
                violation_error_message=_("She stands in this talk already."),
            ),
            models.CheckConstraint(name="talk_part_within_a_day", condition=Q(minutes__lte=24 * 60)),
        ]
