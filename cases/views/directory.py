from django.shortcuts import render

from cases.views.calls import programme_for
from programmes.forms.directory import DirectorySearchForm
from programmes.models import DirectoryEntry

AT_ONCE = 30


def call_directory(request):
    """What the panel of a running call shows: those near the caller first. The call itself is not asked."""
    programme = programme_for(request.user, request.GET.get("programme"))
    entries = DirectoryEntry.objects.of_organisation(programme.organisation_id)
    found = DirectorySearchForm(request.GET, entries=entries, programme=programme).found()
    context = {"entries": found[:AT_ONCE], "more": max(0, len(found) - AT_ONCE)}
    return render(request, "cases/directory_found.html", context)
