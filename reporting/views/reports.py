from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language

from accounts import trail
from accounts.models import Act
from programmes.models import Programme
from reporting.figures import reads_one_moment
from reporting.forms import FileForm, ReportForm
from reporting.models import Report, ReportJob
from reporting.opened import open_number
from reporting.outlines import assemble

SUMMARY = "summary"  # the first chapter


def report_list(request):
    """All years; a chosen one is opened in one step, and begun if nobody has."""
    form = ReportForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        report, begun = form.open("annual")
        trail.record(request, Act.CREATED if begun else Act.OPENED, report)
        return redirect("reporting:report", report.pk)
    reports = list(Report.objects.visible_to(request.user).select_related("organisation").with_files())
    programmes = Programme.objects.in_bulk({pk for report in reports for pk in report.programmes})
    for report in reports:
        report.named = [programmes[pk] for pk in report.programmes]
    years = len({report.year for report in reports})
    return render(request, "reporting/report_list.html", {"form": form, "reports": reports, "years": years})


@reads_one_moment
def report(request, report_id, chapter=""):
    return render(request, "reporting/report.html", read(request, report_id, chapter))


@reads_one_moment
def number(request, report_id, chapter, address):
    """One number opened: beside the page it stands on, or alone for htmx."""
    context = read(request, report_id, chapter)
    context["opened"] = open_number(context["report"], context["document"], address) or not_here()
    partial = request.htmx and not request.htmx.history_restore_request
    return render(request, "reporting/report.html#opened" if partial else "reporting/report.html", context)


def read(request, report_id, chapter):
    """The report as it reads now, open at a chapter."""
    report = find(request, report_id)
    document = assemble(report, get_language(), field=partial(as_link, report, chapter or SUMMARY))
    here = document.chapter(chapter) or not_here()
    trail.record(request, Act.OPENED, report)
    return {
        "report": report,
        "document": document,
        "chapter": here,
        "job": ReportJob.objects.filter(report=report).open().first(),
        "latest": ReportJob.objects.filter(report=report).exclude(done_at=None).select_related("file").first(),
        "file_form": FileForm(auto_id="file_%s"),
    }


def as_link(report, chapter, counted, number):
    """A number in a sentence opens as one in a table does."""
    address = reverse("reporting:number", args=[report.pk, chapter, number.address])
    return format_html(
        '<a class="opens" href="{0}" hx-get="{0}" hx-target="#opened" hx-swap="outerHTML" hx-push-url="true">{1}</a>',
        address,
        counted,
    )


def find(request, report_id):
    return get_object_or_404(Report.objects.visible_to(request.user).select_related("organisation"), pk=report_id)


def not_here():
    raise Http404
