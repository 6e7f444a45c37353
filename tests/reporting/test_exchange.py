"""A year comes in from spreadsheets, and goes out as the same spreadsheets."""

import csv
import json
import shutil
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils.translation import override
from zeal import zeal_ignore

from accounts.models import Act, TrailEntry, Vault
from cases.models import Client, Clue, Contact, RiskAssessment, Service
from programmes.models import DutyShift, Engagement, Organisation, Programme, VolunteerWork
from programmes.records import SealedRecord
from reporting.exchange.documentation import BEGIN, columns_as_markdown
from reporting.exchange.importing import SAVED_IN_ORDER
from reporting.exchange.sheets import SHEETS
from reporting.exchange.values import Reference
from reporting.models import Amount
from shelters.models import Bed, Enquiry, Household, Placement, Stay
from tests.factories import ContactFactory, OrganisationFactory, ProgrammeFactory, UserFactory
from tests.reporting.exchanging import give, take, wipe

DOCS = settings.BASE_DIR / "docs"
NOT_IN_FILES = {
    "Organisation": set(),
    "Worker": {"organisation", "vault", "version", "user"},
    "Contact": {"entered_by"},
    "Enquiry": {"beds"},  # rows of beds_in_view.csv
    "Intervention": {"workers"},  # rows of intervention_workers.csv
    "Stay": {"household"},  # by a word of its own
    "DutyReport": {"tell_by", "write_by"},  # computed from the limits
    "RiskAssessment": {"score", "level_by_score"},  # computed from the answers
    "Service": {"receivers"},
}
IN_NO_FILE = {"id", "version", "vault", "organisation"}

SEALED = [
    model
    for model in apps.get_models()
    if issubclass(model, SealedRecord) and not model._meta.proxy and not hasattr(model, "pgh_tracked_model")
]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.fixture
def folder(tmp_path):
    """The example of the documentation, to be altered."""
    return Path(shutil.copytree(DOCS / "import-example", tmp_path / "folder"))


def mistakes_in(folder):
    """What the command says of it, as (file, row, column, value, expected)."""
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("import_records", folder, "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert found["taken"] is False
    return [tuple(mistake.values()) for mistake in found["mistakes"]]


def places(mistakes):
    return [mistake[:4] for mistake in mistakes]


def rows_of(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def write(file, rows, **dialect):
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0].keys(), **dialect)
        writer.writeheader()
        writer.writerows(rows)


def alter(file, number, /, **cells):
    """Changes one row; the first under the names of the columns is number 2, as in a spreadsheet."""
    rows = rows_of(file)
    rows[number - 2].update(cells)
    write(file, rows)


def leave_out(folder, *names):
    for name in names:
        (folder / f"{name}.csv").unlink()


# Out and in again


def test_export_wipe_import_export_gives_the_same_bytes(folder, tmp_path):
    take(folder)
    first = give(tmp_path / "first", "--with-texts")
    wipe()
    assert not Organisation.objects.exists()
    take(tmp_path / "first")
    assert give(tmp_path / "second", "--with-texts") == first
    assert set(first) == {f"{name}.csv" for name in SHEETS}


def test_an_export_without_texts_tells_none_and_comes_in_again(folder, tmp_path):
    alter(folder / "contacts.csv", 2, note="dogovorjena za petek", safe_note="samo dopoldne")
    take(folder)
    first = give(tmp_path / "first")
    for text in ("Ana", "Jana Novak", "dogovorjena", "dopoldne", "hčerka"):
        assert not any(text.encode() in file for file in first.values())
    take(tmp_path / "first")
    assert Contact.objects.get(channel="call", minutes=24).note == "dogovorjena za petek"
    assert Client.objects.get(code="A12").name == "Ana"
    wipe()
    take(tmp_path / "first")
    assert give(tmp_path / "second") == first


