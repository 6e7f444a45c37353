"""One record of every kind in a programme: what an address of the project may point at."""

from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from cases import merging
from programmes.models import RosterFeed, Vocabulary
from reporting.models import Report, ReportJob
from tests import factories


class Place:
    """A programme with a record of each kind, made when first asked for."""

    def __init__(self, programme):
        self.programme = programme

    @cached_property
    def term(self):
        return factories.TermFactory(programme=self.programme)

    @cached_property
    def specialist(self):
        return factories.SpecialistFactory(worker__organisation=self.programme.organisation)

    @cached_property
    def interpreter_use(self):
        return factories.InterpreterUseFactory(contact=self.contact)

    @cached_property
    def entry(self):
        return factories.DirectoryEntryFactory(organisation=self.programme.organisation)

    @cached_property
    def bed(self):
        return factories.BedFactory(room__house__programme=self.programme)

    @cached_property
    def room(self):
        return self.bed.room

    @cached_property
    def house(self):
        return self.bed.room.house

    @cached_property
    def stay(self):
        return factories.stay_in(self.bed)

    @cached_property
    def enquiry(self):
        return factories.EnquiryFactory(programme=self.programme)

    @cached_property
    def closure(self):
        return factories.ClosureFactory(bed=self.bed)

    @cached_property
    def contact(self):
        return factories.ContactFactory(programme=self.programme)

    @cached_property
    def case(self):
        return factories.CaseFactory(programme=self.programme)

    @cached_property
    def person(self):
        return factories.CasePersonFactory(case=self.case)

    @cached_property
    def reached(self):
        return factories.ReachedFactory(case=self.case)

    @cached_property
    def group(self):
        return factories.GroupFactory(programme=self.programme)

    @cached_property
    def session(self):
        return factories.ServiceFactory(programme=self.programme, group=self.group, receivers=[self.client])

    @cached_property
    def membership(self):
        return factories.MembershipFactory(group=self.group, client=self.client)

    @cached_property
    def involved(self):
        return factories.InvolvedFactory(case=self.case)

    @cached_property
    def incident(self):
        return factories.IncidentFactory(case=self.case)

    @cached_property
    def client(self):
        return self.case.client

    @cached_property
    def clue(self):
        return factories.ClueFactory(client=self.client)

    @cached_property
    def message(self):
        return factories.MessageFactory(contact=self.contact)

    @cached_property
    def merge(self):
        """Another code that was merged into the client's."""
        other = factories.CaseFactory(programme=self.programme).client
        return merging.merge(self.client, other, factories.coordinator_in(self.programme))

    @cached_property
    def service(self):
        return factories.ServiceFactory(programme=self.programme, receivers=[self.client])

    @cached_property
    def assessment(self):
        return factories.RiskAssessmentFactory(case=self.case, level="high")

    @cached_property
    def safety_plan(self):
        return factories.SafetyPlanFactory(case=self.case)

    @cached_property
    def goal_step(self):
        return factories.GoalStepFactory(goal__plan__case=self.case)

    @cached_property
    def barring_order(self):
        return factories.BarringOrderFactory(case=self.case)

    @cached_property
    def instrument(self):
        return self.assessment.instrument

    @cached_property
    def release(self):
        return factories.ReleaseFactory(case__programme=self.programme)

    @cached_property
    def disclosure(self):
        return factories.DisclosureFactory(case__programme=self.programme)

    @cached_property
    def note(self):
        return factories.ShiftNoteFactory(programme=self.programme)

    @cached_property
    def user(self):
        return factories.counsellor_in(self.programme)

    @cached_property
    def shift(self):
        """To come, so that it may still be taken off the roster."""
        return factories.DutyShiftFactory(programme=self.programme, starts_at=timezone.now() + timedelta(days=1))

    @cached_property
    def intervention(self):
        return factories.InterventionFactory(programme=self.programme)

    @cached_property
    def swap(self):
        return factories.SwapFactory(shift=self.shift)

    @cached_property
    def feed_token(self):
        worker = factories.counsellor_in(self.programme).worker
        return RosterFeed.objects.renew(worker)

    @cached_property
    def pattern(self):
        return factories.WeekPatternFactory(programme=self.programme)

    @cached_property
    def opening_hours(self):
        return factories.OpeningHoursFactory(programme=self.programme)

    @cached_property
    def worker(self):
        return factories.volunteer_in(self.programme)

    @cached_property
    def agreement(self):
        return factories.AgreementFactory(worker=self.worker)

    @cached_property
    def declaration(self):
        return factories.DeclarationFactory(worker=self.worker)

    @cached_property
    def work(self):
        return factories.VolunteerWorkFactory(programme=self.programme, worker=self.worker)

    @cached_property
    def activity(self):
        return factories.ActivityFactory(programme=self.programme)

    @cached_property
    def proof(self):
        return factories.ProofFactory(activity=self.activity)

    @cached_property
    def report(self):
        mine = {"organisation": self.programme.organisation, "programmes": [self.programme.pk]}
        return Report.objects.get_or_create(year=2021, **mine)[0]

    @cached_property
    def job(self):
        """A file of the report that is made already."""
        job = ReportJob.objects.claim(ReportJob.objects.create(report=self.report).pk)
        job.finish(b"%PDF-1.7")
        return job


