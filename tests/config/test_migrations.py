"""Data travels with the schema, there and back."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.sealed_later import new_vault
from programmes.models import Activity
from reporting.models import StatedTotal
from shelters.models import Closure, House

PLAIN = [
    ("programmes", "0002_calendar_of_days"),
    ("shelters", "0008_extensions_seal_their_reason"),
    ("reporting", "0002_report_job_open_once"),
]
TEXTS = ["Pleskanje po gospe Ani.", "Supervizija o Ani.", "Ana je bila šteta dvakrat."]


def migrate_to(targets):
    MigrationExecutor(connection).migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.fixture
def before():
    """The schema of the days when these texts lay plain; afterwards that of today."""
    yield migrate_to(PLAIN)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


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


def read_sealed():
    return [
        Closure.objects.get().reason,
        Activity.objects.get().title,
        StatedTotal.objects.get().explanation,
    ]


@pytest.mark.django_db(transaction=True)
def test_texts_that_lay_plain_are_sealed_on_the_way_and_open_on_the_way_back(before):
    write_plain(before)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert read_sealed() == TEXTS
    assert Closure.pgh_event_model.objects.get().reason == TEXTS[0]
    assert House.objects.get().vault_id == Closure.pgh_event_model.objects.get().vault_id
    assert read_plain(migrate_to(PLAIN)) == (TEXTS, TEXTS[0])


@pytest.mark.django_db(transaction=True)
def test_the_history_is_append_only_again_when_its_texts_are_sealed(before):
    write_plain(before)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = 'shelters_closureevent'::regclass")
        enabled = dict(cursor.fetchall())
    assert enabled.pop("history_is_append_only") == "A"
    assert "D" not in enabled.values()
