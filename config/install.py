"""Makes .venv with what the hash-pinned lock names, and says in one line what the machine lacks.

Run by the Makefile with whatever Python is there, so it uses nothing but the standard library.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST, NEWEST = (3, 11), (3, 13)
PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
LOCKS = {"run": "requirements.txt", "test": "requirements-dev.txt"}


def main(purpose):
    use_a_python_that_fits()
    make_venv()
    if purpose == "test" and not (shutil.which("chromium") or shutil.which("chromium-browser")):
        need("Chromium (the browser tests run in it)", ["chromium"])
    lock = HOME / LOCKS[purpose]
    stamp = VENV / f"lipa-{purpose}"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Lipa: installing {lock.name} into .venv (about a minute, once)", flush=True)
    # The lock is whole: a resolver would only look for newer releases than those it names, and then refuse them.
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    if subprocess.run([*pip, "--requirement", lock]).returncode:
        sys.exit("Lipa: the packages could not be installed; pip's reason stands above.")
    if not pango_works():
        need("Pango (the PDFs are set with it)", PANGO)
    stamp.write_text(wanted)


def use_a_python_that_fits():
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        if found := shutil.which(f"python3.{minor}"):
            os.execv(found, [found, *sys.argv])
    sys.exit(f"Lipa: Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed; this one is {sys.version.split()[0]}.")


def make_venv():
    if PYTHON.exists():
        mine = f"{sys.version_info[0]}.{sys.version_info[1]}"
        theirs = subprocess.run(
            [PYTHON, "-c", "import sys; print(*sys.version_info[:2], sep='.')"], capture_output=True, text=True
        ).stdout.strip()
        if theirs == mine:
            return
        if VENV.is_symlink():
            sys.exit(f"Lipa: .venv is a link to a Python {theirs}; run with that one, or remove the link.")
    if not ensurepip_works():
        need("Python's venv", [f"python3.{sys.version_info[1]}-venv"])
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode:
        sys.exit("Lipa: .venv could not be made; Python's reason stands above.")


def ensurepip_works():
    return subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True).returncode == 0


def pango_works():
    return subprocess.run([PYTHON, "-c", "import weasyprint"], capture_output=True).returncode == 0


def need(what, packages):
    """Root on Debian gets the packages; anybody else the command that gets them."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Lipa: {what} is missing, installing {' '.join(packages)}", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=environment, **quiet).returncode == 0:
            return
        subprocess.run(["apt-get", "update"], **quiet)
        if subprocess.run(command, env=environment, **quiet).returncode == 0:
            return
    sys.exit(f"Lipa: {what} is missing: sudo apt-get install --no-install-recommends {' '.join(packages)}")


if __name__ == "__main__":
    main(sys.argv[1])
