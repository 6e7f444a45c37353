from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.incidents import IncidentForm
from cases.forms.people import InvolvedForm, PersonForm
from cases.models import CasePerson, Incident, Involved
from cases.views.cases import find_case
from cases.vocabulary import CaseRole


def person_new(request, case_id):
    case = find_case(request, case_id)
    form = PersonForm(request.POST or None, user=request.user, case=case, initial=role_asked_for(request))
    return made(request, form, case, "cases/person_form.html")


def person_edit(request, person_id):
    """She herself is changed on the page of a client."""
    person, case = find(request, CasePerson.objects.exclude(role=CaseRole.CLIENT), person_id)
    form = PersonForm(request.POST or None, instance=person, user=request.user, case=case)
    return made(request, form, case, "cases/person_form.html", Act.CHANGED)


def involved_new(request, case_id):
    case = find_case(request, case_id)
    return made(request, InvolvedForm(request.POST or None, case=case), case, "cases/involved_form.html")


def involved_edit(request, involved_id):
    involved, case = find(request, Involved.objects, involved_id)
    form = InvolvedForm(request.POST or None, instance=involved, case=case)
    return made(request, form, case, "cases/involved_form.html", Act.CHANGED)


def incident_new(request, case_id):
    case = find_case(request, case_id)
    return made(request, IncidentForm(request.POST or None, case=case), case, "cases/incident_form.html")


def incident_edit(request, incident_id):
    incident, case = find(request, Incident.objects, incident_id)
    form = IncidentForm(request.POST or None, instance=incident, case=case)
    return made(request, form, case, "cases/incident_form.html", Act.CHANGED)


def find(request, records, pk):
    """A record of a case that she may see, and the case."""
    record = get_object_or_404(records.visible_to(request.user).select_related("vault"), pk=pk)
    record.case = find_case(request, record.case_id)
    return record, record.case


def made(request, form, case, template, act=Act.CREATED):
    """A form of something that hangs on a case."""
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, act, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:case", case.pk)
    if act == Act.CHANGED and request.method == "GET":
        trail.record(request, Act.OPENED, form.instance)
    return render(request, template, {"form": form, "case": case})


def role_asked_for(request):
    role = request.GET.get("role")
    return {"role": role} if role in ("child", "perpetrator", "relative", "victim", "other") else {}
