"""Exports, roles and the like ask once more whether it is she, unless she has confirmed it within five minutes."""

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.shortcuts import redirect


def must_confirm(request):
    try:
        reauthentication_required(lambda request: None)(request)
    except ReauthenticationRequired:
        return True
    return False


def ask_to_confirm(request, then):
    """By password, key or app, whatever she has; afterwards she stands at the address `then`."""
    way = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
    return redirect(f"{way}?{urlencode({REDIRECT_FIELD_NAME: then})}")
