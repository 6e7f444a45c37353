from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.vocabulary import GoalState
from programmes.models import Worker
from programmes.records import Record, Records, SealedRecord, sane, scoped

BEST = 10


def worker(verbose_name):
    return models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=verbose_name
    )


class IndividualPlanQuerySet(Records):
    """A plan belongs to every period in which it ran."""

    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=period.first), made_on__lte=period.last)

    def open(self):
        return self.filter(ended_on=None)

    def for_list(self):
        return self.select_related("worker__user", "worker__vault", "case__client", "case__programme")

    def to_review(self, day):
        return self.open().filter(case__closed_on=None, review_on__lte=day)


@tracked
class IndividualPlan(SealedRecord):
    """What she wants to reach, from the day it was made until its evaluation. One runs at a time in a case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="individual_plans")
    made_on = models.DateField(_("made"))
    worker = worker(_("made with"))
    review_on = models.DateField(_("next review"), null=True, blank=True)
    ended_on = models.DateField(_("evaluated"), null=True, blank=True)
    evaluation = SealedTextField(_("evaluation"))

    objects = scoped(IndividualPlanQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("individual plan")
        verbose_name_plural = _("individual plans")
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_on=None),
                name="individual_plan_open_once",
                violation_error_message=_("A plan of this case runs already."),
            ),
            sane("individual_plan", "made_on", "review_on", "ended_on"),
            models.CheckConstraint(
                name="individual_plan_ends_after_it_was_made",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("made_on")),
                violation_error_message=_("The evaluation must not lie before the day on which the plan was made."),
            ),
        ]

    icon = "check"

    @property
    def programme_id(self):
        return self.case.programme_id

    def owner_vault(self):
        return self.case.client.vault


class GoalQuerySet(Records):
    """A goal belongs to every period in which its plan ran."""

    programme_path = "plan__case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        return self.filter(Q(plan__ended_on=None) | Q(plan__ended_on__gte=period.first), plan__made_on__lte=period.last)

    def reached(self):
        return self.filter(state=GoalState.REACHED)


@tracked
class Goal(SealedRecord):
    """One thing she wants to reach, how far it is, and since when."""

    plan = models.ForeignKey(IndividualPlan, on_delete=models.PROTECT, related_name="goals")
    words = SealedTextField(_("goal"))
    until = models.DateField(_("until"), null=True, blank=True)
    state = models.CharField(_("how far"), max_length=12, choices=GoalState, default=GoalState.NOT_BEGUN)
    state_on = models.DateField(_("since"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(GoalQuerySet, organisation="plan__case__programme__organisation")

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["position", "pk"]
        constraints = [sane("goal", "until", "state_on")]

    @property
    def programme_id(self):
        return self.plan.case.programme_id

    def owner_vault(self):
        return self.plan.case.client.vault


class GoalStepQuerySet(Records):
    programme_path = "goal__plan__case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def to_do(self):
        """Not done yet, of goals that somebody still works on."""
        return self.filter(done_on=None, goal__plan__ended_on=None, goal__plan__case__closed_on=None).exclude(
            goal__state__in=[GoalState.REACHED, GoalState.GIVEN_UP]
        )

    def for_list(self):
        return self.select_related("vault", "worker__user", "worker__vault", "goal__plan__case__client")


@tracked
class GoalStep(SealedRecord):
    """What somebody does by a day; without a worker it is hers."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="steps")
    words = SealedTextField(_("step"))
    worker = worker(_("who"))
    until = models.DateField(_("until"), null=True, blank=True)
    done_on = models.DateField(_("done"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(GoalStepQuerySet, organisation="goal__plan__case__programme__organisation")

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["position", "pk"]
        constraints = [sane("goal_step", "until", "done_on")]

    @property
    def programme_id(self):
        return self.goal.plan.case.programme_id

    def owner_vault(self):
        return self.goal.plan.case.client.vault


class ProgressRatingQuerySet(Records):
    day = "rated_on"
    programme_path = "goal__plan__case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


@tracked
class ProgressRating(Record):
    """How far she herself feels with a goal on a day: 0 not at all, 10 there."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="ratings")
    rated_on = models.DateField(_("day"))
    value = models.PositiveSmallIntegerField(_("from 0 to 10"), validators=[MaxValueValidator(BEST)])

    objects = scoped(ProgressRatingQuerySet, organisation="goal__plan__case__programme__organisation")

    class Meta:
        verbose_name = _("self-rating")
        verbose_name_plural = _("self-ratings")
        ordering = ["rated_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "rated_on"],
                name="progress_rating_once_a_day",
                violation_error_message=_("She has rated this goal on that day already."),
            ),
            sane("progress_rating", "rated_on"),
            models.CheckConstraint(name="progress_rating_from_0_to_10", condition=Q(value__lte=BEST)),
        ]

    @property
    def programme_id(self):
        return self.goal.plan.case.programme_id
