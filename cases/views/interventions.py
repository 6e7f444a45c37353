"""Call-outs during standby: listed by month with their hours, written down, and reported."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from cases.forms.interventions import AskedForm, InterventionForm, ReportForm
from cases.interventions import MonthOfInterventions
from cases.models import Intervention, InterventionPart, StandbyTable
from programmes.models import Programme, Worker


def intervention_list(request):
    """A month: who was called out, for how long in which hours, and which reports are missing."""
    asked = AskedForm(request.GET, user=request.user)
    programme = asked.chosen()
    return render(
        request,
        "cases/intervention_list.html",
        {
            "shown": MonthOfInterventions(programme, asked.shown_month),
            "programme": programme,
            "programmes": asked.programmes,
            "may_hand_in": Programme.objects.visible_to(request.user, Role.COORDINATOR)
            .filter(pk=programme.pk)
            .exists(),
        },
    )


def address_of(programme_id, month):
    return f"{reverse('cases:intervention_list')}?programme={programme_id}&month={month:%Y-%m}"


def find(request, intervention_id):
    workers = Prefetch("workers", Worker.objects.select_related("user", "vault"))
    visible = Intervention.objects.visible_to(request.user).for_list().select_related("vault").prefetch_related(workers)
    return get_object_or_404(visible, pk=intervention_id)


def intervention(request, intervention_id):
    found = find(request, intervention_id)
    trail.record(request, Act.OPENED, found)
    parts = (
        InterventionPart.objects.filter(intervention=found)
        .order_by("on", "id")
        .select_related("worker__user", "worker__vault")
    )
    return render(request, "cases/intervention.html", {"intervention": found, "parts": parts})


def intervention_new(request, programme_id):
    programme = get_object_or_404(
        Programme.objects.visible_to(request.user, Role.COUNSELLOR, Role.COORDINATOR), pk=programme_id
    )
    form = InterventionForm(request.POST or None, user=request.user, programme=programme, instance=Intervention())
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CREATED)
    return render(request, "cases/intervention_form.html", {"form": form, "programme": programme})


def intervention_edit(request, intervention_id):
    found = find(request, intervention_id)
    form = InterventionForm(request.POST or None, user=request.user, programme=found.programme, instance=found)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CHANGED)
    return render(request, "cases/intervention_form.html", {"form": form, "programme": found.programme})


def intervention_report(request, intervention_id):
    found = find(request, intervention_id)
    form = ReportForm(request.POST or None, instance=found)
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CHANGED)
    return render(request, "cases/intervention_report.html", {"form": form, "intervention": found})


def saved(request, found, act):
    trail.record(request, act, found)
    messages.success(request, _("Saved."))
    return redirect("cases:intervention", found.pk)


@require_POST
def table_hand_in(request, programme_id):
    """The table of a month that is over was handed in."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user, Role.COORDINATOR), pk=programme_id)
    asked = AskedForm(request.POST, user=request.user)
    month = asked.shown_month
    if asked.cleaned_data.get("month") is None:
        return redirect("cases:intervention_list")
    if month.last >= timezone.localdate():
        raise Http404
    table, is_new = StandbyTable.objects.get_or_create(programme=programme, month=month.first)
    if is_new:
        trail.record(request, Act.CREATED, table)
    messages.success(request, _("The table is handed in."))
    return redirect(address_of(programme.pk, month.first))
