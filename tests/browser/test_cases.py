"""Case work: a counsellor opens a case and finds who she is, what comes next and all that happened."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.vocabulary import FollowUp
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nina():
    programme = factories.ProgrammeFactory(name="Svetovalnica", kind="counselling")
    return factories.counsellor_in(programme, name="Nina")


@pytest.fixture
def case(nina):
    """Open for three weeks, with a contact and a service."""
    programme = nina.assignments.get().programme
    today = timezone.localdate()
    case = factories.CaseFactory(
        programme=programme,
        client__code="M-4172",
        client__reached_at="Samo na mobilni, dopoldne.",
        opened_on=today - timedelta(days=22),
    )
    factories.ContactFactory(
        programme=programme,
        client=case.client,
        follow_up=FollowUp.WE_CALL,
        follow_up_at=timezone.now() + timedelta(days=2),
        note="Kliče iz sosedinega stanovanja.",
    )
    factories.ServiceFactory(programme=programme, receivers=[case.client], kind__label_sl="Psihosocialna podpora")
    return case


@pytest.fixture
def opened(page, live_server, sign_in, nina, case):
    sign_in(nina)
    page.goto(f"{live_server.url}/cases/{case.pk}/")
    return page


def test_a_case_says_who_what_next_and_what_happened(opened, no_barriers, picture):
    expect(opened.get_by_role("heading", level=1)).to_contain_text("M-4172, v obravnavi 23 dni")
    expect(opened.get_by_text("Samo na mobilni")).to_be_visible()
    expect(opened.get_by_role("link", name="vrni klic")).to_be_visible()
    no_barriers()
    picture("case")
    opened.get_by_role("link", name="storitve", exact=True).press("Enter")
    expect(opened.get_by_text("Kliče iz sosedinega")).to_be_hidden()
    expect(opened.get_by_role("link", name="Psihosocialna podpora")).to_be_visible()


def test_a_case_is_read_on_a_phone(opened, phone, no_barriers, picture):
    phone.reload()
    no_barriers()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    picture("case-phone")
