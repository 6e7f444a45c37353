import pytest

from tests import factories
from tests.shelters import scenes


@pytest.fixture
def programme(db):
    return scenes.shelter(stay_limit_days=21, extension_limit_days=21)


@pytest.fixture
def house(programme):
    return factories.HouseFactory(programme=programme, name="Breza", address="Skrita pot 7")


@pytest.fixture
def beds(house):
    """Two rooms with two beds each."""
    return [
        *scenes.room(house, "soba 1", "ležišče 1", "ležišče 2", position=1),
        *scenes.room(house, "soba 2", "ležišče 1", "ležišče 2", position=2),
    ]


@pytest.fixture
def meta(programme):
    return factories.coordinator_in(programme, name="Meta")


@pytest.fixture
def coordinator(client, meta):
    client.force_login(meta)
    return client
