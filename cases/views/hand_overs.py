"""A draft goes from one counsellor to another: offered with a note, taken over or given back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.hand_overs import GiveBackForm, HandOverForm
from cases.models import Contact, Draft, HandOver
from programmes.models import DutyShift


def hand_over(request, draft_id):
    draft = Draft.objects.visible_to(request.user).with_hand_overs().filter(pk=draft_id).first()
    if draft is None:
        return finished_meanwhile(request, draft_id)
    form = HandOverForm(request.POST or None, draft=draft, on_duty=on_duty_now(draft.programme))
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, draft, purpose=_("offered to a colleague"))
        messages.success(
            request, _("Offered to %(name)s. It is yours until she takes it.") % named(form.instance.taker)
        )
        return redirect("cases:desk")
    return render(request, "cases/hand_over.html", {"form": form, "draft": draft})


@require_POST
def withdraw_hand_over(request, draft_id):
    draft = Draft.objects.visible_to(request.user).filter(pk=draft_id).first()
    if draft is None:
        return finished_meanwhile(request, draft_id)
    for offer in draft.hand_overs.waiting():
        offer.delete()
        trail.record(request, Act.CHANGED, draft, purpose=_("offer taken back"))
    return redirect("cases:desk")


@require_POST
def take_over(request, draft_id):
    offer = offered(request, draft_id)
    if offer is None:
        return finished_meanwhile(request, draft_id)
    if not offer.take():
        messages.warning(request, _("This offer was answered meanwhile."))
        return redirect("cases:desk")
    trail.record(request, Act.CHANGED, offer.draft, purpose=_("taken over from a colleague"))
    return redirect("cases:call", draft_id)


def give_back(request, draft_id):
    offer = offered(request, draft_id)
    if offer is None:
        return finished_meanwhile(request, draft_id)
    form = GiveBackForm(request.POST or None)
    if form.is_valid():
        offer.give_back(form.cleaned_data["reply"])
        trail.record(request, Act.CHANGED, offer.draft, purpose=_("given back to a colleague"))
        messages.success(request, _("Given back to %(name)s.") % named(offer.giver))
        return redirect("cases:desk")
    return render(request, "cases/give_back.html", {"form": form, "offer": offer})


def offered(request, draft_id):
    """What waits for her answer, or nothing."""
    offers = HandOver.objects.visible_to(request.user).with_words().select_related("draft__vault", "draft__programme")
    return offers.filter(draft=draft_id).first()


def finished_meanwhile(request, draft_id):
    """The contact that became of it; what is not hers to see is not there."""
    return redirect("cases:contact", get_object_or_404(Contact.objects.visible_to(request.user), pk=draft_id).pk)


def on_duty_now(programme):
    shifts = DutyShift.objects.of(programme).at(timezone.now())
    return set(shifts.exclude(worker__user=None).values_list("worker__user", flat=True))


def named(user):
    return {"name": user.name}
