from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.models.clients import Client
from cases.vocabulary import FAMILY, INTIMATE, CaseRole, Institution, Relation, Sex
from programmes.records import Records, SealedRecord, scoped


class OfCaseQuerySet(Records):
    """What hangs on a case is seen by who sees the case, and belongs to the periods in which it was open."""

    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        ran = Q(case__closed_on=None) | Q(case__closed_on__gte=period.first)
        return self.filter(ran, case__opened_on__lte=period.last)


@tracked
class CasePerson(SealedRecord):
    """Somebody of a case, in a role. Children are users in their own right: theirs leads to a client of its own.

    A perpetrator never leads to a client: whoever works with him elsewhere, nobody sees it from here.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="people")
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, null=True, blank=True, related_name="roles", verbose_name=_("code")
    )
    role = models.CharField(_("role"), max_length=12, choices=CaseRole)
    relation = models.CharField(_("relation to her"), max_length=16, choices=Relation, blank=True)
    # No default: empty means that nobody asked.
    has_ended = models.BooleanField(_("the relation has ended"), null=True, blank=True)
    lives_with_her = models.BooleanField(_("lives with her"), null=True, blank=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, default=Sex.NOT_KNOWN)
    born_in = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    name = SealedTextField(_("name"))
    details = SealedTextField(_("details"))

    objects = scoped(OfCaseQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("person of a case")
        verbose_name_plural = _("people of cases")
        ordering = ["role", "born_in", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "client"],
                name="caseperson_client_once",
                violation_error_message=_("Somebody with this code is in the case already."),
            ),
            models.CheckConstraint(
                name="caseperson_perpetrator_apart",
                condition=~Q(role=CaseRole.PERPETRATOR) | Q(client=None),
                violation_error_message=_("A perpetrator is never linked with a code."),
            ),
            models.CheckConstraint(
                name="caseperson_born_in_our_time",
                condition=Q(born_in=None) | Q(born_in__range=(1900, 2200)),
                violation_error_message=_("The year must lie between 1900 and 2200."),
            ),
        ]

    def owner_vault(self):
        return self.case.client.vault

    @property
    def is_client(self):
        return self.client_id == self.case.client_id

    @property
    def is_family(self):
        """A family member by the act (ZPND, art. 2), also when the relation has ended."""
        return self.relation in FAMILY

    @property
    def is_intimate(self):
        return self.relation in INTIMATE

    @property
    def age(self):
        if self.client:
            return self.client.age
        return timezone.localdate().year - self.born_in if self.born_in else None

    @property
    def relation_words(self):
        """Husband, former; nothing where nobody asked."""
        if not self.relation:
            return ""
        words = str(self.get_relation_display())
        if self.has_ended:
            return pgettext("relation", "%(relation)s, former") % {"relation": words}
        return words

    @property
    def called(self):
        """Her code, else the name we know, else what she is in the case."""
        return (self.client.code if self.client else "") or self.name or self.get_role_display()


@tracked
class Involved(SealedRecord):
    """An institution that works on the case too, and whom we speak to there."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="involved")
    kind = models.CharField(_("institution"), max_length=12, choices=Institution)
    name = SealedTextField(_("name"))
    contact = SealedTextField(_("whom we speak to, and how"))
    note = SealedTextField(_("note"))

    objects = scoped(OfCaseQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("institution involved")
        verbose_name_plural = _("institutions involved")
        ordering = ["kind", "id"]

    def owner_vault(self):
        return self.case.client.vault
