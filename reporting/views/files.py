from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.confirming import ask_to_confirm, must_confirm
from accounts.models import Act
from reporting.forms import FileForm
from reporting.models import ReportFile, ReportJob
from reporting.views.reports import find


@require_POST
def file_make(request, report_id):
    """Saves the wish and nothing else: the worker's tender finds it within a second."""
    report = find(request, report_id)
    form = FileForm(request.POST)
    if form.is_valid():
        job = ReportJob.objects.ask(report, user=request.user, **form.cleaned_data)
        trail.record(request, Act.CREATED, job)
    return answer(request, report)


def file_progress(request, report_id):
    """How far the open job has come; the page asks every second."""
    return progress(request, find(request, report_id))


def progress(request, report):
    jobs = ReportJob.objects.filter(report=report).select_related("file")
    context = {"report": report, "job": jobs.open().first(), "file_form": FileForm(auto_id="file_%s")}
    context["latest"] = jobs.exclude(done_at=None).first()
    return render(request, "reporting/making.html", context)


def answer(request, report):
    return progress(request, report) if request.htmx else redirect("reporting:report", report.pk)


def file_list(request, report_id):
    """Everything that was made of this report, and what was not and why."""
    report = find(request, report_id)
    jobs = ReportJob.objects.filter(report=report).select_related("file", "asked_by", "report")
    return render(request, "reporting/file_list.html", {"report": report, "jobs": jobs})


@require_POST
def file_cancel(request, job_id):
    job = visible_job(request, job_id)
    job.cancel()
    trail.record(request, Act.CHANGED, job)
    return answer(request, job.report)


@require_POST
def file_retry(request, job_id):
    """A new job for the same file; the broken one stays in the list."""
    job = visible_job(request, job_id)
    again = ReportJob.objects.ask(job.report, job.format, job.language, request.user)
    trail.record(request, Act.CREATED, again)
    return answer(request, job.report)


def file_download(request, job_id):
    """Streamed, under a name that says nothing on a shared computer, to whoever has just confirmed that it is she."""
    made = get_object_or_404(ReportFile.objects.select_related("job__report"), job=visible_job(request, job_id))
    if must_confirm(request):
        return ask_to_confirm(request, then=reverse("reporting:file_list", args=[made.job.report_id]))
    trail.record(request, Act.EXPORTED, made)
    return FileResponse(made.file.open("rb"), as_attachment=True, filename=made.download_name)


def visible_job(request, job_id):
    return get_object_or_404(ReportJob.objects.visible_to(request.user).select_related("report"), pk=job_id)
