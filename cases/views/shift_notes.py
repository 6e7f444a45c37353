"""The note of a shift: written, read and signed by the next, kept in a list."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.shift_notes import ShiftNoteForm
from cases.models import ShiftNote, ShiftNoteSignature
from cases.models.contacts import TAKEN_BACK_WITHIN

ON_A_PAGE = 30


def shift_notes(request):
    """The newest first: who wrote, who signed. Each text is on a page of its own."""
    notes = ShiftNote.objects.visible_to(request.user).with_signatures()
    page = Paginator(notes, ON_A_PAGE).get_page(request.GET.get("page"))
    unsigned = ShiftNote.objects.visible_to(request.user).unsigned().count()
    return render(request, "cases/shift_note_list.html", {"page": page, "unsigned": unsigned})


def shift_note_new(request):
    worker_of(request)
    form = ShiftNoteForm(request.POST or None, user=request.user)
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("The note waits for the next shift."))
        return redirect("cases:desk")
    return render(request, "cases/shift_note_form.html", {"form": form})


def shift_note(request, note_id):
    note = find_note(request, note_id)
    trail.record(request, Act.OPENED, note)
    worker = getattr(request.user, "worker", None)
    return render(
        request,
        "cases/shift_note.html",
        {
            "note": note,
            "may_sign": note.may_be_signed_by(worker),
            "may_change": note.may_be_changed_by(worker),
        },
    )


def shift_note_edit(request, note_id):
    """By her who wrote it, as long as nobody has signed it."""
    note = find_note(request, note_id)
    if not note.may_be_changed_by(getattr(request.user, "worker", None)):
        messages.warning(request, _("It is signed: write a new note."))
        return redirect("cases:shift_note", note.pk)
    form = ShiftNoteForm(request.POST or None, instance=note, user=request.user)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, note)
        messages.success(request, _("Saved."))
        return redirect("cases:shift_note", note.pk)
    return render(request, "cases/shift_note_form.html", {"form": form, "note": note})


@require_POST
def sign_shift_note(request, note_id):
    note = find_note(request, note_id)
    worker = getattr(request.user, "worker", None)
    if note.may_be_signed_by(worker):
        _signature, is_new = ShiftNoteSignature.objects.get_or_create(note=note, worker=worker)
        if is_new:
            trail.record(request, Act.CHANGED, note, purpose=_("signed"))
        undo = reverse("cases:unsign_shift_note", args=[note.pk])
        messages.success(request, _("Signed as read."), extra_tags=undo)
    return redirect("cases:desk")


@require_POST
def unsign_shift_note(request, note_id):
    """It was a slip: for some minutes, and for her whose name it is."""
    note = find_note(request, note_id)
    fresh = note.signatures.filter(worker__user=request.user, signed_at__gt=timezone.now() - TAKEN_BACK_WITHIN)
    for signature in fresh:
        signature.delete()
        trail.record(request, Act.CHANGED, note, purpose=_("signature taken back"))
    return redirect("cases:desk")


def find_note(request, note_id):
    return get_object_or_404(ShiftNote.objects.visible_to(request.user).with_signatures(), pk=note_id)


def worker_of(request):
    """Notes are signed with names: somebody who works nowhere leaves none."""
    if not hasattr(request.user, "worker"):
        raise Http404
