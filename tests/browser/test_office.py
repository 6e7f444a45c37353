"""An administrator opens an account for a colleague and words a list, and sees who opened what."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from programmes.models import Vocabulary
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(page, live_server, sign_in):
    programme = factories.ProgrammeFactory(name="SOS telefon")
    factories.UnitFactory(programme=programme, name="Celje")
    for word in ("mož", "bivši partner", "oče"):
        factories.TermFactory(programme=programme, vocabulary=Vocabulary.RELATION, label_sl=word)
    sign_in(factories.administrator_in(programme, name="Irena"))
    page.goto(live_server.url)
    return programme


def test_a_colleague_gets_an_account_by_keyboard_alone(page, office, no_barriers, picture):
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 oseba")
    page.get_by_role("link", name="Dodaj sodelavko").press("Enter")
    page.get_by_label("Geslo").fill(factories.PASSWORD)  # who decides on roles confirms that it is she
    no_barriers()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="svetovalka")).to_be_visible()
    no_barriers()
    page.get_by_label("ime").focus()
    page.keyboard.type("Nova Sodelavka")
    page.keyboard.press("Tab")
    page.keyboard.type("nova@primer.example")
    page.get_by_role("checkbox", name="svetovalka").press("Space")
    picture("colleague")
    page.get_by_role("button", name="Shrani").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nova Sodelavka")
    no_barriers()
    page.get_by_role("button", name=re.compile("povezavo")).press("Enter")
    expect(page.get_by_label("Povezava")).to_have_value(re.compile(r"/accounts/password/reset/key/"))
    no_barriers()
    assert User.objects.get(email="nova@primer.example").roles == {"counsellor"}


def test_the_office_words_its_lists_and_reads_the_trail(page, office, live_server, no_barriers, picture):
    page.goto(f"{live_server.url}/programme/")
    no_barriers()
    picture("programme")
    page.get_by_role("link", name="odnos do povzročitelja").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 izrazi")
    no_barriers()
    page.get_by_role("link", name="Dodaj izraz").click()
    no_barriers()
    page.get_by_label("po slovensko").fill("brat")
    page.get_by_label("mesto").fill("9")
    page.get_by_role("button", name="Shrani").click()
    expect(page.get_by_role("rowheader", name="brat")).to_be_visible()
    page.goto(f"{live_server.url}/trail/")
    expect(page.get_by_role("row").nth(1)).to_contain_text("ustvarjeno")
    no_barriers()
    picture("trail")


def test_the_office_works_on_a_phone(phone, office, live_server, no_barriers):
    for path in ("/programme/", "/programme/users/", "/trail/"):
        phone.goto(live_server.url + path)
        no_barriers()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
