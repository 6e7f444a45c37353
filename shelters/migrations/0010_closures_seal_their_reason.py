from django.db import migrations

from accounts import sealed_later


def seal(apps, schema_editor):
    closures, events = rows_of(apps)
    with_house = closures.select_related("bed__room__house__vault")
    sealed_later.seal(with_house, "reason", lambda closure: closure.bed.room.house.vault)
    with_house, model = events.select_related("bed__room__house__vault"), closures.model
    with sealed_later.history_open(schema_editor, "shelters_closureevent"):
        sealed_later.seal(with_house, "reason", lambda event: event.bed.room.house.vault, model)


def open_again(apps, schema_editor):
    closures, events = rows_of(apps)
    sealed_later.open_again(closures.all(), "reason")
    with sealed_later.history_open(schema_editor, "shelters_closureevent"):
        sealed_later.open_again(events.all(), "reason", closures.model)


def rows_of(apps):
    return [apps.get_model("shelters", name)._base_manager for name in ("Closure", "ClosureEvent")]


class Migration(migrations.Migration):
    """Why a bed is closed may name somebody: sealed under the house's key, in the history too."""

    atomic = False

    dependencies = [("shelters", "0009_closures_have_a_key"), ("shelters", "0004_history_is_append_only")]

    operations = [migrations.RunPython(seal, open_again)]
