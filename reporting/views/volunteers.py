"""What is printed of volunteers: record sheet, certificate, the yearly report."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from programmes.models import Worker
from programmes.pdf import CannotTypeset
from reporting.figures import reads_one_moment
from reporting.forms.volunteers import YearForm
from reporting.papers import Certificate, RecordSheet, VolunteeringReport, paper


def record_sheet(request, worker_id):
    """The year's entries of a volunteer, for her and for whoever asks what was done."""
    worker = find_worker(request, worker_id)
    year = YearForm(request.GET or None).chosen(timezone.localdate().year)
    trail.record(request, Act.PRINTED, worker)
    return printed(request, worker, f"list-{year}", "paper_sheet", sheet=RecordSheet(worker, year))


def certificate(request, worker_id):
    worker = find_worker(request, worker_id)
    trail.record(request, Act.PRINTED, worker)
    about = Certificate(worker, timezone.localdate())
    return printed(request, worker, "potrdilo", "paper_certificate", certificate=about)


def printed(request, worker, file, template, **context):
    try:
        pdf = paper(template, get_language(), worker=worker, organisation=worker.organisation, **context)
    except CannotTypeset:
        messages.error(request, _("The paper could not be set. Your administrator finds the reason in the log."))
        return redirect("programmes:volunteer", worker.pk)
    return as_file(pdf, file)


@reads_one_moment
def volunteering(request):
    """The yearly report on volunteering: what goes into the form of AJPES, also when there was nothing."""
    form, year = asked(request)
    report = VolunteeringReport(request.organisations[0], year)
    return render(request, "reporting/volunteering.html", {"form": form, "report": report})


@reads_one_moment
def volunteering_file(request):
    _form, year = asked(request)
    organisation = request.organisations[0]
    trail.record(request, Act.EXPORTED, purpose=f"volunteering {year}")
    pdf = paper(
        "paper_volunteering", get_language(), organisation=organisation, report=VolunteeringReport(organisation, year)
    )
    return as_file(pdf, f"volunteering-{year}")


def asked(request):
    last_year = timezone.localdate().year - 1
    form = YearForm(request.GET or None, initial={"year": last_year})
    return form, form.chosen(last_year)


def find_worker(request, worker_id):
    workers = Worker.objects.led_by(request.user).select_related("user", "vault", "organisation")
    return get_object_or_404(workers, pk=worker_id)


def as_file(pdf, name):
    """A download under a name that says nothing of whose it is."""
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer
