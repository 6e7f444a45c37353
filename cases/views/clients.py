from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Max, OuterRef, Subquery
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases import places
from cases.forms.clients import ClientForm
from cases.forms.finding import CodeForm
from cases.forms.services import programmes_with
from cases.models import Case, Client, Contact
from cases.models.risk import at_high_risk
from cases.timeline import Whose, time_line
from cases.views.knowing import found_by

ON_A_PAGE = 50


def client_list(request):
    """Codes and no names; a search is written in the trail."""
    form = CodeForm(request.GET)
    code = form.cleaned_data["q"] if form.is_valid() else ""
    clients = Client.objects.visible_to(request.user)
    if code:
        trail.record(request, Act.SEARCHED)
        clients = clients.with_code(code)
        if clients.count() == 1:
            return redirect("cases:client", clients.get().pk)
    last_contact = Contact.objects.visible_to(request.user).filter(client=OuterRef("pk")).order_by("-started_at")
    clients = clients.annotate(
        last_on=Subquery(last_contact.values("started_on")[:1]),
        opened_on=Max("cases__opened_on"),
        at_high_risk=at_high_risk(request.user, "pk"),
    ).order_by(F("last_on").desc(nulls_last=True), "-opened_on", "code")
    page = Paginator(clients, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/client_list.html", {"form": form, "code": code, "page": page})


def client(request, client_id):
    """Her page: how to reach her safely, and one time line of all that happened."""
    if kept := Client.objects.visible_to(request.user).filter(other_codes=client_id).first():
        return redirect("cases:client", kept.pk)
    client = find_client(request, client_id)
    trail.record(request, Act.OPENED, client)
    cases = list(Case.objects.visible_to(request.user).filter(client=client).select_related("programme"))
    return render(
        request,
        "cases/client.html",
        {
            "client": client,
            "cases": cases,
            "line": time_line(Whose(client, request.user), request.GET.get("show", "")),
            "programmes": programmes_with(request.user, client),
            "flags": places.flags.fill(cases, request.user),
            "steps": places.steps.fill(cases, request.user),
            **found_by(request, client),
        },
    )


def client_new(request):
    form = ClientForm(request.POST or None, user=request.user, initial=first_code(request))
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:client", form.instance.pk)
    return render(request, "cases/client_form.html", {"form": form})


def client_edit(request, client_id):
    client = find_client(request, client_id)
    form = ClientForm(request.POST or None, instance=client, user=request.user)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, client)
        messages.success(request, _("Saved."))
        return redirect("cases:client", client.pk)
    if not form.is_bound:
        trail.record(request, Act.OPENED, client, purpose=_("to be changed"))
    return render(request, "cases/client_form.html", {"form": form, "client": client})


def find_client(request, client_id):
    clients = Client.objects.visible_to(request.user).select_related("vault", "municipality", "organisation")
    return get_object_or_404(clients, pk=client_id)


def first_code(request):
    return {"code": Client.objects.new_code(request.organisations[0])}
