"""Somebody asks for a place, and gets an answer that is counted."""

import pytest
from django.utils import translation

from accounts.models import Act, TrailEntry
from shelters.models import Enquiry, Outcome
from tests import factories
from tests.shelters import scenes
from tests.shelters.answers import typed, typed_day


@pytest.fixture(autouse=True)
def in_english(coordinator):
    coordinator.cookies["language"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def asking():
    return {"asked_at_0": typed("today 0:01"), "women": 1, "children": 2, "note": "kliče iz bolnišnice"}


def test_an_enquiry_is_written_and_numbered_and_waits_on_the_board(coordinator, programme, beds, asking):
    page = coordinator.get(f"/shelters/enquiries/new/?bed={beds[0].pk}&on={scenes.day(4)}").content.decode()
    assert f'value="{beds[0].pk}"' in page and "checked" in page
    factories.EnquiryFactory(programme=programme, number=117)
    coordinator.post("/shelters/enquiries/new/", asking | {"beds": [beds[0].pk], "wanted_on": typed_day(4)})
    enquiry = Enquiry.objects.latest("number")
    assert (enquiry.number, enquiry.people, enquiry.outcome) == (118, 3, Outcome.WAITING)
    assert enquiry.note == "kliče iz bolnišnice"
    board = coordinator.get("/shelters/").content.decode()
    assert "enquiry 118" in board and "awaits a decision" in board
    assert TrailEntry.objects.about(enquiry).filter(act=Act.CREATED).exists()


def test_a_refusal_says_why(coordinator, programme, asking):
    words = scenes.words(programme)
    enquiry = factories.EnquiryFactory(programme=programme, number=5)
    refusing = asking | {"outcome": Outcome.REFUSED, "version": 1}
    page = coordinator.post(f"/shelters/enquiries/{enquiry.pk}/answer/", refusing).content.decode()
    assert "refusals are counted by their reason" in page
    refusing["refusal"] = words["refusal"].pk
    page = coordinator.post(f"/shelters/enquiries/{enquiry.pk}/answer/", refusing, follow=True).content.decode()
    assert "refused" in page and "ni prostora" in page
    listed = coordinator.get("/shelters/enquiries/").content.decode()
    assert "<em>0 enquiries</em> await a decision." in listed and "Enquiry 5" in listed


def test_an_admitted_enquiry_keeps_its_answer(coordinator, programme, asking):
    enquiry = factories.EnquiryFactory(programme=programme, outcome=Outcome.ADMITTED)
    coordinator.post(f"/shelters/enquiries/{enquiry.pk}/answer/", asking | {"outcome": "refused", "version": 1})
    enquiry.refresh_from_db()
    assert enquiry.outcome == Outcome.ADMITTED
    assert coordinator.get(f"/shelters/admit/?enquiry={enquiry.pk}").status_code == 302
