"""Looks every second for jobs that nobody works on, new or orphaned by a dead worker or queue, and knocks for them.

It runs in every worker and reads PostgreSQL alone, so a queue that is away only delays: no page ever waits for it.
"""

import logging
import threading
import time

from celery import current_app
from celery.signals import worker_ready, worker_shutting_down
from django.db import DatabaseError, connection
from django_scopes import scopes_disabled
from kombu.exceptions import OperationalError

from reporting.models.jobs import ReportJob

EVERY = 1  # seconds
PATIENCE = 5  # seconds for which a knock is good, and until the next one

log = logging.getLogger(__name__)


class Tender(threading.Thread):
    def __init__(self):
        super().__init__(name="tender", daemon=True)
        self.stopped = threading.Event()
        self.knocked = {}

    def run(self):
        while not self.stopped.wait(EVERY):
            try:
                self.look()
            except (DatabaseError, OperationalError, OSError) as reason:
                log.warning("The tender waits: %s", type(reason).__name__)
            finally:
                connection.close()

    def look(self):
        """Knock for each waiting job, at most once in a while."""
        with scopes_disabled():
            waiting = list(ReportJob.objects.waiting().order_by("asked_at").values_list("pk", flat=True))
        now = time.monotonic()
        self.knocked = {pk: at for pk, at in self.knocked.items() if now - at < PATIENCE}
        for pk in waiting:
            if pk not in self.knocked:
                knock(pk)
                self.knocked[pk] = now


def knock(pk):
    current_app.send_task("reporting.tasks.make_file", [str(pk)], expires=PATIENCE, retry=False)


@worker_ready.connect
def start(sender, **kwargs):
    sender.tender = Tender()
    sender.tender.start()


@worker_shutting_down.connect
def stop(sender, **kwargs):
    for thread in threading.enumerate():
        if isinstance(thread, Tender):
            thread.stopped.set()
