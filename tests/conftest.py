"""Servers, browsers and habits that every test may count on.

Without DATABASE_URL in the environment a run brings up its own PostgreSQL and takes it down again.
"""

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django_scopes import scopes_disabled
from zeal import zeal_context

from config.servers import CannotStart, Postgres, Valkey
from tests.settings import TEST_FOLDER, TEST_RUN
from tests.workers import Worker

FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
SERVERS = pytest.StashKey[tuple]()


def pytest_configure(config):
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs beside the test
    if hasattr(config, "workerinput"):
        return  # one of several workers: the run that started it has the servers
    remove_folders_of_the_dead()
    TEST_FOLDER.mkdir(mode=0o700)
    lock = (TEST_FOLDER / "lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    postgres = None
    if str(TEST_FOLDER) in os.environ["DATABASE_URL"]:
        postgres = Postgres(TEST_FOLDER / "pg", TEST_FOLDER, TEST_FOLDER / "postgres.log", **FAST)
        try:
            postgres.start()
        except CannotStart as reason:
            pytest.exit(str(reason), returncode=4)
    config.stash[SERVERS] = (lock, postgres)


def pytest_unconfigure(config):
    if SERVERS in config.stash:
        lock, postgres = config.stash[SERVERS]
        if postgres:
            postgres.stop()
        lock.close()
        shutil.rmtree(TEST_FOLDER, ignore_errors=True)


def remove_folders_of_the_dead():
    """A run that was killed could not clear up."""
    for folder in Path(tempfile.gettempdir()).glob("lipa-test-*"):
        try:
            with (folder / "lock").open("r+") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue


@pytest.fixture(autouse=True)
def no_scopes():
    """Tests read and write every organisation's records; requests are scoped by the middleware all the same."""
    with scopes_disabled():
        yield


@pytest.fixture(autouse=True)
def slovenian():
    """Whatever language the test before spoke."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def no_query_in_a_loop():
    with zeal_context():
        yield


@pytest.fixture(scope="session")
def valkey():
    """The queue, also when REDIS_URL names a server of its own (then there is nothing to start: None)."""
    if str(TEST_FOLDER) not in os.environ["REDIS_URL"]:
        yield None
        return
    folder = TEST_FOLDER / TEST_RUN
    folder.mkdir(exist_ok=True)
    server = Valkey(folder / "valkey", folder, folder / "valkey.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def worker_of_this_run(valkey, django_db_setup):
    worker = Worker(TEST_FOLDER / TEST_RUN)
    yield worker
    worker.stop()


@pytest.fixture
def worker(worker_of_this_run, valkey, transactional_db):
    """A real Celery worker, and the beat that sends its regular tasks, on this test's database.

    It may be killed: the next test finds a living one.
    """
    if valkey and not valkey.child.running:
        valkey.start()
    worker_of_this_run.start()
    return worker_of_this_run


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.fail("Chromium is missing: apt-get install --no-install-recommends chromium", pytrace=False)
    switches = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    switches += ["--disable-component-update", "--disable-sync"]
    if os.geteuid() == 0:
        switches.append("--no-sandbox")
    return {**browser_type_launch_args, "executable_path": chromium, "args": switches}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "sl-SI",
        "timezone_id": "Europe/Ljubljana",
        "viewport": {"width": 1440, "height": 900},
    }
