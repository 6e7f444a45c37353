"""Who manages some programmes has a report of these alone; the whole one belongs to whoever manages all of them."""

import io
from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from programmes.models import Kind
from reporting.files import WRITERS
from reporting.models import Amount, Report, ReportFile, ReportJob
from reporting.outlines import assemble
from reporting.tasks import make_file
from tests import factories
from tests.accounts.confirming import confirm
from tests.reporting.year import LJUBLJANA, report_of, small_year

pytestmark = pytest.mark.django_db

HELPLINE, HOUSE = "SOS telefon", "Tiha hiša"


@pytest.fixture
def helpline():
    return small_year()


@pytest.fixture
def house(helpline):
    """Another programme of the same organisation, with a year of its own."""
    house = factories.ProgrammeFactory(
        organisation=helpline.organisation, kind=Kind.SHELTER, key="tiha-hisa", name=HOUSE, short_name=HOUSE
    )
    arrived_at = datetime(2021, 2, 3, 12, tzinfo=LJUBLJANA)
    factories.EngagementFactory(worker__organisation=helpline.organisation)
    factories.StayFactory(programme=house, arrived_at=arrived_at)
    Amount.objects.create(programme=house, year=2021, side="income", item="Zbirka Tihe hiše", amount=999)
    return house


@pytest.fixture
def manager(client, helpline, house):
    """Of the helpline alone."""
    client.force_login(factories.manager_in(helpline))
    return client


@pytest.fixture
def whole_manager(client, helpline, house):
    client.force_login(factories.manager_in(helpline, house))
    return client


def open_year(manager, programme):
    answers = {"organisation": programme.organisation.pk, "year": 2021}
    return manager.post(reverse("reporting:report_list"), answers, follow=True)


def chapters(page):
    return [chapter.key for chapter in page.context["document"].chapters]


def test_her_report_has_her_chapters_and_no_others(manager, helpline):
    page = open_year(manager, helpline)
    assert chapters(page) == ["summary", "helpline", "money", "appendix"]
    report = page.context["report"]
    for chapter in chapters(page):
        words = manager.get(reverse("reporting:chapter", args=[report.pk, chapter])).content.decode()
        assert HOUSE not in words and "Tihe" not in words and "999,00" not in words
    assert HELPLINE in words


def test_its_sums_are_those_of_her_programmes(manager, helpline):
    report = open_year(manager, helpline).context["report"]
    number = manager.get(reverse("reporting:number", args=[report.pk, "money", "helpline.income"])).context["opened"]
    assert number.text.startswith("500,00")
    for address in ("tiha-hisa.admissions", "tiha-hisa.income", "organisation.volunteer_hours"):
        assert manager.get(reverse("reporting:number", args=[report.pk, "money", address])).status_code == 404
    for chapter in ("tiha-hisa", "people"):
        assert manager.get(reverse("reporting:chapter", args=[report.pk, chapter])).status_code == 404
        assert manager.get(reverse("reporting:narrative_edit", args=[report.pk, chapter])).status_code == 404


def test_the_whole_report_and_its_files_are_absent_for_her(manager, helpline):
    whole = report_of(helpline)
    job = ReportJob.objects.create(report=whole, format="csv")
    make_file(str(job.pk))
    for page in ("report", "file_list", "file_progress"):
        assert manager.get(reverse(f"reporting:{page}", args=[whole.pk])).status_code == 404
    for page in ("file_download", "file_retry", "file_cancel"):
        address = reverse(f"reporting:{page}", args=[job.pk])
        assert manager.get(address).status_code in (404, 405) and manager.post(address).status_code == 404
    asked = manager.post(reverse("reporting:file_make", args=[whole.pk]), {"format": "pdf", "language": "sl"})
    assert asked.status_code == 404 and ReportJob.objects.count() == 1
    assert whole not in manager.get(reverse("reporting:report_list")).context["reports"]


@pytest.mark.parametrize("format", ["pdf", "xlsx", "csv"])
def test_a_file_of_hers_never_holds_another_programme(manager, helpline, format):
    report = open_year(manager, helpline).context["report"]
    manager.post(reverse("reporting:file_make", args=[report.pk]), {"format": format, "language": "sl"})
    job = ReportJob.objects.get()
    make_file(str(job.pk))
    confirm(manager)
    answer = manager.get(reverse("reporting:file_download", args=[job.pk]))
    words = READ[format](b"".join(answer.streaming_content))
    assert "SOS" in words or "helpline" in words
    assert not [name for name in (HOUSE, "Tihe", "tiha-hisa", "organisation.") if name in words]


READ = {
    "pdf": lambda content: " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages),
    "xlsx": lambda content: " ".join(
        str(cell.value) for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row
    ),
    "csv": lambda content: content.decode("utf-8-sig"),
}


def test_whoever_manages_all_programmes_has_the_whole_report(whole_manager, helpline):
    page = open_year(whole_manager, helpline)
    assert page.context["report"].is_whole
    assert chapters(page) == ["summary", "helpline", "tiha-hisa", "people", "money", "appendix"]


def test_a_report_of_some_is_open_to_whoever_manages_them_all(client, manager, helpline, house):
    part = open_year(manager, helpline).context["report"]
    both = Report.objects.create(
        organisation=helpline.organisation, year=2021, programmes=sorted([helpline.pk, house.pk])
    )
    assert manager.get(reverse("reporting:report", args=[both.pk])).status_code == 404
    client.force_login(factories.manager_in(helpline, house))
    for report in (part, both):
        assert client.get(reverse("reporting:report", args=[report.pk])).status_code == 200
    assert len(client.get(reverse("reporting:report_list")).context["reports"]) == 2


def test_a_programme_that_has_ended_is_asked_of_nobody_and_a_new_one_of_everybody(client, helpline, house):
    house.closed_on = date(2022, 1, 1)
    house.save()
    whole = report_of(helpline)
    client.force_login(factories.manager_in(helpline))
    assert client.get(reverse("reporting:report", args=[whole.pk])).status_code == 200
    factories.ProgrammeFactory(organisation=helpline.organisation, opened_on=timezone.localdate())
    assert client.get(reverse("reporting:report", args=[whole.pk])).status_code == 404


def test_a_chapter_says_the_same_in_every_report_and_each_summary_its_own(client, manager, helpline, house):
    part = open_year(manager, helpline).context["report"]
    for section, words in (("helpline", "Leto telefona."), ("summary", "Povzetek telefona.")):
        manager.post(reverse("reporting:narrative_edit", args=[part.pk, section]), {"text": words})
    whole = report_of(helpline)
    written = {narrative.section: narrative.report for narrative in whole.narratives.all()}
    assert written == {"helpline": whole}
    assert assemble(whole, "sl").chapter("helpline").words == assemble(part, "sl").chapter("helpline").words != []
    assert (assemble(whole, "sl").chapter("summary").words, len(assemble(part, "sl").chapter("summary").words)) == (
        [],
        1,
    )


def test_what_is_said_of_the_whole_stays_in_the_whole(manager, helpline):
    whole = report_of(helpline)
    for section in ("summary", "summary-tiha-hisa", "tiha-hisa", "people", "money"):
        whole.narratives.create(section=section, language="sl", text="Beseda o Tihi hiši.")
    part = open_year(manager, helpline).context["report"]
    assert part.texts("sl") == {}
    assert "Beseda" not in WRITERS["csv"](assemble(part, "sl"), None)[0].decode()
    assert not ReportFile.objects.exists()
