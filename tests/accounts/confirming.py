"""What exports and roles ask for once more."""

from django.urls import reverse

from tests.factories import PASSWORD


def confirm(client, then=""):
    """She says that it is she, with her password, and is led to where she wanted to go."""
    return client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": then}, follow=True)
