from uuid import uuid4

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Act, TrailEntry, Vault
from cases.models import Contact, Draft, HandOver
from tests import factories


@pytest.fixture
def eva(helpline):
    return factories.counsellor_in(helpline, name="Eva")


@pytest.fixture
def draft(helpline, nina):
    answers = f"programme={helpline.pk}&channel=call&worker={nina.worker.pk}&note=canary"
    return factories.DraftFactory(programme=helpline, user=nina, answers=answers)


@pytest.fixture
def offered(counsellor, draft, eva):
    counsellor.post(f"/calls/{draft.pk}/hand-over/", {"taker": eva.pk, "note": "čaka na policijo"})
    return HandOver.objects.get()


def test_a_draft_is_handed_over_with_a_note_that_lies_sealed(offered, draft, eva, nina):
    assert (offered.giver, offered.taker, offered.note) == (nina, eva, "čaka na policijo")
    assert offered.vault == draft.vault
    assert "čaka" not in str(HandOver.objects.values_list("note", flat=True)[0])


def test_the_colleague_reads_the_note_and_nothing_of_the_draft_before_she_takes_it(client, offered, draft, eva):
    client.force_login(eva)
    page = client.get("/desk/")
    assertContains(page, "čaka na policijo")
    assertContains(page, "Nina hands over to you")
    assertNotContains(page, "canary")
    assert client.get(f"/calls/{draft.pk}/").status_code == 404


def test_who_takes_it_over_has_it_and_who_gave_it_no_longer(client, offered, draft, eva, nina):
    client.force_login(eva)
    assertRedirects(client.post(f"/calls/{draft.pk}/take-over/"), f"/calls/{draft.pk}/")
    assertContains(client.get(f"/calls/{draft.pk}/"), "canary")
    client.force_login(nina)
    assert client.get(f"/calls/{draft.pk}/").status_code == 404
    assertNotContains(client.get("/desk/"), str(draft.pk))
    assert client.post(f"/calls/{draft.pk}/discard/").status_code == 404
    page = client.post("/calls/save/", {"id": draft.pk, "save": 9, "note": "too late"})
    assert page.json()["state"] == "taken"
    assert "canary" in Draft.objects.get().answers
    purposes = list(TrailEntry.objects.about(draft).filter(act=Act.CHANGED).values_list("user__name", "purpose"))
    assert [user for user, _purpose in purposes] == ["Eva", "Nina"] and all(purpose for _user, purpose in purposes)


def test_both_names_stay_with_the_contact(client, offered, draft, eva, nina, helpline):
    client.force_login(eva)
    client.post(f"/calls/{draft.pk}/take-over/")
    said = {"id": draft.pk, "programme": helpline.pk, "channel": "call", "worker": eva.worker.pk, "note": "konec"}
    client.post("/calls/new/", said)
    contact = Contact.objects.get()
    assert (contact.worker, contact.begun_by, contact.entered_by) == (eva.worker, nina.worker, eva)
    page = client.get(f"/contacts/{contact.pk}/")
    assertContains(page, "Nina")
    assertContains(page, "Eva")
    assert not HandOver.objects.exists() and not Vault.objects.filter(pk=draft.vault_id).exists()


def test_what_is_given_back_stays_with_her_who_offered_it_and_says_why(client, offered, draft, eva, nina):
    client.force_login(eva)
    client.post(f"/calls/{draft.pk}/give-back/", {"reply": "grem domov"})
    assertNotContains(client.get("/desk/"), "čaka na policijo")
    assert client.post(f"/calls/{draft.pk}/take-over/").status_code == 404
    client.force_login(nina)
    assertContains(client.get("/desk/"), "Eva gave it back. grem domov")
    assertContains(client.get(f"/calls/{draft.pk}/"), "canary")


def test_an_offer_can_be_taken_back_and_made_to_another(counsellor, offered, draft, helpline):
    assertContains(counsellor.get("/desk/"), "Offered to Eva")
    assertContains(counsellor.get(f"/calls/{draft.pk}/hand-over/"), "waits for <em>Eva</em>")
    counsellor.post(f"/calls/{draft.pk}/hand-over/withdraw/")
    assert not HandOver.objects.exists()
    vida = factories.coordinator_in(helpline, name="Vida")
    counsellor.post(f"/calls/{draft.pk}/hand-over/", {"taker": vida.pk})
    assert HandOver.objects.get().taker == vida


def test_a_draft_waits_for_one_colleague_at_a_time(counsellor, offered, draft, helpline):
    vida = factories.counsellor_in(helpline, name="Vida")
    counsellor.post(f"/calls/{draft.pk}/hand-over/", {"taker": vida.pk})
    assert HandOver.objects.get() == offered


@pytest.mark.parametrize("wrong", [{}, {"taker": "x"}, {"taker": "0"}, {"note": "😀" * 5001}])
def test_a_wrong_hand_over_is_told_beside_the_field_and_keeps_the_note(counsellor, draft, eva, wrong):
    page = counsellor.post(f"/calls/{draft.pk}/hand-over/", {"note": "dolg zapis", **wrong})
    assert page.status_code == 200 and page.context["form"].errors
    assertContains(page, wrong.get("note", "dolg zapis")[:20])
    assert not HandOver.objects.exists()


def test_only_colleagues_of_the_programme_are_offered(counsellor, draft, eva, helpline):
    stranger = factories.counsellor_in(factories.ProgrammeFactory(organisation=helpline.organisation))
    manager = factories.manager_in(helpline)
    for user in (stranger, manager):
        counsellor.post(f"/calls/{draft.pk}/hand-over/", {"taker": user.pk})
    assert not HandOver.objects.exists()
    assert [
        name for _pk, name in counsellor.get(f"/calls/{draft.pk}/hand-over/").context["form"]["taker"].field.choices
    ] == ["Eva"]


def test_who_is_on_duty_stands_first(counsellor, draft, eva, helpline):
    zala = factories.counsellor_in(helpline, name="Zala")
    factories.DutyShiftFactory(programme=helpline, worker=zala.worker)
    choices = counsellor.get(f"/calls/{draft.pk}/hand-over/").context["form"]["taker"].field.choices
    assert [name for _pk, name in choices] == ["Zala (on duty)", "Eva"]


def test_what_is_offered_to_another_is_not_mine_to_answer(client, offered, draft, helpline):
    client.force_login(factories.counsellor_in(helpline))
    for address in ("take-over/", "give-back/", "hand-over/", "hand-over/withdraw/"):
        assert client.post(f"/calls/{draft.pk}/{address}").status_code == 404
    assert client.post(f"/calls/{uuid4()}/take-over/").status_code == 404
