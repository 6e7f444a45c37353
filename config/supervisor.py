"""`make run`: everything Lipa needs, started in order, kept alive, stopped in order.

The servers of DATABASE_URL and REDIS_URL are used where they are given; else Lipa brings its own.
"""

import argparse
import base64
import fcntl
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from config.servers import OWNER, CannotStart, Child, Postgres, Server, Valkey, dies_with_parent, socket_folder

HOME = Path(__file__).resolve().parent.parent
PORTS = range(8000, 8020)
STOPPING = "it is just stopping"
LARGEST_LOG = 10_000_000


class Stopped(Exception):
    """Ctrl-C, or a signal to end."""


def main():
    arguments = parse()
    var = Path(os.environ.setdefault("LIPA_VAR", str(HOME / "var")))
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, stop_once)
    try:
        with only_one(var) as lock:
            run(var, arguments.port, lock)
    except CannotStart as reason:
        sys.exit(f"Lipa: {reason}")
    except Stopped:
        pass
    except PermissionError as refused:
        sys.exit(f"Lipa: {refused.filename} belongs to somebody else: run as its owner, or set LIPA_VAR.")


def parse():
    parser = argparse.ArgumentParser(description="Run Lipa with everything it needs.")
    port = os.environ.get("PORT")
    parser.add_argument(
        "--port", type=int, default=int(port) if port else None, help=f"default: the first free from {PORTS[0]}"
    )
    return parser.parse_args()


def stop_once(number, frame):
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    raise Stopped


def only_one(var):
    """Held as long as this process lives; a second start reads in it where the first one answers."""
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    var.chmod(0o700)
    lock = (var / "lock").open("a+")
    until = time.monotonic() + 60
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            lock.seek(0)
            words = lock.read()
            if words != STOPPING or time.monotonic() > until:
                raise CannotStart(f"already running here: {words or 'it is just starting'}") from None
            time.sleep(0.2)
    note(lock, "")
    return lock


def note(lock, words):
    lock.truncate(0)
    lock.write(words)
    lock.flush()


def run(var, port, lock):
    began = time.monotonic()
    listener = listen(port)
    logs = var / "log"
    logs.mkdir(exist_ok=True)
    (var / "static").mkdir(exist_ok=True)
    for log in logs.glob("*.log"):
        if log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".log.old"))
    address = "http://{}:{}/".format(*listener.getsockname())
    started = []
    try:
        servers = own_servers(var, logs)
        for server in servers:
            started.append(server)
            server.start()
        words = prepare()
        for program in programs(listener.fileno(), var, logs):
            started.append(program)
            program.start()
        wait_for(address + "health/", started[-1], logs)
        note(lock, address)
        print(words.rstrip())
        print(f"\nLipa is ready after {time.monotonic() - began:.0f} s: {address}   (Ctrl-C stops it)\n", flush=True)
        keep_alive(started, logs)
    except Stopped:
        print("\nLipa stops …", flush=True)
    finally:
        note(lock, STOPPING)
        for thing in reversed(started):
            thing.stop()


def listen(wanted):
    """The web's door, held by us: nobody takes it while the web starts, and callers wait while it starts again."""
    for port in [wanted] if wanted else PORTS:
        door = socket.socket()
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
            door.listen()
            return door
        except PermissionError:
            raise CannotStart(f"port {port} is not for ordinary users; choose another with --port.") from None
        except OSError:
            door.close()
    raise CannotStart(f"port {wanted} is taken; choose another with --port." if wanted else "no port is free.")


def own_servers(var: Path, logs: Path) -> list[Server]:
    """The servers to start, their addresses in the environment and in var/lipa.env for other shells."""
    kept = read_keys(var / "lipa.env")
    keys = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "MASTER_KEYS": new_key(),
        "BLIND_INDEX_KEY": new_key(),
        "DEMO": "on",
    } | kept
    servers: list[Server] = []
    if not os.environ.get("DATABASE_URL"):
        postgres = Postgres(var / "postgres", socket_folder(var / "run"), logs / "postgres.log")
        servers.append(postgres)
        keys["DATABASE_URL"] = os.environ["DATABASE_URL"] = postgres.url()
        keys["OWNER_DATABASE_URL"] = os.environ["OWNER_DATABASE_URL"] = postgres.url(OWNER)
    if not os.environ.get("REDIS_URL"):
        valkey = Valkey(var / "valkey", socket_folder(var / "run"), logs / "valkey.log")
        servers.append(valkey)
        keys["REDIS_URL"] = os.environ["REDIS_URL"] = valkey.url()
    if keys != kept:
        write_keys(var / "lipa.env", keys)
    return servers


def new_key():
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def read_keys(file):
    if not file.exists():
        return {}
    lines = [line.split("=", 1) for line in file.read_text().splitlines() if "=" in line and line[0] != "#"]
    return {name.strip(): value.strip() for name, value in lines}


def write_keys(file, keys):
    """Whole or not at all: without these keys every sealed text is lost."""
    fresh = file.with_suffix(".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write("".join(f"{name}={value}\n" for name, value in keys.items()))
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)


def prepare():
    """Migrations, checks and the demo organisation, in one process; what it says for the end."""
    process = subprocess.Popen(
        dies_with_parent([sys.executable, str(HOME / "manage.py"), "prepare"]),
        cwd=HOME,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    try:
        words, _ = process.communicate()
    except Stopped:
        process.terminate()
        process.wait()
        raise
    if process.returncode:
        raise CannotStart("the database could not be prepared; the reason stands above.")
    return words


def programs(listener, var, logs):
    """In the order of starting; they stop the other way round, the web first."""
    celery = [sys.executable, "-m", "celery", "--app", "config"]
    worker = [*celery, "worker", "--concurrency", str(min(os.cpu_count() or 1, 4)), "--loglevel", "INFO"]
    worker += ["--without-gossip", "--without-mingle"]
    beat = [*celery, "beat", "--schedule", str(var / "beat"), "--pidfile", "", "--loglevel", "WARNING"]
    web = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"fd://{listener}", "--preload"]
    web += ["--workers", "3", "--worker-class", "sync", "--timeout", "60", "--graceful-timeout", "10"]
    web += ["--no-control-socket", "--worker-tmp-dir", "/dev/shm" if os.access("/dev/shm", os.W_OK) else str(var)]
    for name, command in {"worker": worker, "beat": beat}.items():
        yield Child(name, dies_with_parent(command), log=logs / f"{name}.log", folder=HOME)
    yield Child("web", dies_with_parent(web), log=logs / "web.log", folder=HOME, keeps=[listener])


def wait_for(url, web, logs, patience=60):
    until = time.monotonic() + patience
    while time.monotonic() < until and web.running:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise CannotStart(f"the web server does not answer; its words are in {logs / 'web.log'}.")


def keep_alive(started, logs):
    """Whatever dies is started again, more slowly each time it dies at once."""
    waits: dict[Child | Server, tuple[float, float]] = {}
    while True:
        time.sleep(0.5)
        for thing in started:
            if thing.running:
                continue
            now = time.monotonic()
            again, wait = waits.get(thing, (0, 0.5))
            if now < again:
                continue
            waits[thing] = (now + wait, min(wait * 2, 30))
            try:
                thing.restart()
                print(f"Lipa: {thing.name} had stopped and was started again; its words are in {logs}.", flush=True)
            except CannotStart as reason:
                print(f"Lipa: {reason}", flush=True)


if __name__ == "__main__":
    main()
