"""The tables of docs/import.md, as the sheets say; their examples are the first rows of docs/import-example/."""

import csv

from django.conf import settings
from django.utils.translation import override

from reporting.exchange.arrangements import COUNTED
from reporting.exchange.sheets import SHEETS
from reporting.exchange.values import Choice, Several

EXAMPLES = settings.BASE_DIR / "docs" / "import-example"
BEGIN = "<!-- From here on written by `manage.py import_records --columns`. -->\n"
LISTS = """Keys of lists that every house shares. The other lists are words of the organisation: \
[vocabularies](#vocabularies).
"""


def columns_as_markdown():
    with override("en"):
        files = "\n".join(f"| [{sheet.name}](#{sheet.name}) | {sheet.about} |" for sheet in SHEETS.values())
        return "\n".join(
            [
                BEGIN,
                f"## The files\n\n| file | what it holds |\n|---|---|\n{files}\n",
                "## Their columns\n",
                *map(_sheet, SHEETS.values()),
                "## What the keys mean\n",
                LISTS,
                *_lists(),
            ]
        )


def _sheet(sheet):
    with (EXAMPLES / f"{sheet.name}.csv").open(encoding="utf-8") as file:
        example = next(csv.DictReader(file))
    keys = " + ".join(f"`{name}`" for name in sheet.key)
    lines = [
        f"### {sheet.name}",
        "",
        f"{sheet.about} Rows are told apart by {keys}.",
        "",
        "| column | required | meaning | form | example |",
        "|---|---|---|---|---|",
        *(_column(column, example[column.name]) for column in sheet.columns),
        "",
    ]
    return "\n".join(lines)


def _column(column, example):
    required = "yes" if column.required else ""
    example = f"`{example}`" if example else ""
    form = column.form.called or column.form.expected
    return f"| `{column.name}` | {required} | {column.meaning} | {form} | {example} |"


def _lists():
    """Each list once, under the columns that use it."""
    users, labels = {}, {}
    for sheet in SHEETS.values():
        for column in sheet.columns:
            form = column.form.form if isinstance(column.form, Several) else column.form
            if isinstance(form, Choice):
                users.setdefault(tuple(form.labels), []).append(f"`{sheet.name}.{column.name}`")
                labels[tuple(form.labels)] = form.labels
    for keys, used_by in users.items():
        yield _list(", ".join(used_by), labels[keys])
    for vocabulary, kinds in COUNTED.items():
        title = f"`vocabularies.counts_as`, where the vocabulary is `{vocabulary}`"
        yield _list(title, dict(kinds.choices))


def _list(title, labels):
    rows = "\n".join(f"| `{key}` | {label} |" for key, label in labels.items())
    return f"**{title}**\n\n| key | meaning |\n|---|---|\n{rows}\n"
