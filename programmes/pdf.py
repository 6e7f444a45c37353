"""A PDF of one HTML document, typeset by a process that can be stopped."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from django.conf import settings

PATIENCE = 180  # seconds; an annual report takes about five
BREATH = 0.5  # seconds between two looks at the process
EPOCH = "1609459200"  # the same HTML is the same file, byte for byte


class CannotTypeset(Exception):
    """The typesetter gave up, was too slow or took too much memory."""


def set_in_type(html, identifier, on_breath=lambda: None, patience=None):
    """Bytes and number of pages, within `patience` seconds. `on_breath` is called while it is being set; what it raises ends the typesetting."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        source.write(html.encode())
        source.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-m", "programmes.typeset", str(assets()), identifier],
            stdin=source,
            stdout=target,
            stderr=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            env={
                "PATH": os.environ.get("PATH", ""),
                "SOURCE_DATE_EPOCH": EPOCH,
                "LANG": "C.UTF-8",
                "HOME": "/nonexistent",
            },
        )
        try:
            wait(process, on_breath, patience or PATIENCE)
        finally:
            process.kill()
            process.wait()
        target.seek(0)
        pages = int(target.readline())
        return target.read(), pages


def assets():
    """Where our styles, fonts and drawings lie."""
    return Path(settings.STATICFILES_DIRS[0])


def wait(process, on_breath, patience):
    until = time.monotonic() + patience
    while True:
        try:
            if process.wait(BREATH):
                raise CannotTypeset(f"the typesetter ended with {process.returncode}")
            return
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise CannotTypeset(f"not finished in {patience} seconds") from None
            on_breath()
