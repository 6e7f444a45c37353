from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.history import tracked
from accounts.roles import Role
from cases.models.contacts import Contact
from cases.models.services import Service
from programmes.models import Programme, Term, Worker
from programmes.records import LocalDay, Record, Records, kept, sane, scoped


class InterpreterUseQuerySet(Records):
    """It belongs to the day of its talk."""

    day = "used_on"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


@tracked
class InterpreterUse(Record):
    """An interpreter helped in a contact or in a service: who, in which language, for how long, at what cost."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="interpreter_uses")
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, null=True, blank=True, related_name="interpreter_uses"
    )
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, null=True, blank=True, related_name="interpreter_uses"
    )
    interpreter = models.ForeignKey(
        Worker,
        on_delete=models.PROTECT,
        related_name="interpreter_uses",
        verbose_name=pgettext_lazy("a person", "interpreter"),
    )
    language = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("language")
    )
    used_at = models.DateTimeField(_("began"))
    minutes = models.PositiveSmallIntegerField(_("length in minutes"))
    cost = models.DecimalField(
        _("cost in EUR"), max_digits=8, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    used_on = kept(LocalDay("used_at"))

    objects = scoped(InterpreterUseQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("use of an interpreter")
        verbose_name_plural = _("uses of interpreters")
        constraints = [
            models.CheckConstraint(
                name="interpreter_in_one_talk",
                condition=Q(contact=None) & ~Q(service=None) | ~Q(contact=None) & Q(service=None),
                violation_error_message=_("Name the contact or the service, one of them."),
            ),
            models.UniqueConstraint(
                fields=["contact", "interpreter"],
                condition=~Q(contact=None),
                name="interpreter_in_contact_once",
                violation_error_message=_("She stands in this talk already."),
            ),
            models.UniqueConstraint(
                fields=["service", "interpreter"],
                condition=~Q(service=None),
                name="interpreter_in_service_once",
                violation_error_message=_("She stands in this talk already."),
            ),
            sane("interpreter_use", "used_at"),
            models.CheckConstraint(
                name="interpreter_takes_time",
                condition=Q(minutes__gte=1, minutes__lte=24 * 60),
                violation_error_message=_("Between 1 minute and a day."),
            ),
        ]
        indexes = [models.Index(fields=["programme", "used_on"], name="interpreter_by_day")]
