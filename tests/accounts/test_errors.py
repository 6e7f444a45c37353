import pytest
from django.template import loader
from django.test import Client
from django.utils import translation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_our_own_fault_is_told_without_anything_that_could_fail_too():
    page = loader.get_template("500.html").render()  # as Django does: no context, no database
    assert "What you wrote is still in the page before this one" in page


def test_a_form_too_old_to_be_sent_says_that_nothing_was_saved():
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    page = client.post("/accounts/login/", {"login": "nina@primer.si"})
    assert page.status_code == 403
    assert "Nothing was saved." in page.content.decode()


@pytest.mark.parametrize("path", ["/nothing-here/", "/shelters/houses/00000000-0000-0000-0000-000000000000/x/"])
def test_a_wrong_address_says_only_that_nothing_is_there(client, path):
    page = client.get(path, headers={"accept-language": "en"})
    assert page.status_code == 404
    assert "There is nothing here." in page.content.decode()
    assert path not in page.content.decode().replace(f'value="{path}"', "")  # but for the language switch
