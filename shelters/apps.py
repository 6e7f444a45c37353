from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SheltersConfig(AppConfig):
    name = "shelters"
    verbose_name = _("shelters")

    def ready(self):
        from shelters import merging  # noqa: F401 registers what stands in the way of a merge
