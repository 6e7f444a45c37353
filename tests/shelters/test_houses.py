"""Houses, rooms and beds over time: when they open, when they are closed, how many beds a day has."""

from datetime import date

import pytest
from django.db import connection
from django.utils import translation

from shelters.models import Bed, Closure, House, UsableNight
from tests import factories
from tests.shelters import scenes
from tests.shelters.answers import typed_day


@pytest.fixture(autouse=True)
def in_english(client):
    client.cookies["language"] = "en"
    with translation.override("en"):
        yield


def test_a_house_is_set_up_with_its_rooms_and_beds(coordinator, programme):
    address = {"name": "Lipov dom", "address": "Skrita pot 7", "opened_on": "1.10.2025", "position": 1}
    coordinator.post(f"/shelters/houses/new/{programme.pk}/", address)
    house = House.objects.get()
    assert house.key == "lipov-dom"
    coordinator.post(f"/shelters/houses/{house.pk}/rooms/new/", {"name": "soba 1", "number_of_beds": 3, "position": 1})
    room = house.rooms.get()
    coordinator.post(f"/shelters/rooms/{room.pk}/beds/new/", {"name": "posteljica", "kind": "cot", "position": 4})
    page = coordinator.get(f"/shelters/houses/{house.pk}/").content.decode()
    assert "posteljica" in page and Bed.objects.count() == 4
    before, after = (UsableNight.objects.filter(on=day).count() for day in (date(2025, 9, 30), date(2025, 10, 1)))
    assert (before, after) == (0, 4)
    again = coordinator.post(
        f"/shelters/houses/{house.pk}/rooms/new/", {"name": "soba 1", "number_of_beds": 0, "position": 2}
    )
    assert "The house has a room of this name." in again.content.decode()


def test_the_address_is_sealed_and_shown_to_those_who_work_there(client, coordinator, house):
    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM shelters_house")
        assert b"Skrita" not in bytes(cursor.fetchone()[0])
    assert "Skrita pot 7" in coordinator.get(f"/shelters/houses/{house.pk}/").content.decode()
    for page in ("", "wall/", "tonight/", "houses/"):
        assert "Skrita" not in coordinator.get(f"/shelters/{page}").content.decode(), page
    client.force_login(factories.counsellor_in(factories.ProgrammeFactory(organisation=house.programme.organisation)))
    assert client.get(f"/shelters/houses/{house.pk}/").status_code == 404


def test_a_room_closed_for_three_weeks_closes_each_of_its_beds(coordinator, beds):
    room = beds[0].room
    coordinator.post(
        f"/shelters/rooms/{room.pk}/close/",
        {
            "which": [bed.pk for bed in beds[:2]],
            "closed_on": typed_day(1),
            "reopens_on": typed_day(22),
            "reason": "okna",
        },
    )
    assert Closure.objects.count() == 2
    capacity = [UsableNight.objects.filter(on=scenes.day(n)).count() for n in (0, 1, 21, 22)]
    assert capacity == [4, 2, 2, 4]
    page = coordinator.get(f"/shelters/houses/?on={typed_day(5)}").content.decode()
    assert "there are <em>2&nbsp;beds</em>" in page
    closure = Closure.objects.first()
    coordinator.post(
        f"/shelters/closures/{closure.pk}/",
        {"closed_on": typed_day(1), "reopens_on": typed_day(3), "reason": "okna", "version": 1},
    )
    assert UsableNight.objects.filter(on=scenes.day(3)).count() == 3


def test_a_bed_that_somebody_sleeps_in_is_not_closed(coordinator, house, beds):
    scenes.family(beds[:1], "M-4172", until=15)
    closing = {"which": [bed.pk for bed in beds[:2]], "closed_on": typed_day(2), "reopens_on": "", "reason": ""}
    page = coordinator.post(f"/shelters/rooms/{beds[0].room.pk}/close/", closing).content.decode()
    assert "M-4172 sleeps there. Move her first." in page
    assert not Closure.objects.exists()
    closing["closed_on"] = typed_day(15)  # when she is expected to have left
    page = coordinator.post(f"/shelters/rooms/{beds[0].room.pk}/close/", closing, follow=True).content.decode()
    assert Closure.objects.count() == 2
    assert "M-4172 is expected to leave on" in page and "If she stays, move her first." in page
    later = {"closed_on": typed_day(16), "reopens_on": "", "reason": "", "version": 1}
    closures = Closure.objects.order_by("bed__position")
    pages = [
        coordinator.post(f"/shelters/closures/{each.pk}/", later, follow=True).content.decode() for each in closures
    ]
    assert ["M-4172 is expected" in page for page in pages] == [True, False]
    giving_up = {"name": "ležišče 1", "kind": "bed", "position": 1, "closed_on": typed_day(-1), "version": 1}
    page = coordinator.post(f"/shelters/beds/{beds[0].pk}/edit/", giving_up).content.decode()
    assert "M-4172 sleeps there" in page
    closing_all = {"name": "Breza", "position": 0, "closed_on": typed_day(0), "version": 1}
    assert "M-4172 sleeps there" in coordinator.post(f"/shelters/houses/{house.pk}/edit/", closing_all).content.decode()


def test_any_day_past_or_to_come_has_its_capacity(coordinator, beds):
    Bed.objects.filter(pk=beds[0].pk).update(opened_on=date(2026, 10, 1))
    Bed.objects.filter(pk=beds[1].pk).update(closed_on=date(2030, 1, 1))
    for day, capacity in (("30.9.2026", 3), ("1.10.2026", 4), ("2030-01-01", 3)):
        page = coordinator.get(f"/shelters/houses/?on={day}").content.decode()
        assert f"<em>{capacity}&nbsp;beds</em>" in page, day
    assert coordinator.get("/shelters/houses/?on=%00&x=2026-02-30").status_code == 200
