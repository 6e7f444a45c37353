"""What the law sets a time for: reports, police orders, court measures, teams, supervised contacts, court dates."""

from django.db import models
from django.db.models import Case as When_
from django.db.models import CharField, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.vocabulary import MeasureKind, Offence, OrderStage
from programmes.models import Worker
from programmes.records import LocalDay, Records, SealedRecord, kept, sane, scoped


class ClockQuerySet(Records):
    programme_path = "case__programme"
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)

    def of_open_cases(self):
        return self.filter(case__closed_on=None)

    def for_list(self):
        return self.select_related("case__client", "case__programme", "worker__user", "worker__vault")


class Clock(SealedRecord):
    """Something in a case with a time that runs; who keeps an eye on it, else whoever holds the case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="%(class)ss")
    worker = models.ForeignKey(
        Worker,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who keeps an eye on it"),
    )
    note = SealedTextField(_("note"))

    class Meta:
        abstract = True

    icon = "scales"

    @property
    def name_of_kind(self):
        return self._meta.verbose_name

    @property
    def began(self):
        """The day it belongs to; of a team that has not met, the day it was called."""
        return getattr(self, type(self).objects.none().day) or self.called_on

    @property
    def programme_id(self):
        return self.case.programme_id

    def owner_vault(self):
        return self.case.client.vault


class DutyReportQuerySet(ClockQuerySet):
    """A report belongs to the day on which we learnt of what is reported."""

    day = "learnt_on"

    def given(self):
        return self.exclude(phoned_at=None, written_at=None)

    def in_time(self):
        """Told within the first limit, and after a call in writing within the second."""
        told = Q(phoned_at__lte=F("tell_by")) | Q(written_at__lte=F("tell_by"))
        return self.filter(told).filter(Q(phoned_at=None) | Q(written_at__lte=F("write_by")))

    def late(self):
        return self.given().exclude(pk__in=self.in_time().values("pk"))


@tracked
class DutyReport(Clock):
    """The duty to tell the social-work centre (ZPND art. 6): at once, in writing soon after a call.

    She may object only where no child is concerned and no crime prosecuted ex officio is suspected.
    """

    learnt_at = models.DateTimeField(_("we learnt of it"))
    about_child = models.BooleanField(_("about a child, or somebody who can't care for herself"), default=False)
    crime_suspected = models.BooleanField(_("a crime prosecuted ex officio is suspected"), default=False)
    objected = models.BooleanField(_("she objects"), default=False)
    centre = SealedTextField(_("social-work centre"))
    reason = SealedTextField(_("what is reported"))
    phoned_at = models.DateTimeField(_("told by phone"), null=True, blank=True)
    written_at = models.DateTimeField(_("sent in writing"), null=True, blank=True)
    tell_by = models.DateTimeField(_("to be told by"), editable=False)
    write_by = models.DateTimeField(_("to be written by"), null=True, blank=True, editable=False)

    learnt_on = kept(LocalDay("learnt_at"))

    objects = scoped(DutyReportQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("report to the social-work centre")
        verbose_name_plural = _("reports to the social-work centre")
        ordering = ["-learnt_at"]
        constraints = [
            sane("duty_report", "learnt_at", "phoned_at", "written_at"),
            models.CheckConstraint(
                name="duty_report_objection_where_allowed",
                condition=Q(objected=False) | Q(about_child=False, crime_suspected=False),
                violation_error_message=_("She can't object: it is about a child, or a crime is suspected."),
            ),
            models.CheckConstraint(
                name="duty_report_after_learning",
                condition=(Q(phoned_at=None) | Q(phoned_at__gte=F("learnt_at")))
                & (Q(written_at=None) | Q(written_at__gte=F("learnt_at"))),
                violation_error_message=_("It can't be told before we learnt of it."),
            ),
        ]

    icon = "report"


STAGE = When_(
    When(annulled_on__isnull=False, then=Value(OrderStage.ANNULLED.value)),
    When(court_60_on__isnull=False, then=Value(OrderStage.LONGEST.value)),
    When(court_15_on__isnull=False, then=Value(OrderStage.COURT.value)),
    default=Value(OrderStage.HOURS.value),
    output_field=CharField(),
)


class BarringOrderQuerySet(ClockQuerySet):
    """An order belongs to the day on which it was first pronounced."""

    day = "ordered_on"


@tracked
class BarringOrder(Clock):
    """The police's barring order (ZNPPol art. 60): all its times count from the first oral hour."""

    ordered_at = models.DateTimeField(_("pronounced"))
    station = models.CharField(_("police station"), max_length=80, blank=True)
    offence = models.CharField(_("offence"), max_length=12, choices=Offence, blank=True)
    written_at = models.DateTimeField(_("in writing"), null=True, blank=True)
    court_15_on = models.DateField(_("prolonged by the court"), null=True, blank=True)
    proposed_60_on = models.DateField(_("she proposed 60 days"), null=True, blank=True)
    court_60_on = models.DateField(_("prolonged to 60 days"), null=True, blank=True)
    annulled_on = models.DateField(_("annulled"), null=True, blank=True)

    ordered_on = kept(LocalDay("ordered_at"))
    stage = models.GeneratedField(
        expression=STAGE, output_field=models.CharField(max_length=12, choices=OrderStage), db_persist=True
    )

    objects = scoped(BarringOrderQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("barring order")
        verbose_name_plural = _("barring orders")
        ordering = ["-ordered_at"]
        constraints = [
            sane(
                "barring_order",
                "ordered_at",
                "written_at",
                "court_15_on",
                "proposed_60_on",
                "court_60_on",
                "annulled_on",
            ),
            models.CheckConstraint(
                name="barring_order_60_after_15",
                condition=Q(court_60_on=None) | ~Q(court_15_on=None) & Q(court_60_on__gte=F("court_15_on")),
                violation_error_message=_("The court prolongs to 60 days only what it has prolonged before."),
            ),
            models.CheckConstraint(
                name="barring_order_written_after_oral",
                condition=Q(written_at=None) | Q(written_at__gte=F("ordered_at")),
                violation_error_message=_("It can't be in writing before it was pronounced."),
            ),
        ]


class PartQuerySet(Records):
    seen_by = (Role.COUNSELLOR, Role.COORDINATOR)


class BreachQuerySet(PartQuerySet):
    day = "breached_on"
    programme_path = "order__case__programme"


@tracked
class Breach(SealedRecord):
    """A barring order was broken."""

    order = models.ForeignKey(BarringOrder, on_delete=models.CASCADE, related_name="breaches")
    breached_on = models.DateField(_("day"))
    words = SealedTextField(_("what happened, whom we told"))

    objects = scoped(BreachQuerySet, organisation="order__case__programme__organisation")

    class Meta:
        verbose_name = _("breach")
        verbose_name_plural = _("breaches")
        ordering = ["breached_on", "pk"]
        constraints = [sane("breach", "breached_on")]

    @property
    def programme_id(self):
        return self.order.case.programme_id

    def owner_vault(self):
        return self.order.case.client.vault


class CourtMeasureQuerySet(ClockQuerySet):
    """A measure belongs to the day of the decision."""

    day = "decided_on"


@tracked
class CourtMeasure(Clock):
    """What a court forbade, until when, and once longer."""

    kind = models.CharField(_("kind"), max_length=16, choices=MeasureKind)
    decided_on = models.DateField(_("decided"))
    until_on = models.DateField(_("until"))
    longer_until_on = models.DateField(_("prolonged until"), null=True, blank=True)
    ended_on = models.DateField(_("ended earlier"), null=True, blank=True)
    court = SealedTextField(_("court and number"))

    objects = scoped(CourtMeasureQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("court measure")
        verbose_name_plural = _("court measures")
        ordering = ["-decided_on"]
        constraints = [
            sane("court_measure", "decided_on", "until_on", "longer_until_on", "ended_on"),
            models.CheckConstraint(
                name="court_measure_runs_forward",
                condition=Q(until_on__gt=F("decided_on"))
                & (Q(longer_until_on=None) | Q(longer_until_on__gt=F("until_on")))
                & (Q(ended_on=None) | Q(ended_on__gte=F("decided_on"))),
                violation_error_message=_("A measure ends after it was decided, and is prolonged beyond its end."),
            ),
        ]


class TeamMeetingQuerySet(ClockQuerySet):
    """A team belongs to the day on which it met, else on which it was called."""

    day = "on"

    def met(self):
        return self.exclude(met_at=None)


@tracked
class TeamMeeting(Clock):
    """A multidisciplinary team: who called it, who was invited and came, what was agreed."""

    called_on = models.DateField(_("called"))
    called_by = SealedTextField(_("called by"))
    met_at = models.DateTimeField(_("meets"), null=True, blank=True)

    on = kept(LocalDay("met_at"), null=True)

    objects = scoped(TeamMeetingQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("team meeting")
        verbose_name_plural = _("team meetings")
        ordering = ["-called_on", "-pk"]
        constraints = [sane("team_meeting", "called_on", "met_at")]

    icon = "family"


class OfTeamQuerySet(PartQuerySet):
    programme_path = "meeting__case__programme"


@tracked
class Invited(SealedRecord):
    """Somebody whom a team meeting was announced to, and whether she came."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.CASCADE, related_name="invited")
    who = SealedTextField(_("who"))
    came = models.BooleanField(_("came"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(OfTeamQuerySet, organisation="meeting__case__programme__organisation")

    class Meta:
        verbose_name = _("invited")
        verbose_name_plural = _("invited")
        ordering = ["position", "pk"]

    @property
    def programme_id(self):
        return self.meeting.case.programme_id

    def owner_vault(self):
        return self.meeting.case.client.vault


@tracked
class AgreedStep(SealedRecord):
    """What a team agreed: what, whose, until when."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.CASCADE, related_name="agreed")
    words = SealedTextField(_("agreed"))
    owner = SealedTextField(_("whose"))
    until = models.DateField(_("until"), null=True, blank=True)
    done_on = models.DateField(_("done"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(OfTeamQuerySet, organisation="meeting__case__programme__organisation")

    class Meta:
        verbose_name = _("agreed step")
        verbose_name_plural = _("agreed steps")
        ordering = ["position", "pk"]
        constraints = [sane("agreed_step", "until", "done_on")]

    @property
    def programme_id(self):
        return self.meeting.case.programme_id

    def owner_vault(self):
        return self.meeting.case.client.vault


class SupervisedContactsQuerySet(ClockQuerySet):
    day = "ordered_on"


@tracked
class SupervisedContacts(Clock):
    """Contacts with a child under supervision, ordered by the court: how long, reported when, or why not carried out."""

    ordered_on = models.DateField(_("ordered"))
    until_on = models.DateField(_("until"))
    reported_on = models.DateField(_("last report to the court"), null=True, blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    not_carried_out = models.BooleanField(_("not carried out"), default=False)
    because = SealedTextField(_("why not"))

    objects = scoped(SupervisedContactsQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("supervised contacts")
        verbose_name_plural = _("supervised contacts")
        ordering = ["-ordered_on"]
        constraints = [
            sane("supervised_contacts", "ordered_on", "until_on", "reported_on", "ended_on"),
            models.CheckConstraint(
                name="supervised_contacts_run_forward",
                condition=Q(until_on__gt=F("ordered_on")) & (Q(ended_on=None) | Q(ended_on__gte=F("ordered_on"))),
                violation_error_message=_("Contacts end after they were ordered."),
            ),
        ]

    icon = "family"


class CourtDateQuerySet(ClockQuerySet):
    day = "on"


@tracked
class CourtDate(Clock):
    """A day in court."""

    starts_at = models.DateTimeField(_("when"))
    court = SealedTextField(_("where"))
    matter = SealedTextField(_("about what"))
    result = SealedTextField(_("what came of it"))

    on = kept(LocalDay("starts_at"))

    objects = scoped(CourtDateQuerySet, organisation="case__programme__organisation")

    class Meta:
        verbose_name = _("court date")
        verbose_name_plural = _("court dates")
        ordering = ["-starts_at"]
        constraints = [
            sane("court_date", "starts_at"),
        ]


CLOCKS = [DutyReport, BarringOrder, CourtMeasure, TeamMeeting, SupervisedContacts, CourtDate]
