"""What a page leaves in a browser, and a process in its log."""

import logging
import traceback

from django.urls import reverse


def leave_nothing_behind(get_response):
    """A page of somebody signed in is kept by no browser and no proxy; signing out empties the browser's storage.

    A session that merely ends leaves the storage alone: what she could not send yet waits there, unreadable to others.
    """

    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        elif request.method == "POST" and request.path == reverse("account_logout"):
            response["Clear-Site-Data"] = '"storage"'  # with "cache" Chromium stalls
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), display-capture=()"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware


class WithoutValues(logging.Formatter):
    """An exception's text may quote a row or a form: its kind and place in the code are enough."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatException(self, exception):
        kind, _value, trace = exception
        return "".join([*traceback.format_tb(trace), kind.__name__])