class Nowhere:
    """No record is here: what is asked for has an id that nothing has."""

    def __init__(self, number):
        self.number = number

    def __getattr__(self, name):
        return self

    @property
    def pk(self):
        return self.number

    @property
    def feed_token(self):
        return f"nobody-has-{self.number}"


# By the name of the argument in the address.
SAMPLES = {
    "programme_id": lambda place: place.programme.pk,
    "vocabulary": lambda place: Vocabulary.MUNICIPALITY.value,
    "term_id": lambda place: place.term.pk,
    "specialist_id": lambda place: place.specialist.pk,
    "use_id": lambda place: place.interpreter_use.pk,
    "entry_id": lambda place: place.entry.pk,
    "house_id": lambda place: place.house.pk,
    "room_id": lambda place: place.room.pk,
    "bed_id": lambda place: place.bed.pk,
    "closure_id": lambda place: place.closure.pk,
    "stay_id": lambda place: place.stay.pk,
    "enquiry_id": lambda place: place.enquiry.pk,
    "draft_id": lambda place: place.contact.pk,  # finished: drafts are hers alone
    "contact_id": lambda place: place.contact.pk,
    "client_id": lambda place: place.client.pk,
    "case_id": lambda place: place.case.pk,
    "assessment_id": lambda place: place.assessment.pk,
    "individual_plan_id": lambda place: place.goal_step.goal.plan.pk,
    "goal_id": lambda place: place.goal_step.goal.pk,
    "step_id": lambda place: place.goal_step.pk,
    "kind": lambda place: "order",
    "clock_id": lambda place: place.barring_order.pk,
    "plan_id": lambda place: place.safety_plan.pk,
    "instrument_id": lambda place: place.instrument.pk,
    "person_id": lambda place: place.person.pk,
    "reached_id": lambda place: place.reached.pk,
    "group_id": lambda place: place.group.pk,
    "session_id": lambda place: place.session.pk,
    "membership_id": lambda place: place.membership.pk,
    "involved_id": lambda place: place.involved.pk,
    "incident_id": lambda place: place.incident.pk,
    "clue_id": lambda place: place.clue.pk,
    "message_id": lambda place: place.message.pk,
    "merge_id": lambda place: place.merge.pk,
    "service_id": lambda place: place.service.pk,
    "release_id": lambda place: place.release.pk,
    "disclosure_id": lambda place: place.disclosure.pk,
    "note_id": lambda place: place.note.pk,
    "user_id": lambda place: place.user.pk,
    "shift_id": lambda place: place.shift.pk,
    "intervention_id": lambda place: place.intervention.pk,
    "swap_id": lambda place: place.swap.pk,
    "feed_token": lambda place: place.feed_token,
    "pattern_id": lambda place: place.pattern.pk,
    "hours_id": lambda place: place.opening_hours.pk,
    "worker_id": lambda place: place.worker.pk,
    "agreement_id": lambda place: place.agreement.pk,
    "declaration_id": lambda place: place.declaration.pk,
    "work_id": lambda place: place.work.pk,
    "activity_id": lambda place: place.activity.pk,
    "proof_id": lambda place: place.proof.pk,
    "report_id": lambda place: place.report.pk,
    "chapter": lambda place: "summary",
    "section": lambda place: "summary",
    "address": lambda place: f"{place.programme.key}.helpline_calls",
    "job_id": lambda place: place.job.pk,
}
