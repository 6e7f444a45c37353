from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.models.users import User
from accounts.roles import Role


class Act(models.TextChoices):
    OPENED = "opened", _("opened")
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    ERASED = "erased", _("erased")
    SEARCHED = "searched", _("searched")
    EXPORTED = "exported", _("exported")
    PRINTED = "printed", _("printed")
    REFUSED = "refused", _("refused")
    SIGNED_IN = "signed_in", _("signed in")
    SIGNED_OUT = "signed_out", _("signed out")


class TrailQuerySet(models.QuerySet):
    def visible_to(self, user):
        """An administrator sees what was done in her programmes, and what her colleagues did besides."""
        hers = user.programmes_as(Role.ADMINISTRATOR)
        return self.filter(Q(programme_id__in=hers) | Q(programme_id=None, user__in=User.objects.colleagues_of(user)))

    def about(self, record):
        return self.filter(record_type=record._meta.label_lower, record_id=str(record.pk))


class TrailEntry(models.Model):
    """Who did what to which record, when, from where (ZVOP-2, processing log): ids, never contents.

    The database refuses to change or delete a row (migration `trail_is_append_only`).
    """

    at = models.DateTimeField(_("when"), db_default=Now(), editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="trail", verbose_name=_("who")
    )
    act = models.CharField(_("act"), max_length=12, choices=Act)
    record_type = models.CharField(_("record"), max_length=60, blank=True)
    record_id = models.CharField(max_length=40, blank=True)
    # A plain number: programmes live a floor above and may not be deleted while the trail speaks of them.
    programme_id = models.BigIntegerField(null=True)
    page = models.CharField(_("page"), max_length=80, blank=True)
    purpose = models.CharField(_("purpose"), max_length=120, blank=True)
    address = models.GenericIPAddressField(_("from where"), null=True)

    objects = TrailQuerySet.as_manager()

    class Meta:
        verbose_name = _("trail entry")
        verbose_name_plural = _("trail")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["record_type", "record_id"], name="trail_by_record"),
            models.Index(fields=["user", "at"], name="trail_by_user"),
        ]

    def __str__(self):
        return f"{self.act} {self.record_type} {self.record_id}".strip()

    @property
    def kind_of_record(self):
        return apps.get_model(self.record_type)._meta.verbose_name if self.record_type else ""
