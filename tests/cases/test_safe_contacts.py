"""How somebody may be reached stands above every number, and the number behind a deliberate click."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone, translation
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry
from cases.models import Client
from cases.models.safe_contacts import without_numbers
from programmes.records import LOCAL
from tests import factories

RULE = {
    "may_phone": "yes",
    "may_sms": "no",
    "may_post": "no",
    "safe_days": ["mon", "tue"],
    "safe_from": "9:00",
    "safe_until": "12",
    "may_answer": "samo ona, sicer prekini",
    "may_leave_message": "yes",
    "message_as": "Knjižnica",
    "code_word": "jagoda",
    "number": "041 123 456",
    "addresses": "ana@primer.example",
    "confirmed_on": "3. 11. 2026",
}


@pytest.fixture
def agreed(counsellor, ana):
    counsellor.post(f"/people/{ana.pk}/safe-contact/", {**RULE, "reached_at": ana.reached_at, "version": ana.version})
    return Client.objects.select_related("vault").get(pk=ana.pk)


def test_what_was_agreed_is_kept_and_lies_sealed(agreed):
    assert (agreed.may_phone, agreed.may_sms, agreed.may_email) == ("yes", "no", "")
    assert (agreed.safe_days, agreed.safe_from, agreed.safe_until) == (["mon", "tue"], time(9), time(12))
    assert (agreed.number, agreed.code_word, agreed.message_as) == ("041 123 456", "jagoda", "Knjižnica")
    stored = str(
        Client.objects.values("number", "code_word", "message_as", "may_answer", "addresses").get(pk=agreed.pk)
    )
    for text in ("041", "jagoda", "Knjižnica", "prekini", "primer"):
        assert text not in stored
    agreed.destroy_texts()
    gone = Client.objects.select_related("vault").get(pk=agreed.pk)
    assert "041" not in gone.number and "jagoda" not in gone.code_word


def test_her_page_shows_the_rule_first_and_no_number(counsellor, agreed):
    page = counsellor.get(f"/people/{agreed.pk}/")
    for words in (
        "You may call her: Mon, Tue, 9:00–12:00.",
        "SMS",
        "samo ona",
        "Knjižnica",
        "jagoda",
        "3 November 2026",
    ):
        assertContains(page, words.replace("3 November 2026", "3\u00a0November\u00a02026"))
    assertNotContains(page, "041 123 456")
    assertNotContains(page, "ana@primer.example")


def test_the_number_is_opened_on_purpose_and_the_trail_says_so(counsellor, agreed, nina):
    address = f"/people/{agreed.pk}/number/"
    assert counsellor.get(address).status_code == 405
    page = counsellor.post(address)
    text = page.content.decode()
    assert text.index("You may call her") < text.index("041 123 456")
    assertContains(counsellor.post(address, headers={"HX-Request": "true"}), "041 123 456")
    assert TrailEntry.objects.about(agreed).filter(act=Act.OPENED, user=nina, purpose="number").count() == 2


def test_without_an_agreement_nobody_calls_her(counsellor, helpline):
    stranger = factories.CaseFactory(programme=helpline).client
    assertContains(counsellor.get(f"/people/{stranger.pk}/"), "Nothing is agreed. Do not call her.")


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"may_phone": "no"}, "Do not call her."),
        ({"may_phone": "yes"}, "You may call her: at any time."),
        ({"may_sms": "yes"}, "Nothing is agreed about calls. Do not call her."),
        ({"reached_at": "po 16. uri na 041 123 456"}, "po 16. uri na •••"),
    ],
)
def test_what_stays_open_is_not_allowed(said, rule):
    with translation.override("en"):
        assert factories.ClientFactory.build(**said).safe_rule == rule


@pytest.mark.parametrize("text", ["041 123 456", "+386 41 123-456", "041/123456", "01 234.56.78"])
def test_whatever_could_be_a_number_is_covered(text):
    assert without_numbers(f"Pokliči {text} zvečer") == "Pokliči ••• zvečer"
    assert without_numbers("med 9:00 in 12:30, 3. 11.") == "med 9:00 in 12:30, 3. 11."


def test_what_was_written_before_as_one_text_is_kept_and_stands_as_the_rule(counsellor, ana):
    assertContains(counsellor.get(f"/people/{ana.pk}/"), "Samo na mobilni, dopoldne.")
    form = counsellor.get(f"/people/{ana.pk}/safe-contact/").context["form"]
    assert form["reached_at"].value() == "Samo na mobilni, dopoldne."


def test_a_rule_that_nobody_confirmed_for_long_says_so_until_it_is_confirmed(counsellor, agreed):
    page = f"/people/{agreed.pk}/"
    Client.objects.filter(pk=agreed.pk).update(confirmed_on=timezone.localdate() - timedelta(days=90))
    assertNotContains(counsellor.get(page), "ask again")
    Client.objects.filter(pk=agreed.pk).update(confirmed_on=timezone.localdate() - timedelta(days=91))
    assertContains(counsellor.get(page), "ask again")
    assertRedirects(counsellor.post(f"{page}safe-contact/confirm/"), page, fetch_redirect_response=False)
    assertNotContains(counsellor.get(page), "ask again")
    assert Client.objects.get(pk=agreed.pk).confirmed_on == timezone.localdate()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"safe_from": "12:00", "safe_until": "9:00"}, "safe_until"),
        ({"safe_from": "9:00", "safe_until": ""}, "safe_until"),
        ({"safe_from": "", "safe_until": "9"}, "safe_from"),
        ({"safe_from": "25:00"}, "safe_from"),
        ({"safe_days": ["someday"]}, "safe_days"),
        ({"confirmed_on": "1. 1. 2099"}, "confirmed_on"),
        ({"confirmed_on": "1. 1. 1821"}, "__all__"),
        ({"may_leave_message": ""}, "may_leave_message"),
        ({"may_phone": "maybe"}, "may_phone"),
        ({"number": "😀" * 300}, "number"),
    ],
)
def test_a_wrong_rule_is_told_beside_its_field_and_nothing_is_lost(counsellor, ana, wrong, field):
    page = counsellor.post(f"/people/{ana.pk}/safe-contact/", {**RULE, "version": ana.version, **wrong})
    assert page.status_code == 200 and field in page.context["form"].errors
    assertContains(page, "samo ona, sicer prekini")
    assert Client.objects.get(pk=ana.pk).may_phone == ""


def test_two_tabs_do_not_overwrite_each_other(counsellor, ana, agreed):
    page = counsellor.post(f"/people/{ana.pk}/safe-contact/", {**RULE, "code_word": "hruška", "version": ana.version})
    assertContains(page, "Somebody else has changed this record")
    assertContains(page, "hruška")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 11, 23, 8), datetime(2026, 11, 23, 9)),  # a Monday, too early
        (datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 10)),
        (datetime(2026, 11, 24, 12), datetime(2026, 11, 30, 9)),  # Tuesday, too late: the next Monday
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 26, 9)),
    ],
)
def test_the_next_safe_moment_lies_in_her_days_and_hours(moment, expected):
    client = factories.ClientFactory.build(safe_days=["mon", "tue"], safe_from=time(9), safe_until=time(12))
    assert timezone.make_naive(client.next_safe_moment(timezone.make_aware(moment))) == expected
    assert str(timezone.get_default_timezone()) == LOCAL


def test_while_she_talks_the_rule_appears_with_her_code(counsellor, agreed):
    page = counsellor.post("/people/known/", {"code": "m4158"})
    assertContains(page, "You may call her")
    assertNotContains(page, "041 123 456")
    assertContains(counsellor.get("/calls/new/", {"code": "M-4158"}), "You may call her")
    assertNotContains(counsellor.post("/people/known/", {"code": "M-1"}), "You may call her")


def test_the_rule_of_a_person_of_another_programme_is_not_there(client, agreed, helpline):
    client.force_login(factories.counsellor_in(factories.ProgrammeFactory(organisation=helpline.organisation)))
    for address in ("safe-contact/", "safe-contact/confirm/", "number/"):
        assert client.post(f"/people/{agreed.pk}/{address}").status_code == 404


def test_the_date_of_confirmation_is_a_day(agreed):
    assert agreed.confirmed_on == date(2026, 11, 3)
