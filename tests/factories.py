"""Invented organisations, people and records for tests. Whatever a test does not name is made fitting."""

from datetime import date, time, timedelta
from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from zeal import zeal_ignore

from accounts.models import User
from accounts.roles import Role
from cases.models import (
    BarringOrder,
    CallAttempt,
    Case,
    CasePerson,
    Client,
    Clue,
    Contact,
    CourtMeasure,
    Disclosure,
    Draft,
    FirstTalk,
    Goal,
    GoalStep,
    Group,
    HandOver,
    Holding,
    Incident,
    IndividualPlan,
    Instrument,
    InterpreterUse,
    Intervention,
    InterventionWorker,
    Involved,
    Membership,
    Message,
    Participation,
    ProgressRating,
    Reached,
    Referral,
    Release,
    RiskAssessment,
    RiskBand,
    RiskItem,
    SafetyPlan,
    Service,
    ShiftNote,
    ShiftNoteSignature,
    TalkPart,
    TeamMeeting,
    Victim,
)
from cases.vocabulary import (
    Basis,
    CaseRole,
    Channel,
    Exposure,
    Institution,
    Recipient,
    Shared,
    Subject,
    Violence,
)
from programmes.models import (
    Activity,
    ActivityKind,
    Agreement,
    Assignment,
    Attendance,
    Declaration,
    DirectoryEntry,
    Duty,
    DutyShift,
    Engagement,
    EngagementKind,
    InstitutionKind,
    Kind,
    OpeningHours,
    Organisation,
    Programme,
    Proof,
    Specialist,
    SpecialistKind,
    Swap,
    Term,
    Unit,
    Vocabulary,
    VolunteerWork,
    Weekday,
    WeekPattern,
    Worker,
)
from shelters.models import (
    Bed,
    Closure,
    Enquiry,
    House,
    Household,
    Placement,
    Resident,
    Room,
    Stay,
)

PASSWORD = "modra lipa ob potoku"


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    key = factory.Sequence(lambda n: f"organisation-{n}")
    name = factory.Sequence(lambda n: f"Društvo {n}")
    displayed_name = "Lipa"


class ProgrammeFactory(DjangoModelFactory):
    class Meta:
        model = Programme

    organisation = factory.SubFactory(OrganisationFactory)
    key = factory.Sequence(lambda n: f"programme-{n}")
    name = factory.Sequence(lambda n: f"Program {n}")
    kind = Kind.HELPLINE


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    programme = factory.SubFactory(ProgrammeFactory)
    key = factory.Sequence(lambda n: f"unit-{n}")
    name = factory.Sequence(lambda n: f"Enota {n}")


class TermFactory(DjangoModelFactory):
    """`programme` alone gives a word of its own; without it the word is the organisation's."""

    class Meta:
        model = Term

    organisation = factory.Maybe(
        "programme",
        factory.SelfAttribute("programme.organisation"),
        factory.SubFactory(OrganisationFactory),
    )
    programme = None
    vocabulary = Vocabulary.MUNICIPALITY
    key = factory.Sequence(lambda n: f"term-{n}")
    label_sl = factory.Sequence(lambda n: f"beseda {n}")
    label_en = factory.Sequence(lambda n: f"word {n}")
    position = factory.Sequence(lambda n: n)


