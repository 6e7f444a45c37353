"""Data travels with the schema, there and back.

On a database of its own that goes no further than the step in question: walking all of the house back and forth takes
minutes, and more with every migration.
"""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.sealed_later import at_hand, new_vault

PLAIN = [
    ("programmes", "0002_calendar_of_days"),
    ("shelters", "0008_extensions_seal_their_reason"),
    ("reporting", "0002_report_job_open_once"),
]
SEALED = [
    ("programmes", "0005_activities_keep_no_plain_title"),
    ("shelters", "0011_closures_keep_no_plain_reason"),
    ("reporting", "0005_stated_totals_keep_no_plain_explanation"),
]
TEXTS = ["Pleskanje po gospe Ani.", "Supervizija o Ani.", "Ana je bila šteta dvakrat."]


def migrate_to(targets):
    MigrationExecutor(connection).migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.fixture
def empty_database(django_db_setup, django_db_blocker):
    """A database beside that of the other tests, and gone with this one."""
    ours = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{ours}_beside"')
        connection.close()
        connection.settings_dict["NAME"] = f"{ours}_beside"
        yield
        connection.close()
        connection.settings_dict["NAME"] = ours
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{ours}_beside"')


def rows(apps, *models):
    return [apps.get_model(model)._base_manager for model in models]


def write_plain(apps):
    organisations, programmes = rows(apps, "programmes.Organisation", "programmes.Programme")
    programme = programmes.create(
        organisation=organisations.create(key="o", name="O", displayed_name="O"), key="p", name="P", kind="shelter"
    )
    houses, rooms, beds = rows(apps, "shelters.House", "shelters.Room", "shelters.Bed")
    house = houses.create(programme=programme, key="h", name="H", vault=new_vault(apps))
    bed = beds.create(room=rooms.create(house=house, name="1"), name="1")
    closures, activities, totals = rows(apps, "shelters.Closure", "programmes.Activity", "reporting.StatedTotal")
    closures.create(bed=bed, closed_on=date(2021, 2, 1), reason=TEXTS[0])
    activities.create(programme=programme, kind="other", on=date(2021, 2, 1), title=TEXTS[1])
    totals.create(programme=programme, year=2021, side="income", amount=1, explanation=TEXTS[2])


def read_plain(apps):
    closures, events = rows(apps, "shelters.Closure", "shelters.ClosureEvent")
    activities, totals = rows(apps, "programmes.Activity", "reporting.StatedTotal")
    return [closures.get().reason, activities.get().title, totals.get().explanation], events.first().reason


def opened(row, field, model=None):
    assert at_hand(row, model)
    return getattr(row, field)


def read_sealed(apps):
    closures, activities, totals = rows(apps, "shelters.Closure", "programmes.Activity", "reporting.StatedTotal")
    found = [(closures, "reason"), (activities, "title"), (totals, "explanation")]
    (event,) = rows(apps, "shelters.ClosureEvent")[0].all()
    return [opened(records.get(), field) for records, field in found], opened(event, "reason", closures.model)


def triggers_of(table):
    """Each with when it fires: A is always, D is never."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = %s::regclass", [table])
        return dict(cursor.fetchall())


def test_texts_that_lay_plain_are_sealed_on_the_way_and_open_on_the_way_back(empty_database):
    write_plain(migrate_to(PLAIN))
    sealed = migrate_to(SEALED)
    assert read_sealed(sealed) == (TEXTS, TEXTS[0])
    houses, closures = rows(sealed, "shelters.House", "shelters.ClosureEvent")
    assert houses.get().vault_id == closures.get().vault_id
    enabled = triggers_of("shelters_closureevent")
    assert enabled.pop("history_is_append_only") == "A"
    assert "D" not in enabled.values()
    assert read_plain(migrate_to(PLAIN)) == (TEXTS, TEXTS[0])
