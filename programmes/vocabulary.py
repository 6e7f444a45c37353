"""Words set by law or statistics that people of every programme share."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sex(models.TextChoices):
    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", pgettext_lazy("sex", "other")
    NOT_KNOWN = "not_known", _("not known")


class AgeGroup(models.TextChoices):
    """In which the yearly report on volunteering counts people (ZProst, Ur. l. 10/11, art. 41; skupno poročilo MJU)."""

    UNDER_18 = "under_18", _("under 18 years")
    FROM_18 = "from_18", _("18 to 29 years")
    FROM_30 = "from_30", _("30 to 59 years")
    FROM_60 = "from_60", _("60 years and over")


YOUNGEST = {AgeGroup.UNDER_18: 0, AgeGroup.FROM_18: 18, AgeGroup.FROM_30: 30, AgeGroup.FROM_60: 60}
