"""A browser in front of the running program: signed in, looked over by axe, photographed for the README."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Error

PICTURES = Path(os.environ.get("PICTURES", ""))  # `PICTURES=docs/pictures pytest tests/browser` renews them


@pytest.fixture
def sign_in(live_server, context):
    """Opens a session for somebody, as if she had just signed in in this browser."""

    def sign_in(user):
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": live_server.url}]
        )

    return sign_in


@pytest.fixture(autouse=True)
def nothing_under_way(page):
    """A request that is still being answered would lock the tables that the test empties behind it."""
    yield
    with suppress(Error):
        page.wait_for_load_state("networkidle", timeout=5000)


@pytest.fixture
def no_barriers(page):
    """axe finds nothing on the page as it stands, in light and in dark."""

    def no_barriers():
        for theme in ("dark", "light"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
            assert found.violations_count == 0, f"{page.url}, {theme}: {found.generate_report()}"

    return no_barriers


@pytest.fixture
def picture(page):
    """A picture of the page, when pictures are asked for."""

    def picture(name):
        if PICTURES.name:
            page.screenshot(path=PICTURES / f"{name}.png")

    return picture


@pytest.fixture
def phone(page):
    page.set_viewport_size({"width": 390, "height": 844})
    return page
