"""Small invented years of every kind of programme, with much that is missing, odd or at the edge of the year."""

import random
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import cycle
from zoneinfo import ZoneInfo

from cases.models import Case, Contact, Invitation, Participation, Service
from cases.vocabulary import (
    Answer,
    AttemptResult,
    CalledBy,
    Caller,
    Channel,
    Direction,
    Employment,
    FollowUp,
    Institution,
    LeadsTo,
    Relation,
    Result,
    ServiceKind,
    Setting,
    Sex,
    Subject,
    UserKind,
    Violence,
)
from programmes.models import (
    Activity,
    ActivityKind,
    ActivityState,
    Attendance,
    Audience,
    Duty,
    EngagementKind,
    InstitutionKind,
    Kind,
    Vocabulary,
    VolunteerWork,
    WorkKind,
    WorkState,
)
from reporting.models import Plan
from shelters.models import Outcome, Resident
from tests.factories import (
    AgreementFactory,
    BedFactory,
    CallAttemptFactory,
    CaseFactory,
    CasePersonFactory,
    ClientFactory,
    ClosureFactory,
    ContactFactory,
    DirectoryEntryFactory,
    DutyShiftFactory,
    EngagementFactory,
    EnquiryFactory,
    FirstTalkFactory,
    GroupFactory,
    HouseFactory,
    HouseholdFactory,
    IncidentFactory,
    InterpreterUseFactory,
    InterventionFactory,
    MessageFactory,
    OpeningHoursFactory,
    ProgrammeFactory,
    ReachedFactory,
    ReferralFactory,
    RoomFactory,
    ServiceFactory,
    TalkPartFactory,
    TermFactory,
    UnitFactory,
    WorkerFactory,
    stay_in,
)
from tests.reporting.care import Care

HERE = ZoneInfo("Europe/Ljubljana")
FIRST, LAST = datetime(2020, 12, 28, tzinfo=HERE), datetime(2022, 1, 3, tzinfo=HERE)


def at(year, month, day, hour=12, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=HERE)