class UserFactory(DjangoModelFactory):
    """Signs in with PASSWORD. `works_in=[(programme, role), ...]` gives her roles; see `counsellor_in` and its like."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"oseba-{n}@primer.si")
    name = factory.Sequence(lambda n: f"Nina {n}")
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def works_in(user, create, programmes, **kwargs):
        for programme, role in programmes or []:
            Assignment.objects.create(user=user, programme=programme, role=role)


def user_in(role, *programmes, **fields):
    """Somebody who works in the programmes in one role and is a worker of their organisation."""
    user = UserFactory(works_in=[(programme, role) for programme in programmes], **fields)
    for programme in programmes[:1]:
        WorkerFactory(organisation=programme.organisation, user=user, name=user.name)
    return user


def counsellor_in(*programmes, **fields):
    return user_in(Role.COUNSELLOR, *programmes, **fields)


def coordinator_in(*programmes, **fields):
    return user_in(Role.COORDINATOR, *programmes, **fields)


def manager_in(*programmes, **fields):
    return user_in(Role.MANAGER, *programmes, **fields)


def administrator_in(*programmes, **fields):
    return user_in(Role.ADMINISTRATOR, *programmes, **fields)


class WorkerFactory(DjangoModelFactory):
    class Meta:
        model = Worker

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda n: f"D-{n:03}")
    name = factory.Sequence(lambda n: f"Vida {n}")


class EngagementFactory(DjangoModelFactory):
    class Meta:
        model = Engagement

    worker = factory.SubFactory(WorkerFactory)
    kind = EngagementKind.EMPLOYEE
    started_on = date(2020, 1, 1)


class VolunteerWorkFactory(DjangoModelFactory):
    """Two and a half hours of today, confirmed."""

    class Meta:
        model = VolunteerWork

    programme = factory.SubFactory(ProgrammeFactory)
    worker = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..programme.organisation"))
    on = factory.LazyFunction(timezone.localdate)
    hours = Decimal("2.5")


class AgreementFactory(DjangoModelFactory):
    class Meta:
        model = Agreement

    worker = factory.SubFactory(WorkerFactory)
    valid_from = date(2020, 1, 1)
    number = "12/2020"


class DeclarationFactory(DjangoModelFactory):
    class Meta:
        model = Declaration

    worker = factory.SubFactory(WorkerFactory)
    given_on = date(2020, 1, 1)


def volunteer_in(programme, **fields):
    """Somebody who volunteers for the programme's organisation since 2020."""
    worker = WorkerFactory(organisation=programme.organisation, **fields)
    EngagementFactory(worker=worker, kind=EngagementKind.VOLUNTEER)
    return worker


class DutyShiftFactory(DjangoModelFactory):
    """By default the eight hours around this moment."""

    class Meta:
        model = DutyShift

    programme = factory.SubFactory(ProgrammeFactory)
    worker = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..programme.organisation"))
    duty = Duty.PHONE
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=4))
    ends_at = factory.LazyAttribute(lambda shift: shift.starts_at + timedelta(hours=8))


class DirectoryEntryFactory(DjangoModelFactory):
    """A police station that somebody has checked today."""

    class Meta:
        model = DirectoryEntry

    organisation = factory.SubFactory(OrganisationFactory)
    key = factory.Sequence(lambda n: f"entry-{n}")
    name = factory.Sequence(lambda n: f"Policijska postaja {n}")
    kind = InstitutionKind.POLICE
    phone = "01 000 00 01"
    checked_on = factory.LazyFunction(timezone.localdate)


class SpecialistFactory(DjangoModelFactory):
    """An interpreter who is always there."""

    class Meta:
        model = Specialist

    worker = factory.SubFactory(WorkerFactory)
    kind = SpecialistKind.INTERPRETER


class InterpreterUseFactory(DjangoModelFactory):
    """In a contact, or in `service=...`, by somebody new."""

    class Meta:
        model = InterpreterUse

    contact = None
    service = None
    programme = factory.LazyAttribute(lambda use: (use.contact or use.service).programme)
    interpreter = factory.LazyAttribute(lambda use: WorkerFactory(organisation=use.programme.organisation))
    used_at = factory.LazyAttribute(lambda use: (use.contact or use.service).started_at)
    minutes = 30


class ReferralFactory(DjangoModelFactory):
    class Meta:
        model = Referral

    contact = factory.SubFactory("tests.factories.ContactFactory")
    entry = factory.SubFactory(
        DirectoryEntryFactory, organisation=factory.SelfAttribute("..contact.programme.organisation")
    )
    given_at = factory.SelfAttribute("contact.started_at")


class InterventionFactory(DjangoModelFactory):
    """Three hours ago, for two hours. `taking_part=[...]` went."""

    class Meta:
        model = Intervention
        skip_postgeneration_save = True

    programme = factory.SubFactory(ProgrammeFactory)
    called_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=3))
    returned_at = factory.LazyAttribute(lambda intervention: intervention.called_at + timedelta(hours=2))

    @factory.post_generation
    def taking_part(intervention, create, workers, **kwargs):
        for worker in workers or []:
            InterventionWorker.objects.create(intervention=intervention, worker=worker)


class ActivityFactory(DjangoModelFactory):
    class Meta:
        model = Activity

    programme = factory.SubFactory(ProgrammeFactory)
    kind = ActivityKind.BASIC_TRAINING
    on = factory.LazyFunction(timezone.localdate)


class ProofFactory(DjangoModelFactory):
    class Meta:
        model = Proof

    activity = factory.SubFactory(ActivityFactory, kind=ActivityKind.VULNERABLE_GROUP_WORKSHOP)
    name = "plakat.pdf"
    kind = "pdf"
    size = 8
    content = b"%PDF-1.7"


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    activity = factory.SubFactory(ActivityFactory)
    worker = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..activity.programme.organisation"))


