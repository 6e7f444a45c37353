from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.clues import ClueForm
from cases.models import Clue
from cases.views.clients import find_client


def clue_new(request, client_id):
    """A word by which she lets us find her again."""
    client = find_client(request, client_id)
    form = ClueForm(request.POST or None, client=client)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:client", client.pk)
    return render(request, "cases/clue_form.html", {"form": form, "client": client})


@require_POST
def clue_withdraw(request, clue_id):
    """She no longer wants to be found by it: nothing of it remains."""
    clue = get_object_or_404(Clue.objects.visible_to(request.user), pk=clue_id)
    trail.record(request, Act.ERASED, clue)
    Clue.objects.filter(Q(client=clue.client) | Q(client__merged_into=clue.client), mark=clue.mark).delete()
    messages.success(request, _("Withdrawn. Nobody finds her by it any more."))
    return redirect("cases:client", clue.client_id)