class Year:
    """2021 with its neighbours' last and first days, by a seed."""

    def __init__(self, kind, seed=1):
        self.luck, self.apart = random.Random(seed), random.Random(f"{seed}, apart")
        self.programme = ProgrammeFactory(kind=kind)
        self.organisation = self.programme.organisation
        self.elsewhere = ProgrammeFactory(organisation=self.organisation, kind=Kind.OTHER)
        self.units = [UnitFactory(programme=self.programme), UnitFactory(programme=self.programme), None]
        self.workers = [WorkerFactory(organisation=self.organisation) for _ in range(8)]
        self.clients = [
            ClientFactory(
                organisation=self.organisation,
                sex=self.pick(list(Sex)),
                born_on=self.pick([None, date(2012, 2, 29), date(1980, 7, 1), date(2006, 6, 15)]),
                born_in=self.pick([None, 1955, 1999]),
            )
            for _ in range(12)
        ]
        self.terms = {vocabulary: self.words(vocabulary) for vocabulary in Vocabulary}

    def pick(self, several):
        return self.luck.choice(several)

    def some(self, several):
        return self.luck.sample(several, self.luck.randint(0, min(3, len(several))))

    def moment(self):
        return FIRST + (LAST - FIRST) * self.luck.random()

    def words(self, vocabulary):
        """Three words, one a part of another and one retired, and nothing."""
        where = {"organisation": self.organisation, "programme": None, "vocabulary": vocabulary}
        if vocabulary in (Vocabulary.AGE_BAND, Vocabulary.LENGTH_BAND):
            bands = [(None, 14), (15, 40), (41, 90)] if vocabulary == Vocabulary.AGE_BAND else [(0, 6), (7, 21)]
            return [TermFactory(**where, lower=lower, upper=upper) for lower, upper in bands] + [None]
        top = TermFactory(**where)
        return [top, TermFactory(**where, parent=top), TermFactory(**where, retired_on=date(2021, 5, 1)), None]

    def keys(self, vocabulary):
        return [term.key for term in self.some([term for term in self.terms[vocabulary] if term])]

    def contacts(self, number):
        edges = [at(2021, 1, 1, 0), at(2020, 12, 31, 23, 59), at(2021, 12, 31, 23, 59), at(2022, 1, 1, 0)]
        edges += [at(2021, 10, 31, 2, 30), at(2021, 10, 31, 2, 30).replace(fold=1), at(2021, 3, 28, 3, 0)]
        for moment in edges + [self.moment() for _ in range(number)]:
            contact = ContactFactory(
                programme=self.programme,
                unit=self.pick(self.units),
                channel=self.pick([*Channel, Channel.CALL, Channel.CALL]),
                started_at=moment,
                minutes=self.luck.randint(0, 90),
                subject=self.pick([*Subject, Subject.VIOLENCE, ""]),
                caller=self.pick([*Caller, ""]),
                sex=self.pick([*Sex, ""]),
                setting=self.pick([*Setting, ""]),
                kinds=self.some(list(Violence)),
                acute_danger=self.pick([*Answer, ""]),
                suicidal=self.pick([*Answer, ""]),
                follow_up=self.pick([*FollowUp, ""]),
                interpreter=self.pick([True, False]),
                children=self.pick([None, 0, 2]),
                age_band=self.pick(self.terms[Vocabulary.AGE_BAND]),
                municipality=self.pick(self.terms[Vocabulary.MUNICIPALITY]),
                language=self.pick(self.terms[Vocabulary.LANGUAGE]),
                heard_from=self.pick(self.terms[Vocabulary.HEARD_FROM]),
                relation=self.pick(self.terms[Vocabulary.RELATION]),
                given=self.keys(Vocabulary.HELP_GIVEN),
                referred_to=self.keys(Vocabulary.REFERRED_TO),
            )
            self.desk_work(contact)
            if contact.is_in_writing:
                self.conversation(contact)

    def desk_work(self, contact):
        """What the desk did beside the talk; its chance is its own, so that other records stay as they are."""
        luck = random.Random(str(contact.started_at))
        done = luck.choice([None, contact.started_at + timedelta(days=1)])
        contact.followed_up_at = done
        contact.given_up_at = None if done else luck.choice([None, contact.started_at + timedelta(days=2)])
        contact.save()
        for result in luck.sample(list(AttemptResult), luck.choice([0, 1, 2])):
            CallAttemptFactory(contact=contact, result=result, tried_at=contact.started_at + timedelta(hours=20))
        Contact.objects.filter(pk=contact.pk).update(client=luck.choice([*self.clients[:4], *[None] * 6]))
        for worker in luck.sample(self.workers, luck.choice([0, 0, 1, 2])):
            TalkPartFactory(contact=contact, worker=worker, minutes=luck.randint(0, contact.minutes))

    def referrals(self, number):
        entries = [
            DirectoryEntryFactory(organisation=self.organisation, kind=kind)
            for kind in [*InstitutionKind, InstitutionKind.POLICE]
        ]
        contacts = list(Contact.objects.of(self.programme))
        for pair in self.luck.sample([(contact, entry) for contact in contacts for entry in entries], number):
            ReferralFactory(contact=pair[0], entry=pair[1])

    def interpreters(self, number):
        talks = list(Contact.objects.of(self.programme)) + list(Service.objects.of(self.programme))
        for talk in self.luck.sample(talks, number):
            kind = "contact" if isinstance(talk, Contact) else "service"
            InterpreterUseFactory(
                **{kind: talk},
                programme=self.programme,
                interpreter=self.pick(self.workers),
                language=self.pick(self.terms[Vocabulary.LANGUAGE]),
                minutes=self.luck.randint(5, 90),
                cost=self.pick([None, Decimal("12.50"), Decimal("40.00")]),
            )

    def directory(self, number):
        for kind, _ in zip(cycle(InstitutionKind), range(number), strict=False):
            DirectoryEntryFactory(
                organisation=self.organisation,
                kind=kind,
                listed_on=self.pick([date(2020, 1, 1), date(2021, 12, 31), date(2022, 1, 1)]),
                checked_on=self.pick([None, date(2021, 6, 30), date(2021, 7, 1), date(2021, 12, 1)]),
                retired_on=self.pick([None, None, date(2021, 12, 31), date(2022, 1, 1)]),
            )

    def cases(self, number):
        """Of one client after the other, in this programme one at a time; some with people and incidents."""
        for client in self.clients:
            opened = FIRST.date() - timedelta(days=self.luck.randint(0, 60))
            for _ in range(number):
                closed = opened + timedelta(days=self.luck.randint(0, 200))
                case = CaseFactory(
                    programme=self.programme,
                    client=client,
                    asked_on=self.pick([None, opened - timedelta(days=self.luck.randint(0, 20))]),
                    opened_on=opened,
                    closed_on=closed,
                    outcome=self.pick(self.terms[Vocabulary.CASE_OUTCOME]),
                )
                self.incidents(case)
                FirstTalkFactory(case=case, leads_to=self.pick([*LeadsTo, ""]))
                ReachedFactory(case=case, on=closed, what=self.pick(self.terms[Vocabulary.OUTCOME][:3]))
                opened = closed + timedelta(days=self.luck.randint(0, 100))
            CaseFactory(programme=self.programme, client=client, opened_on=opened)

    def incidents(self, case):
        people = [
            CasePersonFactory(case=case, role=role, sex=self.pick(list(Sex)), client=client)
            for role, client in (("client", case.client), ("child", None), ("relative", None))
        ]
        him = CasePersonFactory(case=case, role="perpetrator", relation=self.pick([*Relation, ""]))
        for _ in range(self.luck.randint(0, 3)):
            IncidentFactory(
                case=case,
                told_on=self.pick([case.opened_on, case.closed_on, self.moment().date()]),
                kinds=self.some(list(Violence)),
                perpetrator=self.pick([him, None]),
                **self.pick([{"direct": people}, {"direct": people[:1], "witnesses": people[1:]}, {}]),
            )

    def services(self, number):
        kinds = [
            TermFactory(
                organisation=self.organisation, vocabulary=Vocabulary.SERVICE_KIND, key=f"our-{kind}", counts_as=kind
            )
            for kind in ServiceKind
        ]
        groups = [GroupFactory(programme=self.programme), GroupFactory(programme=self.programme), None, None]
        for _ in range(number):
            service = ServiceFactory(
                programme=self.programme,
                kind=self.pick(kinds),
                group=self.pick(groups),
                started_at=self.moment(),
                minutes=self.luck.randint(0, 200),
                received_as=self.pick([*UserKind, ""]),
                institution=self.pick([*Institution, ""]),
                result=self.pick([*Result, ""]),
                receivers=self.some(self.clients),
            )
            for client in self.some(self.clients):
                Invitation.objects.create(service=service, client=client)
        once = ClientFactory(organisation=self.organisation, born_on=date(2010, 1, 1))
        Participation.objects.create(
            service=ServiceFactory(programme=self.programme, kind=kinds[0], started_at=at(2021, 6, 1)), client=once
        )

    def work(self, number):
        for _ in range(number):
            VolunteerWork.objects.create(
                worker=self.pick(self.workers[:5]),
                programme=self.pick([self.programme, self.programme, self.elsewhere]),
                kind=self.pick(list(WorkKind)),
                on=self.moment().date(),
                hours=Decimal(self.luck.randint(1, 20)) / 2,
                state=self.apart.choice([WorkState.CONFIRMED] * 9 + [WorkState.WRITTEN]),
            )
        self.papers()
        VolunteerWork.objects.filter(programme=self.programme).update(unit=self.units[0])
        for worker, kind in zip(self.workers, list(EngagementKind) * 3, strict=False):
            EngagementFactory(
                worker=worker,
                kind=kind,
                started_on=self.pick([date(2020, 1, 1), self.moment().date()]),
                ended_on=self.pick([None, date(2021, 12, 31), date(2022, 1, 1), date(2023, 1, 1)]),
            )
        for _ in range(number):
            called_at = self.moment()
            InterventionFactory(
                programme=self.programme,
                called_at=called_at,
                returned_at=self.pick([None, called_at + timedelta(minutes=self.luck.randint(1, 900))]),
                called_by=self.pick([*CalledBy, ""]),
                task=self.pick(self.terms[Vocabulary.STANDBY_TASK]),
                outcome=self.pick(self.terms[Vocabulary.STANDBY_OUTCOME]),
                taking_part=self.some(self.workers),
            )
        OpeningHoursFactory(programme=self.programme)
        OpeningHoursFactory(programme=self.programme, duty=Duty.CHAT, unit=self.units[0], to_time=time(17, 30))
        for _ in range(number):
            starts_at = self.moment()
            DutyShiftFactory(
                programme=self.programme,
                duty=self.pick(list(Duty)),
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=self.luck.randint(1, 24)),
            )

    def papers(self):
        """Who the volunteers are, and what they signed."""
        for worker in self.workers[:5]:
            worker.sex, worker.born_in = self.apart.choice(list(Sex)), self.apart.choice([None, 1950, 1991, 2010])
            worker.save()
            AgreementFactory(worker=worker, valid_from=self.apart.choice([date(2020, 1, 1), date(2021, 5, 3)]))

    def activities(self, number):
        for kind, _ in zip(cycle(ActivityKind), range(number), strict=False):
            activity = Activity.objects.create(
                programme=self.programme,
                kind=kind,
                on=self.moment().date(),
                participants=self.pick([None, 3, 7, 30]),
                state=self.apart.choice([*ActivityState, ActivityState.HELD]),
                planned_on=self.apart.choice([None, date(2021, 3, 1), date(2021, 12, 31), date(2022, 1, 1)]),
                copies=self.apart.choice([None, 50, 400]),
            )
            for group in self.apart.sample(self.terms[Vocabulary.TARGET_GROUP][:3], 2):
                Audience.objects.create(activity=activity, group=group, participants=self.apart.randint(1, 20))
            for worker in self.some(self.workers):
                Attendance.objects.create(activity=activity, worker=worker, completed=self.pick([True, False]))
        Plan.objects.create(programme=self.programme, year=2021, figure="users", value=70)

    def stays(self, number):
        houses = [HouseFactory(programme=self.programme), HouseFactory(programme=self.programme)]
        houses[1].opened_on = date(2021, 10, 1)
        houses[1].save()
        beds = [BedFactory(room=RoomFactory(house=self.pick(houses))) for _ in self.clients]
        ClosureFactory(bed=beds[0], closed_on=date(2021, 2, 1), reopens_on=date(2021, 2, 22))
        for client, bed in zip(self.clients, beds, strict=True):
            moment = FIRST - timedelta(days=20)
            for _ in range(number):
                moment += timedelta(days=self.luck.randint(1, 90), hours=self.luck.randint(0, 23))
                left = moment + timedelta(hours=self.luck.randint(1, 1000))
                if moment > LAST:
                    break
                self.stay(client, bed, moment, left)
                moment = left
        for referrer in [*self.terms[Vocabulary.REFERRER]] * 3:
            EnquiryFactory(
                programme=self.programme,
                asked_at=self.moment(),
                referrer=referrer,
                interviewed_on=self.pick([None, date(2021, 3, 3)]),
                outcome=self.pick(list(Outcome)),
            )

    def conversation(self, contact):
        """Messages to and fro, some of them unanswered for days; their chance is their own."""
        luck = random.Random(f"messages {contact.started_at}")
        written_at = contact.started_at
        for place in range(luck.randint(0, 5)):
            MessageFactory(
                contact=contact, direction=luck.choice(list(Direction)), written_at=written_at, position=place
            )
            written_at += timedelta(minutes=luck.choice([0, 20, 300, 2000]))

    def stay(self, client, bed, arrived_at, left_at):
        stay_in(
            bed,
            client=client,
            household=HouseholdFactory(programme=self.programme),
            resident=self.pick(list(Resident)),
            arrived_at=arrived_at,
            left_at=left_at,
            referrer=self.pick(self.terms[Vocabulary.REFERRER]),
            reason=self.pick(self.terms[Vocabulary.REASON]),
            destination=self.pick(self.terms[Vocabulary.DESTINATION]),
            employment=self.pick([*Employment, ""]),
            questionnaire_on=self.pick([None, left_at.date()]),
        )


def year_of(kind, seed=1):
    year = Year(kind, seed)
    year.work(25)
    year.activities(30)
    if kind == Kind.HELPLINE:
        year.contacts(120)
        year.referrals(60)
    year.directory(14)
    if kind in (Kind.SHELTER, Kind.CRISIS_CENTRE):
        year.stays(6)
    if kind not in (Kind.PREVENTION, Kind.GOVERNANCE):
        year.services(70)
        year.cases(3)
        care = Care(year.organisation)
        for case in Case.objects.of(year.programme).filter(closed_on=None).select_related("client__vault"):
            care.give(case)
        year.interpreters(30)
    return year
