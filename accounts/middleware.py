from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone

from accounts import trail
from accounts.access import BEFORE_SECOND_FACTOR, may_open
from accounts.models import Act
from accounts.roles import Role

MINUTE = 60


def session_clock(get_response):
    """Ends a session that was idle or open too long (by the settings); what was being written is a draft by then."""

    def middleware(request):
        if request.user.is_authenticated and is_over(request.session):
            trail.record(request, Act.SIGNED_OUT, purpose="session ended")
            logout(request)
        return get_response(request)

    return middleware


def is_over(session):
    now = timezone.now().timestamp()
    began, seen = session.setdefault("began", now), session.setdefault("seen", now)
    if now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE:
        return True
    if now - seen > MINUTE:  # not at every request: each one would write
        session["seen"] = now
    return False


class AccessTable:
    """Lets through what the access table allows; whoever has not signed in is asked to."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        page = request.resolver_match.view_name
        if not may_open(request.user, page):
            return ask_to_sign_in_or_refuse(request)
        if lacks_second_factor(request.user) and page not in BEFORE_SECOND_FACTOR:
            return redirect("mfa_activate_totp")
        return None


def ask_to_sign_in_or_refuse(request):
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    trail.record(request, Act.REFUSED)
    raise PermissionDenied


def lacks_second_factor(user):
    """Managers and administrators need one; the demo does without."""
    if not settings.REQUIRE_SECOND_FACTOR or not user.is_authenticated:
        return False
    return bool(user.roles & {Role.MANAGER, Role.ADMINISTRATOR}) and not is_mfa_enabled(user)
