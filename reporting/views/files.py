from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts import trail
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
    if request.htmx:
        return file_progress(request, report_id)
    return redirect("reporting:report", report.pk)


def file_progress(request, report_id):
    """How far the open job has come; the page asks every second."""
    report = find(request, report_id)
    jobs = ReportJob.objects.filter(report=report).select_related("file")
    job = jobs.open().first()
    context = {"report": report, "job": job, "file_form": FileForm(auto_id="file_%s")}
    context["latest"] = jobs.exclude(done_at=None).first()
    return render(request, "reporting/making.html", context)


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
    return file_progress(request, job.report_id) if request.htmx else redirect("reporting:report", job.report_id)


@require_POST
def file_retry(request, job_id):
    """A new job for the same file; the broken one stays in the list."""
    job = visible_job(request, job_id)
    again = ReportJob.objects.ask(job.report, job.format, job.language, request.user)
    trail.record(request, Act.CREATED, again)
    return file_progress(request, job.report_id) if request.htmx else redirect("reporting:report", job.report_id)


def file_download(request, job_id):
    """Streamed, under a name that says nothing on a shared computer."""
    made = get_object_or_404(ReportFile.objects.select_related("job__report"), job=visible_job(request, job_id))
    trail.record(request, Act.EXPORTED, made)
    response = FileResponse(made.file.open("rb"), as_attachment=True, filename=made.download_name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def visible_job(request, job_id):
    return get_object_or_404(ReportJob.objects.visible_to(request.user), pk=job_id)
