from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases import merging
from cases.forms.merges import OtherCodeForm
from cases.models import Client, Merge


def merge(request, client_id):
    """Another code turns out to be hers: what would happen is said first, then it is done."""
    kept = get_object_or_404(Client.objects.coordinated_by(request.user).select_related("organisation"), pk=client_id)
    form = OtherCodeForm(request.POST or request.GET or None, user=request.user, kept=kept)
    other = form.other if form.is_valid() else None
    if other and request.method == "POST":
        try:
            return merged(request, merging.merge(kept, other, request.user))
        except merging.Impossible:
            pass  # what stands in the way is said below
    outcome = merging.foretell(kept, other) if other else None
    return render(request, "cases/merge.html", {"client": kept, "other": other, "form": form, "outcome": outcome})


def merged(request, done):
    for client in (done.kept, done.other):
        trail.record(request, Act.CHANGED, client, purpose=_("two codes merged"))
    facts = {"code": done.kept.code, "other": done.other.code}
    messages.success(request, _("%(other)s and %(code)s are one person now: %(code)s.") % facts)
    return redirect("cases:client", done.kept_id)


def unmerge(request, merge_id):
    """Two people after all: each has again what she had."""
    done = get_object_or_404(
        Merge.objects.coordinated_by(request.user).in_force().select_related("kept", "other"), pk=merge_id
    )
    why_not = merging.why_not_undone(done)
    if request.method == "POST" and not why_not:
        merging.undo(done, request.user)
        for client in (done.kept, done.other):
            trail.record(request, Act.CHANGED, client, purpose=_("merge undone"))
        messages.success(request, _("%(code)s has again what it had.") % {"code": done.other.code})
        return redirect("cases:client", done.other_id)
    return render(request, "cases/unmerge.html", {"merge": done, "client": done.kept, "why_not": why_not})
