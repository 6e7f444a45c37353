import pytest

from tests.factories import ProgrammeFactory


@pytest.fixture
def programme(db):
    return ProgrammeFactory()
