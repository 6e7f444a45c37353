"""On a machine that lacks something, one plain line says what, and how to get it."""

import shutil
import subprocess
import sys

import pytest
from django.conf import settings

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
SAYS = "Lipa: {what} is missing: sudo apt-get install --no-install-recommends {packages}\n"
ORDINARY_USER, ROOT = 1000, 0


@pytest.fixture
def machine(tmp_path):
    """A fresh clone on a machine with nothing but a Python in its PATH, and somebody who starts it."""
    home, path, inside = tmp_path / "clone", tmp_path / "bin", tmp_path / "inside"
    for folder in (home / "config", path, inside):
        folder.mkdir(parents=True)
    shutil.copy(settings.BASE_DIR / "config" / "install.py", home / "config")
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (home / lock).touch()
    return Machine(home, path, inside)


class Machine:
    def __init__(self, home, path, inside):
        self.home, self.path, self.inside = home, path, inside

    def has(self, name, script):
        file = self.path / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return file

    def has_venv(self, script):
        (self.home / ".venv" / "bin").mkdir(parents=True)
        shutil.move(self.has("python", f'case "$*" in *version_info*) echo {VERSION};; {script} esac'), self.venv)

    @property
    def venv(self):
        return self.home / ".venv" / "bin" / "python"

    def lacks(self, module):
        (self.inside / f"{module}.py").write_text("raise ImportError")

    def install(self, purpose, user=ORDINARY_USER):
        (self.inside / "sitecustomize.py").write_text(f"import os\nos.geteuid = lambda: {user}\n")
        surroundings = {"PATH": str(self.path), "PYTHONPATH": str(self.inside)}
        command = [sys.executable, self.home / "config" / "install.py", purpose]
        return subprocess.run(command, env=surroundings, capture_output=True, text=True)


def says(done, what, packages):
    assert done.returncode == 1
    assert done.stderr == SAYS.format(what=what, packages=packages)


@pytest.mark.parametrize("user", [ORDINARY_USER, ROOT], ids=["ordinary user", "root without apt-get"])
def test_python_without_venv_is_named(machine, user):
    machine.lacks("ensurepip")
    says(machine.install("run", user), "Python's venv", f"python{VERSION}-venv")


def test_an_ordinary_user_is_told_the_command_and_nothing_is_installed_for_her(machine):
    machine.lacks("ensurepip")
    machine.has("apt-get", f"echo $* >> {machine.home}/installed")
    says(machine.install("run"), "Python's venv", f"python{VERSION}-venv")
    assert not (machine.home / "installed").exists()


def test_root_gets_the_packages_where_there_are_any_to_get(machine):
    machine.lacks("ensurepip")
    machine.has("apt-get", f"echo $* >> {machine.home}/installed; exit 1")
    done = machine.install("run", ROOT)
    asked = (machine.home / "installed").read_text().splitlines()
    package = f"python{VERSION}-venv"
    assert asked == [f"install --yes --no-install-recommends {package}", "update"] + asked[:1]
    assert "installing" in done.stdout
    says(done, "Python's venv", package)


def test_a_machine_without_chromium_is_told_so_before_the_tests(machine):
    machine.has_venv("")
    says(machine.install("test"), "Chromium (the browser tests run in it)", "chromium")


def test_a_machine_without_pango_is_told_so_and_asked_again_next_time(machine):
    machine.has_venv("*weasyprint*) exit 1;;")
    for _time in range(2):
        says(
            machine.install("run"),
            "Pango (the PDFs are set with it)",
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        )
    assert not list((machine.home / ".venv").glob("lipa-*"))
