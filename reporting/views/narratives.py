from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from accounts import trail
from accounts.models import Act
from reporting.forms import NarrativeForm
from reporting.models import Narrative
from reporting.outlines import assemble
from reporting.views.reports import find


def narrative_edit(request, report_id, section):
    """The words of one chapter or section, in the language of the page."""
    report = find(request, report_id)
    language = get_language()
    place = assemble(report, language).place_of(section)
    if not place:
        raise Http404
    home = report.home_of(place.chapter.key)
    wanted = {"report": home, "section": section, "language": language}
    narrative = Narrative.objects.filter(**wanted).first() or Narrative(**wanted)
    form = NarrativeForm(request.POST or None, instance=narrative)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, narrative)
        return redirect("reporting:chapter", report.pk, place.chapter.key)
    context = {"report": report, "form": form, "place": place}
    return render(request, "reporting/narrative_edit.html", context)
