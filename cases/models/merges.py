from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.models.cases import Case
from cases.models.clients import Client
from programmes.records import Record, sane, scoped


class MergeQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(undone_at=None)

    def coordinated_by(self, user):
        cases = Case.objects.filter(programme__in=user.programmes_as(Role.COORDINATOR))
        return self.filter(kept__in=cases.values("client"))


@tracked
class Merge(Record):
    """Two codes turned out to be one person: what was the other's is now hers whose code is kept, until it is undone.

    Its rows say what moved, so that undoing gives each record back exactly.
    """

    kept = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="merges", verbose_name=_("kept code"))
    other = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", verbose_name=_("other code"))
    merged_at = models.DateTimeField(_("merged"), default=timezone.now)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("merged by")
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("undone by")
    )

    objects = scoped(MergeQuerySet, organisation="kept__organisation")

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at"]
        constraints = [
            sane("merge", "merged_at", "undone_at"),
            models.UniqueConstraint(
                fields=["other"],
                condition=Q(undone_at=None),
                name="merge_in_force_once",
                violation_error_message=_("These are two codes of one person already."),
            ),
        ]


class Became(models.TextChoices):
    MOVED = "moved", _("moved")
    CHANGED = "changed", _("changed")
    REMOVED = "removed", _("removed")


class MergedRow(models.Model):
    """One row of any table that a merge touched, in the order in which it did: what it held before and after.

    Of a removed row all of it, as it lay in the database: sealed texts stay sealed.
    """

    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="rows")
    table = models.CharField(max_length=80)  # the model's label
    row = models.CharField(max_length=40)  # its primary key
    became = models.CharField(max_length=8, choices=Became)
    before = models.JSONField()
    after = models.JSONField(default=dict)

    objects = scoped(models.QuerySet, organisation="merge__kept__organisation")

    class Meta:
        verbose_name = _("row of a merge")
        verbose_name_plural = _("rows of a merge")
        ordering = ["id"]
