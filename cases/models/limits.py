from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.limits import KNOWN
from cases.vocabulary import Limit
from programmes.models import Organisation
from programmes.records import Record, sane, scoped


class LegalLimitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(
            organisation__programmes__in=user.programmes_as(Role.COUNSELLOR, Role.COORDINATOR)
        ).distinct()

    def known_to(self, organisation):
        """The organisation's rows; those of the law as the house knows it are made when there are none."""
        hers = self.filter(organisation=organisation)
        if not hers.exists():
            rows = [
                LegalLimit(organisation=organisation, limit=limit, amount=amount, valid_from=valid_from, source=source)
                for limit, amount, valid_from, source in KNOWN
            ]
            self.bulk_create(rows, ignore_conflicts=True)
        return hers


@tracked
class LegalLimit(Record):
    """How long a limit is from a day on, and where that is written."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="legal_limits")
    limit = models.CharField(_("limit"), max_length=24, choices=Limit)
    amount = models.PositiveSmallIntegerField(_("how long"))
    valid_from = models.DateField(_("valid from"))
    source = models.CharField(_("source"), max_length=120)

    objects = scoped(LegalLimitQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("limit")
        verbose_name_plural = _("limits")
        ordering = ["limit", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "limit", "valid_from"],
                name="legal_limit_once",
                violation_error_message=_("From this day on the limit has a row already."),
            ),
            sane("legal_limit", "valid_from"),
            models.CheckConstraint(name="legal_limit_takes_time", condition=Q(amount__gt=0)),
        ]


class Limits:
    """The limits of an organisation, read once."""

    def __init__(self, organisation):
        self.rows = list(LegalLimit.objects.known_to(organisation).order_by("valid_from"))

    @classmethod
    def of_rows(cls, rows):
        """Of rows in hand; where a limit has none, as the house knows it."""
        limits = cls.__new__(cls)
        known = [LegalLimit(limit=limit, amount=amount, valid_from=since) for limit, amount, since, _source in KNOWN]
        rows = list(rows)
        named = {row.limit for row in rows}
        limits.rows = sorted([*rows, *(row for row in known if row.limit not in named)], key=lambda row: row.valid_from)
        return limits

    def on(self, day, limit):
        """How long it is on a day; before the first row, as long as the first one says."""
        rows = [row for row in self.rows if row.limit == limit]
        valid = [row for row in rows if row.valid_from <= day]
        return (valid[-1] if valid else rows[0]).amount
