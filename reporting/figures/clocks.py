"""What every programme with cases counts of reports, orders, measures and teams."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models import BarringOrder, Breach, CourtMeasure, DutyReport, SupervisedContacts, TeamMeeting
from cases.vocabulary import MeasureKind, Offence, OrderStage
from reporting.figures.dimensions import Choice, Dimension
from reporting.figures.measures import count, people
from reporting.figures.plans import PlanFigures
from reporting.figures.sets import Breakdown, Figure, FigureSet
from reporting.printing import BREACHES, CASES, MEASURES, MEETINGS, ORDERS, REPORTS


class Written(Dimension):
    """Parts by the words that stand in a column; none is not recorded."""

    def nothing(self):
        return super().nothing() | Q(**{self.field: ""})


class ClockFigures(FigureSet):
    duty_reports = Figure(
        _("Reports to the social-work centre"),
        count(DutyReport.objects.given()),
        unit=REPORTS,
        definition=_(
            "Reports of which we learnt the reason in the period and that were given, by phone or in writing."
        ),
    )
    duty_reports_in_time = Figure(
        _("Reports given in time"),
        count(DutyReport.objects.in_time()),
        unit=REPORTS,
        definition=_("Reports told within the limit of hours, and after a call written within the limit of days."),
    )
    duty_reports_late = Figure(
        _("Reports given late"),
        count(DutyReport.objects.late()),
        unit=REPORTS,
        definition=_("Reports that were given, but not within the limits."),
    )
    barring_orders = Figure(
        _("Police barring orders"),
        count(BarringOrder.objects.all()),
        unit=ORDERS,
        definition=_("Barring orders first pronounced in the period; each counts once, at its last stage."),
    )
    barring_order_breaches = Figure(
        _("Breaches of barring orders"),
        count(Breach.objects.all()),
        unit=BREACHES,
        definition=_("Breaches of barring orders in the period."),
    )
    court_measures = Figure(
        _("Court measures"),
        count(CourtMeasure.objects.all()),
        unit=MEASURES,
        definition=_("Measures that a court decided on in the period."),
    )
    team_meetings = Figure(
        _("Multidisciplinary team meetings"),
        count(TeamMeeting.objects.met()),
        unit=MEETINGS,
        definition=_("Meetings of multidisciplinary teams held in the period."),
    )
    cases_with_team = Figure(
        _("Cases with a team meeting"),
        people(TeamMeeting.objects.met(), "case"),
        unit=CASES,
        definition=_("Different cases with at least one team meeting in the period."),
    )
    supervised_contacts = Figure(
        _("Supervised contacts ordered"),
        count(SupervisedContacts.objects.all()),
        unit=ORDERS,
        definition=_("Orders of supervised contacts with a child in the period, carried out or not."),
    )

    orders_by_stage = Breakdown(
        barring_orders, rows=Choice("stage", OrderStage, _("last stage"), _("by their last stage"))
    )
    orders_by_station = Breakdown(barring_orders, rows=Written("station", _("police station"), _("by police station")))
    orders_by_offence = Breakdown(barring_orders, rows=Choice("offence", Offence, _("offence"), _("by offence")))
    measures_by_kind = Breakdown(court_measures, rows=Choice("kind", MeasureKind, _("kind"), _("by kind")))


class CareFigures(PlanFigures, ClockFigures):
    """Of a programme with cases."""
