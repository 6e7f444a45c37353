"""The bed board answers at one glance, and says what the reports say."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from shelters.board import Board, Family, Window
from shelters.models import Bed, BedNight, Night
from tests import factories
from tests.shelters import scenes


@pytest.fixture(autouse=True)
def in_english(client):
    client.cookies["language"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def evening(db):
    return scenes.evening()


@pytest.fixture
def meta(evening):
    return factories.coordinator_in(*evening[:2])


@pytest.fixture
def coordinator(client, meta):
    client.force_login(meta)
    return client


def board_of(user, **fields):
    return Board(user, Window.around(timezone.localdate()), **fields)


def test_it_says_how_many_beds_are_free_tonight_and_where_a_family_fits(coordinator):
    page = coordinator.get("/shelters/?adults=1&children=3").content.decode().replace("&nbsp;", "\xa0")
    page = re.sub("[ \n]+", " ", page)
    assert "Tonight <em>5\xa0beds</em> are free. A family with 3\xa0children fits into <em>1\xa0room</em>:" in page
    assert ">Javor, soba 2</a>." in page


def test_a_family_too_large_for_one_room_is_told_the_house_or_the_next_night(meta):
    assert [house.name for house, _beds in board_of(meta, family=Family(1, 3)).fitting_houses] == ["Javor"]
    five = board_of(meta, family=Family(1, 4))
    assert not five.fitting_rooms and not five.fitting_houses and five.next_fit is None
    three = board_of(meta, family=Family(1, 2))
    assert [beds[0].room.name for beds in three.fitting_rooms] == ["soba 2"]


def test_a_cot_takes_no_adult(db):
    room = scenes.room(
        factories.HouseFactory(),
        "soba",
        "ležišče 1",
        "posteljica",
    )
    assert not Family(2, 0).fits(room) and Family(1, 1).fits(room)


def test_bars_say_code_people_and_days_left(coordinator):
    page = coordinator.get("/shelters/").content.decode()
    for words in ("M-4172", "3\xa0people", "15\xa0days left", "child, 7\xa0years", "3\xa0days left", "okno, until"):
        assert words in page, words
    assert page.count("M-4172") == 2  # one block over three beds, and the phone's list


def test_a_house_of_others_is_not_there(coordinator, evening):
    safe, _crisis, _beds = evening
    neighbour = scenes.room(factories.HouseFactory(programme__organisation=safe.organisation, name="Kostanj"), "s", "1")
    assert "Kostanj" not in coordinator.get("/shelters/").content.decode()
    assert coordinator.get(f"/shelters/?house={neighbour[0].room.house_id}").status_code == 200


def test_a_counsellor_reads_and_changes_nothing(client, evening):
    client.force_login(factories.counsellor_in(*evening[:2]))
    page = client.get("/shelters/").content.decode()
    assert "M-4172" in page
    assert "/shelters/admit/?bed" not in page and "data-may-change" not in page and "New enquiry" not in page


def test_the_wall_names_nobody(coordinator):
    page = coordinator.get("/shelters/wall/").content.decode()
    assert "taken" in page and "not in use" in page
    for word in ("M-4172", "T-2093", "child", "enquiry", "days left", "people"):
        assert word not in page, word


def test_the_desk_gets_one_number_per_house_and_no_address(client, evening):
    client.force_login(factories.counsellor_in(evening[0]))
    page = client.get("/shelters/tonight/").content.decode()
    assert "<b>1</b> Breza" in page and "of&nbsp;6&nbsp;beds" in page
    assert "Skrita" not in page and "Javor" not in page


@pytest.mark.parametrize(
    "question",
    ["first=%00", "first=0001-01-01", "first=2199-12-30", "first=2026-02-30", "house=x", "adults=-1", "days=9999"],
)
def test_a_senseless_address_still_shows_the_board(coordinator, question):
    assert coordinator.get(f"/shelters/?{question}").status_code == 200


def test_more_beds_and_more_days_cost_no_more_queries(coordinator, evening):
    def queries(address):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            coordinator.get(address)
        return len(captured)

    coordinator.get("/shelters/")
    few = queries("/shelters/?days=7")
    for n in range(4):
        house = factories.HouseFactory(programme=evening[n % 2], name=f"Hrast {n}")
        for m in range(3):
            scenes.family(scenes.room(house, f"soba {m}", "1", "2", "3"), f"H-{n}{m}", 5, 8)
    assert queries("/shelters/?days=60") == few


def test_for_each_day_nights_and_free_beds_are_the_capacity(meta, evening):
    beds = evening[2]["javor"]
    gone = scenes.family(beds[2:3], "L-7702", since=-20)[0]
    gone.left_at = gone.placements.first().to_at = scenes.at(-2)
    gone.save()
    gone.placements.update(to_at=scenes.at(-2))
    board = Board(meta, Window(scenes.day(-30), 30))
    for column, free in board.free:
        on = {"on": column.night}
        assert Night.objects.filter(**on).count() + free == BedNight.objects.filter(**on).count(), column.night


def test_the_board_and_the_search_for_free_beds_say_the_same(meta):
    for column, free in board_of(meta).free:
        if column.night >= timezone.localdate():
            assert free == Bed.objects.free_on(column.night).count(), column.night


def test_who_stays_longer_than_expected_keeps_her_bed(meta, evening):
    bed = evening[2]["javor"][2]
    scenes.family([bed], "S-4410", until=-2)
    board = board_of(meta)
    assert all(not board.is_free(bed, column.number) for column in board.columns if column.night >= scenes.day(0))
    assert not Bed.objects.free_on(timezone.localdate() + timedelta(days=9)).filter(pk=bed.pk).exists()