class OpeningHoursFactory(DjangoModelFactory):
    """By default round the clock on every day, by phone."""

    class Meta:
        model = OpeningHours

    programme = factory.SubFactory(ProgrammeFactory)
    weekdays = Weekday.values
    valid_from = date(2020, 1, 1)


class WeekPatternFactory(DjangoModelFactory):
    """By default every day from 8 to 16."""

    class Meta:
        model = WeekPattern

    programme = factory.SubFactory(ProgrammeFactory)
    worker = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..programme.organisation"))
    weekdays = Weekday.values
    from_time = time(8)
    to_time = time(16)
    valid_from = date(2020, 1, 1)


class SwapFactory(DjangoModelFactory):
    """Asked of whoever will, for a shift of tomorrow."""

    class Meta:
        model = Swap

    shift = factory.SubFactory(DutyShiftFactory, starts_at=factory.LazyFunction(lambda: timezone.now() + timedelta(1)))
    asked_by = factory.SelfAttribute("shift.worker")


class ClientFactory(DjangoModelFactory):
    class Meta:
        model = Client

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda n: f"M-{1000 + n}")


class CaseFactory(DjangoModelFactory):
    class Meta:
        model = Case

    programme = factory.SubFactory(ProgrammeFactory)
    client = factory.SubFactory(ClientFactory, organisation=factory.SelfAttribute("..programme.organisation"))
    opened_on = factory.LazyFunction(timezone.localdate)


class ReleaseFactory(DjangoModelFactory):
    class Meta:
        model = Release

    case = factory.SubFactory(CaseFactory)
    given_on = factory.LazyFunction(timezone.localdate)
    until = factory.LazyAttribute(lambda release: release.given_on + timedelta(days=30))
    recipient_kind = Recipient.SOCIAL_WORK_CENTRE
    recipient = "CSD Izmišljeni Kraj"
    purpose = "denarna pomoč"
    parts = [Shared.CONFIRMATION, Shared.REPORT]


class DisclosureFactory(DjangoModelFactory):
    class Meta:
        model = Disclosure

    case = factory.SubFactory(CaseFactory)
    given_at = factory.LazyFunction(timezone.now)
    recipient_kind = Recipient.SOCIAL_WORK_CENTRE
    recipient = "CSD Izmišljeni Kraj"
    basis = Basis.DUTY_TO_REPORT
    parts = [Shared.EVENTS]


class HoldingFactory(DjangoModelFactory):
    class Meta:
        model = Holding

    case = factory.SubFactory(CaseFactory)
    worker = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..case.programme.organisation"))
    since_on = factory.SelfAttribute("case.opened_on")


class CasePersonFactory(DjangoModelFactory):
    class Meta:
        model = CasePerson

    case = factory.SubFactory(CaseFactory)
    role = CaseRole.CHILD


class FirstTalkFactory(DjangoModelFactory):
    class Meta:
        model = FirstTalk

    case = factory.SubFactory(CaseFactory)
    talked_on = factory.SelfAttribute("case.opened_on")


class ReachedFactory(DjangoModelFactory):
    class Meta:
        model = Reached

    case = factory.SubFactory(CaseFactory)
    on = factory.SelfAttribute("case.opened_on")
    what = factory.SubFactory(
        TermFactory,
        programme=None,
        organisation=factory.SelfAttribute("..case.programme.organisation"),
        vocabulary=Vocabulary.OUTCOME,
    )


class InvolvedFactory(DjangoModelFactory):
    class Meta:
        model = Involved

    case = factory.SubFactory(CaseFactory)
    kind = Institution.SOCIAL_WORK


class IncidentFactory(DjangoModelFactory):
    """Physical violence. `direct=[...]` and `witnesses=[...]` are the people of the case whom it hit."""

    class Meta:
        model = Incident
        skip_postgeneration_save = True

    case = factory.SubFactory(CaseFactory)
    kinds = factory.LazyFunction(lambda: [Violence.PHYSICAL])

    @factory.post_generation
    def direct(incident, create, people, **kwargs):
        for person in people or []:
            Victim.objects.create(incident=incident, person=person)

    @factory.post_generation
    def witnesses(incident, create, people, **kwargs):
        for person in people or []:
            Victim.objects.create(incident=incident, person=person, exposure=Exposure.WITNESS)


