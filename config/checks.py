from django.core.checks import Error, Tags, Warning, register
from django.db import connections

PROMISES = {"fsync": Error, "full_page_writes": Error, "synchronous_commit": Error, "data_checksums": Warning}


@register(Tags.database)
def what_is_saved_stays_saved(app_configs, databases, **kwargs):
    """A server that acknowledges before the disk has it may lose what a counsellor saw as saved."""
    found = []
    for alias in databases or []:
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT name FROM pg_settings WHERE name = ANY(%s) AND setting = 'off' ORDER BY name", [list(PROMISES)]
            )
            found += [
                PROMISES[name](f"PostgreSQL runs with {name} off and may lose or spoil saved records.", id="lipa.W001")
                for (name,) in cursor.fetchall()
            ]
            cursor.execute("SELECT relname FROM pg_class WHERE relpersistence = 'u' AND relkind = 'r'")
            found += [
                Error(f"The table {table} is unlogged: a crash empties it.", id="lipa.E002")
                for (table,) in cursor.fetchall()
            ]
    return found
