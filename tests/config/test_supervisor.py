"""`make run`, as whoever types it sees it. The servers here are real, and so are the kills."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psycopg
import pytest

from config.servers import socket_folder
from tests.settings import without_settings

pytestmark = pytest.mark.xdist_group("supervisor")  # its servers are started once, in one worker
COMMAND = [sys.executable, "-m", "config.supervisor"]


class Lipa:
    """One folder with everything in it, and the command run on it as often as wanted."""

    def __init__(self, folder):
        self.var = folder / "var"
        self.words = folder / "words"
        self.process = None

    @property
    def environment(self):
        return {**without_settings(), "LIPA_VAR": str(self.var), "DEMO": "off", "HTTPS": "off"}

    def start(self, patience=300):
        with self.words.open("w") as out:
            self.process = subprocess.Popen(COMMAND, env=self.environment, stdout=out, stderr=out)
        until = time.monotonic() + patience
        while not (address := re.search(r"http://\S+", self.words.read_text())):
            assert self.process.poll() is None and time.monotonic() < until, self.words.read_text()
            time.sleep(0.1)
        return address[0]

    def processes(self):
        mine = f"LIPA_VAR={self.var}".encode()
        for process in Path("/proc").iterdir():
            try:
                if process.name.isdigit() and mine in (process / "environ").read_bytes().split(b"\0"):
                    yield int(process.name)
            except OSError:
                continue

    def kill_everything(self):
        for pid in list(self.processes()):
            os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def keys(self):
        return dict(line.split("=", 1) for line in (self.var / "lipa.env").read_text().splitlines())

    def ask(self, question, url="DATABASE_URL"):
        with psycopg.connect(self.keys()[url]) as connection:
            answer = connection.execute(question)
            return answer.fetchall() if answer.description else None


@pytest.fixture
def lipa(tmp_path):
    lipa = Lipa(tmp_path)
    yield lipa
    if lipa.process:
        lipa.kill_everything()


@pytest.fixture(scope="module")
def running_lipa(tmp_path_factory):
    lipa = Lipa(tmp_path_factory.mktemp("lipa"))
    lipa.start()
    yield lipa
    lipa.kill_everything()


def seconds_until(condition, patience=180):
    until = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.1)


def test_one_command_starts_all_keeps_all_and_stops_all(lipa):
    address = lipa.start()
    assert urllib.request.urlopen(address + "health/").read() == b"ok"
    assert lipa.var.stat().st_mode & 0o777 == 0o700
    assert (lipa.var / "lipa.env").stat().st_mode & 0o777 == 0o600

    second = subprocess.run(COMMAND, env=lipa.environment, capture_output=True, text=True)
    assert second.returncode == 1
    assert second.stderr == f"Lipa: already running here: {address}\n"

    keys = lipa.keys()
    lipa.ask("CREATE TABLE kept AS SELECT 'what she wrote' AS words", "OWNER_DATABASE_URL")
    lipa.kill_everything()
    seconds_until(lambda: not list(lipa.processes()))
    lipa.start()
    assert lipa.ask("SELECT words FROM kept", "OWNER_DATABASE_URL") == [("what she wrote",)]
    assert lipa.keys() == keys

    first = lipa.process
    first.send_signal(signal.SIGINT)
    lipa.start()  # the next one waits until the first has stopped
    assert first.wait(0) == 0

    lipa.process.send_signal(signal.SIGINT)
    assert lipa.process.wait(180) == 0
    assert not list(lipa.processes())


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE accounts_trailentry SET user_id = NULL",
        "DELETE FROM accounts_trailentry",
        "SET app.test_flush = 'on'; TRUNCATE accounts_trailentry",
        "SET session_replication_role = 'replica'; DELETE FROM cases_contactevent",
        "ALTER TABLE accounts_trailentry DISABLE TRIGGER ALL",
        "DROP TRIGGER history_is_append_only ON cases_contactevent",
        "DELETE FROM django_migrations",
    ],
)
def test_the_role_that_serves_pages_can_not_touch_what_was_done(running_lipa, attack):
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied|must be owner"):
        running_lipa.ask(attack)


def test_what_dies_alone_is_started_again_and_nothing_outlives_the_command(running_lipa):
    lipa = running_lipa
    os.kill(int(Path(lipa.var / "postgres/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    seconds_until(lambda: "PostgreSQL had stopped and was started again" in lipa.words.read_text())
    seconds_until(lambda: lipa.ask("SELECT 1") == [(1,)])
    lipa.process.kill()
    lipa.process.wait()
    seconds_until(lambda: not list(lipa.processes()))


def test_a_taken_port_is_said_in_one_line(lipa):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = subprocess.run([*COMMAND, "--port", str(port)], env=lipa.environment, capture_output=True, text=True)
    assert refused.stderr == f"Lipa: port {port} is taken; choose another with --port.\n"


def test_sockets_get_a_short_folder_where_the_path_is_too_long(tmp_path):
    folder = socket_folder(tmp_path / ("long" * 30))
    assert len(str(folder / ".s.PGSQL.5432")) < 107
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.rmdir()
