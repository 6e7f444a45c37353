"""The printed report: conforming, in our own type, the same bytes each time, and blind to everything outside itself."""

import time
from io import BytesIO

import page as validation
import pytest
from django.utils import timezone, translation
from pypdf import PdfReader

from programmes import pdf
from programmes.pdf import CannotTypeset
from programmes.typeset import Refused, fetcher
from reporting.models import Narrative
from reporting.outlines import assemble
from reporting.pdf import render_pdf
from tests.reporting.year import report_of, small_year

MADE_AT = timezone.now()
HOSTILE = """
<img src="file:///etc/passwd"> <script>alert(1)</script> <a rel="attachment" href="file:///etc/hostname">x</a>

<link rel="stylesheet" href="http://127.0.0.1:9/x.css"> <style>@import url(http://127.0.0.1:9/)</style> {helpline_calls}
"""


@pytest.fixture
def report(db):
    return report_of(small_year())


def printed(report, language="sl"):
    return render_pdf(assemble(report, language, made_at=MADE_AT))[0]


def text_of(content):
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages).replace("\xa0", " ")


@pytest.mark.parametrize("language, words", [("sl", "O tej izdaji"), ("en", "About this edition")])
def test_the_pdf_conforms_to_pdf_ua_in_both_languages(report, language, words, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(printed(report, language))
    found = validation.validate_pdf(file, profile=validation.ValidationProfile.PDF_UA_1)
    assert found.is_compliant, str(found)
    reader = PdfReader(file)
    assert reader.trailer["/Root"]["/Lang"] == language
    assert words in text_of(file.read_bytes())
    chapters = [entry.title for entry in reader.outline[1] if not isinstance(entry, list)]
    assert any("SOS telefon" in title for title in chapters)
    assert chapters[-1].replace("\xa0", " ") == words


def test_every_letter_is_set_in_our_own_type(report):
    reader = PdfReader(BytesIO(printed(report)))
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for sheet in reader.pages
        for font in sheet["/Resources"].get("/Font", {}).values()
    }
    drawn = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for sheet in reader.pages
        for form in sheet["/Resources"].get("/XObject", {}).values()
        for font in form.get_object().get("/Resources", {}).get("/Font", {}).values()
    }
    assert fonts and all(name.startswith("Lipa-") for name in fonts | drawn), fonts | drawn


def test_the_same_report_is_the_same_file(report):
    assert printed(report) == printed(report)


def test_title_and_metadata_say_no_more_than_a_report_must(report):
    found = PdfReader(BytesIO(printed(report))).metadata
    assert found.title in ("Letno poročilo 2021", "Annual report 2021")
    assert "nasilj" not in str(found).lower() and "violence" not in str(found).lower()


def test_every_figure_of_the_year_stands_in_the_print_with_its_definition(report):
    document = assemble(report, "sl", made_at=MADE_AT)
    text = " ".join(text_of(render_pdf(document)[0]).split())
    squeezed = text.replace(" ", "")
    with translation.override("sl"):
        for value in document.book.results["helpline"].values_in_order:
            assert value.printed.replace("\xa0", " ") in text
            assert "".join(value.definition.split())[:25] in squeezed, value.key


def test_a_sum_that_does_not_agree_is_shown_with_both_numbers_and_its_reason(report):
    text = " ".join(text_of(printed(report)).split())
    for shown in ("500,00", "370,00", "130,00", "≠", "Material ni prištet v celoti."):
        assert shown in text


# Whatever is written into a narrative


def test_a_hostile_narrative_is_words_and_nothing_else(report):
    Narrative.objects.create(report=report, section="helpline", language="sl", text=HOSTILE)
    content = printed(report)
    text = "".join(text_of(content).split())
    assert "<script>alert(1)" in text and "root:" not in text
    assert "/EmbeddedFile" not in content.decode("latin-1") and b"/JavaScript" not in content


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/",
        "https://primer.si/x.png",
        "ftp://primer.si/x",
        "asset:/../config/settings.py",
        "asset:/%2e%2e/config/settings.py",
        "asset:/nothing.css",
        "data:text/html,<b>",
        "gopher://x",
    ],
)
def test_the_typesetter_opens_our_own_assets_and_no_other_address(address):
    with pytest.raises(Refused):
        fetcher(pdf.assets().resolve()).fetch(address)
    assert fetcher(pdf.assets().resolve()).fetch("asset:/css/report-print.css").read()


def test_a_report_that_takes_too_long_is_stopped_and_so_is_one_that_nobody_wants(report, monkeypatch):
    document = assemble(report, "sl", made_at=MADE_AT)
    monkeypatch.setattr(pdf, "BREATH", 0.05)

    def unwanted():
        raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        render_pdf(document, on_breath=unwanted)
    assert time.monotonic() - begun < 5
    monkeypatch.setattr(pdf, "PATIENCE", 0.1)
    with pytest.raises(CannotTypeset):
        render_pdf(document)
