from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.models.clients import Client
from programmes.models import Programme, Term
from programmes.records import OUR_DAYS, Record, Records, sane, scoped


class DaysFrom(Func):
    """Whole days from the second of two days to the first."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = models.IntegerField()


class CaseQuerySet(Records):
    """A case belongs to every period in which it was open."""

    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def in_period(self, period):
        return self.filter(Q(closed_on=None) | Q(closed_on__gte=period.first), opened_on__lte=period.last)

    def open(self):
        return self.filter(closed_on=None)

    def closed(self):
        return self.exclude(closed_on=None)

    def held_by(self, user):
        """Those that she holds now."""
        return self.filter(holdings__worker__user=user, holdings__until_on=None)

    def held_by_nobody(self):
        return self.exclude(holdings__until_on=None, holdings__isnull=False)

    def with_needs_for(self, user):
        """Whose needs and circumstances she may read: she holds the case, or coordinates its programme."""
        return self.filter(
            Q(pk__in=self.model.objects.held_by(user).values("pk"))
            | Q(programme__in=user.programmes_as(Role.COORDINATOR))
        )


@tracked
class Case(Record):
    """The work of one programme with one client, from opening to closing. Reopened, it is a new case of hers.

    So every case is carried over or new in a period, and what was open at a year's end is carried into the next.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="cases")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="cases")
    asked_on = models.DateField(_("asked for help"), null=True, blank=True)
    opened_on = models.DateField(_("opened"))
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    outcome = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how it ended")
    )
    came_from = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("transferred from"),
    )

    objects = scoped(CaseQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.UniqueConstraint(
                fields=["client", "programme"],
                condition=Q(closed_on=None),
                name="case_open_once",
                violation_error_message=_("She has an open case in this programme already."),
            ),
            sane("case", "opened_on", "closed_on"),
            models.CheckConstraint(
                name="case_closes_after_opening",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                violation_error_message=_("It can't be closed before it was opened."),
            ),
            models.CheckConstraint(
                name="case_asked_before_opening",
                condition=Q(asked_on=None) | Q(asked_on__gte=OUR_DAYS[0]) & Q(asked_on__lte=F("opened_on")),
                violation_error_message=_("She asked on the day it was opened, or before."),
            ),
            models.CheckConstraint(
                name="case_outcome_when_closed",
                condition=Q(outcome=None) | ~Q(closed_on=None),
                violation_error_message=_("How it ended is said when it is closed."),
            ),
        ]

    def days_open(self, today=None):
        """How many days it has run, the first one counted; for a closed one, how many it ran."""
        return ((self.closed_on or today or timezone.localdate()) - self.opened_on).days + 1

    @property
    def holding(self):
        """Who holds it now; None when nobody does. Of a closed case: who held it last."""
        held = list(self.holdings.all())  # prefetched where there are many cases
        return next((holding for holding in held if holding.until_on == self.closed_on), None)

    @property
    def earlier(self):
        """The client's case in the same programme that this one takes up again; None for a first one."""
        cases = Case.objects.filter(client=self.client_id, programme=self.programme_id, opened_on__lte=self.opened_on)
        return cases.closed().exclude(pk=self.pk).order_by("-closed_on").first()

    def person_of_client(self):
        """She herself, as one of the people of the case."""
        person, _made = self.people.get_or_create(client=self.client, defaults={"role": "client"})
        return person
