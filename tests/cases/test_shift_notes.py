"""What one shift leaves to the next: sealed, read and signed, on the desk until then."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Act, TrailEntry
from cases.models import ShiftNote, ShiftNoteSignature
from tests import factories

NEW = "/shift-notes/new/"


@pytest.fixture
def jelka(helpline):
    return factories.counsellor_in(helpline, name="Jelka")


@pytest.fixture
def note(helpline, jelka):
    return factories.ShiftNoteFactory(programme=helpline, author=jelka.worker, text="soba 3 je zaprta")


def test_a_note_is_left_to_the_next_shift_and_lies_sealed(counsellor, helpline, nina):
    counsellor.post(NEW, {"programme": helpline.pk, "text": "R-6610 pokliče okrog 18. ure"})
    note = ShiftNote.objects.select_related("vault").get()
    assert (note.author, note.programme, note.text) == (nina.worker, helpline, "R-6610 pokliče okrog 18. ure")
    assert "R-6610" not in str(ShiftNote.objects.values_list("text", flat=True)[0])
    assert TrailEntry.objects.about(note).get().act == Act.CREATED


def test_it_stands_on_the_desk_of_the_next_until_somebody_signed_it(counsellor, note, nina, client, helpline):
    assertContains(counsellor.get("/desk/"), "soba 3 je zaprta")
    counsellor.post(f"/shift-notes/{note.pk}/sign/")
    signature = ShiftNoteSignature.objects.get()
    assert (signature.note, signature.worker) == (note, nina.worker)
    assertNotContains(counsellor.get("/desk/"), "soba 3 je zaprta")
    assert TrailEntry.objects.about(note).filter(act=Act.CHANGED, user=nina).exists()
    client.force_login(factories.counsellor_in(helpline, name="Eva"))
    assertNotContains(client.get("/desk/"), "soba 3 je zaprta")


def test_several_may_sign_and_nobody_twice(client, note, nina, helpline):
    for user in (nina, factories.counsellor_in(helpline, name="Eva"), nina):
        client.force_login(user)
        client.post(f"/shift-notes/{note.pk}/sign/")
    assert ShiftNoteSignature.objects.count() == 2
    page = client.get(f"/shift-notes/{note.pk}/")
    for name in ("Jelka", "Nina", "Eva"):
        assertContains(page, name)
    assertNotContains(page, "Read, I sign")


def test_a_signature_by_a_slip_is_taken_back_for_some_minutes(counsellor, note, nina):
    counsellor.post(f"/shift-notes/{note.pk}/sign/")
    counsellor.post(f"/shift-notes/{note.pk}/unsign/")
    assertContains(counsellor.get("/desk/"), "soba 3 je zaprta")
    long_ago = timezone.now() - timedelta(hours=1)
    factories.ShiftNoteSignatureFactory(note=note, worker=nina.worker, signed_at=long_ago)
    counsellor.post(f"/shift-notes/{note.pk}/unsign/")
    assert ShiftNoteSignature.objects.count() == 1


def test_who_wrote_it_does_not_sign_it_and_has_it_not_on_her_desk(client, note, jelka):
    client.force_login(jelka)
    assertNotContains(client.get("/desk/"), "soba 3 je zaprta")
    client.post(f"/shift-notes/{note.pk}/sign/")
    assert not ShiftNoteSignature.objects.exists()


def test_it_can_be_corrected_until_it_is_signed(client, note, jelka, nina):
    page = f"/shift-notes/{note.pk}/edit/"
    client.force_login(jelka)
    client.post(page, {"text": "soba 4 je zaprta", "version": note.version})
    assert ShiftNote.objects.select_related("vault").get().text == "soba 4 je zaprta"
    client.force_login(nina)
    client.post(page, {"text": "ni moje", "version": 2})
    client.post(f"/shift-notes/{note.pk}/sign/")
    client.force_login(jelka)
    client.post(page, {"text": "prepozno", "version": 2})
    assert ShiftNote.objects.select_related("vault").get().text == "soba 4 je zaprta"


def test_past_notes_are_listed_without_their_texts_and_opening_one_stands_in_the_trail(counsellor, note, nina):
    page = counsellor.get("/shift-notes/")
    assertContains(page, "Jelka")
    assertContains(page, "not signed")
    assertNotContains(page, "soba 3")
    assertContains(counsellor.get(f"/shift-notes/{note.pk}/"), "soba 3 je zaprta")
    assert TrailEntry.objects.about(note).filter(act=Act.OPENED, user=nina).exists()


@pytest.mark.parametrize("rubbish", ["page=x", "page=99999999999", "page=%00"])
def test_no_address_of_the_list_fails(counsellor, note, rubbish):
    assert counsellor.get(f"/shift-notes/?{rubbish}").status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"text": "a" * 20_001}, {"text": "a\x00b"}, {"programme": "x"}, {"unit": "0"}]
)
def test_a_wrong_note_is_told_beside_its_field_and_keeps_its_text(counsellor, helpline, wrong):
    factories.UnitFactory(programme=helpline)
    page = counsellor.post(NEW, {"programme": helpline.pk, "text": "dolg zapis", **wrong})
    assert page.status_code == 200 and page.context["form"].errors.keys() == wrong.keys()
    if "text" not in wrong:
        assertContains(page, "dolg zapis")
    assert not ShiftNote.objects.exists()


def test_a_unit_of_another_programme_is_told(client, helpline):
    other = factories.ProgrammeFactory(organisation=helpline.organisation)
    unit = factories.UnitFactory(programme=other)
    client.force_login(factories.counsellor_in(helpline, other))
    page = client.post(NEW, {"programme": helpline.pk, "unit": unit.pk, "text": "x"})
    assert "unit" in page.context["form"].errors
    client.post(NEW, {"programme": other.pk, "unit": unit.pk, "text": "x"})
    assert ShiftNote.objects.get().unit == unit


def test_a_page_sent_twice_leaves_one_note(counsellor, helpline):
    said = {"id": uuid4(), "programme": helpline.pk, "text": "enkrat"}
    counsellor.post(NEW, said)
    counsellor.post(NEW, said)
    assert ShiftNote.objects.count() == 1


def test_a_note_of_another_programme_is_not_there(client, note, helpline):
    client.force_login(factories.counsellor_in(factories.ProgrammeFactory(organisation=helpline.organisation)))
    assertNotContains(client.get("/desk/"), "soba 3")
    assertNotContains(client.get("/shift-notes/"), "Jelka")
    for address in ("", "edit/", "sign/"):
        assert client.post(f"/shift-notes/{note.pk}/{address}").status_code == 404


def test_the_list_asks_the_database_no_more_often_when_it_is_long(counsellor, helpline, django_assert_max_num_queries):
    for _number in range(25):
        factories.ShiftNoteSignatureFactory(note__programme=helpline)
    with django_assert_max_num_queries(18):
        counsellor.get("/shift-notes/")
