from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.releases import DisclosureForm, ReleaseForm
from cases.models import Disclosure, Release
from cases.views.cases import find_case


def release_new(request, case_id):
    case = find_case(request, case_id)
    form = ReleaseForm(request.POST or None, case=case)
    return saved(request, form, Act.CREATED) or page(request, form, case, _("A release"))


def release_edit(request, release_id):
    release = find(request, Release, release_id)
    form = ReleaseForm(request.POST or None, instance=release, case=release.case)
    return saved(request, form, Act.CHANGED) or page(request, form, release.case, _("A release"), release)


def release_revoke(request, release_id):
    """She takes it back: from today nothing may be given on it."""
    release = find(request, Release, release_id)
    if request.method != "POST":
        question = _("Does she take her release back?")
        consequence = _("From today nothing may be given on it. What was given before stays on record.")
        back = reverse("cases:release_edit", args=[release.pk])
        words = {"question": question, "consequence": consequence, "action": _("She takes it back"), "back": back}
        return render(request, "confirm.html", words)
    if release.revoked_on is None:
        release.revoked_on = timezone.localdate()
        release.save()
        trail.record(request, Act.CHANGED, release, purpose="revoked")
    messages.success(request, _("The release is taken back."))
    return redirect("cases:case", release.case_id)


def disclosure_new(request, case_id):
    case = find_case(request, case_id)
    form = DisclosureForm(request.POST or None, case=case, user=request.user)
    return saved(request, form, Act.CREATED) or page(request, form, case, _("Data given away"))


def disclosure_edit(request, disclosure_id):
    disclosure = find(request, Disclosure, disclosure_id)
    form = DisclosureForm(request.POST or None, instance=disclosure, case=disclosure.case, user=request.user)
    return saved(request, form, Act.CHANGED) or page(request, form, disclosure.case, _("Data given away"))


def find(request, model, pk):
    records = model.objects.visible_to(request.user).select_related(
        "vault", "case__client__vault", "case__programme__organisation"
    )
    record = get_object_or_404(records, pk=pk)
    trail.record(request, Act.OPENED, record)
    return record


def saved(request, form, act):
    """On to the case, once the record is saved; else nothing, and the page shows the form."""
    if not (form.is_valid() and form.save_or_explain()):
        return None
    if not form.is_repeated:
        trail.record(request, act, form.instance)
    messages.success(request, _("Saved."))
    return redirect("cases:case", form.instance.case_id)


def page(request, form, case, title, release=None):
    context = {"form": form, "case": case, "title": title, "release": release}
    return render(request, "cases/release_form.html", context)
