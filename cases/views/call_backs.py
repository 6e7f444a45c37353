"""Promised call-backs: what is due, each attempt, how a promise ends."""

from operator import attrgetter

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.call_backs import AttemptForm, GiveUpForm
from cases.models import CallAttempt, Contact
from cases.models.contacts import TAKEN_BACK_WITHIN
from cases.views.desk import end_of_shift
from cases.vocabulary import AttemptResult
from programmes.writing import near_moment


def call_backs(request):
    """Every promise that is open: late, due in this shift, later."""
    until = end_of_shift(request.user, timezone.now())
    open_ones = Contact.objects.visible_to(request.user).to_call_back().with_attempts()
    promises = sorted(open_ones, key=attrgetter("turn"))
    groups = [
        (_("Late"), [promise for promise in promises if promise.is_late]),
        (_("In this shift"), [promise for promise in promises if not promise.is_late and promise.is_due(until)]),
        (_("Later"), [promise for promise in promises if not promise.is_late and not promise.is_due(until)]),
    ]
    return render(request, "cases/call_backs.html", {"groups": groups, "count": len(promises), "until": until})


@require_POST
def call_attempt(request, contact_id):
    """Somebody tried: she was reached and the promise is kept, or it stays open and the next try is proposed."""
    contact = promised(request, contact_id)
    form = AttemptForm(request.POST)
    if not form.is_valid() or not contact.is_to_be_called_back:
        return back(request)
    attempt = CallAttempt.objects.create(
        contact=contact, worker=getattr(request.user, "worker", None), result=form.cleaned_data["result"]
    )
    if attempt.result == AttemptResult.REACHED:
        contact.followed_up_at = attempt.tried_at
        contact.save(update_fields=["followed_up_at"])
    trail.record(request, Act.CHANGED, contact, purpose=_("call-back tried"))
    messages.success(request, words_of(attempt, contact), extra_tags=address("take_back_attempt", contact))
    return back(request)


def words_of(attempt, contact):
    if attempt.result == AttemptResult.REACHED:
        return _("Reached: the promise is kept.")
    following = promised_again(contact).next_attempt_at
    return _("%(result)s. The next try: %(when)s.") % {
        "result": attempt.get_result_display().capitalize(),
        "when": near_moment(following),
    }


@require_POST
def take_back_attempt(request, contact_id):
    """The newest attempt was none: for some minutes, and for her who wrote it."""
    contact = promised(request, contact_id)
    mine = contact.attempts.filter(worker__user=request.user, tried_at__gt=timezone.now() - TAKEN_BACK_WITHIN).order_by(
        "-tried_at"
    )
    for attempt in mine[:1]:
        if attempt.result == AttemptResult.REACHED:
            contact.followed_up_at = None
            contact.save(update_fields=["followed_up_at"])
        attempt.delete()
        trail.record(request, Act.CHANGED, contact, purpose=_("try taken back"))
    return back(request)


def give_up(request, contact_id):
    contact = promised(request, contact_id)
    form = GiveUpForm(request.POST or None)
    if contact.is_to_be_called_back and form.is_valid():
        contact.given_up_at, contact.given_up_because = timezone.now(), form.cleaned_data["reason"]
        contact.save(update_fields=["given_up_at", "given_up_because"])
        trail.record(request, Act.CHANGED, contact, purpose=_("call-back given up"))
        messages.success(request, _("Given up."), extra_tags=address("promise_again", contact))
        return back(request)
    return render(
        request,
        "confirm.html",
        {
            "form": form,
            "question": _("We no longer call back?"),
            "consequence": _("The promise is closed without her having been reached. The attempts stay counted."),
            "action": _("Give up"),
            "back": reverse("cases:contact", args=[contact.pk]),
        },
    )


@require_POST
def promise_again(request, contact_id):
    contact = promised(request, contact_id)
    contact.given_up_at, contact.given_up_because = None, ""
    contact.save(update_fields=["given_up_at", "given_up_because"])
    trail.record(request, Act.CHANGED, contact, purpose=_("call-back promised again"))
    return back(request)


@require_POST
def contact_number(request, contact_id):
    """How to reach her, with the number: asked for on purpose, and written in the trail."""
    contact = promised(request, contact_id)
    trail.record(request, Act.OPENED, contact, purpose=_("number"))
    return render(
        request,
        "cases/number.html" if request.htmx else "cases/number_page.html",
        {"contact": contact, "client": contact.client},
    )


def promised(request, contact_id):
    contacts = Contact.objects.visible_to(request.user).select_related("vault", "client__vault", "programme")
    return get_object_or_404(contacts, pk=contact_id)


def promised_again(contact):
    """With the attempt that was just made."""
    return Contact.objects.with_attempts().get(pk=contact.pk)


def address(name, contact):
    return reverse(f"cases:{name}", args=[contact.pk])


def back(request):
    """To the list she came from; it names no record."""
    return redirect("cases:call_backs" if request.POST.get("from") == "call_backs" else "cases:desk")