class ClueFactory(DjangoModelFactory):
    """A nickname by which somebody lets us find her."""

    class Meta:
        model = Clue

    client = factory.SubFactory(ClientFactory)
    text = factory.Sequence(lambda n: f"vzdevek {n}")


class ContactFactory(DjangoModelFactory):
    """By default a call to the helpline about violence that began an hour ago."""

    class Meta:
        model = Contact

    programme = factory.SubFactory(ProgrammeFactory)
    channel = Channel.CALL
    subject = Subject.VIOLENCE
    started_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    minutes = 14


class CallAttemptFactory(DjangoModelFactory):
    """An attempt in vain, just now."""

    class Meta:
        model = CallAttempt

    contact = factory.SubFactory(ContactFactory)
    result = "nobody"


class MessageFactory(DjangoModelFactory):
    """By default hers, of a chat half an hour ago."""

    class Meta:
        model = Message

    contact = factory.SubFactory(ContactFactory, channel=Channel.CHAT)
    written_at = factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=30))
    text = "Izmišljeno sporočilo"


class DraftFactory(DjangoModelFactory):
    class Meta:
        model = Draft

    programme = factory.SubFactory(ProgrammeFactory)
    user = factory.SubFactory(UserFactory)
    started_at = factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=14))


class HandOverFactory(DjangoModelFactory):
    """A draft of somebody, offered to a colleague."""

    class Meta:
        model = HandOver

    draft = factory.SubFactory(DraftFactory)
    giver = factory.SelfAttribute("draft.user")
    taker = factory.SubFactory(UserFactory)
    note = "Čaka na povratni klic policije."


class TalkPartFactory(DjangoModelFactory):
    class Meta:
        model = TalkPart

    contact = factory.SubFactory(ContactFactory)
    worker = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..contact.programme.organisation"))
    minutes = 10


class ShiftNoteFactory(DjangoModelFactory):
    class Meta:
        model = ShiftNote

    programme = factory.SubFactory(ProgrammeFactory)
    author = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..programme.organisation"))
    text = "Čez noč je bilo mirno."


class ShiftNoteSignatureFactory(DjangoModelFactory):
    class Meta:
        model = ShiftNoteSignature

    note = factory.SubFactory(ShiftNoteFactory)
    worker = factory.SubFactory(WorkerFactory, organisation=factory.SelfAttribute("..note.programme.organisation"))


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = Group

    programme = factory.SubFactory(ProgrammeFactory)
    key = factory.Sequence(lambda n: f"group-{n}")
    name = factory.Sequence(lambda n: f"Skupina {n}")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    group = factory.SubFactory(GroupFactory)
    client = factory.SubFactory(ClientFactory, organisation=factory.SelfAttribute("..group.programme.organisation"))
    joined_on = factory.LazyFunction(timezone.localdate)


class ServiceFactory(DjangoModelFactory):
    """`receivers=[...]` received it."""

    class Meta:
        model = Service
        skip_postgeneration_save = True

    programme = factory.SubFactory(ProgrammeFactory)
    kind = factory.SubFactory(
        TermFactory,
        programme=None,
        organisation=factory.SelfAttribute("..programme.organisation"),
        vocabulary=Vocabulary.SERVICE_KIND,
        counts_as="counselling",
    )
    started_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=2))
    minutes = 50

    @factory.post_generation
    def receivers(service, create, clients, **kwargs):
        for client in clients or []:
            Participation.objects.create(service=service, client=client)


class InstrumentFactory(DjangoModelFactory):
    """Two questions, of which `weapon` alone means high risk."""

    class Meta:
        model = Instrument
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    key = factory.Sequence(lambda n: f"instrument-{n}")
    name = factory.Sequence(lambda n: f"Pripomoček {n}")
    licence = "izmišljen za preizkus"

    @factory.post_generation
    def parts(instrument, create, extracted, **kwargs):
        for place, (key, weight) in enumerate([("separation", 3), ("weapon", 10)]):
            words = {"label_sl": f"vprašanje {key}", "label_en": f"question {key}"}
            RiskItem.objects.create(instrument=instrument, key=key, weight=weight, position=place, **words)
        for from_score, level in [(0, "low"), (3, "medium"), (10, "high")]:
            RiskBand.objects.create(instrument=instrument, from_score=from_score, level=level, label_sl=level)


class RiskAssessmentFactory(DjangoModelFactory):
    """Made an hour ago; nothing is known, so that by the score it is low unless `level` raises it."""

    class Meta:
        model = RiskAssessment

    case = factory.SubFactory(CaseFactory)
    instrument = factory.SubFactory(
        InstrumentFactory, organisation=factory.SelfAttribute("..case.programme.organisation")
    )
    assessed_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    level = ""

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        assessment = model_class(*args, **kwargs)
        with zeal_ignore():
            assessment.judge(assessment.level)
        assessment.save()
        return assessment


