"""A real Celery worker for tests: processes of their own, on the test's database."""

import os
import sys
import time

from django.conf import settings

from config.servers import Child, dies_with_parent

CELERY = [sys.executable, "-m", "celery", "--app", "config"]


class Worker:
    def __init__(self, folder):
        self.log = folder / "worker.log"
        self.beat = folder / "beat"
        self.children = []

    def start(self, patience=60):
        if self.children and all(child.running for child in self.children):
            return
        self.stop()
        database = settings.DATABASES["default"]
        environment = {**os.environ, "TEST_DATABASE": database["NAME"], "DJANGO_SETTINGS_MODULE": "tests.settings"}
        known = self.log.stat().st_size if self.log.exists() else 0
        worker = [*CELERY, "worker", "--concurrency", "1", "--loglevel", "INFO"]
        worker += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
        beat = [*CELERY, "beat", "--schedule", str(self.beat), "--pidfile", ""]
        self.children = [
            Child(name, dies_with_parent(command), log=self.log, environment=environment)
            for name, command in {"worker": worker, "beat": beat}.items()
        ]
        for child in self.children:
            child.start()
        until = time.monotonic() + patience
        while b" ready." not in self.log.read_bytes()[known:]:
            if not self.children[0].running or time.monotonic() > until:
                raise AssertionError(f"The worker did not start:\n{self.log.read_text()[known:]}")
            time.sleep(0.1)

    def kill(self):
        """As if somebody pulled the plug: the worker with its pool, and the beat."""
        for child in self.children:
            child.end_all()

    def stop(self):
        for child in self.children:
            child.stop()
