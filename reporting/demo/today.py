"""What makes the demo alive on whatever day it is started: somebody waits, something ends, something is closed."""

from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from urllib.parse import quote

from django.db.models import Max
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.models import User
from cases.models import Contact, Draft, HandOver, ShiftNote, ShiftNoteSignature
from cases.vocabulary import FollowUp, SafeWay
from programmes.models import Kind, Programme, Term, Vocabulary, Worker
from reporting.demo.casework import work_on_cases
from reporting.demo.prevention import plan_prevention
from reporting.demo.roster import plan_ahead
from reporting.demo.society import KEY
from reporting.demo.waiting_hours import let_hours_wait
from reporting.demo.words import LEFT, SAFE, SAID
from shelters import changes
from shelters.models import Bed, Closure, Enquiry, Outcome, Stay

BETWEEN = ["telefon@primer.example", "svetovalka@primer.example"]  # from one to the other
WAITING, CALL_BACKS, SOON = 2, 3, timedelta(3)


@scopes_disabled()
def enliven():
    for programme in Programme.objects.filter(organisation__key=KEY):
        if programme.kind == Kind.SHELTER:
            let_somebody_wait(programme)
            let_a_stay_end_soon(programme)
        if programme.key == "zatocisce":
            close_a_room(programme)
        if programme.kind == Kind.PREVENTION:
            plan_prevention(programme)
        if programme.kind == Kind.HELPLINE:
            let_hours_wait(programme)
            promise_call_backs(programme)
            offer_a_conversation(programme)
            leave_notes(programme)
            plan_ahead(programme)
    work_on_cases()


def let_somebody_wait(programme):
    """Fresh enquiries wait for an answer; those that nobody answered in time found a place elsewhere."""
    now = timezone.now()
    waiting = Enquiry.objects.of(programme).waiting()
    waiting.filter(asked_at__lt=now - timedelta(4)).update(outcome="elsewhere")
    missing = range(WAITING - waiting.count())
    number = Enquiry.objects.of(programme).aggregate(last=Max("number"))["last"] or 0
    referrers = Term.objects.filter(organisation=programme.organisation_id, vocabulary=Vocabulary.REFERRER)
    for place in missing:
        enquiry = Enquiry.objects.create(
            programme=programme,
            number=number + place + 1,
            asked_at=now - timedelta(hours=3 + 16 * place),
            referrer=referrers[place],
            children=2 * place,
            wanted_on=timezone.localdate() + timedelta(2 + 2 * place),
            note="Izmišljen zapis: prosi za namestitev čim prej.",
        )
        enquiry.beds.add(*beds_in_view(programme, enquiry))


def beds_in_view(programme, enquiry):
    """As many free beds of one room as there are people, which nobody else has in view."""
    free = Bed.objects.of(programme).free_on(enquiry.wanted_on).exclude(enquiries__outcome=Outcome.WAITING)
    for _room, beds in groupby(free.order_by("room__house", "room", "position"), key=attrgetter("room_id")):
        beds = list(beds)
        if len(beds) >= enquiry.people:
            return beds[: enquiry.people]
    return []


def let_a_stay_end_soon(programme):
    today = timezone.localdate()
    stays = Stay.objects.of(programme).current()
    if not stays.filter(expected_until__range=(today, today + SOON)).exists():
        first = stays.filter(expected_until__gt=today).order_by("expected_until", "arrived_at").first()
        if first:
            stays.filter(household=first.household_id).update(expected_until=today + SOON - timedelta(1))


def close_a_room(programme):
    """The newest room, unless one is closed already or somebody sleeps there."""
    today = timezone.localdate()
    since = today - timedelta(5)
    if Closure.objects.of(programme).on(today).exists():
        return
    beds = list(
        Bed.objects.of(programme).filter(room__house__key="hisa", room__name="6").select_related("room__house__vault")
    )
    if not changes.slept_in(beds, since):
        changes.close(beds, since, today + timedelta(16), "pleskanje")


def promise_call_backs(programme):
    """Some call-backs are due today."""
    now, today = timezone.localtime(), timezone.localdate()
    due = Contact.objects.of(programme).to_call_back().filter(follow_up_at__date=today).count()
    recent = Contact.objects.of(programme).calls().filter(follow_up=FollowUp.NOTHING, started_at__lt=now)
    for place, contact in enumerate(recent.select_related("vault")[: max(0, CALL_BACKS - due)]):
        contact.follow_up, contact.safe_ways = FollowUp.WE_CALL, [SafeWay.CALL]
        due_at = max(now + timedelta(hours=place - 1), contact.started_at + timedelta(minutes=30))
        contact.follow_up_at = min(max(due_at, now.replace(hour=0, minute=5)), now.replace(hour=23, minute=45))
        if place == 1:
            contact.follow_up_ends_at = contact.follow_up_at + timedelta(minutes=10)
        contact.safe_note = SAFE[place % len(SAFE)]
        contact.save()


def leave_notes(programme):
    """Each of the last days left a note, all signed but that of this morning."""
    organisation = programme.organisation
    workers = {worker.code: worker for worker in Worker.objects.filter(organisation=organisation)}
    author, reader = workers["D005"], workers["D001"]
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    for days, text in enumerate(LEFT):
        written_at = min(noon - timedelta(days=days, hours=4), timezone.now() - timedelta(minutes=30))
        if ShiftNote.objects.of(programme).filter(written_at__date=timezone.localdate(written_at)).exists():
            continue
        note = ShiftNote.objects.create(programme=programme, author=author, written_at=written_at, text=text)
        if days:
            signed_at = written_at + timedelta(minutes=20)
            ShiftNoteSignature.objects.create(note=note, worker=reader, signed_at=signed_at)


def offer_a_conversation(programme):
    """One counsellor goes home in the middle of a conversation and hands it over to the other."""
    giver, taker = User.objects.filter(email__in=BETWEEN).order_by("-email")
    if HandOver.objects.waiting().filter(taker=taker).exists():
        return
    draft = Draft.objects.create(
        programme=programme,
        user=giver,
        started_at=timezone.now() - timedelta(minutes=25),
        answers=f"programme={programme.pk}&channel=call&caller=victim&sex=woman&note={quote(SAID[3])}",
    )
    HandOver.objects.create(draft=draft, giver=giver, taker=taker, note="Izmišljen zapis: pokliče nazaj čez pol ure.")
