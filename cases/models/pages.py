import secrets

from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.db import models
from django.dispatch import receiver


def new_secret():
    return secrets.token_urlsafe(32)


class PageSecretQuerySet(models.QuerySet):
    def of(self, user):
        return self.get_or_create(user=user)[0].secret


class PageSecret(models.Model):
    """From it her signed-in page makes the key that seals what it keeps in the browser while the line is down.

    It lives in signed-in pages alone. An expired session leaves it, so that nothing is lost when she signs in again;
    signing out renews it: what is left in the browser is noise from then on.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="page_secret")
    secret = models.CharField(max_length=64, default=new_secret)

    objects = PageSecretQuerySet.as_manager()


@receiver(user_logged_out)
def renew_secret(sender, request, user, **kwargs):
    ended_by_the_clock = request is None or request.resolver_match is None  # before any page was asked for
    if user and not ended_by_the_clock:
        PageSecret.objects.filter(user=user).delete()
