from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from programmes.forms.specialists import SpecialistForm, SpecialistSearchForm
from programmes.models import Specialist
from programmes.models.directory import KEEPERS
from programmes.views.directory import first_programme


def specialists(request):
    """Who speaks which language, and when; those who are there now first."""
    hers = Specialist.objects.visible_to(request.user).current()
    form = SpecialistSearchForm(request.GET, specialists=hers, programme=first_programme(request.user))
    found = form.found()
    context = {
        "form": form,
        "specialists": found,
        "there": sum(bool(one.now) for one in found),
        "any": bool(found) or hers.exists(),
        "may_keep": bool(request.user.roles & set(KEEPERS)),
    }
    return render(
        request, "programmes/specialists.html#found" if request.htmx else "programmes/specialists.html", context
    )


def specialist_add(request):
    form = SpecialistForm(request.POST or None, programme=first_programme(request.user, *KEEPERS))
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CREATED)
    return render(request, "programmes/specialist_form.html", {"form": form})


def specialist_edit(request, specialist_id):
    specialist = get_object_or_404(Specialist.objects.kept_by(request.user).for_list(), pk=specialist_id)
    programme = first_programme(request.user, *KEEPERS)
    form = SpecialistForm(request.POST or None, instance=specialist, programme=programme)
    if form.is_valid() and form.save_or_explain():
        return saved(request, specialist, Act.CHANGED)
    return render(request, "programmes/specialist_form.html", {"form": form, "specialist": specialist})


def saved(request, specialist, act):
    trail.record(request, act, specialist)
    messages.success(request, _("Saved."))
    return redirect("programmes:specialists")
