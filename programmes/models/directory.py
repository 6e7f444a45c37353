from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.roles import Role
from programmes.finding import fits, fold
from programmes.models.organisations import Organisation
from programmes.models.vocabularies import Term, keys_of
from programmes.models.workers import Worker
from programmes.records import Record, sane, scoped

CHECKED_AGAIN_AFTER = timedelta(days=183)
KEEPERS = (Role.COORDINATOR, Role.ADMINISTRATOR)


class InstitutionKind(models.TextChoices):
    """What sort of place somebody is referred to."""

    POLICE = "police", _("police")
    SOCIAL_WORK = "social_work", _("social-work centre")
    SHELTER = "shelter", _("shelter or crisis centre")
    HEALTH = "health", _("health care")
    LEGAL_AID = "legal_aid", _("legal aid")
    HELPLINE = "helpline", _("helpline")
    OTHER = "other", pgettext_lazy("institution", "other")


class DirectoryEntryQuerySet(models.QuerySet):
    """An entry belongs to every day from the one on which it was listed until before the one on which it was retired."""

    def of_organisation(self, organisation):
        return self.filter(organisation=organisation)

    def in_period(self, period):
        return self.filter(Q(retired_on=None) | Q(retired_on__gt=period.first), listed_on__lte=period.last)

    def on(self, day):
        return self.filter(Q(retired_on=None) | Q(retired_on__gt=day), listed_on__lte=day)

    def current(self):
        return self.filter(retired_on=None)

    def unchecked(self, day=None):
        """In use, and nobody has tried them for half a year."""
        limit = (day or timezone.localdate()) - CHECKED_AGAIN_AFTER
        return self.filter(Q(checked_on=None) | Q(checked_on__lt=limit))

    def visible_to(self, user):
        """The directory is the whole organisation's."""
        return self.filter(organisation__programmes__in=user.programmes_as(*Role)).distinct()

    def kept_by(self, user):
        """Those that she may change: the office keeps them."""
        return self.filter(organisation__programmes__in=user.programmes_as(*KEEPERS)).distinct()

    def for_list(self):
        """With all that one line of a list says."""
        return self.select_related("region", "term", "checked_by__user", "checked_by__vault")


class DirectoryEntry(Record):
    """A place to which we refer: who they are, when they answer, in what languages, and who checked it last.

    `term` is the word of the organisation's own list of referrals under which it counts. A shelter's address is a
    secret, so it has none here.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="directory")
    key = models.SlugField(_("key"), max_length=50)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=16, choices=InstitutionKind)
    term = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("counts as")
    )
    region = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("municipality or region"),
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone = models.CharField(pgettext_lazy("of an institution", "number"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    web = models.URLField(_("web page"), blank=True)
    hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    always_open = models.BooleanField(_("day and night, every day"), default=False)
    languages = keys_of(_("languages"))
    note = models.CharField(_("note"), max_length=500, blank=True)
    listed_on = models.DateField(_("listed"), default=timezone.localdate)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        Worker, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    retired_on = models.DateField(_("retired"), null=True, blank=True)

    objects = scoped(DirectoryEntryQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("directory entry")
        verbose_name_plural = _("directory")
        ordering = ["name", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key"],
                name="directory_key_once",
                violation_error_message=_("This name stands in the directory already."),
            ),
            sane("directory", "listed_on", "checked_on", "retired_on"),
            models.CheckConstraint(
                name="directory_shelter_without_address",
                condition=Q(address="") | ~Q(kind=InstitutionKind.SHELTER),
                violation_error_message=_("A shelter's address never stands here: it is a protected location."),
            ),
            models.CheckConstraint(
                name="directory_web_is_a_page",
                condition=Q(web="") | Q(web__startswith="https://") | Q(web__startswith="http://"),
                violation_error_message=_("The address of a web page begins with https:// or http://."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_secret(self):
        return self.kind == InstitutionKind.SHELTER

    @property
    def where(self):
        """Its address, or that it has none for anybody."""
        return _("protected location") if self.is_secret else self.address

    @property
    def when(self):
        """When somebody answers there, in words."""
        if not self.always_open:
            return self.hours
        return format_lazy("{}, {}", _("24 hours"), self.hours) if self.hours else _("24 hours")

    @property
    def phones(self):
        return [phone.strip() for phone in self.phone.replace(";", ",").split(",") if phone.strip()]

    @property
    def needs_checking(self):
        limit = timezone.localdate() - CHECKED_AGAIN_AFTER
        return self.retired_on is None and (self.checked_on is None or self.checked_on < limit)

    def confirm(self, worker, day):
        """Somebody has tried the number, and what stands here is true."""
        self.checked_by, self.checked_on = worker, day
        self.version += 1
        self.save(update_fields=["checked_by", "checked_on", "version"])


class Languages:
    """The names of languages by their keys, read once for a whole list."""

    def __init__(self, terms):
        self.names = {term.key: term.label for term in terms}

    def of(self, entry):
        return ", ".join(self.names.get(key, key) for key in entry.languages)


def matching(entries, wanted, languages):
    """Those in which every word stands that she has typed; names that begin so come first.

    A directory has some hundreds of entries: they are compared here, letter by letter without diacritics.
    """
    found = [entry for entry in entries if fits(words_of(entry, languages), wanted)]
    begin = fold(wanted).split()[:1]
    return sorted(found, key=lambda entry: (not fold(entry.name).startswith("".join(begin)), fold(entry.name)))


def words_of(entry, languages):
    """All of an entry that she may look for."""
    region = entry.region.label if entry.region else ""
    parts = [entry.name, str(entry.get_kind_display()), region, entry.address, entry.note, str(entry.when)]
    numbers = entry.phone.replace(" ", "")
    return " ".join([*parts, entry.phone, numbers, languages.of(entry), str(entry.term or "")])
