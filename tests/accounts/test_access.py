"""Every page of the project, opened as every role: what the access table says is what happens."""

from uuid import UUID

import pytest
from django.db import transaction
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from django.utils import translation
from zeal import zeal_ignore

from accounts.access import ACCESS, EVERYBODY, SIGNED_IN
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


def allows(name, role):
    return ACCESS[name] in (EVERYBODY, SIGNED_IN) or role in ACCESS[name]


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
def users(places):
    return {role: factories.user_in(role, places["own"].programme) for role in Role}


@pytest.fixture
def asked(client, users):
    """How an address answers the GET and the POST of somebody in a role; whatever these did is undone."""

    def asked(role, url):
        statuses = set()
        client.force_login(users[role])
        for ask in (client.get, client.post):
            with transaction.atomic():
                statuses.add(ask(url).status_code)
                transaction.set_rollback(True)
        return statuses

    return asked


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


@pytest.mark.parametrize("name", OURS)
def test_the_table_says_who_opens_what(name, places, asked):
    url = address(name, places["own"], OURS[name])
    for role in Role:
        statuses = asked(role, url)
        expected = OPENED if allows(name, role) else {REFUSED}
        assert statuses <= expected, f"{role} at {url}: {statuses}"


@pytest.mark.parametrize("name", WITH_RECORD)
def test_a_record_of_others_is_as_absent_as_one_that_never_was(name, places, asked):
    others = {} if ACCESS[name] == EVERYBODY else {whose: places[whose] for whose in places if whose != "own"}
    with zeal_ignore():
        addresses = {whose: address(name, place, OURS[name]) for whose, place in others.items()}
    addresses["absent"] = nowhere(name, OURS[name])
    for whose, url in addresses.items():
        for role in Role:
            statuses = asked(role, url)
            if allows(name, role):
                expected = OPENED if SHARED.get(name) == whose else {ABSENT, 405}
                assert statuses <= expected, f"{role} at {url}, {whose}: {statuses}"


# Pages on which an organisation's own things are everybody's of that organisation.
SHARED: dict[str, str] = {
    name: "foreign programme"
    for name in OURS
    if name.startswith(("cases:instrument", "programmes:entry", "programmes:specialist"))
}


# Volunteers and their papers are everybody's who leads anything in their organisation.
OF_THE_ORGANISATION = {"worker_id", "agreement_id", "declaration_id"}
SHARED |= {name: "foreign programme" for name, arguments in OURS.items() if OF_THE_ORGANISATION & set(arguments)}


def test_a_refusal_says_the_same_in_both_languages(client, places):
    client.force_login(factories.counsellor_in(places["own"].programme))
    for language in ("sl", "en"):
        with translation.override(language):
            assert client.get(reverse("accounts:trail")).status_code == REFUSED


def test_signed_in_pages_stay_in_no_cache(client, users):
    client.force_login(users[Role.COUNSELLOR])
    assert "no-store" in client.get(reverse("programmes:programme"))["Cache-Control"]
    assert ACCESS["home"] == SIGNED_IN
