from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.first_talks import FirstTalkForm, NeedsForm, ReachedForm
from cases.models import Case, FirstTalk, Reached
from cases.views.cases import find_case
from cases.views.people import find, made
from cases.vocabulary import LeadsTo


def first_talk(request, case_id):
    """Written once, added to later. Where it leads to an assessment of the risk, that is the next page."""
    case = find_case(request, case_id)
    talk = FirstTalk.objects.filter(case=case).select_related("vault").first()
    form = FirstTalkForm(request.POST or None, instance=talk, user=request.user, case=case)
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, Act.CHANGED if talk else Act.CREATED, form.instance)
        messages.success(request, _("Saved."))
        goes_on = form.instance.leads_to == LeadsTo.RISK and not case.closed_on
        return redirect("cases:risk_new" if goes_on else "cases:case", case.pk)
    if talk and request.method == "GET":
        trail.record(request, Act.OPENED, talk)
    return render(request, "cases/first_talk_form.html", {"form": form, "case": case})


def reached_new(request, case_id):
    case = find_case(request, case_id)
    return made(request, ReachedForm(request.POST or None, case=case), case, "cases/reached_form.html")


def reached_edit(request, reached_id):
    reached, case = find(request, Reached.objects, reached_id)
    form = ReachedForm(request.POST or None, instance=reached, case=case)
    return made(request, form, case, "cases/reached_form.html", Act.CHANGED)


def case_needs(request, case_id):
    """On need to know: for who holds the case, and who coordinates the programme."""
    case = find_case(request, case_id)
    if not Case.objects.with_needs_for(request.user).filter(pk=case.pk).exists():
        messages.warning(request, _("Needs are seen by who holds the case and who coordinates the programme."))
        return redirect("cases:case", case.pk)
    form = NeedsForm(request.POST or None, instance=case)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, case)
        messages.success(request, _("Saved."))
        return redirect("cases:case", case.pk)
    return render(request, "cases/needs_form.html", {"form": form, "case": case})
