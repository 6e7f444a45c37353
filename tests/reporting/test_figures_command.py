"""`manage.py figures`: the same numbers, for machines and for people."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from programmes.models import Kind
from programmes.records import Period
from reporting.figures import compute_all
from tests.factories import ContactFactory, OrganisationFactory, ProgrammeFactory
from tests.reporting.years import at, year_of

pytestmark = pytest.mark.django_db


def printed(*args):
    call_command("figures", *args, stdout=(out := io.StringIO()))
    return out.getvalue()


@pytest.fixture
def helpline():
    programme = ProgrammeFactory(kind=Kind.HELPLINE)
    for day in (1, 2, 3):
        ContactFactory(programme=programme, started_at=at(2021, 2, day), minutes=10 + day // 3)
    return programme


def test_json_has_exact_values_printed_forms_and_whole_tables(helpline):
    found = json.loads(printed("--year", "2021", "--format", "json"))
    assert found["year"] == 2021
    figures = {(figure["programme"], figure["key"]): figure for figure in found["figures"]}
    calls = figures[helpline.key, "helpline_calls"]
    assert (calls["value"], calls["printed"], calls["unit"]) == (3, "3", "calls")
    assert calls["definition"]
    assert figures[helpline.key, "helpline_call_average_minutes"]["value"] == pytest.approx(31 / 3)
    assert figures["organisation", "employees"]["value"] == 0
    tables = {(table["programme"], table["key"]): table for table in found["breakdowns"]}
    months = tables[helpline.key, "calls_by_month"]
    assert [row["key"] for row in months["rows"]][:2] == ["2021-01", "2021-02"]
    assert [cells[0] for cells in months["cells"]] == [0, 3] + [0] * 10
    assert months["totals"]["total"] == 3
    for table in tables.values():
        assert len(table["cells"]) == len(table["rows"]) == len(table["totals"]["rows"])
        assert all(len(line) == len(table["columns"]) for line in table["cells"])


def test_it_is_the_code_that_pages_and_reports_compute_with():
    year = year_of(Kind.COUNSELLING)
    found = json.loads(printed("--year", "2021", "--format", "json"))
    computed = [
        value for results in compute_all(year.organisation, Period.year(2021)) for value in results.as_data()["figures"]
    ]
    assert found["figures"] == json.loads(json.dumps(computed))


def test_days_programmes_and_languages_can_be_chosen(helpline):
    args = ("--from", "2021-02-02", "--to", "2021-02-03", "--programme", helpline.key, "--language", "en")
    rows = list(csv.DictReader(io.StringIO(printed(*args, "--format", "csv"))))
    calls = [row for row in rows if row["key"] == "helpline_calls"]
    assert [(row["value"], row["label"]) for row in calls] == [("2", "Calls to the helpline")]
    assert "Calls to the helpline: 2" in printed(*args).replace("\N{NO-BREAK SPACE}", " ")


def test_an_organisation_or_programme_that_is_not_there_is_said(helpline):
    with pytest.raises(CommandError, match=helpline.key):
        printed("--programme", "elsewhere")
    with pytest.raises(CommandError, match=helpline.organisation.key):
        printed("--year", "2021", "--organisation", "druga")
    with pytest.raises(CommandError):
        printed("--year", "20211")


def test_without_a_name_it_is_the_oldest_organisation_and_the_others_are_told(helpline, capsys):
    OrganisationFactory(key="druga")
    assert json.loads(printed("--year", "2021", "--format", "json"))["figures"][0]["programme"] == helpline.key
    assert "druga" in capsys.readouterr().err
    assert printed("--year", "2021", "--organisation", "druga")
