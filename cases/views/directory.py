from django.shortcuts import render

from cases.views.calls import programme_for
from programmes.finding import fits
from programmes.forms.directory import DirectorySearchForm
from programmes.forms.specialists import told, words_of
from programmes.models import DirectoryEntry, Specialist

AT_ONCE = 30


def call_directory(request):
    """What the panel of a running call shows: those near the caller first. The call itself is not asked."""
    programme = programme_for(request.user, request.GET.get("programme"))
    entries = DirectoryEntry.objects.of_organisation(programme.organisation_id)
    form = DirectorySearchForm(request.GET, entries=entries, programme=programme)
    found = form.found()
    context = {
        "entries": found[:AT_ONCE],
        "more": max(0, len(found) - AT_ONCE),
        "specialists": specialists_for(form, programme),
    }
    return render(request, "cases/directory_found.html", context)


def specialists_for(form, programme):
    """Who of our own fits what she types: somebody who speaks Albanian, a lawyer. Nothing typed finds nobody."""
    wanted = form.wanted("q")
    if not wanted or form.wanted("kind") or form.wanted("region"):
        return []
    ours = Specialist.objects.of_organisation(programme.organisation_id).current().for_list()
    return [one for one in told(ours, form.languages) if fits(words_of(one), wanted)]
