"""Every page of the project, opened as every role: what the access table says is what happens."""

from functools import partial
from uuid import UUID

import pytest
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from django.utils import translation

from accounts.access import ACCESS, EVERYBODY, SIGNED_IN, may_open
from accounts.roles import Role
from tests import factories
from tests.accounts.samples import SAMPLES, Nowhere, Place

REFUSED, ABSENT = 403, 404
OPENED = {200, 302, 405}  # a page, on to another one, or a page that takes only posts


def named_views(resolver=None, namespaces=(), arguments=()):
    """Every view of the project: its name, and the names of its arguments."""
    for entry in (resolver or get_resolver()).url_patterns:
        hers = (*arguments, *(entry.pattern.converters or entry.pattern.regex.groupindex))
        if isinstance(entry, URLResolver):
            yield from named_views(entry, (*namespaces, entry.namespace) if entry.namespace else namespaces, hers)
        else:
            yield ":".join([*namespaces, entry.name or ""]), hers


VIEWS = dict(named_views())
OURS = {name: arguments for name, arguments in VIEWS.items() if ":" in name}
WITH_RECORD = {name: arguments for name, arguments in OURS.items() if arguments}


def address(name, place, arguments):
    return reverse(name, kwargs={argument: SAMPLES[argument](place) for argument in arguments})


def nowhere(name, arguments):
    """The page's address with an id, a number or a UUID, that no record has."""
    for number in (2**31 - 1, UUID(int=1)):
        try:
            return address(name, Nowhere(number), arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(name)


@pytest.fixture
def places(db):
    """Our programme, another one of our organisation, and one of another organisation, each with records."""
    ours = factories.ProgrammeFactory()
    return {
        "own": Place(ours),
        "foreign programme": Place(factories.ProgrammeFactory(organisation=ours.organisation)),
        "foreign organisation": Place(factories.ProgrammeFactory()),
    }


@pytest.fixture
def signed_in(client, places):
    def sign_in(role):
        user = factories.user_in(role, places["own"].programme)
        client.force_login(user)
        return user

    return sign_in


def test_every_view_has_a_name_and_a_row_in_the_table_and_every_row_a_view():
    assert sorted(VIEWS) == sorted(ACCESS)


def test_every_argument_of_an_address_has_a_sample_record():
    assert {argument for arguments in OURS.values() for argument in arguments} <= set(SAMPLES)


@pytest.mark.parametrize("name", [name for name in ACCESS if ACCESS[name] != EVERYBODY])
def test_nobody_sees_a_page_without_signing_in(name, client, places):
    url = (
        address(name, places["own"], OURS[name])
        if name in OURS
        else reverse(name, kwargs=dict.fromkeys(VIEWS[name], 1))
    )
    for ask in (client.get, client.post):
        page = ask(url)
        assert page.status_code == 302 and reverse("account_login") in page["Location"], url


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", OURS)
def test_the_table_says_who_opens_what(name, role, places, signed_in, client):
    user = signed_in(role)
    url = address(name, places["own"], OURS[name])
    for ask in (client.get, partial(client.post, data={})):
        status = ask(url).status_code
        if may_open(user, name):
            assert status in OPENED, f"{role} at {url}: {status}"
        else:
            assert status == REFUSED, f"{role} at {url}: {status}"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("whose", ["foreign programme", "foreign organisation", "absent"])
@pytest.mark.parametrize("name", WITH_RECORD)
def test_a_record_of_others_is_as_absent_as_one_that_never_was(name, whose, role, places, signed_in, client):
    user = signed_in(role)
    if not may_open(user, name):
        return
    url = address(name, places[whose], OURS[name]) if whose in places else nowhere(name, OURS[name])
    for ask in (client.get, partial(client.post, data={})):
        page = ask(url)
        if SHARED.get(name) == whose:
            assert page.status_code in OPENED
        else:
            assert page.status_code in (ABSENT, 405), f"{role} at {url}: {page.status_code}"


# Pages on which an organisation's own things are everybody's of that organisation.
SHARED: dict[str, str] = {name: "foreign programme" for name in OURS if name.startswith("reporting:")}


def test_a_refusal_says_the_same_in_both_languages(client, places):
    client.force_login(factories.counsellor_in(places["own"].programme))
    for language in ("sl", "en"):
        with translation.override(language):
            assert client.get(reverse("accounts:trail")).status_code == REFUSED


def test_signed_in_pages_stay_in_no_cache(client, places, signed_in):
    signed_in(Role.COUNSELLOR)
    assert "no-store" in client.get(reverse("programmes:programme"))["Cache-Control"]
    assert ACCESS["home"] == SIGNED_IN