def test_a_text_that_a_spreadsheet_would_run_goes_out_harmless_and_comes_back_unchanged(folder, tmp_path):
    texts = ["=HYPERLINK(0)", "+386 1", "-", "@SUM(A1)", "'=quoted", "''", "'tis", 'a "b"; c,\nd\\']
    for number, text in enumerate(texts):
        row = rows_of(folder / "clients.csv")
        row.append(row[0] | {"code": f"B{number}", "name": f"'{text}" if text[0] in "=+-@" else text})
        write(folder / "clients.csv", row)
    alter(folder / "clients.csv", 8, name="''=quoted")
    take(folder)
    assert [client.name for client in Client.objects.filter(code__startswith="B").select_related("vault")] == texts
    first = give(tmp_path / "first", "--with-texts")
    cells = [row["name"] for row in rows_of(tmp_path / "first" / "clients.csv")]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]
    wipe()
    take(tmp_path / "first")
    assert give(tmp_path / "second", "--with-texts") == first
    assert [client.name for client in Client.objects.filter(code__startswith="B").select_related("vault")] == texts


def test_rooms_to_move_in_words_of_two_lists_and_the_doubled_hour_survive(folder, tmp_path):
    words = rows_of(folder / "vocabularies.csv")
    own = words[2] | {"programme": "hisa", "label_sl": "policija Celje"}
    write(folder / "vocabularies.csv", [*words, own])
    alter(folder / "enquiries.csv", 3, referrer="/policija", asked_at="2019-10-27 02:30+01:00")
    alter(folder / "enquiries.csv", 2, referrer="policija", asked_at="27. 10. 2019 02:30+02:00")
    take(folder)
    asked = list(
        Organisation.objects.get().programmes.get(key="hisa").enquiries.select_related("referrer").order_by("number")
    )
    assert [enquiry.referrer.label_sl for enquiry in asked[:2]] == ["policija Celje", "policija"]
    assert [enquiry.asked_at for enquiry in asked[:2]] == [
        datetime(2019, 10, 27, 0, 30, tzinfo=UTC),
        datetime(2019, 10, 27, 1, 30, tzinfo=UTC),
    ]
    first = give(tmp_path / "first")
    wipe()
    take(tmp_path / "first")
    assert give(tmp_path / "second") == first


def test_every_field_of_a_record_has_a_column_or_is_left_out_on_purpose():
    for sheet in SHEETS.values():
        columns = {column.path.partition("__")[0] for column in sheet.columns} | IN_NO_FILE
        columns |= {column.name for column in sheet.columns if not column.path}
        fields = {
            field.name
            for field in [*sheet.model._meta.concrete_fields, *sheet.model._meta.many_to_many]
            if not field.generated
        }
        assert fields - columns == NOT_IN_FILES.get(sheet.model.__name__, set()) - columns, sheet.name


