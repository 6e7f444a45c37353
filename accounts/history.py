import pghistory
from django.db import migrations
from django.db.models import GeneratedField

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER history_is_append_only;
"""


def tracked(model):
    """Every insert, update and delete of a row leaves its old or new state in `<Model>Event`, written by the database."""
    made_by_database = [field.name for field in model._meta.concrete_fields if isinstance(field, GeneratedField)]
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=made_by_database
    )(model)


def append_only(*tables):
    """Operations of a migration: nobody changes these events, beside pghistory's own triggers, which
    `pgtrigger.ignore` and TRUNCATE pass by. The migration depends on `accounts.0002_trail_is_append_only`.
    """
    return [
        migrations.RunSQL(GUARD.format(table=table), f"DROP TRIGGER history_is_append_only ON {table}")
        for table in tables
    ]