class SafetyPlanFactory(DjangoModelFactory):
    class Meta:
        model = SafetyPlan

    case = factory.SubFactory(CaseFactory)
    made_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    what_i_do = "Grem k sosedi."


class IndividualPlanFactory(DjangoModelFactory):
    class Meta:
        model = IndividualPlan

    case = factory.SubFactory(CaseFactory)
    made_on = date(2021, 5, 1)


class GoalFactory(DjangoModelFactory):
    class Meta:
        model = Goal

    plan = factory.SubFactory(IndividualPlanFactory)
    words = "Svoj račun"
    state_on = factory.SelfAttribute("plan.made_on")


class GoalStepFactory(DjangoModelFactory):
    class Meta:
        model = GoalStep

    goal = factory.SubFactory(GoalFactory)
    words = "Odpreti račun"


class ProgressRatingFactory(DjangoModelFactory):
    class Meta:
        model = ProgressRating

    goal = factory.SubFactory(GoalFactory)
    rated_on = factory.LazyFunction(timezone.localdate)
    value = 5


class BarringOrderFactory(DjangoModelFactory):
    class Meta:
        model = BarringOrder

    case = factory.SubFactory(CaseFactory)
    ordered_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))


class CourtMeasureFactory(DjangoModelFactory):
    class Meta:
        model = CourtMeasure

    case = factory.SubFactory(CaseFactory)
    kind = "near_home"
    decided_on = factory.LazyFunction(timezone.localdate)
    until_on = factory.LazyAttribute(lambda measure: measure.decided_on + timedelta(days=365))


class TeamMeetingFactory(DjangoModelFactory):
    class Meta:
        model = TeamMeeting

    case = factory.SubFactory(CaseFactory)
    called_on = factory.LazyFunction(timezone.localdate)


class HouseFactory(DjangoModelFactory):
    class Meta:
        model = House

    programme = factory.SubFactory(ProgrammeFactory, kind=Kind.SHELTER)
    key = factory.Sequence(lambda n: f"house-{n}")
    name = factory.Sequence(lambda n: f"Hiša {n}")


class RoomFactory(DjangoModelFactory):
    class Meta:
        model = Room

    house = factory.SubFactory(HouseFactory)
    name = factory.Sequence(lambda n: f"soba {n}")


class BedFactory(DjangoModelFactory):
    class Meta:
        model = Bed

    room = factory.SubFactory(RoomFactory)
    name = factory.Sequence(lambda n: f"ležišče {n}")


class ClosureFactory(DjangoModelFactory):
    class Meta:
        model = Closure

    bed = factory.SubFactory(BedFactory)
    closed_on = factory.LazyFunction(timezone.localdate)


class EnquiryFactory(DjangoModelFactory):
    class Meta:
        model = Enquiry

    programme = factory.SubFactory(ProgrammeFactory, kind=Kind.SHELTER)
    number = factory.Sequence(lambda n: n + 1)
    asked_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=3))


class HouseholdFactory(DjangoModelFactory):
    class Meta:
        model = Household

    programme = factory.SubFactory(ProgrammeFactory, kind=Kind.SHELTER)


class StayFactory(DjangoModelFactory):
    """Since two days ago, without a bed: see `stay_in`."""

    class Meta:
        model = Stay

    programme = factory.SubFactory(ProgrammeFactory, kind=Kind.SHELTER)
    household = factory.SubFactory(HouseholdFactory, programme=factory.SelfAttribute("..programme"))
    client = factory.SubFactory(ClientFactory, organisation=factory.SelfAttribute("..programme.organisation"))
    resident = Resident.WOMAN
    arrived_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=2))


class PlacementFactory(DjangoModelFactory):
    class Meta:
        model = Placement

    stay = factory.SubFactory(StayFactory, programme=factory.SelfAttribute("..bed.room.house.programme"))
    bed = factory.SubFactory(BedFactory)
    from_at = factory.SelfAttribute("stay.arrived_at")
    to_at = factory.SelfAttribute("stay.left_at")


def stay_in(bed, **fields):
    """A stay of a woman, or of whom the fields say, that occupies the bed from its arrival on."""
    stay = StayFactory(programme=bed.room.house.programme, **fields)
    PlacementFactory(stay=stay, bed=bed)
    return stay
