"""Instruments of risk assessment: what is asked, how it weighs, and what a score means. Data of an organisation."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.history import tracked
from accounts.roles import Role
from cases.vocabulary import RiskLevel
from programmes.models import Organisation
from programmes.records import Record, sane, scoped

HEAVIEST, LONGEST_INTERVAL = 100, 366


class InstrumentQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(
            organisation__programmes__in=user.programmes_as(Role.COUNSELLOR, Role.COORDINATOR)
        ).distinct()

    def edited_by(self, user):
        return self.filter(organisation__programmes__in=user.programmes_as(Role.COORDINATOR)).distinct()

    def current(self):
        return self.filter(retired_on=None)


@tracked
class Instrument(Record):
    """One edition of an instrument. It never changes once it stands: a change makes the next edition.

    Whoever was assessed with an older one keeps its questions and weights.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="instruments")
    key = models.SlugField(_("key"))
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    name = models.CharField(_("name"), max_length=120)
    licence = models.CharField(
        _("licence"), max_length=300, help_text=_("Whose it is, and by what right you use its words.")
    )
    review_days = models.PositiveSmallIntegerField(
        _("reviewed after, in days"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_INTERVAL)],
        help_text=_("The day of the next assessment follows from it; it can be changed in each."),
    )
    judgement_raises = models.BooleanField(
        _("professional judgement may raise the result"), default=True, help_text=_("It never lowers it.")
    )
    retired_on = models.DateField(_("retired"), null=True, blank=True)

    objects = scoped(InstrumentQuerySet, organisation="organisation")

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ["name", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key", "edition"],
                name="instrument_edition_once",
                violation_error_message=_("Somebody else has just made this edition. Open the list again."),
            ),
            sane("instrument", "retired_on"),
            models.CheckConstraint(
                name="instrument_reviews_within_a_year", condition=Q(review_days__range=(1, LONGEST_INTERVAL))
            ),
        ]

    def __str__(self):
        return self.name

    def retire(self):
        self.retired_on = self.retired_on or timezone.localdate()
        self.save(update_fields=["retired_on"])

    def score_of(self, yes):
        """The weights of what was answered with yes. What is not known adds nothing, and is shown as not known."""
        return sum(item.weight for item in self.items.all() if item.key in yes)

    def band_of(self, score):
        """The highest band that the score reaches."""
        return max((band for band in self.bands.all() if band.from_score <= score), key=lambda band: band.from_score)

    def first_band(self, level):
        """The lowest band of a level, by which a raised result is called; None where it has no such level."""
        bands = [band for band in self.bands.all() if band.level == level]
        return min(bands, key=lambda band: band.from_score, default=None)

    @property
    def highest_score(self):
        return sum(item.weight for item in self.items.all())


class Worded(models.Model):
    """With words in two languages; without English the Slovenian stand."""

    label_sl = models.CharField(_("in Slovenian"), max_length=300)
    label_en = models.CharField(_("in English"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.label

    @property
    def label(self):
        return self.label_en if get_language() == "en" and self.label_en else self.label_sl


class RiskItem(Worded):
    """One question of an instrument, and what a yes weighs."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="items")
    key = models.SlugField(_("key"))
    weight = models.PositiveSmallIntegerField(_("weight"), default=1, validators=[MaxValueValidator(HEAVIEST)])
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = scoped(models.QuerySet, organisation="instrument__organisation")

    class Meta:
        verbose_name = _("question of an instrument")
        verbose_name_plural = _("questions of an instrument")
        ordering = ["position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "key"], name="risk_item_once"),
            models.CheckConstraint(name="risk_item_weighs_at_most_100", condition=Q(weight__lte=HEAVIEST)),
        ]


class RiskBand(Worded):
    """What a score means from a number up: the instrument's own word, and which of three levels that is."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="bands")
    from_score = models.PositiveSmallIntegerField(_("from"))
    level = models.CharField(_("counts as"), max_length=8, choices=RiskLevel)

    objects = scoped(models.QuerySet, organisation="instrument__organisation")

    class Meta:
        verbose_name = _("band of an instrument")
        verbose_name_plural = _("bands of an instrument")
        ordering = ["from_score"]
        constraints = [models.UniqueConstraint(fields=["instrument", "from_score"], name="risk_band_once")]
