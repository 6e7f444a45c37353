"""What every programme with cases counts: carried over, new, handled, closed, open at the end; what happened to whom."""

from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from cases.models import CaseClosing, CaseMonth, CaseOpening, DaysFrom, FirstTalk, Incident, Reached, Victim
from cases.vocabulary import FAMILY, OUTSIDE_THE_FAMILY, LeadsTo, Relation, Sex, Violence
from programmes.models import Vocabulary
from reporting.figures.clocks import CareFigures
from reporting.figures.dimensions import AnyOf, Choice, Month, Terms
from reporting.figures.groups import GroupFigures
from reporting.figures.measures import count, difference, mean, people
from reporting.figures.sets import Breakdown, Figure
from reporting.printing import CASES, CHILDREN, DAYS, INCIDENTS, ONE_DECIMAL, OUTCOMES, PEOPLE, TALKS

months = CaseMonth.objects.all()
incidents = Incident.objects.all()
victims = Victim.objects.all()
kinds = AnyOf("kinds", Violence, _("kind of violence"), _("by kind of violence"))


class SexOfVictim(Choice):
    """Of somebody with a code as it stands there, else as it was written in the case."""

    def __init__(self):
        super().__init__("person__sex", Sex, _("sex"), _("by sex"))

    def expression(self, scope, words):
        return Coalesce(NullIf(F("person__client__sex"), Value(Sex.NOT_KNOWN.value)), F("person__sex"))

    def narrow(self, records, key, scope, words):
        return records.alias(_sex=self.expression(scope, words)).filter(_sex=key)


class CaseFigures(CareFigures, GroupFigures):
    cases_handled = Figure(
        _("Cases handled"),
        people(months, "case"),
        unit=CASES,
        definition=_("Cases that were open on at least one day of the period: those carried over and the new ones."),
    )
    cases_new = Figure(
        _("New cases"),
        count(CaseOpening.objects.all()),
        unit=CASES,
        definition=_("Cases opened in the period. A case that is opened again is a new one."),
    )
    cases_carried_over = Figure(
        _("Cases carried over"),
        difference(cases_handled, cases_new),
        unit=CASES,
        definition=_("Cases handled less new ones: those that were open already when the period began."),
    )
    cases_closed = Figure(
        _("Cases closed"),
        count(CaseClosing.objects.all()),
        unit=CASES,
        definition=_("Cases closed in the period."),
    )
    cases_open_at_end = Figure(
        _("Cases open at the end"),
        difference(cases_handled, cases_closed),
        unit=CASES,
        definition=_("Cases handled less those closed: they are carried over into the next period."),
    )
    incidents_told = Figure(
        _("Events of violence told"),
        count(incidents),
        unit=INCIDENTS,
        definition=_("Acts or periods of violence that we were told of in the period, whenever they happened."),
    )
    incidents_in_family = Figure(
        _("Events of violence in the family"),
        count(incidents.filter(perpetrator__relation__in=FAMILY)),
        unit=INCIDENTS,
        definition=_(
            "Events whose perpetrator is a family member as the Domestic Violence Prevention Act says it, "
            "also where the relation has ended."
        ),
    )
    incidents_outside_family = Figure(
        _("Events of violence outside the family"),
        count(incidents.filter(perpetrator__relation__in=OUTSIDE_THE_FAMILY)),
        unit=INCIDENTS,
        definition=_("Events whose perpetrator is no family member as the act says it."),
    )
    victims_direct = Figure(
        _("People hit by violence"),
        people(victims.direct(), "person"),
        unit=PEOPLE,
        definition=_("Different people of the cases whom an event told in the period hit directly."),
    )
    children_direct = Figure(
        _("Children hit by violence"),
        people(victims.direct().children(), "person"),
        unit=CHILDREN,
        definition=_("Different children of the cases whom an event told in the period hit directly."),
    )
    children_witnesses = Figure(
        _("Children who witnessed violence"),
        people(victims.witnesses().children(), "person"),
        unit=CHILDREN,
        definition=_(
            "Different children of the cases who were present at an event told in the period. "
            "Who was also hit directly stands in both figures."
        ),
    )

    first_talks = Figure(
        _("First talks"),
        count(FirstTalk.objects.all()),
        unit=TALKS,
        definition=_("First talks of cases that were held in the period."),
    )
    first_talks_waited = Figure(
        _("First talks after a known wait"),
        count(FirstTalk.objects.after_waiting()),
        unit=TALKS,
        definition=_("First talks of cases of which it is known when she asked for help."),
    )
    waiting_days = Figure(
        _("Wait for the first talk"),
        mean(FirstTalk.objects.after_waiting(), DaysFrom("talked_on", "case__asked_on")),
        unit=DAYS,
        decimals=ONE_DECIMAL,
        definition=_("Days from asking for help to the first talk, averaged over the first talks after a known wait."),
    )
    outcomes_reached = Figure(
        _("Outcomes"),
        count(Reached.objects.all()),
        unit=OUTCOMES,
        definition=_("What came of the work with somebody, each on its day: a barring order, custody, a job, a flat."),
    )

    cases_by_month = Breakdown(
        cases_handled,
        cases_carried_over,
        cases_new,
        cases_closed,
        cases_open_at_end,
        rows=Month("on"),
        label=_("Cases by month"),
        why_not=_("A case that is open in several months is handled in each of them; the total counts it once."),
    )
    cases_closed_by_outcome = Breakdown(
        cases_closed,
        rows=Terms("case__outcome", Vocabulary.CASE_OUTCOME, _("how it ended"), _("by how they ended")),
    )
    first_talks_by_what_they_lead_to = Breakdown(
        first_talks, rows=Choice("leads_to", LeadsTo, _("leads to"), _("by what they lead to"))
    )
    outcomes_by_kind = Breakdown(
        outcomes_reached, rows=Terms("what", Vocabulary.OUTCOME, _("what was reached"), _("by kind"))
    )
    incidents_by_kind = Breakdown(
        incidents_told,
        rows=kinds,
        why_not=_("An event may be of several kinds; the total counts it once."),
    )
    victims_by_kind_and_sex = Breakdown(
        victims_direct,
        rows=AnyOf("incident__kinds", Violence, _("kind of violence"), _("by kind of violence")),
        columns=SexOfVictim(),
        why_not=_("Somebody may suffer several kinds of violence; the total counts her once."),
    )
    incidents_by_relation = Breakdown(
        incidents_told,
        rows=Choice("perpetrator__relation", Relation, _("perpetrator"), _("by who the perpetrator is to her")),
    )
