"""The first talk by its headings, and a support group whose session is one screen."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import FirstTalk, Service
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nina():
    programme = factories.ProgrammeFactory(name="Svetovalnica", kind="counselling")
    return factories.counsellor_in(programme, name="Nina")


@pytest.fixture
def programme(nina):
    return nina.assignments.get().programme


@pytest.fixture
def case(programme):
    return factories.CaseFactory(programme=programme, client__code="M-4172", opened_on=timezone.localdate())


@pytest.fixture
def group(programme):
    """With three on its list."""
    group = factories.GroupFactory(programme=programme, name="Torkova skupina")
    for code in ("K-1001", "K-1002", "K-1003"):
        client = factories.CaseFactory(programme=programme, client__code=code).client
        factories.MembershipFactory(group=group, client=client)
    word = {"programme": None, "organisation": programme.organisation, "vocabulary": "service_kind"}
    factories.TermFactory(**word, label_sl="podporna skupina", counts_as="support_group")
    return group


@pytest.fixture
def signed_in(page, sign_in, nina):
    sign_in(nina)
    return page


def test_the_first_talk_is_written_by_its_headings(signed_in, live_server, case, no_barriers, picture):
    signed_in.goto(f"{live_server.url}/cases/{case.pk}/")
    signed_in.keyboard.press("t")
    signed_in.get_by_label("Nasilje", exact=True).fill("Grozi ji po telefonu.")
    signed_in.get_by_label("Na koga se lahko zanese").fill("Sestra.")
    signed_in.get_by_role("radio", name="odklonila; ponudba ostaja odprta").press("Space")
    no_barriers()
    picture("first-talk")
    signed_in.get_by_role("button", name="Shrani").press("Enter")
    expect(signed_in.get_by_role("link", name="Prvi razgovor", exact=True)).to_be_visible()
    expect(signed_in.get_by_text("odklonila; ponudba ostaja odprta, zloženke dane")).to_be_visible()
    assert FirstTalk.objects.get().violence == "Grozi ji po telefonu."


def test_a_session_is_one_screen_with_a_tick_for_everybody_who_came(
    signed_in, live_server, group, case, no_barriers, picture
):
    signed_in.goto(f"{live_server.url}/groups/")
    no_barriers()
    signed_in.get_by_role("link", name="Torkova skupina").press("Enter")
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("Torkova skupina, 3 na seznamu")
    no_barriers()
    signed_in.keyboard.press("s")
    signed_in.get_by_role("checkbox", name="K-1001").press("Space")
    signed_in.get_by_role("checkbox", name="K-1003").press("Space")
    signed_in.get_by_label("Prišli so še").fill("m4172")
    signed_in.get_by_label("Minute").fill("90")
    no_barriers()
    picture("session")
    signed_in.get_by_role("button", name="Shrani").press("Enter")
    expect(signed_in.get_by_text("prišlo 3 od 4")).to_be_visible()
    assert Service.objects.get().receivers.count() == 3
    picture("group")
    signed_in.get_by_role("button", name="K-1002 odide iz skupine").press("Enter")
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("Torkova skupina, 3 na seznamu")


def test_groups_and_talks_fit_a_phone(signed_in, phone, live_server, group, case, no_barriers):
    paths = [
        *["/groups/", "/groups/new/", f"/groups/{group.pk}/", f"/groups/{group.pk}/sessions/new/"],
        *[
            f"/cases/{case.pk}/first-talk/",
            f"/cases/{case.pk}/outcomes/new/",
            f"/people/{case.client_id}/services/new/",
        ],
    ]
    for path in paths:
        phone.goto(live_server.url + path)
        no_barriers()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
