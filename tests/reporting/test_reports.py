"""The report a manager reads: its numbers, what they say when opened, and its files."""

import csv
import io
import json
import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from openpyxl import load_workbook
from zeal import zeal_ignore

from programmes.models import Kind
from reporting.files import WRITERS
from reporting.opened import open_number
from reporting.outlines import assemble
from tests import factories
from tests.reporting.year import report_of, small_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return small_year()


@pytest.fixture
def report(programme):
    return report_of(programme)


@pytest.fixture
def manager(client, programme):
    client.force_login(factories.manager_in(programme))
    return client


def test_a_year_is_opened_in_one_step(manager, programme):
    page = manager.post(
        reverse("reporting:report_list"), {"organisation": programme.organisation.pk, "year": 2021}, follow=True
    )
    report = page.context["report"]
    for chapter in ("summary", "helpline", "appendix"):
        page = manager.get(reverse("reporting:chapter", args=[report.pk, chapter]))
        assert "SOS telefon" in page.content.decode()


@pytest.fixture
def opened(manager, report):
    def opened(address, chapter="helpline", **more):
        return manager.get(reverse("reporting:number", args=[report.pk, chapter, address]), **more)

    return opened


def test_a_number_opens_to_its_definition_its_months_and_last_year(opened):
    page = " ".join(opened("helpline.helpline_calls").content.decode().replace("\xa0", " ").split())
    number = opened("helpline.helpline_calls").context["opened"]
    assert number.text == "5" and number.records == 5
    assert number.definition in page
    by_month = {row.numbers[0].text for row in number.months}
    assert len(number.months) == 12 and by_month == {"3", "2", "0"}
    assert number.months_total.numbers[0].text == "5"


def test_a_figure_without_a_table_of_months_has_months_too(opened):
    number = opened("helpline.email_counselling").context["opened"]
    assert [row.numbers[0].text for row in number.months][:3] == ["0", "1", "0"]
    assert number.months_total.numbers[0].text == "1"


def test_a_number_opens_without_a_script_and_alone_for_one(opened):
    whole = opened("helpline.helpline_calls")
    alone = opened("helpline.helpline_calls", headers={"HX-Request": "true"})
    assert "<main" in whole.content.decode() and "<main" not in alone.content.decode()
    assert 'id="opened"' in alone.content.decode()


def test_a_cell_of_a_table_opens_to_its_records(opened):
    number = opened("helpline.calls_by_month.2021-01").context["opened"]
    assert number.text == "3" and number.records == 3


@pytest.mark.parametrize(
    "address",
    ["helpline.nothing", "nowhere.helpline_calls", "helpline", "helpline.calls_by_month.1999-01", "a.b.c.d.e"],
)
def test_a_number_that_is_not_there_is_not_found(opened, address):
    assert opened(address).status_code == 404


def test_every_number_that_can_be_opened_opens(manager, report, opened):
    """All links of the chapters lead to a number; zeros and dashes lead nowhere."""
    document = assemble(report, "sl")
    numbers = {
        number.address
        for chapter in document.chapters
        for section in chapter.sections
        for table in section.tables
        for row in table.rows
        for number in row.numbers
        if number.address and number.value
    }
    assert len(numbers) > 20
    missing = [address for address in sorted(numbers) if open_number(report, document, address) is None]
    assert not missing
    assert "helpline.income" in numbers


def test_every_figure_of_every_kind_of_programme_opens(report):
    for kind in Kind:
        factories.ProgrammeFactory(organisation=report.organisation, kind=kind, key=f"a-{kind}")
    document = assemble(report, "sl")
    with zeal_ignore():
        for programme, results in document.book.results.items():
            for value in results.values_in_order:
                assert open_number(report, document, f"{programme}.{value.key}").definition


def test_managers_see_counts_and_no_records(opened, programme):
    page = opened("helpline.helpline_calls").content.decode()
    assert not any(str(contact.pk) in page for contact in programme.contacts.all())


def test_money_that_does_not_agree_warns_where_it_arises(manager, report):
    page = manager.get(reverse("reporting:chapter", args=[report.pk, "money"]))
    warnings = page.context["document"].warnings
    assert any("130,00" in warning.text.replace("\xa0", " ") for warning in warnings)
    assert page.context["chapter"].warnings == warnings


def test_a_text_is_kept_in_each_language_and_its_numbers_are_alive(manager, report):
    address = reverse("reporting:narrative_edit", args=[report.pk, "helpline"])
    manager.post(address, {"text": "Sprejele smo *skupaj* {helpline_calls}. <b>x</b>"})
    page = manager.get(reverse("reporting:chapter", args=[report.pk, "helpline"])).content.decode()
    assert "<em>skupaj</em>" in page and "&lt;b&gt;x&lt;/b&gt;" in page
    sentence = page[page.index("Sprejele smo") : page.index("&lt;b&gt;")]
    assert 'class="opens"' in sentence and ">5" in sentence
    text = manager.get(address).content.decode()
    assert "{helpline_calls}" in text
    manager.post(reverse("set_language"), {"language": "en"})
    assert "Sprejele smo" not in manager.get(reverse("reporting:report", args=[report.pk])).content.decode()


def test_page_spreadsheet_file_and_figures_command_say_the_same(manager, report, programme, capsys):
    """Every output writes down one computation."""
    document = assemble(report, "sl")
    call_command("figures", "--year", "2021", "--format", "json")
    told = json.loads(capsys.readouterr().out)
    figures = {figure["key"]: figure for figure in told["figures"] if figure["programme"] == "helpline"}
    assert len(figures) > 20

    plain = csv.DictReader(io.StringIO(WRITERS["csv"](document, None)[0].decode("utf-8-sig")))
    written = {line["key"]: line for line in plain if line["programme"] == "helpline" and not line["row"]}
    book = load_workbook(io.BytesIO(WRITERS["xlsx"](document, None)[0]))
    sheets = {row[0]: row[1:] for sheet in book for row in sheet.iter_rows(values_only=True) if row[0]}
    shown = {row.key: row.numbers[0] for row in document.chapter("appendix").sections[0].tables[0].rows if row.numbers}
    for key, figure in figures.items():
        assert written[key]["printed"] == figure["printed"]
        assert float(written[key]["value"] or 0) == pytest.approx(float(figure["value"] or 0))
        assert str(figure["label"]).lower() in {str(label).lower() for label in sheets}
    assert shown["volunteers"] and sheets


def test_a_spreadsheet_adds_its_totals_itself_and_runs_nothing(report, programme):
    programme.name = '=HYPERLINK("http://primer.si")'
    programme.save()
    document = assemble(report, "sl")
    book = load_workbook(io.BytesIO(WRITERS["xlsx"](document, None)[0]))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert cells and all(re.fullmatch(SUM, formula) for formula in cells)
    lines = csv.reader(io.StringIO(WRITERS["csv"](document, None)[0].decode("utf-8-sig")))
    assert not [entry for line in lines for entry in line if entry.startswith(("=", "+", "@"))]


SUM = r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)|=[A-Z]+\d+(\+[A-Z]+\d+)*"
