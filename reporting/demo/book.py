"""Where the generator writes: rows of the import files (docs/import.md)."""

import uuid
from collections import Counter, defaultdict
from datetime import datetime, time

NAMED = {
    "activities",
    "call_attempts",
    "case_people",
    "agreements",
    "cases",
    "closures",
    "contacts",
    "disclosures",
    "declarations",
    "duty_shifts",
    "engagements",
    "extensions",
    "releases",
    "referrals",
    "interventions",
    "opening_hours",
    "holdings",
    "incidents",
    "institutions",
    "interpreters",
    "memberships",
    "outcomes",
    "services",
    "stays",
    "swaps",
    "volunteer_hours",
    "week_patterns",
}  # files whose rows have an id


class Book:
    """Rows by file. What has not happened `until` now is left out, yet keeps its number: later it will be the same."""

    def __init__(self, name, until=datetime.max):
        self.name, self.until = name, until
        self.rows = defaultdict(list)
        self.told: dict = {}  # by code of a woman: the people and incidents of her case, for her children's rows
        self._numbers = Counter()

    def past(self, moment):
        """The moment, or nothing as long as it lies ahead."""
        return moment if self.has_come(moment) else ""

    def has_come(self, moment):
        return bool(moment) and _moment(moment) <= self.until

    def id_of(self, file, word):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.name}/{file}/{word}"))

    def write(self, file, when=None, **row):
        """A row, known from a moment on; its id where its file has one."""
        if file in NAMED:
            self._numbers[file] += 1
            row["id"] = self.id_of(file, row.get("id", self._numbers[file]))
        if when is None or self.has_come(when):
            self.rows[file].append(row)
        return row


def _moment(value):
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def gathered(*books):
    """The rows of several books."""
    rows = defaultdict(list)
    for book in books:
        for file, more in book.rows.items():
            rows[file] += more
    return rows
