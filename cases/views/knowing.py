"""Who is it? The answers to somebody who asks by a code, a nickname, a detail or a number."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.finding import CodeForm
from cases.forms.knowing import Knowing, WordsForm
from cases.models import Client, Contact, Merge, RiskAssessment


@require_POST
def known_client(request):
    """While she talks: whom do these words fit, and when was the last time? Never a list of strangers' stories."""
    form = WordsForm(request.POST)
    words = form.cleaned_data["code"] if form.is_valid() else ""
    knowing = Knowing(words, request.user, request.organisations)
    leave_trail(request, knowing)
    contacts = Contact.objects.visible_to(request.user).filter(client=knowing.by_code) if knowing.by_code else None
    context = {
        "knowing": knowing,
        "person": knowing.chosen,
        "client": knowing.by_code,
        "contacts": contacts.count() if contacts is not None else 0,
        "last": contacts.first() if contacts is not None else None,
        "flagged": high_risk_of(knowing.by_code, request.user) if knowing.by_code else None,
    }
    return render(request, "cases/known_client.html", context)


def high_risk_of(client, user):
    return RiskAssessment.objects.visible_to(user).flagged().filter(case__client=client).first()


def search(request):
    """The search of the top bar. Its words come in the body of a post: an address would tell them to whoever comes after."""
    form = CodeForm(request.POST or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    if not words:
        return redirect("cases:client_list")
    knowing = Knowing(words, request.user, request.organisations)
    leave_trail(request, knowing)
    if len(knowing.hits) == 1:
        return redirect("cases:client", knowing.hits[0].pk)
    return render(request, "cases/search.html", {"knowing": knowing})


def leave_trail(request, knowing):
    """One line for everybody who was found, one also where nobody was."""
    for client in knowing.hits or [None] * bool(knowing.words):
        trail.record(request, Act.SEARCHED, client)


def found_by(request, client):
    """What her page says of how she is found: by which clues, under which other codes."""
    merges = Merge.objects.in_force().filter(kept=client).select_related("other__vault", "merged_by")
    return {
        "clues": client.clues.select_related("vault"),
        "merges": merges,
        "coordinates": Client.objects.coordinated_by(request.user).filter(pk=client.pk).exists(),
    }
