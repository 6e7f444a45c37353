from datetime import timedelta
from functools import reduce
from operator import or_

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.models.instruments import Instrument
from cases.vocabulary import Answer, RiskLevel
from programmes.models import Worker
from programmes.records import LocalDay, Records, SealedRecord, kept, sane, scoped

LEVELS = list(RiskLevel)


def stepped(levels):
    """From an earlier level of the list to a later one."""
    steps = [Q(level_before=before, level__in=levels[place + 1 :]) for place, before in enumerate(levels[:-1])]
    return reduce(or_, steps)


class RiskAssessmentQuerySet(Records):
    """An assessment belongs to the day on which it was made."""

    day = "assessed_on"
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def for_list(self):
        return self.select_related("instrument", "worker__user", "worker__vault", "case__client", "case__programme")

    def newest(self):
        """The last one of each case."""
        later = RiskAssessment.objects.filter(case=OuterRef("case")).filter(
            Q(assessed_at__gt=OuterRef("assessed_at")) | Q(assessed_at=OuterRef("assessed_at"), pk__gt=OuterRef("pk"))
        )
        return self.exclude(Exists(later))

    def at_level(self, level):
        return self.filter(level=level)

    def flagged(self):
        """High, and neither lowered by a newer one nor stood down by the coordinator."""
        return self.newest().at_level(RiskLevel.HIGH).filter(stood_down_at=None)

    def repeated(self):
        """Those that had one before them in their case."""
        return self.alias(has_before=Exists(self.ones_before())).filter(has_before=True)

    def ones_before(self):
        return RiskAssessment.objects.filter(case=OuterRef("case"), assessed_at__lt=OuterRef("assessed_at"))

    def with_level_before(self):
        last = self.ones_before().order_by("-assessed_at", "-pk").values("level")[:1]
        return self.alias(level_before=Subquery(last))

    def lower_than_before(self):
        return self.with_level_before().filter(stepped(LEVELS[::-1]))

    def higher_than_before(self):
        return self.with_level_before().filter(stepped(LEVELS))

    def of_open_cases(self):
        return self.filter(case__closed_on=None)

    def to_review(self, day):
        """The last one of an open case, whose next one is due by that day."""
        return self.newest().of_open_cases().filter(review_on__lte=day)


def at_high_risk(user, client="client"):
    """Whether the client of a row has a flag in a case that this user may see: for lists, in the list's own query."""
    return Exists(RiskAssessment.objects.visible_to(user).flagged().filter(case__client=OuterRef(client)))


@tracked
class RiskAssessment(SealedRecord):
    """What was asked with an instrument on a day, and what followed from it.

    `said_yes` and `said_no` hold keys of its questions; whatever stands in neither is not known, never a no.
    """

    kept_from_perpetrator = True

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="risk_assessments")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="assessments")
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who assessed")
    )
    assessed_at = models.DateTimeField(_("assessed"))
    said_yes = ArrayField(models.SlugField(), verbose_name=_("yes"), default=list, blank=True)
    said_no = ArrayField(models.SlugField(), verbose_name=_("no"), default=list, blank=True)
    score = models.PositiveSmallIntegerField(_("score"), editable=False)
    level_by_score = models.CharField(_("by the score"), max_length=8, choices=RiskLevel, editable=False)
    level = models.CharField(_("level"), max_length=8, choices=RiskLevel)
    reasons = SealedTextField(_("reasons"))
    review_on = models.DateField(_("next assessment"), null=True, blank=True)
    stood_down_at = models.DateTimeField(_("flag taken down"), null=True, blank=True)
    stood_down_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who took it down")
    )
    stood_down_because = SealedTextField(_("why it was taken down"))

    assessed_on = kept(LocalDay("assessed_at"))

    objects = scoped(RiskAssessmentQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("risk assessment")
        verbose_name_plural = _("risk assessments")
        ordering = ["-assessed_at", "-pk"]
        constraints = [
            sane("risk_assessment", "assessed_at", "review_on", "stood_down_at"),
            models.CheckConstraint(
                name="risk_assessment_judgement_only_raises",
                condition=Q(level=F("level_by_score"))
                | Q(level=RiskLevel.HIGH)
                | Q(level=RiskLevel.MEDIUM, level_by_score=RiskLevel.LOW),
                violation_error_message=_("Judgement may raise what the score says, never lower it."),
            ),
        ]
        indexes = [models.Index(fields=["case", "assessed_at"], name="risk_assessment_by_case")]

    icon = "alert"

    @property
    def programme_id(self):
        return self.case.programme_id

    def owner_vault(self):
        return self.case.client.vault

    def judge(self, level=""):
        """Score and level follow from the answers; a level above that of the score is the assessor's own."""
        self.score = self.instrument.score_of(self.said_yes)
        self.level_by_score = self.instrument.band_of(self.score).level
        self.level = max(level or self.level_by_score, self.level_by_score, key=LEVELS.index)

    def answer_to(self, key):
        return Answer.YES if key in self.said_yes else Answer.NO if key in self.said_no else Answer.NOT_KNOWN

    @property
    def is_raised(self):
        return self.level != self.level_by_score

    @property
    def band(self):
        """The instrument's own word for the result."""
        by_score = self.instrument.band_of(self.score)
        return by_score if by_score.level == self.level else self.instrument.first_band(self.level) or by_score

    @property
    def is_high(self):
        return self.level == RiskLevel.HIGH

    @property
    def unknown(self):
        """How many questions have no answer."""
        return len(self.instrument.items.all()) - len(self.said_yes) - len(self.said_no)

    @property
    def is_late(self):
        """The day of the next one has gone."""
        return self.review_on is not None and self.review_on < timezone.localdate()

    @cached_property
    def before(self):
        """The one before it in this case, or None."""
        earlier = RiskAssessment.objects.filter(case=self.case_id, assessed_at__lt=self.assessed_at)
        return earlier.for_list().prefetch_related("instrument__items", "instrument__bands").first()

    def due_from(self, day):
        return day + timedelta(days=self.instrument.review_days)

    def stand_down(self, worker, because):
        self.stood_down_at, self.stood_down_by, self.stood_down_because = timezone.now(), worker, because
        self.save()
