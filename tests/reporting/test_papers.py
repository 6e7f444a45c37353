"""Record sheet, certificate and the yearly report on volunteering: typeset, conforming, and nothing in their names."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import page as validation
import pytest
from django.utils import timezone
from pypdf import PdfReader
from pytest_django.asserts import assertContains

from accounts.models import Act, TrailEntry
from programmes.models import Attendance, WorkState
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(name="SOS telefon")


@pytest.fixture
def coordinator(client, programme):
    client.force_login(factories.coordinator_in(programme))
    return client


@pytest.fixture
def vida(programme):
    vida = factories.volunteer_in(programme, name="Vida Izmišljena")
    factories.AgreementFactory(worker=vida, number="12/2020")
    training = factories.ActivityFactory(programme=programme, kind="basic_training", on=date(2020, 3, 7))
    Attendance.objects.create(activity=training, worker=vida, theory_hours=33, practice_hours=30, completed=True)
    factories.VolunteerWorkFactory(programme=programme, worker=vida, on=date(2025, 3, 2), hours=Decimal("2.5"))
    factories.VolunteerWorkFactory(programme=programme, worker=vida, on=date(2025, 3, 9), hours=4)
    factories.VolunteerWorkFactory(
        programme=programme, worker=vida, on=date(2025, 3, 9), hours=100, state=WorkState.WRITTEN
    )
    return vida


def read(answer):
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    return reader, "\n".join(sheet.extract_text() for sheet in reader.pages).replace("\xa0", " ")


def conforms(answer, folder):
    file = folder / "paper.pdf"
    file.write_bytes(answer.content)
    found = validation.validate_pdf(file, profile=validation.ValidationProfile.PDF_UA_1)
    assert found.is_compliant, str(found)


def test_a_record_sheet_holds_the_confirmed_hours_of_a_year(coordinator, vida, tmp_path):
    answer = coordinator.get(f"/reports/volunteers/{vida.pk}/sheet/?year=2025")
    _reader, text = read(answer)
    for words in ("Vida Izmišljena", "12/2020", "SOS telefon", "2,5", "6,5"):
        assert words in text
    assert "100" not in text
    conforms(answer, tmp_path)
    assert TrailEntry.objects.filter(act=Act.PRINTED, record_id=str(vida.pk)).exists()


def test_a_certificate_says_what_she_gave_and_learnt(coordinator, vida, tmp_path):
    answer = coordinator.get(f"/reports/volunteers/{vida.pk}/certificate/")
    _reader, text = read(answer)
    for words in ("Vida Izmišljena", "6,5 ure", "33", "30", "7. 3. 2020"):
        assert words in text
    conforms(answer, tmp_path)


@pytest.mark.parametrize("paper", ["sheet", "certificate"])
def test_neither_the_name_of_the_file_nor_its_description_says_whose_it_is(coordinator, vida, paper):
    answer = coordinator.get(f"/reports/volunteers/{vida.pk}/{paper}/")
    assert answer["Content-Disposition"].startswith("attachment")
    reader, _text = read(answer)
    said = f"{answer['Content-Disposition']} {dict(reader.metadata)}".lower()
    assert "vida" not in said and "izmi" not in said and "nasil" not in said


def test_a_year_that_makes_no_sense_is_this_year(coordinator, vida):
    for year in ("0", "x", "99999", "%00"):
        answer = coordinator.get(f"/reports/volunteers/{vida.pk}/sheet/?year={year}")
        assert f"list-{timezone.localdate().year}.pdf" in answer["Content-Disposition"]


def test_the_yearly_report_counts_people_by_sex_and_age_and_hours_by_kind(coordinator, vida, tmp_path):
    vida.sex, vida.born_in = "woman", 1980
    vida.save()
    page = coordinator.get("/reports/volunteering/?year=2025")
    assertContains(page, "1\xa0oseba")
    assertContains(page, "6,5\xa0ure")
    assertContains(page, "28.\xa02.\xa02026")
    answer = coordinator.get("/reports/volunteering/file/?year=2025")
    _reader, text = read(answer)
    assert "30 do 59 let" in text and "6,5" in text and "SOS telefon" in text
    conforms(answer, tmp_path)


def test_the_yearly_report_is_made_also_when_there_was_nothing(coordinator):
    page = coordinator.get("/reports/volunteering/?year=2019")
    assertContains(page, "0\xa0oseb")
    _reader, text = read(coordinator.get("/reports/volunteering/file/?year=2019"))
    assert "60 let in več" in text and "ni prostovoljskega dela" in text
