from allauth.account.adapter import DefaultAccountAdapter

from accounts import trail
from accounts.models import Act


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by the office; signing in and out stands in the trail."""

    def is_open_for_signup(self, request):
        return False

    def login(self, request, user):
        super().login(request, user)
        trail.record(request, Act.SIGNED_IN)

    def logout(self, request):
        trail.record(request, Act.SIGNED_OUT)
        super().logout(request)

    def authentication_failed(self, request, **credentials):
        super().authentication_failed(request, **credentials)
        trail.record(request, Act.REFUSED)
