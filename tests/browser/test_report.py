"""A manager reads the year, opens a number, has the PDF made by the real worker and takes it home."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from reporting.models import ReportJob
from reporting.outlines import assemble
from tests import factories
from tests.factories import PASSWORD
from tests.reporting.year import small_year

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 120_000  # milliseconds


@pytest.fixture
def programme():
    return small_year()


@pytest.fixture
def manager(programme, sign_in):
    user = factories.manager_in(programme, name="Vida")
    sign_in(user)
    return user


def test_the_year_becomes_a_pdf_while_she_reloads_and_its_numbers_are_those_of_the_page(
    worker, manager, page, live_server, no_barriers, picture
):
    page.goto(f"{live_server.url}/reports/")
    no_barriers()
    page.get_by_label("Leto").fill("2021")
    page.get_by_role("button", name="Odpri poročilo").click()
    page.get_by_role("navigation", name="Poglavja").get_by_role("link", name="SOS telefon").click()
    calls = page.locator(".opening").get_by_role("link", name="5", exact=True)
    calls.click()
    opened = page.get_by_role("complementary")
    expect(opened.get_by_role("heading", name="Klici na SOS telefon")).to_be_visible()
    expect(opened.get_by_role("row", name="januar")).to_contain_text("3")
    expect(calls).to_have_attribute("aria-current", "true")
    no_barriers()
    picture("report")

    worker.stop()
    page.get_by_role("button", name="Naredi datoteko").click()
    waiting = page.get_by_role("progressbar")
    expect(waiting).to_be_visible()
    no_barriers()
    page.reload()
    expect(waiting).to_be_visible()
    worker.start()
    ready = page.get_by_role("link", name="PDF je na voljo")
    expect(ready).to_be_visible(timeout=PATIENCE)
    no_barriers()
    ready.click()
    page.get_by_label("Geslo").fill(PASSWORD)
    no_barriers()
    page.get_by_role("button", name="Potrdi").click()
    file = page.get_by_role("link", name="Prenesi")
    expect(file).to_be_visible()
    no_barriers()
    with page.expect_download() as download:
        file.click()
    assert download.value.suggested_filename == "annual-2021-sl.pdf"
    printed = PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).replace("\xa0", " ").split())
    job = ReportJob.objects.select_related("report__organisation").get()
    for number in assemble(job.report, "sl").chapter("helpline").opening:
        assert number.text.replace("\xa0", " ") in text


def test_a_text_is_written_and_a_job_given_up_on_a_phone(manager, programme, phone, live_server, no_barriers, page):
    page.goto(f"{live_server.url}/reports/")
    page.get_by_label("Leto").fill("2021")
    page.get_by_role("button", name="Odpri poročilo").click()
    page.get_by_label("Datoteka").select_option("xlsx")
    page.get_by_role("button", name="Naredi datoteko").click()
    page.get_by_role("button", name="Prekini").click()
    expect(page.get_by_text("XLSX: prekinjeno")).to_be_visible()
    page.get_by_role("navigation", name="Poglavja").get_by_role("link", name="Denar").click()
    no_barriers()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Napiši besedilo").first.click()
    no_barriers()
    page.get_by_label("besedilo").fill("Leto je bilo **polno**.")
    page.get_by_role("button", name="Shrani").click()
    expect(page.locator(".text strong")).to_have_text("polno")
