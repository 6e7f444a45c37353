"""Who comes, moves, stays longer and goes: each change all at once or not at all.

Every change first locks the beds it touches by their ids, then the people by theirs, and only then looks and writes.
Two coordinators at the same moment therefore wait for each other instead of deadlocking, and the second one sees what
the first one did. The database's constraints stay the last word.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case, Client
from programmes.writing import day
from shelters.models import Bed, Closure, Enquiry, Extension, Outcome, Placement, Stay


class Refused(ValidationError):
    """Why it can't be, by the id of the bed, stay or client that stands in the way."""

    def __init__(self, sentences):
        super().__init__([sentence for sentence in sentences.values()])
        self.sentences = sentences


@dataclass
class Arrival:
    """One person on her way into a bed."""

    client: Client
    resident: str
    bed: Bed


def lock(beds, clients):
    """Beds first, by id, then people, in order: whoever locks in this order never deadlocks."""
    ids = {bed.pk for bed in beds}
    list(Bed.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True, of=["self"]).values_list("pk"))
    people = sorted({client.pk.int >> 65 for client in clients})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(person) FROM unnest(%s::bigint[]) person", [people])


# What stands in the way


def refuse(sentences):
    if sentences:
        raise Refused(sentences)


def out_of_service(beds, first, after=None):
    """Beds that can't be slept in over some night from `first` up to, not including, `after`: why, by id."""
    after_is_later = Q(closed_on__lt=after) if after else Q()
    still_closed = Q(reopens_on=None) | Q(reopens_on__gt=first)
    closures = Closure.objects.filter(after_is_later, still_closed, bed__in=beds)
    closures = closures.select_related("vault").order_by("-closed_on")
    sentences = {closure.bed_id: closed_because(closure) for closure in closures}
    for bed in Bed.objects.filter(pk__in=[bed.pk for bed in beds]).select_related("room__house"):
        for place in (bed, bed.room.house):
            if place.opened_on and place.opened_on > first:
                sentences[bed.pk] = _("%(place)s opens on %(day)s.") % {"place": place, "day": day(place.opened_on)}
            if place.closed_on and (after is None or place.closed_on < after):
                sentences[bed.pk] = _("%(place)s is closed since %(day)s.") % {
                    "place": place,
                    "day": day(place.closed_on),
                }
    return sentences


def closed_because(closure):
    words = {"reason": closure.reason or _("no reason given"), "day": day(closure.reopens_on)}
    if closure.reopens_on:
        return _("This bed is out of service until %(day)s: %(reason)s.") % words
    return _("This bed is out of service until further notice: %(reason)s.") % words


def taken(beds, since, viewer, besides=()):
    """Beds in which somebody else is or will be from a moment on: who and until when, as far as the viewer may see."""
    placements = Placement.objects.since(since).filter(bed__in=beds).exclude(stay__in=besides)
    hers = set(placements.visible_to(viewer).values_list("pk", flat=True))
    return {
        placement.bed_id: taken_by(placement) if placement.pk in hers else _("This bed is taken at that time.")
        for placement in placements.select_related("stay__client")
    }


def taken_by(placement):
    words = {"code": placement.stay.client.code, "day": day(placement.expected_to)}
    if placement.expected_to:
        return _("This bed is taken at that time: %(code)s, until %(day)s.") % words
    return _("This bed is taken at that time: %(code)s, end not known.") % words


def elsewhere(clients, since, viewer):
    """People who are staying somewhere from a moment on."""
    stays = Stay.objects.since(since).filter(client__in=clients)
    hers = {stay.pk: stay for stay in stays.visible_to(viewer).select_related("programme")}
    return {
        stay.client_id: _("She is already staying: %(programme)s, since %(day)s.")
        % {"programme": hers[stay.pk].programme.called, "day": day(stay.arrived_on)}
        if stay.pk in hers
        else _("She is already staying somewhere at that time.")
        for stay in stays
    }


# The changes


def admit(household, arrivals, *, viewer, arrived_at, expected_until=None, referrer=None, reason=None):
    beds, clients = [a.bed for a in arrivals], [a.client for a in arrivals]
    lock(beds, clients)
    arrived_on = timezone.localdate(arrived_at)
    refuse(
        out_of_service(beds, arrived_on, tomorrow())
        | taken(beds, arrived_at, viewer)
        | elsewhere(clients, arrived_at, viewer)
    )
    stays = [
        Stay.objects.create(
            programme=household.programme,
            household=household,
            client=arrival.client,
            resident=arrival.resident,
            arrived_at=arrived_at,
            expected_until=expected_until,
            referrer=referrer,
            reason=reason,
        )
        for arrival in arrivals
    ]
    for stay, arrival in zip(stays, arrivals, strict=True):
        Placement.objects.create(stay=stay, bed=arrival.bed, from_at=arrived_at)
    open_cases(clients, household.programme, arrived_on)
    if household.enquiry_id:
        Enquiry.objects.filter(pk=household.enquiry_id).update(outcome=Outcome.ADMITTED, version=F("version") + 1)
    return stays


