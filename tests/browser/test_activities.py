"""Prevention planned, moved, carried out and proved; a training with who was there."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from programmes.models import Activity, Kind
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def programme():
    programme = factories.ProgrammeFactory(name="Preventivne aktivnosti", short_name="Preventiva", kind=Kind.PREVENTION)
    for key, word in {"mladi": "mladi", "starejsi": "starejši"}.items():
        factories.TermFactory(organisation=programme.organisation, vocabulary="target_group", key=key, label_sl=word)
    return programme


@pytest.fixture
def coordinator(programme, sign_in):
    sign_in(factories.coordinator_in(programme, name="Zarja Primer"))


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def day(ahead=0):
    on = timezone.localdate() + timedelta(days=ahead)
    return f"{on.day}. {on.month}. {on.year}"


def test_a_workshop_is_planned_moved_carried_out_and_proved(
    page, live_server, coordinator, programme, no_barriers, picture, tmp_path
):
    heading = page.get_by_role("heading", level=1)
    page.goto(f"{live_server.url}/programme/")
    page.get_by_role("link", name="Preventiva", exact=True).press("Enter")
    no_barriers()
    page.keyboard.press("a")
    page.get_by_role("combobox").first.fill("delavnica za")
    page.keyboard.press("Enter")
    page.get_by_label("Dan", exact=True).fill(day(10))
    page.get_by_label("Naslov").fill("Delavnica o mejah")
    page.get_by_role("radio", name="načrtovano").check(force=True)
    no_barriers()
    page.get_by_role("button", name="Shrani").click()
    expect(heading).to_contain_text("Delavnica o mejah")
    expect(heading).to_contain_text("načrtovano.")
    no_barriers()
    page.keyboard.press("e")
    page.get_by_label("Dan", exact=True).fill(day())
    page.get_by_role("radio", name="izvedeno").check(force=True)
    page.get_by_label("mladi").fill("14")
    page.get_by_role("button", name="Shrani").click()
    expect(page.get_by_text("Napiši, zakaj se je dan spremenil.")).to_be_visible()
    expect(page.get_by_label("mladi")).to_have_value("14")
    no_barriers()
    page.get_by_label("Razlog").fill("Dvorana ni bila prosta.")
    page.get_by_role("button", name="Shrani").click()
    expect(heading).to_contain_text("izvedeno.")
    proof = tmp_path / "lista.pdf"
    proof.write_bytes(b"%PDF-1.7 lista prisotnih")
    page.locator("#id_file").set_input_files(proof)
    page.get_by_role("button", name="Priloži").click()
    no_barriers()
    picture("activity")
    with page.expect_download() as file:
        page.get_by_role("link", name="lista.pdf").click()
    assert file.value.suggested_filename.startswith("dokazilo-")
    page.goto(f"{live_server.url}/programme/activities/")
    expect(heading).to_contain_text("izvedena 1 dejavnost")
    expect(page.get_by_role("link", name="Delavnica o mejah")).to_contain_text("1 dokazilo")
    no_barriers()
    picture("activities")
    assert Activity.objects.get().participants == 14


def test_a_basic_training_is_entered_with_who_was_there(
    page, live_server, coordinator, programme, no_barriers, picture
):
    factories.volunteer_in(programme, name="Vida Izmišljena")
    page.goto(f"{live_server.url}/programme/trainings/")
    no_barriers()
    page.keyboard.press("a")
    page.get_by_role("radio", name="osnovno usposabljanje").check(force=True)
    page.get_by_label("Kdo jo je opravil").fill("Zavod Zgled")
    there = page.get_by_role("combobox", name="Kdo je bil tam")
    there.fill("Vida")
    there.press("Enter")
    no_barriers()
    page.get_by_role("button", name="Shrani").click()
    learner = page.get_by_role("group", name="Vida Izmišljena")
    learner.get_by_label("teorija").fill("33")
    learner.get_by_label("praksa").fill("12,5")
    page.get_by_role("button", name="Shrani ure").click()
    expect(learner.get_by_label("praksa")).to_have_value("12,50")
    no_barriers()
    picture("training")


def test_activities_fit_a_phone(phone, live_server, coordinator, programme, no_barriers):
    activity = factories.ActivityFactory(
        programme=programme, kind="vulnerable_group_workshop", title="Delavnica o mejah in o varnih odnosih"
    )
    factories.ProofFactory(activity=activity)
    training = factories.ActivityFactory(programme=programme, kind="basic_training")
    training.attendances.create(worker=factories.volunteer_in(programme, name="Vida Izmišljena"))
    for path in ("activities/", "activities/new/", f"activities/{activity.pk}/", "trainings/new/"):
        phone.goto(f"{live_server.url}/programme/{path}")
        no_barriers()
        fits(phone)
    phone.goto(f"{live_server.url}/programme/activities/{training.pk}/")
    no_barriers()
    fits(phone)
