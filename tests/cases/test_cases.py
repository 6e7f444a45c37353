import re
from datetime import date

from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Act, TrailEntry
from cases.vocabulary import FollowUp
from tests import factories


def test_a_case_shows_who_it_is_about_how_to_reach_her_and_what_happened(counsellor, ana, helpline):
    case = ana.cases.get()
    factories.ContactFactory(programme=helpline, client=ana, note="klic ponoči", started_at=timezone.now())
    page = counsellor.get(f"/cases/{case.pk}/")
    for words in ("M-4158", "Samo na mobilni", "klic ponoči", "SOS telefon"):
        assertContains(page, words)
    assert TrailEntry.objects.about(case).filter(act=Act.OPENED).count() == 1


def test_the_time_line_of_a_case_holds_what_happened_while_it_ran(counsellor, helpline):
    case = factories.CaseFactory(programme=helpline, opened_on=date(2021, 3, 1), closed_on=date(2021, 5, 31))
    for month, note in ((2, "pred odprtjem"), (4, "med obravnavo"), (6, "po zaprtju")):
        at = timezone.make_aware(timezone.datetime(2021, month, 10, 12))
        factories.ContactFactory(programme=helpline, client=case.client, note=note, started_at=at)
    page = counsellor.get(f"/cases/{case.pk}/")
    assertContains(page, "med obravnavo")
    for elsewhere in ("pred odprtjem", "po zaprtju"):
        assertNotContains(page, elsewhere)
        assertContains(counsellor.get(f"/people/{case.client.pk}/"), elsewhere)


def test_chips_offer_the_kinds_that_happened_and_show_one_of_them(counsellor, ana, helpline):
    factories.ContactFactory(programme=helpline, client=ana, note="klic ponoči")
    page = counsellor.get(f"/people/{ana.pk}/")
    assert [kind for kind, _name in page.context["line"].chips] == ["all", "contacts", "cases"]
    factories.ServiceFactory(programme=helpline, receivers=[ana], kind__label_en="going along")
    page = counsellor.get(f"/people/{ana.pk}/", {"show": "services"})
    assert [kind for kind, _name in page.context["line"].chips] == ["all", "contacts", "services", "cases"]
    assertContains(page, "going along")
    assertNotContains(page, "klic ponoči")
    assertContains(counsellor.get(f"/people/{ana.pk}/", {"show": "\0"}), "klic ponoči")


def test_a_promised_call_stands_among_the_next_steps(counsellor, ana, helpline):
    soon = timezone.now() + timezone.timedelta(days=2)
    contact = factories.ContactFactory(programme=helpline, client=ana, follow_up=FollowUp.WE_CALL, follow_up_at=soon)
    for address in (f"/people/{ana.pk}/", f"/cases/{ana.cases.get().pk}/"):
        page = counsellor.get(address)
        assert f"/contacts/{contact.pk}/" in [step.url for step in page.context["steps"]]


def test_every_key_on_the_page_of_a_case_does_one_thing(counsellor, ana):
    page = counsellor.get(f"/cases/{ana.cases.get().pk}/").content.decode()
    keys = re.findall(r'data-key="([^"]+)"', page)
    assert {key for key in keys if keys.count(key) > 1} == {"n"}  # a new call: here it begins with her code