def open_cases(clients, programme, opened_on):
    """Whoever stays is a client of the programme."""
    have = set(Case.objects.open().filter(client__in=clients, programme=programme).values_list("client", flat=True))
    for client in clients:
        if client.pk not in have:
            Case.objects.create(client=client, programme=programme, opened_on=opened_on)


def move(bed_of, at, *, viewer):
    """Each stay into its new bed, from a moment on; members of a family may exchange beds."""
    stays = list(bed_of)
    current = list(Placement.objects.open().filter(stay__in=stays).select_related("bed"))
    lock([*bed_of.values(), *[placement.bed for placement in current]], [stay.client for stay in stays])
    beds = list(bed_of.values())
    first = timezone.localdate(at)
    refuse(
        only_since_then(current, at) | out_of_service(beds, first, tomorrow()) | taken(beds, at, viewer, besides=stays)
    )
    for placement in current:
        end(placement, at)
    return [Placement.objects.create(stay=stay, bed=bed, from_at=at) for stay, bed in bed_of.items()]


def extend(stays, until, decided_on, reason):
    for stay in stays:
        Extension.objects.create(stay=stay, until=until, decided_on=decided_on, reason=reason)
        stay.expected_until = until
        stay.version += 1
        stay.save(update_fields=["expected_until", "version"])


def discharge(stays, at, *, destination=None, because=""):
    current = list(Placement.objects.since(at).filter(stay__in=stays).select_related("bed"))
    lock([placement.bed for placement in current], [stay.client for stay in stays])
    refuse(only_since_then(current, at) | not_yet_here(stays, at))
    for stay in stays:
        stay.left_at, stay.destination, stay.left_because = at, destination, because
        stay.version += 1
        stay.save(update_fields=["left_at", "destination", "left_because", "version"])
    for placement in current:
        end(placement, at)


def only_since_then(placements, at):
    return {p.stay_id: _("She has been in her bed only since then.") for p in placements if p.from_at > at}


def not_yet_here(stays, at):
    return {stay.pk: _("This is before she came.") for stay in stays if stay.arrived_at >= at}


def end(placement, at):
    """She leaves the bed; one that she left in the minute in which she got it was a slip, which the history keeps."""
    if placement.from_at == at:
        placement.delete()
        return
    placement.to_at = at
    placement.version += 1
    placement.save(update_fields=["to_at", "version"])


def close(beds, closed_on, reopens_on, reason):
    lock(beds, [])
    refuse(slept_in(beds, closed_on, reopens_on))
    in_houses = Bed.objects.filter(pk__in=[bed.pk for bed in beds]).select_related("room__house__vault")
    return [
        Closure.objects.create(bed=bed, closed_on=closed_on, reopens_on=reopens_on, reason=reason) for bed in in_houses
    ]


def slept_in(beds, first, after=None):
    """Beds in which somebody sleeps, or is expected to, over some night from `first` up to `after`: who, by id."""
    placements = (
        Placement.objects.over_nights(first, after).filter(bed__in=beds).select_related("stay__client", "bed__room")
    )
    return {
        placement.bed_id: _("%(bed)s: %(code)s sleeps there. Move her first.")
        % {"bed": placement.bed, "code": placement.stay.client.code}
        for placement in placements
        if placement.expected_to is None or placement.expected_to > first
    }


def leaving_before(beds, first):
    """Who still sleeps in one of the beds and is only expected to have left by then: a sentence for each."""
    placements = Placement.objects.open().filter(bed__in=beds).select_related("stay__client", "bed__room")
    return [
        _("%(bed)s: %(code)s is expected to leave on %(day)s. If she stays, move her first.")
        % {"bed": placement.bed, "code": placement.stay.client.code, "day": day(placement.expected_to)}
        for placement in placements.order_by("stay__expected_until", "stay__client__code")
        if placement.expected_to and placement.expected_to <= first
    ]


def tomorrow():
    return timezone.localdate() + timedelta(days=1)
