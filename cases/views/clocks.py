from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.clocks import next_deadline
from cases.forms.clocks import FORMS, KINDS, LimitForm
from cases.models import LegalLimit
from cases.models.limits import Limits
from cases.models.measures import CLOCKS
from cases.views.cases import find_case
from cases.views.instruments import edits_for
from programmes.models import Organisation


def clocks(request, case_id):
    """What runs in a case and what has run: the nearest deadline first."""
    case = find_case(request, case_id)
    trail.record(request, Act.OPENED, case, purpose=_("deadlines"))
    told = clocks_of(case)
    running = sorted((one for one in told if one["next"]), key=lambda one: one["next"].on)
    done = [one for one in told if not one["next"]]
    kinds = [(kind, form._meta.model._meta.verbose_name) for kind, form in FORMS.items()]
    return render(request, "cases/clocks.html", {"case": case, "running": running, "done": done, "kinds": kinds})


def clocks_of(case):
    limits = Limits(case.programme.organisation)
    return [
        {"record": record, "kind": KINDS[model], "next": next_deadline(record, limits)}
        for model in CLOCKS
        for record in records_of(model).filter(case=case)
    ]


def records_of(model):
    found = model.objects.for_list().select_related("vault")
    return found.prefetch_related("agreed__vault", "invited") if hasattr(model, "agreed") else found


def clock_new(request, case_id, kind):
    case, form_class = find_case(request, case_id), known(kind)
    form = form_class(request.POST or None, case=case, user=request.user, instance=form_class._meta.model())
    return clock_page(request, form, kind, Act.CREATED)


def clock_edit(request, kind, clock_id):
    form_class = known(kind)
    records = form_class._meta.model.objects.visible_to(request.user).select_related(
        "vault", "case__client__vault", "case__programme__organisation"
    )
    record = get_object_or_404(records, pk=clock_id)
    form = form_class(request.POST or None, instance=record, case=record.case, user=request.user)
    if request.method != "POST":
        trail.record(request, Act.OPENED, record)
    return clock_page(request, form, kind, Act.CHANGED)


def known(kind):
    if kind not in FORMS:
        raise Http404
    return FORMS[kind]


def clock_page(request, form, kind, act):
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, act, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:clocks", form.case.pk)
    name = form._meta.model._meta.verbose_name
    return render(request, "cases/clock_form.html", {"form": form, "case": form.case, "kind": kind, "name": name})


def limits(request):
    """How long each limit is, since when, and where that is written."""
    organisation = edits_for(request) or Organisation.objects.visible_to(request.user).first()
    rows = LegalLimit.objects.known_to(organisation)
    may_edit = edits_for(request) is not None
    return render(request, "cases/limits.html", {"limits": rows.order_by("limit", "-valid_from"), "may_edit": may_edit})


def limit_new(request):
    form = LimitForm(request.POST or None, organisation=edits_for(request), instance=LegalLimit())
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:limits")
    return render(request, "cases/limit_form.html", {"form": form})