def test_the_files_of_an_export_are_for_their_owner_alone(folder, tmp_path):
    take(folder)
    give(tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    assert not [file for file in (tmp_path / "out").iterdir() if file.stat().st_mode & 0o077]
    with pytest.raises(CommandError, match="new or empty"):
        give(tmp_path / "out")


# Again


def test_the_same_folder_again_changes_nothing(folder):
    forms = [column.form for sheet in SHEETS.values() for column in sheet.columns]
    referred_to = {form.sheet for form in forms if isinstance(form, Reference)}
    for file in folder.iterdir():
        rows = rows_of(file)
        if file.stem not in referred_to:
            write(file, [{name: cell for name, cell in row.items() if name != "id"} for row in rows])
    take(folder)
    counts = [model._base_manager.count() for model in SAVED_IN_ORDER]
    again = json.loads(take(folder, "--json"))
    assert [model._base_manager.count() for model in SAVED_IN_ORDER] == counts
    assert {count["new"] + count["changed"] for count in again["files"].values()} == {0}


def test_a_row_with_a_known_key_corrects_its_record(folder):
    take(folder)
    alter(folder / "contacts.csv", 2, minutes="31", note="popravljeno")
    alter(folder / "services.csv", 2, receivers="A13")
    alter(folder / "stays.csv", 2, left_at="2019-06-02 09:00")
    alter(folder / "clients.csv", 3, born_in="2013")
    alter(folder / "vocabularies.csv", 3, parent="policija")
    again = json.loads(take(folder, "--json"))["files"]
    assert {name: count["changed"] for name, count in again.items() if count["changed"]} == {
        "vocabularies": 1,
        "clients": 1,
        "contacts": 1,
        "services": 1,
        "stays": 1,
        "placements": 1,
    }
    assert not [name for name, count in again.items() if count["new"]]
    contact = Contact.objects.get(subject="violence")
    assert (contact.minutes, contact.note, contact.version) == (31, "popravljeno", 2)
    assert [client.code for client in Service.objects.get(group=None).receivers.all()] == ["A12"]
    assert [client.code for client in Service.objects.exclude(group=None).get().receivers.all()] == ["A13"]
    stay = Stay.objects.get(resident="woman")
    assert stay.placements.get().to_at == stay.left_at == datetime(2019, 6, 2, 7, tzinfo=UTC)


def test_the_result_of_an_assessment_follows_from_its_answers_and_is_never_lowered(folder):
    take(folder)
    first, second = RiskAssessment.objects.order_by("assessed_at")
    assert (first.score, first.level_by_score, first.level) == (7, "high", "high")
    assert (second.score, second.level_by_score, second.level) == (2, "medium", "high")
    alter(folder / "risk_assessments.csv", 2, level="low")
    alter(folder / "risk_assessments.csv", 3, no="grozi;nekaj")
    alter(folder / "instruments.csv", 3, edition="1")
    alter(folder / "safety_plans.csv", 3, number="1")
    assert places(mistakes_in(folder)) == [
        ("instruments.csv", 3, "edition", "1"),
        ("risk_assessments.csv", 2, "level", "low"),
        ("risk_assessments.csv", 3, "no", "grozi;nekaj"),
        ("safety_plans.csv", 3, "number", "1"),
    ]


def test_a_column_that_is_missing_leaves_what_the_record_has(folder):
    take(folder)
    for file in folder.iterdir():
        if file.stem not in ("organisation", "clients"):
            file.unlink()
    write(folder / "clients.csv", [{"code": "A12", "born_on": "1984-07-01"}, {"code": "A14", "born_on": ""}])
    take(folder)
    ana = Client.objects.get(code="A12")
    assert (ana.name, ana.sex, ana.born_on) == ("Ana", "woman", date(1984, 7, 1))
    assert Client.objects.get(code="A14").sex == "not_known"


# What is understood


def test_semicolons_marks_slovenian_days_and_commas_are_understood(folder):
    for file in folder.iterdir():
        text = StringIO(newline="")
        rows = rows_of(file)
        writer = csv.DictWriter(text, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        file.write_bytes(text.getvalue().encode("utf-8-sig"))
    header = (folder / "volunteer_hours.csv").read_text("utf-8-sig").splitlines()[0]
    (folder / "volunteer_hours.csv").write_text(f"{header}\n\n p-9 ;telefon;;D2;; 31. 3. 2019 ;1.012,50\n", "utf-8")
    take(folder)
    work = VolunteerWork.objects.get()
    assert (work.on, work.hours, work.kind, work.unit) == (date(2019, 3, 31), Decimal("1012.5"), "content", None)
    shift = DutyShift.objects.get()
    assert shift.ends_at == datetime(2019, 3, 5, 23, tzinfo=UTC)


def test_a_workbook_with_typed_cells_is_understood_and_its_formulas_are_not_run(folder):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    (folder / "swaps.csv").unlink()  # speaks of a shift by the id that it has in the other file
    for name in ("duty_shifts", "volunteer_hours", "finance", "clients", "contacts"):
        page = book.create_sheet(name)
        page.append(list(rows_of(folder / f"{name}.csv")[0]))
        (folder / f"{name}.csv").unlink()
    for name in ("referrals", "interpreters"):  # of a contact that this workbook does not have
        (folder / f"{name}.csv").unlink()
    book["duty_shifts"].append([None, "telefon", None, None, "chat", datetime(2019, 3, 5), datetime(2019, 3, 5, 9, 30)])
    book["duty_shifts"]["F2"].number_format = "d.m.yyyy h:mm"
    book["volunteer_hours"].append([None, "telefon", None, "D2", None, date(2019, 3, 31), 7.25])
    book["finance"].append(["hisa", 2019, "income", "MDDSZ", "mddsz", 116400.1, 1])
    book["clients"].append(["A12", "woman", date(1984, 6, 30)])
    book["clients"].append(["A13"])
    book["clients"].append(["007"])
    book["contacts"].append([None, "telefon", None, None, None, "call", datetime(2019, 3, 5, 8), 12, None, True])
    book.save(folder / "year.xlsx")
    leave_out(folder, "talk_parts", "call_attempts", "messages")  # of a contact that is gone
    take(folder)
    shift = DutyShift.objects.get()
    assert (shift.starts_at.hour, shift.minutes) == (23, 9 * 60 + 30)
    assert VolunteerWork.objects.get().hours == Decimal("7.25")
    assert Amount.objects.get().amount == Decimal("116400.10")
    assert Contact.objects.get().interpreter is True
    assert Client.objects.filter(code="007").exists()

    book["finance"].append(["hisa", 2019, "expense", "x", None, "=1+1", 1])
    book["duty_shifts"].append([None, "telefon", None, None, "chat", datetime(2019, 3, 5), datetime(2019, 3, 5, 9, 30)])
    book["duty_shifts"]["F3"].number_format = "d.m.yyyy"
    book.save(folder / "year.xlsx")
    assert places(mistakes_in(folder))[:3] == [
        ("year.xlsx/duty_shifts", 3, "starts_at", "2019-03-05"),
        ("year.xlsx/finance", 3, "F", "=1+1"),
        ("year.xlsx/finance", 3, "amount", ""),
    ]


# What is refused


def test_every_mistake_is_named_with_its_place_and_nothing_is_taken(folder):
    alter(folder / "programmes.csv", 2, kind="castle")
    alter(folder / "engagements.csv", 2, started_on="31. 2. 2018", worker="D9")
    alter(
        folder / "contacts.csv", 2, minutes="24,5", age_band="99", kinds="physical;loud", given="informacije;čarovnija"
    )
    alter(folder / "contacts.csv", 3, channel="", started_at="2019-03-31 02:30")
    alter(folder / "beds.csv", 3, room="9")
    alter(folder / "finance.csv", 2, amount="1.234")
    found = mistakes_in(folder)
    assert places(found) == [
        ("programmes.csv", 2, "kind", "castle"),
        ("engagements.csv", 2, "worker", "D9"),
        ("engagements.csv", 2, "started_on", "31. 2. 2018"),
        ("contacts.csv", 2, "minutes", "24,5"),
        ("contacts.csv", 2, "age_band", "99"),
        ("contacts.csv", 2, "kinds", "physical;loud"),
        ("contacts.csv", 2, "given", "informacije;čarovnija"),
        ("contacts.csv", 3, "channel", ""),
        ("contacts.csv", 3, "started_at", "2019-03-31 02:30"),
        ("beds.csv", 3, "room", "9"),
        ("closures.csv", 2, "bed", "B"),
        ("beds_in_view.csv", 2, "bed", "B"),
        ("placements.csv", 3, "bed", "B"),
        ("finance.csv", 2, "amount", "1.234"),
    ]
    assert found[0][4].startswith("one of: helpline, shelter,")
    assert found[4][4] == "a key of vocabularies.csv, vocabulary age_band: 18-30, nad-30"
    assert "summer time left this hour out" in found[8][4]
    assert not Organisation.objects.exists()


def test_the_lines_for_people_say_the_same(folder):
    alter(folder / "contacts.csv", 2, minutes="24,5")
    err = StringIO()
    with pytest.raises(CommandError, match="Nothing was taken. Mistakes: 1."):
        call_command("import_records", folder, stderr=err)
    assert err.getvalue() == "contacts.csv, row 2, minutes: “24,5”, expected: a whole number from 0 to 1440\n"


@pytest.mark.parametrize(
    ("file", "number", "cells", "expected"),
    [
        ("stays", 2, {"left_at": "2019-03-05 18:00"}, ("left_at", "The end must be later than the start.")),
        ("stays", 3, {"client": "A12"}, ("left_at", "She is already staying somewhere at that time.")),
        (
            "directory",
            3,
            {"address": "Skrita 1"},
            ("address", "A shelter's address never stands here: it is a protected location."),
        ),
        (
            "directory",
            2,
            {"web": "javascript:alert(1)"},
            ("web", "The address of a web page begins with https:// or http://."),
        ),
        ("placements", 3, {"room": "1", "bed": "A"}, ("to_at", "This bed is taken at that time.")),
        ("placements", 3, {"from_at": "2019-03-19 12:00"}, ("to_at", "She has another bed at that time.")),
        ("placements", 3, {"to_at": ""}, ("to_at", "a time in a bed between her arrival and her departure")),
        ("stays", 3, {"enquiry": "2"}, ("enquiry", "the same enquiry in all rows of a household")),
        ("stays", 3, {"household": ""}, ("enquiry", "an enquiry from which no other household came")),
        ("stays", 2, {"room": ""}, ("bed", "a value in the column room too")),
        ("enquiries", 3, {"women": "0"}, ("children", "at least one woman or child")),
        ("enquiries", 3, {"number": "01"}, ("number", "a row of its own: row 2 says the same")),
        ("cases", 3, {"closed_on": "2018-01-01"}, ("closed_on", "a day of closing that is not before the opening")),
        ("volunteer_hours", 2, {"hours": "0"}, ("hours", "more than 0 hours")),
        ("vocabularies", 5, {"upper": "17"}, ("upper", "an upper limit that is not below the lower")),
        ("vocabularies", 3, {"parent": "interventna"}, ("parent", "a word that is not a part of this one")),
        ("vocabularies", 20, {"counts_as": "magic"}, ("counts_as", None)),
        ("organisation", 2, {"key": "dru štvo"}, ("key", None)),
    ],
)
def test_what_the_database_would_refuse_is_told_with_its_row(folder, file, number, cells, expected):
    alter(folder / f"{file}.csv", number, **cells)
    found = mistakes_in(folder)
    assert found[0][:3] == (f"{file}.csv", number, expected[0])
    assert expected[1] is None or found[0][4] == expected[1]


def test_two_open_cases_of_one_client_are_refused(folder):
    alter(folder / "cases.csv", 2, closed_on="", outcome="")
    alter(folder / "cases.csv", 3, closed_on="", outcome="", client="A12")
    assert places(mistakes_in(folder)) == [("cases.csv", 3, "client", "A12")]


def test_stays_that_are_there_already_are_seen(folder):
    take(folder)
    alter(folder / "stays.csv", 2, id="s-77")
    found = mistakes_in(folder)
    assert ("stays.csv", 2, "left_at") in [mistake[:3] for mistake in found]


def test_an_id_of_another_organisation_is_refused(folder):
    theirs = ContactFactory(programme=ProgrammeFactory(organisation=OrganisationFactory()))
    for name in ("referrals", "interpreters"):
        (folder / f"{name}.csv").unlink()
    alter(folder / "contacts.csv", 2, id=str(theirs.pk))
    leave_out(folder, "talk_parts", "call_attempts", "messages")
    assert places(mistakes_in(folder)) == [("contacts.csv", 2, "id", str(theirs.pk))]


def test_a_text_whose_key_is_destroyed_is_not_written_again(folder, tmp_path):
    take(folder)
    Client.objects.get(code="A12").destroy_texts()
    assert ("clients.csv", 2, "name", "") in places(mistakes_in(folder))
    files = give(tmp_path / "out", "--with-texts")
    assert b"unreadable" not in files["clients.csv"]
    take(tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("clients.csv", "code\nŽ1\n".encode("cp1250"), "CSV UTF-8"),
        ("clients.csv", "code\nA12\n".encode("utf-16"), "CSV UTF-8"),
        ("clients.csv", b"", "the names of the columns"),
        ("clients.csv", b"code,shoe\nA12,38\n", "one of the columns code, sex,"),
        ("clients.csv", b"sex\nwoman\n", "this column: it is required"),
        ("clients.csv", b"code,code\nA12,A12\n", "each column once"),
        ("clients.csv", b"code\nA12,woman\n", "no cell beside the named columns"),
        ("clients.csv", b'code\n"A12\n', "quotation marks in pairs"),
        ("clients.csv", b"code\n" + b"x" * 1_100_000, "1,000,000 characters"),
        ("clients.csv", b"code,note\nA12,\0\n", "text"),
        ("clients.csv", b"code,born_in\nA12,99999999999999999999\n", "from 1900 to 2200"),
        ("shoes.csv", b"size\n38\n", "one of the files organisation,"),
        ("shoes.xlsx", b"PK", "an XLSX workbook"),
    ],
)
def test_a_file_that_is_none_gives_a_clear_sentence(folder, name, content, expected):
    (folder / name).write_bytes(content)
    found = mistakes_in(folder)
    assert found[0][0] == name
    assert expected in found[0][4]


def test_a_broken_file_does_not_blame_those_that_refer_to_it(folder):
    (folder / "clients.csv").write_bytes("code\nŽ1\n".encode("cp1250"))
    assert len(mistakes_in(folder)) == 1


def test_nothing_is_taken_when_the_database_has_the_last_word(folder, monkeypatch):
    monkeypatch.setattr("reporting.exchange.importing.breaches", lambda model, records: [])
    alter(folder / "stays.csv", 3, client="A12")
    assert mistakes_in(folder)[0][4] == "She is already staying somewhere at that time."
    assert not Organisation.objects.exists()


def test_a_check_takes_nothing(folder):
    assert "Nothing was taken" in take(folder, "--check")
    assert not Organisation.objects.exists()


# What stays behind


def test_the_trail_says_what_came_in_and_went_out(folder, tmp_path):
    user = UserFactory()
    take(folder, "--by", user.email)
    give(tmp_path / "out", "--by", user.email)
    telefon = Programme.objects.get(key="telefon")
    came = TrailEntry.objects.get(record_type="cases.contact", act=Act.CREATED)
    assert (came.user, came.programme_id, came.page, came.purpose) == (user, telefon.pk, "import_records", "2")
    went = TrailEntry.objects.get(record_type="cases.contact", act=Act.EXPORTED)
    assert (went.user, went.programme_id, went.page, went.purpose) == (user, telefon.pk, "export_records", "2")
    assert TrailEntry.objects.filter(record_type="cases.client", act=Act.EXPORTED).count() == 1


def test_the_history_says_that_it_was_an_import(folder):
    take(folder)
    alter(folder / "contacts.csv", 2, minutes="31")
    alter(folder / "contacts.csv", 3, id="k-3")
    take(folder)
    events = apps.get_model("cases", "ContactEvent").objects.all()
    assert [event.pgh_context for event in events] == [{"command": "import_records"}] * 4


def test_texts_are_sealed_under_the_key_of_whose_they_are(folder):
    alter(folder / "contacts.csv", 2, note="dogovorjena za petek")
    take(folder)
    ana = Client.objects.get(code="A12")
    assert Stay.objects.get(client=ana).vault_id == ana.vault_id
    assert Clue.objects.filter(client=ana, vault=ana.vault_id).count() == Clue.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM cases_contact WHERE client_id = %s", [ana.pk])
        assert b"petek" not in bytes(cursor.fetchone()[0])
    with zeal_ignore():
        keepers = [record for model in SEALED for record in model._base_manager.all() if record.owner_vault() is None]
    assert Vault.objects.count() == len(keepers)


def test_a_waiting_enquiry_keeps_the_beds_it_has_in_view(folder):
    take(folder)
    asked = Enquiry.objects.get(number=3)
    assert {bed.name for bed in asked.beds.all()} == {"B", "zibka"}
    take(folder)
    assert asked.beds.count() == 2
    alter(folder / "beds_in_view.csv", 3, bed="C")
    assert mistakes_in(folder) == [("beds_in_view.csv", 3, "bed", "C", "a row of beds.csv")]


def test_who_came_together_is_one_household_from_one_enquiry(folder):
    take(folder)
    household = Household.objects.get()
    assert household.stays.count() == 2
    assert household.enquiry.number == 1
    assert Placement.objects.filter(stay__client__code="A13").count() == 2
    assert Bed.objects.get(name="A").placements.get().stay.client.code == "A12"


def test_the_document_says_what_the_code_does():
    """`manage.py import_records --columns` writes its tables."""
    assert (DOCS / "import.md").read_text(encoding="utf-8").partition(BEGIN)[2] == columns_as_markdown().partition(
        BEGIN
    )[2]


def test_every_file_and_column_stands_in_the_example():
    assert {file.name for file in (DOCS / "import-example").iterdir()} == {f"{name}.csv" for name in SHEETS}
    for sheet in SHEETS.values():
        rows = rows_of(DOCS / "import-example" / f"{sheet.name}.csv")
        assert list(rows[0]) == [column.name for column in sheet.columns]


def test_engagements_end_before_their_last_day(folder):
    take(folder)
    assert Engagement.objects.on(date(2019, 12, 31)).count() == 2
    assert Engagement.objects.on(date(2020, 1, 15)).count() == 1


def test_two_codes_of_one_person_and_what_she_is_found_by_go_out_and_come_in(folder, tmp_path):
    write(folder / "clients.csv", [*rows_of(folder / "clients.csv"), {"code": "B7", "merged_into": "A12"}])
    alter(folder / "clients.csv", 4, sex="woman")
    take(folder)
    ana = Client.objects.with_code("b7").exclude(code="B7").get()
    assert ana.code == "A12" and ana.other_codes.get().code == "B7"
    assert Clue.objects.fitting("MOJCA IZ CELJA", [ana.organisation]).get().client == ana
    first = give(tmp_path / "first", "--with-texts")
    wipe()
    take(tmp_path / "first")
    assert give(tmp_path / "second", "--with-texts") == first


@pytest.mark.parametrize(
    ("file", "cells", "place"),
    [
        ("clients", {"merged_into": "X9"}, ("clients.csv", 3, "merged_into", "X9")),
        ("clients", {"merged_into": "A13"}, ("clients.csv", 3, "merged_into", "A13")),
        ("clues", {"mark": ""}, ("clues.csv", 3, "mark", "")),
        ("clues", {"mark": "abc"}, ("clues.csv", 3, "mark", "abc")),
        ("clues", {"marked_with": ""}, ("clues.csv", 3, "marked_with", "")),
        ("clues", {"mark": "", "kind": "nickname", "text": "mojca, IZ celja"}, ("clues.csv", 3, "text", "")),
    ],
)
def test_what_is_wrong_with_other_codes_and_clues_is_told(folder, file, cells, place):
    alter(folder / f"{file}.csv", 3, **cells)
    assert places(mistakes_in(folder)) == [place]
