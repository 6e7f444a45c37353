"""Making the files of reports, away from the pages. The row is the job; a message is a knock, sent by the tender."""

import logging

from celery import shared_task
from django.db import InterfaceError, OperationalError
from django_scopes import scope, scopes_disabled

from reporting import tender  # noqa: F401 (a worker that knows the tasks has the tender too)
from reporting.files import WRITERS
from reporting.models.jobs import Failure, ReportJob, TakenAway
from reporting.outlines import assemble

log = logging.getLogger(__name__)


@shared_task
def make_file(job_id):
    """Sent as often as anyone likes; done once."""
    with scopes_disabled():
        job = ReportJob.objects.claim(job_id)
    if job:
        with scope(organisation=job.report.organisation):
            carry_out(job)


def carry_out(job):
    if job.worn_out:
        return job.end(Failure.LOST)
    try:
        document = assemble(job.report, job.language, made_at=job.asked_at, on_chapter=job.at)
        job.finish(*WRITERS[job.format](document, job.breathe))
    except TakenAway:
        log.info("Report job %s was taken away", job.pk)
    except (OperationalError, InterfaceError):
        raise  # the database went away; the job is free again when its lease ends
    except Exception:
        log.exception("Report job %s is broken", job.pk)
        job.end(Failure.BROKEN)
