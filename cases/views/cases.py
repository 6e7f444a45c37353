from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases import places
from cases.forms.case_lists import CaseListForm
from cases.forms.cases import CaseForm, CaseOpenForm, CloseForm, HandOverForm, TransferForm
from cases.models import Case
from cases.timeline import Whose, time_line
from cases.views.clients import find_client

ON_A_PAGE = 50


def case_list(request):
    """Codes and no names: which cases she holds, which nobody holds."""
    form = CaseListForm(request.GET, user=request.user)
    page = Paginator(form.cases(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/case_list.html", {"form": form, "page": page, "which": form.which})


def case(request, case_id):
    """One piece of work with her: who she is, what comes next, and all that happened while it ran."""
    case = find_case(request, case_id)
    trail.record(request, Act.OPENED, case)
    parts = {
        name: getattr(places, name).fill([case], request.user)
        for name in ["flags", "actions", "facts", "steps", "beside", "below"]
    }
    line = time_line(Whose(case.client, request.user, case), request.GET.get("show", ""))
    return render(request, "cases/case.html", {"case": case, "client": case.client, "line": line, **parts})


def case_new(request, client_id):
    """Also opens again what was closed: a case that is opened again is a new one."""
    client = find_client(request, client_id)
    initial = {"programme": request.GET["programme"]} if "programme" in request.GET else {}
    form = CaseOpenForm(request.POST or None, user=request.user, client=client, initial=initial)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CREATED)
    return render(request, "cases/case_new.html", {"form": form, "client": client})


def case_edit(request, case_id):
    return step(request, find_case(request, case_id), CaseForm, "cases/case_edit.html")


def case_hand_over(request, case_id):
    return step(request, find_running_case(request, case_id), HandOverForm, "cases/case_hand_over.html")


def case_transfer(request, case_id):
    return step(request, find_running_case(request, case_id), TransferForm, "cases/case_transfer.html")


def case_close(request, case_id):
    return step(request, find_running_case(request, case_id), CloseForm, "cases/case_close.html")


def step(request, case, form_class, template):
    """One form that changes a case."""
    form = form_class(request.POST or None, instance=case)
    if form.is_valid() and form.save_or_explain():
        return saved(request, case, Act.CHANGED)
    return render(request, template, {"form": form, "case": case})


def saved(request, case, act):
    trail.record(request, act, case)
    messages.success(request, _("Saved."))
    return redirect("cases:case", case.pk)


def find_case(request, case_id):
    cases = Case.objects.visible_to(request.user).select_related(
        "programme__organisation", "client__vault", "client__municipality", "outcome", "came_from"
    )
    return get_object_or_404(cases.prefetch_related("holdings__worker__user", "holdings__worker__vault"), pk=case_id)


def find_running_case(request, case_id):
    """A closed one changes no more: it is opened again as a new case."""
    case = find_case(request, case_id)
    return get_object_or_404(Case.objects.open().select_related("programme", "client__vault"), pk=case.pk)
