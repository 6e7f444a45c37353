"""A call while it is going on: its page, its saves, its end."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.context_processors import address
from accounts.models import Act
from accounts.roles import Role
from cases.forms.contacts import ContactForm
from cases.forms.drafts import SaveForm, answers_in, typed_in
from cases.models import Client, Contact, Draft, PageSecret
from cases.models.drafts import Finished, Superseded, TakenOver, hold
from cases.vocabulary import BY_PHONE, Channel, FollowUp
from programmes.models import Kind, Programme
from programmes.writing import clock


def new_call(request):
    """An empty page; nothing is saved before the first change."""
    if request.method == "POST":
        return finish(request, save_form(request).contact_id)
    channel = request.GET.get("channel")
    given = {
        "channel": channel if channel in Channel.values else Channel.CALL,
        "code": known_code(request, request.GET.get("code", "")),
        "afterwards": "afterwards" in request.GET,
    }
    form = call_form(request, programme_for(request.user, request.GET.get("programme")), initial=given)
    return call_page(request, form, uuid4())


def call(request, draft_id):
    """A draft goes on where it was left, on any computer."""
    draft = find(request, draft_id)
    if draft is None:
        return redirect("cases:contact", draft_id)
    if request.method == "POST":
        return finish(request, draft_id)
    programme = programme_for(request.user, draft.data.get("programme"), draft.programme_id)
    form = call_form(request, programme, draft)
    form.initial.update(typed_in(form, draft.data))
    return call_page(request, form, draft_id, draft)


@require_POST
def save_call(request):
    """Saves the page as it stands. Answers what became of it; a page that is older than what is saved is told."""
    asked = save_form(request)
    programme = programme_for(request.user, request.POST.get("programme"))
    if Draft.objects.left_by(request.user).filter(pk=asked.contact_id).exists():
        return JsonResponse({"state": "taken"})
    refuse_foreign(request, asked.contact_id)
    try:
        draft = Draft.objects.keep(
            asked.contact_id,
            user=request.user,
            programme=programme,
            answers=answers_in(request.POST),
            version=asked.number,
            ago=asked.since_first_key,
        )
    except Superseded:
        return JsonResponse({"state": "newer"})
    except Finished:
        return JsonResponse({"state": "finished"})
    except TakenOver:
        return JsonResponse({"state": "taken"})
    return JsonResponse({"state": "saved", **clockwork(draft)})


def page_key(request):
    """What a page needs to go on after its session ended: who is signed in now, a fresh token, her page's secret."""
    return JsonResponse(
        {"user": request.user.pk, "token": get_token(request), "secret": PageSecret.objects.of(request.user)}
    )


def discard_call(request, draft_id):
    draft = find(request, draft_id)
    if draft is None:
        return redirect("cases:contact", draft_id)
    if request.method != "POST":
        return render(request, "cases/call_discard.html", {"draft": draft})
    trail.record(request, Act.ERASED, draft)
    draft.discard()
    messages.success(request, _("The draft is discarded."))
    return redirect("cases:desk")


def finish(request, contact_id):
    """The draft becomes a contact, once: a repeated submit finds it done."""
    hold(contact_id)
    refuse_foreign(request, contact_id)
    if Contact.objects.visible_to(request.user).filter(pk=contact_id).exists():
        return redirect("cases:desk")
    draft = Draft.objects.visible_to(request.user).filter(pk=contact_id).first()
    programme = programme_for(request.user, request.POST.get("programme"))
    record = Contact(pk=contact_id, begun_by=beginner_of(draft))
    form = call_form(request, programme, draft, data=request.POST, instance=record)
    if form.is_valid() and form.save_or_explain():
        return finished(request, form.instance, draft)
    draft = keep_unfinished(request, contact_id, programme, draft)
    return call_page(request, form, contact_id, draft)


def beginner_of(draft):
    """The colleague who began it and handed it over."""
    began = draft.begun_by if draft and draft.begun_by_id != draft.user_id else None
    return getattr(began, "worker", None)


def finished(request, contact, draft):
    if draft:
        draft.discard()
    trail.record(request, Act.CREATED, contact)
    words = _("%(channel)s saved at %(time)s")
    if contact.follow_up == FollowUp.OPEN_CASE:
        words = _("%(channel)s saved at %(time)s, the case %(code)s is open")
    facts = {
        "channel": contact.get_channel_display(),
        "time": clock(timezone.now()),
        "code": contact.client.code if contact.client else "",
    }
    messages.success(request, words % facts)
    return redirect("cases:desk")


def keep_unfinished(request, contact_id, programme, draft):
    """The talk is over, an answer needs another look: what she wrote is kept, the timer stands."""
    draft = Draft.objects.keep(
        contact_id,
        user=request.user,
        programme=programme,
        answers=answers_in(request.POST),
        version=max(save_form(request).number, draft.version if draft else 0) + 1,
        ago=save_form(request).since_first_key,
    )
    draft.end()
    return draft


def find(request, draft_id):
    """Her draft, or None when it is finished; what is not hers is not there."""
    draft = Draft.objects.visible_to(request.user).select_related("vault").filter(pk=draft_id).first()
    if draft is None:
        get_object_or_404(Contact.objects.visible_to(request.user), pk=draft_id)
    return draft


def refuse_foreign(request, contact_id):
    """An id that somebody else's draft or contact has already."""
    for kind in (Draft, Contact):
        is_taken = kind._base_manager.filter(pk=contact_id).exists()
        if is_taken and not kind.objects.visible_to(request.user).filter(pk=contact_id).exists():
            raise Http404


def save_form(request):
    form = SaveForm(request.POST)
    form.is_valid()
    return form


def programme_for(user, *wanted):
    """The programme she asks for, if it is one of hers; else the first of hers, helplines before others."""
    hers = list(Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR))
    for key in wanted:
        for programme in hers:
            if str(key) == str(programme.pk):
                return programme
    return min(hers, key=lambda programme: programme.kind != Kind.HELPLINE)


def known_code(request, code):
    client = Client.objects.visible_to(request.user).with_code(code).first() if code else None
    return client.code if client else ""


def call_form(request, programme, draft=None, **kwargs):
    times = {"began": draft.started_at, "ended": draft.ended_at} if draft else {}
    return ContactForm(user=request.user, programme=programme, **times, **kwargs)


def call_page(request, form, contact_id, draft=None):
    return render(
        request,
        "cases/call.html",
        {
            "form": form,
            "contact_id": contact_id,
            "draft": draft,
            "secret": PageSecret.objects.of(request.user),
            "now": timezone.now(),
            "by_phone": form["channel"].value() in BY_PHONE,
            "afterwards": str(form["afterwards"].value()) == "True",
            "beds": address(request.user, "shelters:board"),
            "save": draft.version if draft else 0,
        },
    )


def clockwork(draft):
    """The server's clock, by which the page's timer runs."""
    return {
        "at": clock(draft.saved_at),
        "began": clock(draft.started_at),
        "began_ms": int(draft.started_at.timestamp() * 1000),
        "now_ms": int(timezone.now().timestamp() * 1000),
    }
