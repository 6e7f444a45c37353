"""Her own duty: what is ahead, who asks whom, what nobody has yet, and the calendar on her phone."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from programmes.forms.swaps import SwapForm
from programmes.models import DutyShift, RosterFeed, Swap
from programmes.models.swaps import SwapAnswer
from programmes.roster import against


def worker_of(user):
    return getattr(user, "worker", None)


def my_duty(request):
    """What is ahead of her, and what colleagues ask of her."""
    me, swaps = worker_of(request.user), Swap.objects.visible_to(request.user)
    shifts = DutyShift.objects.visible_to(request.user).for_list().order_by("starts_at")
    mine = DutyShift.objects.filter(worker=me, ends_at__gt=timezone.now()).for_list().order_by("starts_at")
    return render(
        request,
        "programmes/my_duty.html",
        {
            "shifts": mine if me else [],
            "asked_of_me": swaps.asked_of(me).for_list() if me else [],
            "asked_by_me": swaps.asked_by(me).for_list() if me else [],
            "free": shifts.to_come().filter(worker=None)[:50],
            "feed": RosterFeed.objects.filter(worker=me).first() if me else None,
            "me": me,
        },
    )


def find_shift(request, shift_id):
    return get_object_or_404(DutyShift.objects.visible_to(request.user).for_list(), pk=shift_id)


def find_swap(request, swap_id):
    return get_object_or_404(Swap.objects.visible_to(request.user).for_list(), pk=swap_id)


def back_with(request, sentence):
    messages.warning(request, sentence)
    return redirect("programmes:my_duty")


def swap_new(request, shift_id):
    """She asks somebody to take a shift of hers."""
    shift = find_shift(request, shift_id)
    if shift.worker is None or shift.worker != worker_of(request.user) or not shift.is_to_come:
        return back_with(request, _("You can ask others to take your own shifts that are still to come."))
    form = SwapForm(request.POST or None, shift=shift, instance=Swap())
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Asked. The shift is yours until somebody accepts."))
        return redirect("programmes:my_duty")
    return render(request, "programmes/swap_form.html", {"form": form, "shift": shift})


@require_POST
def swap_accept(request, swap_id):
    """She takes the shift, and gives hers for it where that was asked."""
    swap, me = find_swap(request, swap_id), worker_of(request.user)
    if me is None or not Swap.objects.asked_of(me).filter(pk=swap.pk).exists():
        return back_with(request, _("This was asked of somebody else, or is answered already."))
    for sentence in against(me, swap.shift.starts_at, swap.shift.ends_at, besides=[swap.shift_id, swap.in_return_id]):
        return back_with(request, sentence)
    try:
        shifts = swap.accept(me)
    except ValidationError as refusal:
        return back_with(request, " ".join(refusal.messages))
    trail.record(request, Act.CHANGED, swap)
    for shift in shifts:
        trail.record(request, Act.CHANGED, shift)
    messages.success(request, _("The shift is yours now."))
    return redirect("programmes:my_duty")


@require_POST
def swap_decline(request, swap_id):
    """Whoever was asked says no; whoever asked takes the question back."""
    swap, me = find_swap(request, swap_id), worker_of(request.user)
    is_mine = me is not None and me in (swap.asked, swap.asked_by) and not swap.answer
    if not is_mine:
        return back_with(request, _("This was asked of somebody else, or is answered already."))
    swap.close(SwapAnswer.WITHDRAWN if me == swap.asked_by else SwapAnswer.DECLINED)
    trail.record(request, Act.CHANGED, swap)
    messages.success(request, _("Saved."))
    return redirect("programmes:my_duty")


@require_POST
@transaction.atomic
def take_over(request, shift_id):
    """A shift that nobody has becomes hers; of two who want it, the first has it."""
    find_shift(request, shift_id)
    me = worker_of(request.user)
    shift = DutyShift.objects.filter(pk=shift_id).select_for_update(of=["self"]).get()
    if me is None or shift.worker_id or not shift.is_to_come:
        return back_with(request, _("Somebody has this shift already."))
    for sentence in against(me, shift.starts_at, shift.ends_at):
        return back_with(request, sentence)
    shift.worker = me
    shift.save(update_fields=["worker"])
    trail.record(request, Act.CHANGED, shift)
    messages.success(request, _("The shift is yours now."))
    return redirect("programmes:my_duty")
