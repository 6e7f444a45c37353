from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.vocabulary import Answer
from programmes.models import Worker
from programmes.records import LocalDay, Records, SealedRecord, kept, sane, scoped

SECTIONS = [  # in the order in which one reads them when there is little time
    *["warning_signs", "what_i_do", "where_i_go", "who_i_call", "what_i_take"],
    *["children", "digital_safety", "code_word", "afterwards", "other"],
]


class SafetyPlanQuerySet(Records):
    """A version belongs to the day on which it was made."""

    day = "made_on"
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def for_list(self):
        return self.select_related("worker__user", "worker__vault", "case__client", "case__programme")

    def newest(self):
        """The version that holds in each case."""
        later = SafetyPlan.objects.filter(case=OuterRef("case"), number__gt=OuterRef("number"))
        return self.exclude(Exists(later))

    def first_versions(self):
        return self.filter(number=1)

    def reviews(self):
        """Every version after the first: looked at again, changed or not."""
        return self.filter(number__gt=1)

    def to_review(self, day):
        return self.newest().filter(case__closed_on=None, review_on__lte=day)


@tracked
class SafetyPlan(SealedRecord):
    """One version of what she does when it becomes dangerous. A change makes the next version; older ones stay.

    It is hers: never shown, released or handed to whoever uses violence against her.
    """

    kept_from_perpetrator = True

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="safety_plans")
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    made_at = models.DateTimeField(_("made"))
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("made with")
    )
    review_on = models.DateField(_("next review"), null=True, blank=True)
    on_paper = models.CharField(_("safe to hand over on paper"), max_length=12, choices=Answer, blank=True)
    on_paper_at = models.DateTimeField(_("asked about paper"), null=True, blank=True)
    warning_signs = SealedTextField(_("signs that it becomes dangerous"))
    what_i_do = SealedTextField(_("what I do"))
    where_i_go = SealedTextField(_("where I go"))
    who_i_call = SealedTextField(_("whom I call"))
    what_i_take = SealedTextField(_("what I take along"))
    children = SealedTextField(_("the children"))
    digital_safety = SealedTextField(_("telephone and accounts"))
    code_word = SealedTextField(_("the word we agreed on"))
    afterwards = SealedTextField(_("when I am safe"))
    other = SealedTextField(_("what else"))

    made_on = kept(LocalDay("made_at"))

    objects = scoped(SafetyPlanQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("safety plan")
        verbose_name_plural = _("safety plans")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"],
                name="safety_plan_version_once",
                violation_error_message=_("Somebody else has just saved a newer version. Open it and compare."),
            ),
            sane("safety_plan", "made_at", "review_on", "on_paper_at"),
            models.CheckConstraint(name="safety_plan_counts_from_one", condition=Q(number__gte=1)),
        ]

    icon = "shield"

    @property
    def programme_id(self):
        return self.case.programme_id

    def owner_vault(self):
        return self.case.client.vault

    @property
    def sections(self):
        """Names and texts of what is written, in reading order."""
        return [(self._meta.get_field(name).verbose_name, text) for name in SECTIONS if (text := getattr(self, name))]
