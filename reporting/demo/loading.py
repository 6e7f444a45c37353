"""The invented rows go in as anybody's would: through the import (reporting/exchange)."""

from datetime import date, datetime

from django.db import connection

from reporting.exchange.importing import SAVED_IN_ORDER, Import
from reporting.exchange.sheets import SHEETS
from reporting.exchange.tables import Row, Table


class Rows:
    """Rows in hand, as the import reads them from a folder."""

    def __init__(self, rows):
        self.mistakes = []
        self.tables = {name: _table(name, rows[name]) for name in SHEETS if rows.get(name)}


def _table(name, rows):
    columns = [column for column in SHEETS[name].by_name if any(column in row for row in rows)]
    cells = ({column: written(value) for column, value in row.items()} for row in rows)
    return Table(name, SHEETS[name], columns, [Row(number, row) for number, row in enumerate(cells, 2)])


def written(value):
    if isinstance(value, list | tuple):
        return ";".join(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


class Unfit(Exception):
    """The import refuses the rows."""


def take_in(rows):
    coming = Import(Rows(rows))
    if coming.mistakes or not coming.save():
        raise Unfit("\n".join(str(mistake) for mistake in coming.mistakes[:20]))
    tables = ", ".join(sorted({connection.ops.quote_name(model._meta.db_table) for model in SAVED_IN_ORDER}))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")  # the planner knows nothing yet of so many new rows
    return coming.organisation
