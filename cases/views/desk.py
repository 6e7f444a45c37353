from collections import namedtuple
from datetime import datetime, time, timedelta
from operator import attrgetter

from django.contrib import messages
from django.db.models import Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.context_processors import address
from accounts.models import Act
from accounts.roles import Role
from cases import places
from cases.models import Contact, HandOver, PageSecret, RiskAssessment, ShiftNote
from cases.models.risk import at_high_risk
from cases.views.calls import programme_for
from cases.vocabulary import NO_TALK, Channel, Subject
from programmes.models import DutyShift, Swap
from programmes.writing import clock

COMING = timedelta(hours=12)
Tally = namedtuple("Tally", "subject label key")
TALLIES = [Tally(subject, subject.label, key) for subject, key in zip(NO_TALK, "txz", strict=True)]


def desk(request):
    """What waits for her in this shift, what she may begin, what happened today."""
    now = timezone.now()
    contacts = Contact.objects.visible_to(request.user).annotate(at_high_risk=at_high_risk(request.user))
    today = contacts.filter(started_on=timezone.localdate())
    until = end_of_shift(request.user, now)
    promises = [promise for promise in contacts.due(until).with_attempts() if promise.is_due(until)]
    return render(
        request,
        "cases/desk.html",
        {
            "now": now,
            "until": until,
            "due": sorted(promises, key=attrgetter("turn")),
            "today": today.for_list(),
            "minutes_today": today.talks().aggregate(total=Sum("minutes"))["total"] or 0,
            "duty": on_duty(request.user, now),
            "offers": HandOver.objects.visible_to(request.user).with_words().select_related("draft__vault"),
            "shift_notes": ShiftNote.objects.to_read(request.user).with_signatures().reverse(),
            "swaps_asked": swaps_asked(request.user),
            "tallies": TALLIES,
            "steps": places.desk.fill(request.user),
            "flagged": RiskAssessment.objects.visible_to(request.user).of_open_cases().flagged().for_list(),
            "free_tonight": address(request.user, "shelters:free_tonight"),
            "secret": PageSecret.objects.of(request.user),
        },
    )


def end_of_shift(user, now):
    """When her own shift ends, else the day."""
    shift = DutyShift.objects.filter(worker__user=user).at(now).order_by("-ends_at").first()
    midnight = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time()))
    return shift.ends_at if shift else midnight


def on_duty(user, now):
    """Who answers now, and who comes next."""
    shifts = DutyShift.objects.filter(programme__in=user.programmes_as(Role.COUNSELLOR, Role.COORDINATOR))
    return (
        shifts.filter(ends_at__gt=now, starts_at__lt=now + COMING)
        .select_related("worker__user", "worker__vault", "programme")
        .order_by("duty", "starts_at")
    )


def swaps_asked(user):
    """How many colleagues want her to take a shift."""
    me = getattr(user, "worker", None)
    return Swap.objects.visible_to(user).asked_of(me).count() if me else 0


@require_POST
def count_contact(request):
    """Silent, wrong number, nuisance: one key, no form."""
    subject = request.POST.get("subject")
    if subject not in NO_TALK:
        return redirect("cases:desk")
    contact = Contact.objects.create(
        programme=programme_for(request.user, request.POST.get("programme")),
        worker=getattr(request.user, "worker", None),
        entered_by=request.user,
        channel=Channel.CALL,
        subject=subject,
        started_at=timezone.now().replace(second=0, microsecond=0),
    )
    trail.record(request, Act.CREATED, contact)
    words = _("%(what)s counted at %(time)s") % {"what": Subject(subject).label, "time": clock(timezone.now())}
    messages.success(request, capfirst(words), extra_tags=reverse("cases:uncount_contact", args=[contact.pk]))
    return redirect("cases:desk")


@require_POST
def uncount_contact(request, contact_id):
    """Takes back what one key has counted, for some minutes and for her who counted."""
    mine = Contact.objects.visible_to(request.user).filter(pk=contact_id)
    get_object_or_404(mine)
    for contact in mine.just_counted_by(request.user):
        trail.record(request, Act.ERASED, contact)
        contact.delete()
        messages.success(request, _("Taken back: it no longer counts."))
    return redirect("cases:desk")
