from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.vocabulary import LeadsTo
from programmes.models import Term, Worker
from programmes.records import Record, Records, SealedRecord, sane, scoped


class FirstTalkQuerySet(Records):
    """A first talk belongs to the day on which it was held."""

    day = "talked_on"
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def after_waiting(self):
        """Of cases of which it is known when she asked."""
        return self.exclude(case__asked_on=None)


@tracked
class FirstTalk(SealedRecord):
    """The first talk of a case, by its fixed headings, and what it leads to."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="first_talk")
    talked_on = models.DateField(_("day of the talk"), default=timezone.localdate)
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who talked")
    )
    violence = SealedTextField(_("violence"))
    people = SealedTextField(_("who is involved"))
    risk_factors = SealedTextField(_("risk factors"))
    consequences = SealedTextField(_("consequences"))
    state = SealedTextField(_("how she is"))
    network = SealedTextField(_("whom she can count on"))
    leads_to = models.CharField(_("what it leads to"), max_length=12, choices=LeadsTo, blank=True)

    objects = scoped(FirstTalkQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("first talk")
        verbose_name_plural = _("first talks")
        constraints = [sane("firsttalk", "talked_on")]

    HEADINGS = ["violence", "people", "risk_factors", "consequences", "state", "network"]

    def owner_vault(self):
        return self.case.client.vault

    @property
    def headings(self):
        """Each heading with its text, as far as something was written."""
        named = [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in self.HEADINGS]
        return [(name, text) for name, text in named if text]


class ReachedQuerySet(Records):
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


@tracked
class Reached(SealedRecord):
    """Something that came of the work, on a day: a barring order, custody, a job, a flat, or a return to the partner."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reached")
    what = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+", verbose_name=_("what was reached"))
    on = models.DateField(_("on"), default=timezone.localdate)
    note = SealedTextField(_("note"))

    objects = scoped(ReachedQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["-on", "-id"]
        constraints = [sane("reached", "on")]

    def owner_vault(self):
        return self.case.client.vault


class NeedQuerySet(Records):
    """Seen by who needs to know: she holds the case, or coordinates its programme."""

    programme_path = "case__programme"

    def in_period(self, period):
        return self.filter(case__in=Case.objects.in_period(period))

    def visible_to(self, user):
        return self.filter(case__in=Case.objects.with_needs_for(user))


@tracked
class Need(Record):
    """A need or circumstance of hers, told by herself: a disability, migration, a language. Never asked as a rule."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="needs")
    what = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+", verbose_name=_("need"))

    objects = scoped(NeedQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["what"]
        constraints = [models.UniqueConstraint(fields=["case", "what"], name="need_once")]
