"""What the shell around every page shows: the neutral name, the places this person may go, who she is."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import resolve_url
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.access import may_open
from accounts.roles import Role

NEUTRAL_NAME = "Lipa"


@dataclass(frozen=True)
class Place:
    view_name: str
    label: str | Promise
    icon: str
    key: str
    main: bool = False  # the one action under the thumb on a phone
    url: str = ""
    here: bool = False
    under: tuple[str, ...] = ()  # other addresses whose pages belong here

    @property
    def app(self):
        return self.view_name.partition(":")[0]


PLACES = [
    Place("cases:desk", _("Desk"), "lamp", "g d"),
    Place("cases:client_list", _("People"), "person", "g p", under=("cases:case_list", "cases:group_list")),
    Place("shelters:board", _("Houses"), "house", "g b"),
    Place("programmes:programme", _("Programme"), "programme", "g o"),
    Place("reporting:report_list", _("Reports"), "report", "g r"),
]
NEW_CALL = Place("cases:new_call", _("New call"), "plus", "", main=True)
SEARCH = "cases:search"


def address(user, view_name):
    """Where a page is, if it is there and this person may open it."""
    if not may_open(user, view_name):
        return ""
    try:
        return reverse(view_name)
    except NoReverseMatch:
        return ""


class Shell:
    """Computed when a template asks: an htmx answer without the shell costs nothing."""

    def __init__(self, request):
        self.request = request
        self.user: Any = getattr(request, "user", AnonymousUser())

    @cached_property
    def name(self):
        for organisation in getattr(self.request, "organisations", []):
            return organisation.displayed_name
        return NEUTRAL_NAME

    @property
    def person(self):
        return self.user.name

    @property
    def role(self):
        return ", ".join(str(role.label) for role in Role if role in self.user.roles)

    @cached_property
    def places(self):
        return [place for place in map(self.place, PLACES) if place]

    @cached_property
    def foot(self):
        """The places of a phone's lower edge: four at most, a new call in the middle."""
        places = self.places[:4] if not self.new_call else [p for p in self.places if p.app != "programmes"][:4]
        middle = len(places) // 2
        return [*places[:middle], *self.new_call, *places[middle:]]

    @cached_property
    def new_call(self):
        place = self.place(NEW_CALL)
        return [place] if place else []

    @cached_property
    def search(self):
        return address(self.user, SEARCH)

    @property
    def home(self):
        return self.places[0].url if self.places else resolve_url(settings.LOGIN_REDIRECT_URL)

    @property
    def leave_to(self):
        """The neutral page that takes the place of the one she left."""
        return resolve_url(getattr(settings, "LEAVE_TO", settings.LOGIN_URL))

    def place(self, place):
        url = address(self.user, place.view_name) if self.user else ""
        return replace(place, url=url, here=place.view_name == self.here) if url else None

    @cached_property
    def here(self):
        """The place that this page belongs to: the longest address it lies under, else the first of its app."""
        known = {
            address(self.user, view_name): place.view_name
            for place in PLACES
            for view_name in (*place.under, place.view_name)
        }
        above = [url for url in known if url and self.request.path.startswith(url)]
        if above:
            return known[max(above, key=len)]
        app = getattr(self.request.resolver_match, "app_name", "")
        return next((place.view_name for place in PLACES if place.app == app), "")


def shell(request):
    return {"shell": Shell(request)}
