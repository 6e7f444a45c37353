from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody may do in a programme; which pages that opens stands in `access.py`."""

    COUNSELLOR = "counsellor", _("counsellor")
    COORDINATOR = "coordinator", _("coordinator")
    MANAGER = "manager", _("manager")
    ADMINISTRATOR = "administrator", _("administrator")
