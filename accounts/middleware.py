from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied

from accounts.access import may_open


def access_table(get_response):
    """Lets through what the access table allows; whoever has not signed in is asked to."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        if may_open(request.user, request.resolver_match.view_name):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied

    middleware.process_view = process_view
    return middleware
