"""The roster in her own calendar: a secret address that needs no sign-in and can be renewed or shut at any time."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_scopes import scope
from icalendar import Calendar, Event

from accounts import trail
from accounts.models import Act
from programmes.models import DutyShift, RosterFeed
from programmes.models.duty import AT_WORK
from programmes.views.swaps import worker_of

KEPT = timedelta(days=31)  # what is over stays in the calendar for so long


@require_POST
def feed_renew(request):
    """A new address, shown this once; the one before opens nothing any more."""
    me = worker_of(request.user)
    if me is None:
        return redirect("programmes:my_duty")
    token = RosterFeed.objects.renew(me)
    trail.record(request, Act.CHANGED, me, purpose=_("calendar"))
    url = request.build_absolute_uri(reverse("programmes:feed", args=[token]))
    return render(request, "programmes/feed.html", {"url": url})


@require_POST
def feed_stop(request):
    me = worker_of(request.user)
    RosterFeed.objects.filter(worker=me).delete()
    if me:
        trail.record(request, Act.ERASED, me, purpose=_("calendar"))
    messages.success(request, _("The address opens nothing any more."))
    return redirect("programmes:my_duty")


def feed(request, feed_token):
    """Her shifts as a calendar reads them: when, and the word duty; no place, no programme, no other name."""
    found = RosterFeed.objects.of_token(feed_token).select_related("worker__organisation", "worker__user").first()
    if found is None or found.worker.user_id is None or not found.worker.user.is_active:
        raise Http404
    with scope(organisation=[found.worker.organisation]), translation.override(found.worker.user.language):
        calendar = calendar_of(found.worker)
    answer = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="lipa.ics"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def calendar_of(worker):
    calendar = Calendar()
    calendar.add("prodid", "-//Lipa//Lipa//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Lipa")
    shifts = DutyShift.objects.filter(worker=worker, ends_at__gt=timezone.now() - KEPT).held()
    for shift in shifts.order_by("starts_at", "pk"):
        event = Event()
        event.add("uid", f"{shift.pk}@lipa")
        event.add("dtstamp", timezone.now())
        event.add("dtstart", shift.starts_at)
        event.add("dtend", shift.ends_at)
        event.add("summary", _("Duty") if shift.duty in AT_WORK else _("Standby"))
        calendar.add_component(event)
    return calendar
