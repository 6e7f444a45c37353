"""During a stay and at its end: another bed, more time, the way out."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from accounts.models import Act, TrailEntry
from shelters.models import Extension, Household, Night, Placement, Stay
from tests import factories
from tests.shelters import scenes
from tests.shelters.answers import typed, typed_day


@pytest.fixture(autouse=True)
def in_english(coordinator):
    coordinator.cookies["language"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def ana(beds):
    """Here for six days with a child of seven, in the two beds of room 1."""
    return scenes.family(beds[:2], "M-4172", 7)


def page_of(stay, change=""):
    return f"/shelters/stays/{stay.pk}/{change}"


def moving(stays, *beds, at="today 0:01"):
    return {"at_0": typed(at), "version": 1} | {
        f"bed_of_{stay.pk}": bed.pk for stay, bed in zip(stays, beds, strict=True)
    }


def test_a_family_moves_and_its_old_beds_are_free(coordinator, ana, beds):
    page = coordinator.post(page_of(ana[0], "move/"), moving(ana, *beds[2:]), follow=True).content.decode()
    assert "Breza, soba 2, ležišče 1" in page and "Breza, soba 1, ležišče 1" in page
    assert set(Placement.objects.open().values_list("bed", flat=True)) == {bed.pk for bed in beds[2:]}
    assert TrailEntry.objects.filter(act=Act.CHANGED, record_type="shelters.stay").count() == 2


def test_a_move_on_the_same_day_makes_no_night_more(coordinator, ana, beds):
    coordinator.post(page_of(ana[0], "move/"), moving(ana, *beds[2:], at="yesterday 9:00"))
    coordinator.post(page_of(ana[0], "move/"), moving(ana, *beds[:2], at="yesterday 17:00") | {"version": 2})
    assert Placement.objects.count() == 6
    assert Night.objects.filter(stay=ana[0]).count() == 6
    assert Night.objects.filter(stay=ana[0], on=scenes.day(-1)).values_list("bed", flat=True)[0] == beds[0].pk


def test_a_wrong_bed_is_put_right_in_the_minute_of_the_admission(coordinator, ana, beds):
    came = timezone.localtime(ana[0].arrived_at)
    coordinator.post(page_of(ana[0], "move/"), moving(ana, *beds[2:], at=f"{came:%d.%m.%Y %H:%M}"))
    assert {placement.bed for placement in Placement.objects.select_related("bed")} == set(beds[2:])
    assert Night.objects.filter(stay=ana[0]).count() == 6


def test_two_of_a_family_exchange_their_beds(coordinator, ana, beds):
    coordinator.post(page_of(ana[0], "move/"), moving(ana, beds[1], beds[0]))
    now = {placement.stay_id: placement.bed_id for placement in Placement.objects.open()}
    assert now == {ana[0].pk: beds[1].pk, ana[1].pk: beds[0].pk}


def test_a_move_into_a_taken_bed_says_who_is_there_and_moves_nobody(coordinator, ana, beds):
    scenes.family(beds[3:], "D-5521")
    page = coordinator.post(page_of(ana[0], "move/"), moving(ana, *beds[2:])).content.decode()
    assert "This bed is taken at that time: D-5521" in page
    assert Placement.objects.filter(to_at=None, bed__in=beds[:2]).count() == 2


def test_whoever_saves_second_is_told_so(coordinator, ana, beds):
    coordinator.post(page_of(ana[0], "move/"), moving(ana, *beds[2:], at="yesterday 9:00"))
    page = coordinator.post(page_of(ana[0], "move/"), moving(ana, *beds[:2])).content.decode()
    assert "Somebody else has changed this record meanwhile" in page


def test_an_extension_is_decided_and_warns_beyond_the_rule_without_refusing(coordinator, ana):
    answers = {"until": typed_day(20), "decided_on": typed_day(0), "reason": "išče stanovanje", "version": 1}
    page = coordinator.post(page_of(ana[0], "extend/"), answers, follow=True).content.decode()
    assert "longer than the programme" not in page
    answers |= {"until": typed_day(60), "version": 2}
    page = coordinator.post(page_of(ana[0], "extend/"), answers, follow=True).content.decode()
    assert "This is longer than the programme&#x27;s rule" in page and "išče stanovanje" in page
    assert set(Stay.objects.values_list("expected_until", flat=True)) == {scenes.day(60)}
    assert Extension.objects.count() == 4


def test_a_stay_prolonged_over_the_closing_of_its_bed_is_warned_of(coordinator, ana, beds):
    factories.ClosureFactory(bed=beds[0], closed_on=scenes.day(15), reason="okna")
    answers = {"until": typed_day(20), "decided_on": typed_day(0), "reason": "išče stanovanje", "version": 1}
    page = coordinator.post(page_of(ana[0], "extend/"), answers, follow=True).content.decode()
    assert "out of service until further notice: okna" in page


def test_the_history_keeps_what_an_extension_said_before_until_her_texts_are_destroyed(coordinator, ana):
    extension = Extension.objects.create(
        stay=ana[0], decided_on=scenes.day(0), until=scenes.day(9), reason="čaka na sobo"
    )
    extension.until, extension.reason = scenes.day(12), "čaka na stanovanje"
    extension.save()
    events = Extension.pgh_event_model.objects.select_related("vault").order_by("pgh_id")
    assert [(event.until, event.reason) for event in events] == [
        (scenes.day(9), "čaka na sobo"),
        (scenes.day(12), "čaka na stanovanje"),
    ]
    ana[0].client.destroy_texts()
    assert not [event for event in events.all() if "čaka" in event.reason]


def test_the_history_says_who_changed_a_household_and_its_extensions(coordinator, meta, ana):
    answers = {"until": typed_day(20), "decided_on": typed_day(0), "reason": "išče stanovanje", "version": 1}
    coordinator.post(page_of(ana[0], "extend/"), answers)
    changes = [
        *Household.pgh_event_model.objects.filter(pgh_obj=ana[0].household, version=2),
        *Extension.pgh_event_model.objects.all(),
    ]
    assert [change.pgh_context["user"] for change in changes] == [meta.pk] * 3


def test_one_goes_and_the_other_stays(coordinator, ana, programme, beds):
    words = scenes.words(programme)
    leaving = {"who": [ana[1].pk], "at_0": typed("today 0:02"), "destination": words["destination"].pk, "version": 1}
    leaving["because"] = "k babici"
    coordinator.post(page_of(ana[0], "discharge/"), leaving)
    mother, child = Stay.objects.select_related("destination", "vault").order_by("client__code")
    assert mother.left_at is None
    assert child.destination == words["destination"] and child.left_because == "k babici"
    assert Placement.objects.open().get().bed == beds[0]


def test_the_whole_household_goes_and_its_beds_are_free(coordinator, ana, beds):
    leaving = {"who": [stay.pk for stay in ana], "at_0": typed("today 0:02"), "version": 1}
    page = coordinator.post(page_of(ana[0], "discharge/"), leaving, follow=True).content.decode()
    assert "</em> left on <em>" in page
    assert not Placement.objects.open().exists()
    assert coordinator.get(page_of(ana[0], "move/")).status_code == 302


def test_nobody_leaves_before_she_came(coordinator, ana):
    before = timezone.localtime(ana[0].arrived_at - timedelta(hours=1))
    leaving = {"who": [ana[0].pk], "at_0": f"{before:%d.%m.%Y %H:%M}", "version": 1}
    page = coordinator.post(page_of(ana[0], "discharge/"), leaving).content.decode()
    assert "This is before she came." in page
    assert Stay.objects.filter(left_at=None).count() == 2
