from dataclasses import dataclass, replace

from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.context_processors import address
from programmes.models import Programme, Vocabulary
from programmes.models.directory import KEEPERS


@dataclass(frozen=True)
class Door:
    """A page of the office that the Programme page leads to; whoever may not open it does not see the door."""

    view_name: str
    label: str | Promise
    about: str | Promise
    url: str = ""


DOORS = [
    Door("programmes:specialists", _("Specialists and interpreters"), _("who speaks what, and when")),
    Door("programmes:directory", _("Directory"), _("where we refer to, and what is to be checked")),
    Door("programmes:roster", _("Roster"), _("who has duty when, and which hours nobody covers")),
    Door("programmes:volunteers", _("Volunteers"), _("agreements, declarations, trainings and hours")),
    Door("programmes:activities", _("Prevention"), _("events, campaigns, media and materials, planned and done")),
    Door("programmes:trainings", _("Trainings and supervision"), _("of volunteers and staff")),
    Door("programmes:my_hours", _("My hours"), _("what you gave as a volunteer")),
    Door("programmes:user_list", _("People who sign in"), _("accounts and roles of colleagues")),
    Door("accounts:trail", _("Who opened what"), _("the trail of every record")),
]


def programme(request):
    """What an office looks after, and every programme she works in: its units, its settings, its own vocabularies."""
    programmes = Programme.objects.visible_to(request.user).prefetch_related("units")
    return render(
        request,
        "programmes/programme.html",
        {
            "programmes": programmes,
            "vocabularies": Vocabulary,
            "doors": doors_of(request.user),
            "kept": set(Programme.objects.visible_to(request.user, *KEEPERS).values_list("pk", flat=True)),
        },
    )


def doors_of(user):
    found = (replace(door, url=address(user, door.view_name)) for door in DOORS)
    return [door for door in found if door.url]
