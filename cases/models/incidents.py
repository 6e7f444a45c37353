from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.models.contacts import several
from cases.models.people import CasePerson
from cases.vocabulary import (
    NAMED_ALONE,
    Course,
    Exposure,
    Injury,
    Institution,
    Mark,
    Precision,
    Scene,
    Violence,
    Weapon,
)
from programmes.records import Records, SealedRecord, sane, scoped
from programmes.writing import day, month_of


class IncidentQuerySet(Records):
    """An incident belongs to the day on which we were told of it, whenever it happened."""

    day = "told_on"
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


@tracked
class Incident(SealedRecord):
    """One act or period of violence that somebody of the case suffered."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="incidents")
    told_on = models.DateField(_("told"), default=timezone.localdate)
    kinds = several(Violence, _("kinds of violence"))
    marks = several(Mark, _("marks"))
    course = models.CharField(_("how often"), max_length=8, choices=Course, default=Course.ONCE)
    from_on = models.DateField(_("when"), null=True, blank=True)
    to_on = models.DateField(_("until"), null=True, blank=True)
    precision = models.CharField(_("known to the"), max_length=8, choices=Precision, default=Precision.DAY)
    scene = models.CharField(_("where"), max_length=12, choices=Scene, blank=True)
    perpetrator = models.ForeignKey(
        CasePerson,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("perpetrator"),
    )
    weapons = several(Weapon, _("weapons"))
    injury = models.CharField(_("injuries"), max_length=12, choices=Injury, blank=True)
    reported_to = several(Institution, _("reported to"))
    description = SealedTextField(_("what happened"))

    objects = scoped(IncidentQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["-told_on", "-id"]
        constraints = [
            sane("incident", "told_on", "from_on", "to_on"),
            models.CheckConstraint(
                name="incident_ends_after_start",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("The end must not be before the start."),
            ),
            models.CheckConstraint(
                name="incident_end_of_a_period",
                condition=Q(to_on=None) | Q(course=Course.PERIOD),
                violation_error_message=_("Only what lasted for a time has an end."),
            ),
        ]

    icon = "alert"

    def owner_vault(self):
        return self.case.client.vault

    @property
    def title(self):
        """Physical, psychological violence; without a kind: event."""
        of_violence = [str(Violence(kind).label) for kind in self.kinds if kind not in NAMED_ALONE]
        alone = [str(Violence(kind).label) for kind in self.kinds if kind in NAMED_ALONE]
        if of_violence:
            of_violence[-1] = gettext("%(kind)s violence") % {"kind": of_violence[-1]}
        return capfirst(", ".join(of_violence + alone) or pgettext("of violence", "event"))

    @property
    def when(self):
        """23. 11. 2026; since about 2019; March 2020 to May 2021."""
        if not self.from_on:
            return ""
        first = self.as_known(self.from_on)
        if self.course == Course.SINCE:
            return pgettext("incident", "since about %(day)s") % {"day": first}
        if self.course == Course.PERIOD and self.to_on:
            return pgettext("incident", "%(first)s to %(last)s") % {"first": first, "last": self.as_known(self.to_on)}
        return first

    def as_known(self, on):
        """A day as exactly as she knows it."""
        if self.precision == Precision.DAY:
            return day(on)
        return str(on.year) if self.precision == Precision.YEAR else month_of(on)

    def words_of(self, name):
        """The labels of a field that holds several keys."""
        labels = dict(self._meta.get_field(name).base_field.choices)
        return ", ".join(str(labels[key]) for key in getattr(self, name))


class VictimQuerySet(Records):
    """Whom an incident hit belongs to the incident's day."""

    day = "incident__told_on"
    programme_path = "incident__case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def direct(self):
        return self.filter(exposure=Exposure.DIRECT)

    def witnesses(self):
        return self.filter(exposure=Exposure.WITNESS)

    def children(self):
        return self.filter(person__role="child")


@tracked
class Victim(models.Model):
    """An incident hit somebody of the case: directly, or as a witness."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="victims")
    person = models.ForeignKey(CasePerson, on_delete=models.PROTECT, related_name="suffered")
    exposure = models.CharField(_("how"), max_length=8, choices=Exposure, default=Exposure.DIRECT)

    objects = scoped(VictimQuerySet, organisation="incident__case__programme__organisation")

    class Meta:
        verbose_name = _("victim of an incident")
        verbose_name_plural = _("victims of incidents")
        constraints = [models.UniqueConstraint(fields=["incident", "person"], name="victim_once")]
