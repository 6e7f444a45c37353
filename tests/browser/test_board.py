"""The bed board as a coordinator uses it: by keyboard, on a phone, on the wall."""

import pytest
from playwright.sync_api import expect

from shelters.models import Placement, Stay
from tests import factories
from tests.shelters import scenes

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def evening():
    safe, crisis, beds = scenes.evening()
    scenes.words(safe)
    return safe, crisis, beds


@pytest.fixture
def meta(sign_in, evening):
    meta = factories.coordinator_in(*evening[:2], name="Meta")
    sign_in(meta)
    return meta


@pytest.fixture
def board(page, live_server, meta):
    page.goto(live_server.url + "/shelters/")
    return page


def cell(board, bed):
    return board.locator(f"#free-{bed.pk}")


def test_a_woman_with_two_children_comes_moves_stays_longer_and_goes_by_keyboard_alone(
    board, evening, picture, no_barriers
):
    javor = evening[2]["javor"]
    press = board.keyboard.press
    picture("board")
    no_barriers()

    # the sentence leads to the first bed of the room that fits; three beds are marked from there
    board.locator("h1 a").last.focus()
    press("Enter")
    expect(cell(board, javor[2])).to_be_focused()
    press("Shift+ArrowDown")
    press("Shift+ArrowDown")
    expect(board.locator("td[aria-selected=true]")).to_have_count(3)
    press("a")

    # one page for all three
    expect(board.locator(".people > li > .person")).to_have_count(3)
    for n, age in enumerate(("34", "7", "3")):
        board.locator(f"#id_people-{n}-born").focus()
        board.keyboard.type(age)
    no_barriers()
    press("Enter")
    board.wait_for_url("**/shelters/stays/**")
    assert Stay.objects.filter(programme=evening[1], arrived_on=scenes.day(0)).count() == 3
    no_barriers()

    # the youngest moves to the fourth bed
    press("m")
    board.wait_for_url("**/move/")
    child = Stay.objects.select_related("client").get(client__born_in=scenes.day(0).year - 3)
    Placement.objects.filter(stay__household=child.household).update(from_at=scenes.at(0, 0))
    Stay.objects.filter(household=child.household).update(arrived_at=scenes.at(0, 0))
    board.locator(f"#id_bed_of_{child.pk}").focus()
    press("End")
    no_barriers()
    board.locator("main button.main").focus()
    press("Enter")
    board.wait_for_url(lambda url: "/move/" not in url)
    assert Placement.objects.open().get(stay=child).bed == javor[5]

    # more time, by decision
    press("e")
    board.wait_for_url("**/extend/")
    no_barriers()
    board.locator("#id_reason").focus()
    board.keyboard.type("išče stanovanje")
    press("Enter")
    expect(board.get_by_text("išče stanovanje").first).to_be_visible()

    # all three go
    press("o")
    board.wait_for_url("**/discharge/")
    no_barriers()
    board.locator("main button.main").focus()
    press("Enter")
    board.wait_for_url(lambda url: "/discharge/" not in url)
    expect(board.locator("main [data-key=o]")).to_have_count(0)
    assert not Stay.objects.filter(household=child.household, left_at=None).exists()
    assert not Placement.objects.open().filter(bed__in=javor[2:]).exists()


def test_a_night_to_come_becomes_an_enquiry_with_its_bed(board, evening):
    bed = evening[2]["javor"][5]
    cell(board, bed).focus()
    board.keyboard.press("ArrowRight")
    board.keyboard.press("ArrowRight")
    board.keyboard.press("a")
    board.wait_for_url("**/enquiries/new/**")
    day = scenes.day(2)
    expect(board.locator("[name=wanted_on]")).to_have_value(f"{day.day}. {day.month}. {day.year}")
    expect(board.locator(f"input[value='{bed.pk}']")).to_be_checked()


def test_arrows_pass_over_bars_and_enter_opens_what_is_marked(board, evening):
    bed = evening[2]["breza"][4]
    cell(board, bed).focus()
    board.keyboard.press("ArrowUp")
    expect(board.get_by_role("link", name="T-2093")).to_be_focused()
    board.keyboard.press("ArrowRight")
    board.keyboard.press("ArrowLeft")
    board.keyboard.press("Enter")
    board.wait_for_url("**/shelters/stays/**")


def test_another_family_is_answered_without_a_click(board):
    board.locator("#children").fill("4")
    board.locator("#children").press("Tab")
    expect(board.locator("h1")).to_contain_text("5")
    expect(board.locator("h1 a")).to_have_count(0)
    assert "children=4" in board.url


def test_on_a_phone_tonight_is_a_list_by_house(board, phone, no_barriers, picture):
    expect(board.locator(".board")).to_be_hidden()
    expect(board.locator(".phone section")).to_have_count(2)
    expect(board.get_by_text("D-5521").locator("visible=true")).to_be_visible()
    assert board.evaluate("document.documentElement.scrollWidth <= innerWidth")
    no_barriers()
    picture("board-phone")
    board.locator(".phone .button").first.click()
    board.wait_for_url("**/shelters/admit/**")
    assert board.evaluate("document.documentElement.scrollWidth <= innerWidth")
    no_barriers()


def test_the_sheet_for_the_wall_names_nobody(board, live_server, no_barriers, picture):
    board.goto(live_server.url + "/shelters/wall/")
    for code in Stay.objects.values_list("client__code", flat=True):
        assert code not in board.content()
    no_barriers()
    picture("wall")
    board.emulate_media(media="print")
    expect(board.get_by_role("button")).to_have_count(0)


def test_houses_and_enquiries_have_no_barriers_on_any_screen(board, live_server, evening, no_barriers):
    house = evening[2]["breza"][0].room.house
    room = evening[2]["breza"][0].room
    enquiry = evening[0].enquiries.get()
    pages = ["houses/", f"houses/{house.pk}/", f"houses/{house.pk}/edit/", f"rooms/{room.pk}/close/", "enquiries/"]
    pages += [f"enquiries/{enquiry.pk}/", f"enquiries/{enquiry.pk}/answer/", "enquiries/new/"]
    for path in pages:
        for width in (1440, 390):
            board.set_viewport_size({"width": width, "height": 900})
            board.goto(live_server.url + f"/shelters/{path}")
            assert board.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
        no_barriers()
