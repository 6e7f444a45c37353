from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.safety_plans import PaperForm, SafetyPlanForm
from cases.models import SafetyPlan
from cases.sheet import on_one_page
from cases.views.cases import find_case
from cases.vocabulary import Answer
from programmes.pdf import CannotTypeset


def versions_of(case):
    return SafetyPlan.objects.filter(case=case).for_list().select_related("vault")


def safety_plan(request, case_id):
    """The version that holds, and the way to those before it."""
    case = find_case(request, case_id)
    versions = list(versions_of(case))
    trail.record(request, Act.OPENED, versions[0] if versions else case, purpose=_("safety plan"))
    return page(request, case, versions, versions[0] if versions else None)


def safety_plan_version(request, plan_id):
    plan = find_plan(request, plan_id)
    trail.record(request, Act.OPENED, plan)
    return page(request, plan.case, list(versions_of(plan.case)), plan)


def page(request, case, versions, plan):
    return render(request, "cases/safety_plan.html", {"case": case, "versions": versions, "plan": plan})


def find_plan(request, plan_id):
    plans = SafetyPlan.objects.visible_to(request.user).for_list().select_related("vault", "case__client__vault")
    return get_object_or_404(plans, pk=plan_id)


def safety_plan_new(request, case_id):
    case = find_case(request, case_id)
    last = versions_of(case).first()
    form = SafetyPlanForm(request.POST or None, case=case, user=request.user, last=last, instance=SafetyPlan())
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Saved: version %(number)s.") % {"number": form.instance.number})
        return redirect("cases:safety_plan", case.pk)
    return render(request, "cases/safety_plan_form.html", {"form": form, "case": case, "last": last})


def safety_plan_paper(request, plan_id):
    """On paper only after the question whether paper is safe; a no is an answer too, and nothing is printed."""
    plan = find_plan(request, plan_id)
    form = PaperForm(request.POST or None)
    if not form.is_valid():
        return render(request, "cases/safety_plan_paper.html", {"form": form, "plan": plan})
    plan.on_paper, plan.on_paper_at = form.cleaned_data["on_paper"], timezone.now()
    plan.save(update_fields=["on_paper", "on_paper_at"])
    if plan.on_paper == Answer.NO:
        trail.record(request, Act.CHANGED, plan, purpose=_("not on paper"))
        messages.success(request, _("Not printed. Learn it together, or keep it with somebody whom she trusts."))
        return redirect("cases:safety_plan_version", plan.pk)
    return printed(request, plan, form)


def printed(request, plan, form):
    """One page without a letterhead; its name and its title say nothing."""
    try:
        pdf = on_one_page(plan)
    except CannotTypeset:
        pdf = None
    if pdf is None:
        form.add_error(None, _("It does not fit on one page. Shorten it in a new version."))
        return render(request, "cases/safety_plan_paper.html", {"form": form, "plan": plan})
    trail.record(request, Act.PRINTED, plan)
    answer = HttpResponse(pdf, content_type="application/pdf")
    name = _("notes")  # translations hold letters alone here
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer
