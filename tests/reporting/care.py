"""Risk, plans and deadlines of a year and of the days beside it, some of each kind."""

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cases.models import Breach, DutyReport, SupervisedContacts, TeamMeeting
from cases.vocabulary import GoalState, MeasureKind, Offence, RiskLevel
from tests import factories

FIRST = datetime(2020, 12, 28, 12, tzinfo=ZoneInfo("Europe/Ljubljana"))
STATIONS = ["PP Celje", "PP Kranj", ""]


class Care:
    """Has its own chance: what else the year holds stays as it is."""

    def __init__(self, organisation, seed=1):
        self.luck = random.Random(f"care/{seed}")
        self.instrument = factories.InstrumentFactory(organisation=organisation)

    def at(self):
        return FIRST + timedelta(days=self.luck.randint(0, 371))

    def on(self):
        return self.at().date()

    def give(self, case):
        for _ in range(3):
            factories.RiskAssessmentFactory(
                case=case,
                instrument=self.instrument,
                assessed_at=self.at(),
                level=self.luck.choice([*RiskLevel, ""]),
            )
        for number in (1, 2):
            factories.SafetyPlanFactory(case=case, number=number, made_at=self.at())
        self.goals(case)
        self.measures(case)
        self.teams(case)

    def goals(self, case):
        made_on = self.on()
        plan = factories.IndividualPlanFactory(
            case=case, made_on=made_on, ended_on=self.luck.choice([None, made_on + timedelta(days=20)])
        )
        for state in self.luck.sample(list(GoalState), 2):
            factories.GoalFactory(plan=plan, state=state)

    def measures(self, case):
        order = factories.BarringOrderFactory(
            case=case,
            ordered_at=self.at(),
            station=self.luck.choice(STATIONS),
            offence=self.luck.choice([*Offence, ""]),
            court_15_on=self.luck.choice([None, FIRST.date()]),
        )
        Breach.objects.create(order=order, breached_on=self.on())
        factories.CourtMeasureFactory(case=case, decided_on=self.on(), kind=self.luck.choice(list(MeasureKind)))
        ordered_on = self.on()
        SupervisedContacts.objects.create(case=case, ordered_on=ordered_on, until_on=ordered_on + timedelta(days=90))

    def teams(self, case):
        for told in (None, 2, 30):
            learnt_at = self.at()
            DutyReport.objects.create(
                case=case,
                learnt_at=learnt_at,
                written_at=told and learnt_at + timedelta(hours=told),
                tell_by=learnt_at + timedelta(hours=24),
            )
        for met_at in (None, self.at()):
            TeamMeeting.objects.create(case=case, called_on=self.on(), met_at=met_at)
