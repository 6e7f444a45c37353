from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from programmes.records import sane, scoped


class Kind(models.TextChoices):
    """What sort of work a programme does; decides which figures it has."""

    HELPLINE = "helpline", _("helpline")
    SHELTER = "shelter", _("shelter")
    CRISIS_CENTRE = "crisis_centre", _("crisis centre")
    COUNSELLING = "counselling", _("counselling")
    PREVENTION = "prevention", _("prevention")
    GOVERNANCE = "governance", _("governing bodies")
    OTHER = "other", _("other programme")


class OrganisationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(programmes__in=user.programmes_as(*Role)).distinct()


class Organisation(models.Model):
    key = models.SlugField(_("key"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    displayed_name = models.CharField(
        _("displayed name"),
        max_length=60,
        help_text=_("Stands in the tab's title on shared computers: say nothing here."),
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self):
        return self.name


class ProgrammeQuerySet(models.QuerySet):
    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def in_period(self, period):
        return self.filter(
            Q(opened_on=None) | Q(opened_on__lte=period.last), Q(closed_on=None) | Q(closed_on__gt=period.first)
        )

    def visible_to(self, user, *roles):
        return self.filter(pk__in=user.programmes_as(*(roles or Role)))


class Programme(models.Model):
    """What a co-funder pays for. Rules that differ between programmes are its settings, never code."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="programmes")
    key = models.SlugField(_("key"))
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    opened_on = models.DateField(_("opened"), null=True, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    stay_limit_days = models.PositiveSmallIntegerField(
        _("longest stay, in days"), null=True, blank=True, help_text=_("Reminds, never blocks.")
    )
    extension_limit_days = models.PositiveSmallIntegerField(_("longest extension, in days"), null=True, blank=True)
    rest_hours = models.PositiveSmallIntegerField(
        _("rest between two shifts, in hours"), null=True, blank=True, help_text=_("Reminds, never blocks.")
    )

    objects = scoped(ProgrammeQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="programme_key_once"),
            sane("programme", "opened_on", "closed_on"),
        ]

    def __str__(self):
        return self.name

    @property
    def called(self):
        return self.short_name or self.name


class UnitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(programme__in=user.programmes_as(*Role))


class Unit(models.Model):
    """A place of a programme: an office, a house, a flat."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="units")
    key = models.SlugField(_("key"))
    name = models.CharField(_("name"), max_length=100)
    opened_on = models.DateField(_("opened"), null=True, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(UnitQuerySet, organisation="programme__organisation")

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="unit_key_once"),
            sane("unit", "opened_on", "closed_on"),
        ]

    def __str__(self):
        return self.name


class AssignmentQuerySet(models.QuerySet):
    def current(self):
        today = timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=today))


class Assignment(models.Model):
    """A user works in a programme in a role."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(fields=["user", "programme", "role"], name="assignment_once"),
            sane("assignment", "until"),
        ]


class CoFunder(models.Model):
    """Ministry, city, foundation, donors: where money comes from."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="co_funders")
    key = models.SlugField(_("key"))
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(models.QuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("co-funder")
        verbose_name_plural = _("co-funders")
        ordering = ["position", "key"]
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="co_funder_key_once")]

    def __str__(self):
        return self.name
