"""Whatever somebody puts into a folder, the import answers in sentences; what it writes, it reads back unchanged."""

import csv
import io
import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st
from openpyxl import Workbook
from zeal import zeal_ignore

from reporting.exchange.exporting import line
from reporting.exchange.importing import Import
from reporting.exchange.sheets import SHEETS
from reporting.exchange.tables import Folder, guarded, unguarded
from reporting.exchange.values import Moment, Number, Several, Text

EXAMPLES = settings.BASE_DIR / "docs" / "import-example"
COLUMNS = [(sheet.name, column.name) for sheet in SHEETS.values() for column in sheet.columns]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
CELLS = (
    TEXTS
    | st.sampled_from(["=1+1", "'=1", "+", "-", "\0", "\\", ";", "a;a", "1e9", "-1", "9" * 30, "0,001", "NaN", "24:00"])
    | st.sampled_from(["2019-02-30", "0000-01-01", "2019-03-05 25:00", "2019-10-27 02:30", "5. 3. 2019 12.30", "yes"])
    | st.sampled_from(["9999-12-31 24:00", "2199-12-31 24:00", "1900-01-01 00:00+23:59", "2019-03-05 10:00+99:99"])
    | st.sampled_from(
        ["s-1", "s-2", "A12", "A13", "hisa", "telefon", "bela", "1", "2", "B", "csd", "/csd", "x/csd", "/"]
    )
)
fuzzed = how(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(EXAMPLES, tmp_path / "folder"))


def answer(folder):
    """Sentences, or a year in the database that is taken out again."""
    with zeal_ignore(), transaction.atomic():
        records = Import(Folder(folder))
        if not records.mistakes:
            records.save()
        transaction.set_rollback(True)
    for mistake in records.mistakes:
        assert mistake.file
        assert mistake.expected
        assert str(mistake)
    return records.mistakes


@pytest.mark.django_db
@fuzzed
@given(st.sampled_from(list(SHEETS)), st.binary(max_size=300) | TEXTS.map(str.encode))
def test_any_bytes_in_a_file_are_answered(folder, name, content):
    before = (folder / f"{name}.csv").read_bytes()
    header, _newline, rows = before.partition(b"\n")
    for attempt in (content, header + b"\n" + content, before[:-20] + content + rows):
        (folder / f"{name}.csv").write_bytes(attempt)
        answer(folder)
    (folder / f"{name}.csv").write_bytes(before)


@pytest.mark.django_db
@fuzzed
@given(st.lists(st.tuples(st.sampled_from(COLUMNS), CELLS), min_size=1, max_size=4))
def test_any_text_in_any_cell_is_answered(folder, changes):
    names = {name for (name, _column), _cell in changes}
    for (name, column), cell in changes:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        rows[0][column] = cell
        text = "".join(line(cells) for cells in [rows[0], *(row.values() for row in rows)])
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    answer(folder)
    for name in names:
        shutil.copy(EXAMPLES / f"{name}.csv", folder)


TYPED = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.datetimes(datetime(1900, 3, 1), datetime(9999, 1, 1))
    | st.dates(datetime(1900, 3, 1).date())
    | st.times()
    | st.timedeltas()
    | st.text("aeč=+-'/;0123456789. ", max_size=20)
)


@pytest.mark.django_db
@fuzzed
@given(st.sampled_from(list(SHEETS)), st.data())
def test_any_typed_cell_of_a_workbook_is_answered(folder, name, data):
    book = Workbook()
    columns = [column.name for column in SHEETS[name].columns]
    book.active.append(columns)
    book.active.append(data.draw(st.lists(TYPED, min_size=len(columns), max_size=len(columns))))
    (folder / f"{name}.csv").unlink()
    book.save(folder / f"{name}.xlsx")
    try:
        answer(folder)
    finally:
        (folder / f"{name}.xlsx").unlink()
        shutil.copy(EXAMPLES / f"{name}.csv", folder)


@given(TEXTS)
def test_a_guarded_text_is_no_formula_and_reads_back(text):
    assert guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")
    assert unguarded(guarded(text)) == text


@given(st.lists(TEXTS, min_size=2))
def test_a_written_row_reads_back(cells):
    assert next(csv.reader(io.StringIO(line(cells), newline=""), strict=True)) == cells


@given(st.datetimes(datetime(1901, 1, 1), datetime(2199, 1, 1)))
def test_every_moment_reads_back_also_in_the_hour_that_comes_twice(moment):
    moment = moment.replace(tzinfo=UTC)
    assert Moment().read(Moment().write(moment)) == moment


@given(st.decimals(Decimal("-99999.99"), Decimal("99999.99"), places=2))
def test_every_amount_reads_back_with_dot_or_comma(amount):
    form = Number(7, 2)
    assert form.read(form.write(amount)) == form.read(form.write(amount).replace(".", ",")) == amount


@given(st.lists(TEXTS.map(str.strip).filter(bool), unique=True))
def test_several_values_read_back(values):
    form = Several(Text())
    assert form.read(form.write([value for value in values if "\0" not in value])) == [
        value for value in values if "\0" not in value
    ]
