from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.roles import Role
from accounts.sealing import SealedTextField
from programmes.models.directory import KEEPERS
from programmes.models.vocabularies import keys_of
from programmes.models.workers import Worker
from programmes.records import SealedRecord, sane, scoped
from programmes.writing import WEEKDAYS, language


class SpecialistKind(models.TextChoices):
    LAWYER = "lawyer", _("lawyer")
    DETECTIVE = "detective", _("police detective")
    FOREIGN_LANGUAGE = "foreign_language", _("counsellor in foreign languages")
    INTERPRETER = "interpreter", pgettext_lazy("a person", "interpreter")
    OTHER = "other", pgettext_lazy("specialist", "other")


class SpecialistQuerySet(models.QuerySet):
    def of_organisation(self, organisation):
        return self.filter(worker__organisation=organisation)

    def current(self):
        return self.filter(retired_on=None)

    def visible_to(self, user):
        return self.filter(worker__organisation__programmes__in=user.programmes_as(*Role)).distinct()

    def kept_by(self, user):
        return self.filter(worker__organisation__programmes__in=user.programmes_as(*KEEPERS)).distinct()

    def for_list(self):
        return self.select_related("vault", "worker__vault", "worker__user")


class Specialist(SealedRecord):
    """What somebody can do beyond an ordinary talk, in which languages and when: a lawyer, a detective, an interpreter.

    She is a worker of the organisation, paid by the hour or not, with or without a sign-in.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="specialities")
    kind = models.CharField(_("kind"), max_length=20, choices=SpecialistKind)
    languages = keys_of(_("languages"))
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("on the days"), default=list, blank=True
    )  # 1 is Monday
    from_hour = models.PositiveSmallIntegerField(_("from the hour"), null=True, blank=True)
    to_hour = models.PositiveSmallIntegerField(_("to the hour"), null=True, blank=True)
    hours = models.CharField(_("when, in words"), max_length=200, blank=True)
    cost_per_hour = models.DecimalField(
        _("EUR an hour"), max_digits=7, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    phone = SealedTextField(_("how we reach her"))
    retired_on = models.DateField(_("retired"), null=True, blank=True)

    objects = scoped(SpecialistQuerySet, organisation="worker__organisation")

    class Meta:
        verbose_name = _("specialist")
        verbose_name_plural = _("specialists and interpreters")
        ordering = ["kind", "worker__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "kind"],
                name="specialist_of_a_kind_once",
                violation_error_message=_("She stands on the list with this already."),
            ),
            sane("specialist", "retired_on"),
            models.CheckConstraint(
                name="specialist_hours_of_a_day",
                condition=Q(from_hour=None, to_hour=None) | Q(from_hour__lt=F("to_hour"), to_hour__lte=24),
                violation_error_message=_("Write both hours, 0 to 24, the later one last."),
            ),
            models.CheckConstraint(
                name="specialist_costs_something", condition=Q(cost_per_hour=None) | Q(cost_per_hour__gte=0)
            ),
        ]

    def owner_vault(self):
        return self.worker.vault

    @property
    def called(self):
        return (self.worker.user.name if self.worker.user_id else self.worker.name) or self.worker.code

    def is_there(self, moment):
        """By her hours; None where they are said in words alone."""
        if not self.weekdays and self.from_hour is None:
            return None
        local = timezone.localtime(moment)
        on_this_day = not self.weekdays or local.isoweekday() in self.weekdays
        return on_this_day and (self.from_hour is None or self.from_hour <= local.hour < self.to_hour)

    @property
    def when(self):
        """ "Monday, Wednesday 9–12, by agreement" """
        names = WEEKDAYS[language()]
        days = ", ".join(names[day - 1] for day in sorted(self.weekdays) if 1 <= day <= 7)
        span = f"{self.from_hour}–{self.to_hour}" if self.from_hour is not None else ""
        return ", ".join(filter(None, [" ".join(filter(None, [days, span])), self.hours]))

    def cost_of(self, minutes):
        """To the cent; None where she has no rate."""
        if self.cost_per_hour is None:
            return None
        return (self.cost_per_hour * minutes / 60).quantize(Decimal("0.01"))
