"""The bed board as a coordinator uses it: by keyboard, on a phone, on the wall."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.shelters import scenes

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def evening():
    return scenes.evening()


@pytest.fixture
def board(page, live_server, sign_in, evening):
    safe, crisis, _beds = evening
    sign_in(factories.coordinator_in(safe, crisis, name="Meta"))
    page.goto(live_server.url + "/shelters/")
    return page


def test_the_board_in_pictures(board, picture, no_barriers):
    picture("board")
    no_barriers()
