"""A file that was asked for is made, whoever dies on the way; it is made once, and nobody waits for the queue."""

import os
import time
from datetime import timedelta
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from zeal import zeal_ignore

from accounts.models import Act, TrailEntry
from reporting.models import ReportFile, ReportJob
from reporting.models.jobs import ATTEMPTS, SILENCE, TakenAway
from reporting.tasks import make_file
from tests import factories
from tests.accounts.confirming import confirm
from tests.reporting.year import report_of, small_year

PATIENCE = 90


@pytest.fixture(autouse=True)
def claims_are_read_one_by_one():
    with zeal_ignore():
        yield


@pytest.fixture
def report(db):
    return report_of(small_year())


@pytest.fixture
def job(report):
    return ReportJob.objects.create(report=report, format="csv")


@pytest.fixture
def manager(client, report):
    client.force_login(factories.manager_in(report.organisation.programmes.get()))
    return client


def fell_silent(job):
    ReportJob.objects.filter(pk=job.pk).update(free_after=timezone.now() - timedelta(seconds=1))


# One worker and another


def test_two_workers_never_hold_one_job(job):
    assert ReportJob.objects.claim(job.pk)
    assert ReportJob.objects.claim(job.pk) is None


def test_a_job_whose_worker_fell_silent_goes_to_the_next_and_the_first_finishes_nothing(job):
    frozen = ReportJob.objects.claim(job.pk)
    fell_silent(job)
    second = ReportJob.objects.claim(job.pk)
    with pytest.raises(TakenAway):
        frozen.at(2, 5)
    with pytest.raises(TakenAway):
        frozen.finish(b"late")
    assert second.finish(b"in time").file.read() == b"in time"
    assert ReportFile.objects.count() == 1


def test_a_worker_that_works_keeps_its_job(job):
    mine = ReportJob.objects.claim(job.pk)
    fell_silent(job)
    mine.at(1, 3)
    assert not ReportJob.objects.waiting().exists()
    job.refresh_from_db()
    assert (job.section, job.sections) == (1, 3) and job.free_after > timezone.now() + SILENCE / 2


def test_knocking_often_makes_one_file(job):
    for _knock in range(3):
        make_file(str(job.pk))
    assert ReportFile.objects.get().job == job


def test_a_report_that_takes_every_worker_with_it_is_given_up(job):
    for _attempt in range(ATTEMPTS):
        assert ReportJob.objects.claim(job.pk)
        fell_silent(job)
    make_file(str(job.pk))
    job.refresh_from_db()
    assert job.failure == "lost" and job.done_at


def test_a_broken_report_says_so_and_can_be_tried_again(manager, job, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("reporting.tasks.assemble", lambda *args, **more: 1 / 0)
        make_file(str(job.pk))
    page = manager.get(reverse("reporting:file_list", args=[job.report.pk]))
    retry = reverse("reporting:file_retry", args=[job.pk])
    assert retry in page.content.decode()
    manager.post(retry)
    again = ReportJob.objects.open().get()
    make_file(str(again.pk))
    assert again.file.size


# The manager


def test_asking_saves_a_row_and_asking_twice_the_same_one(manager, report):
    ask = reverse("reporting:file_make", args=[report.pk])
    for _time in range(2):
        manager.post(ask, {"format": "pdf", "language": "sl"})
    manager.post(ask, {"format": "pdf", "language": "en"})
    assert ReportJob.objects.open().count() == 2


def test_a_cancelled_job_stops_its_worker(manager, job):
    held = ReportJob.objects.claim(job.pk)
    manager.post(reverse("reporting:file_cancel", args=[job.pk]))
    with pytest.raises(TakenAway):
        held.breathe()
    job.refresh_from_db()
    assert job.cancelled and not ReportFile.objects.exists()


def test_a_download_says_nothing_by_its_name_and_stands_in_the_trail(manager, job):
    make_file(str(job.pk))
    download, files = (
        reverse("reporting:file_download", args=[job.pk]),
        reverse("reporting:file_list", args=[job.report_id]),
    )
    asked = manager.get(download)
    assert asked["Location"] == f"{reverse('account_reauthenticate')}?{urlencode({'next': files})}"
    assert not TrailEntry.objects.filter(act=Act.EXPORTED).exists()
    assert download in confirm(manager, then=files).content.decode()
    answer = manager.get(download)
    assert answer["Content-Disposition"] == 'attachment; filename="annual-2021-sl.csv"'
    assert answer.streaming and "helpline_calls" in b"".join(answer.streaming_content).decode("utf-8-sig")
    assert TrailEntry.objects.filter(act=Act.EXPORTED, record_id=str(job.file.pk)).count() == 1


# A real worker, and what may befall it


@pytest.fixture
def swift(monkeypatch, worker):
    """The worker, started anew so that a silent one is taken for dead after two seconds."""
    monkeypatch.setenv("REPORT_LEASE_SECONDS", "2")
    worker.stop()
    worker.start()
    yield worker
    worker.stop()


def asked(report, format="pdf"):
    return ReportJob.objects.create(report=report, format=format)


def wait_until(condition, what):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, what
        time.sleep(0.05)


def done(job):
    return ReportJob.objects.filter(pk=job.pk).exclude(done_at=None).exists()


def begun(job):
    return ReportJob.objects.filter(pk=job.pk, section__gt=0).exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_delays_a_report_and_no_more(swift):
    job = asked(report_of(small_year()))
    wait_until(lambda: begun(job), "no worker has begun")
    swift.kill()
    assert not done(job), "it was finished before the worker could be killed"
    swift.start()
    wait_until(lambda: done(job), "the report was not taken up again")
    job.refresh_from_db()
    assert not job.failure and job.attempts == 2
    assert "SOS telefon" in PdfReader(BytesIO(job.file.file.read())).pages[1].extract_text()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("REDIS_URL" in os.environ and "lipa-test" not in os.environ["REDIS_URL"], reason="not our queue")
def test_a_queue_killed_while_a_report_waits_delays_it_and_no_more(swift, valkey):
    valkey.child.process.kill()
    valkey.child.process.wait()
    job = asked(report_of(small_year()), "csv")
    time.sleep(2)
    assert not done(job)
    valkey.start()
    wait_until(lambda: done(job), "nobody knocked again")
    job.refresh_from_db()
    assert not job.failure and job.file.size
