"""Prints every figure and breakdown of a period, through the code that makes pages and reports."""

import csv
import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django_scopes import scopes_disabled

from programmes.models import Organisation, Programme
from programmes.records import Period
from reporting.figures import compute_all, one_moment
from reporting.finance import finances


class Command(BaseCommand):
    help = "Prints all figures of a year (or of any days) as text, JSON or CSV."

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, help="the year; by default this one")
        parser.add_argument("--from", dest="first", type=date.fromisoformat, help="first day, as 2021-01-01")
        parser.add_argument("--to", dest="last", type=date.fromisoformat, help="last day, as 2021-12-31")
        parser.add_argument("--organisation", help="its key; by default the oldest one")
        parser.add_argument("--programme", action="append", help="only this key; may be repeated")
        parser.add_argument("--format", choices=["text", "json", "csv"], default="text")
        parser.add_argument("--language", choices=["sl", "en"], default="sl")

    def handle(self, *args, **options):
        period = self.period(options)
        with one_moment(), scopes_disabled(), translation.override(options["language"]):
            organisation = self.organisation(options["organisation"])
            found = compute_all(organisation, period, self.programmes(organisation, options["programme"]))
            if options["format"] == "json":
                printed = as_json(period, found, finances(organisation, period.first.year))
            else:
                printed = {"text": as_text, "csv": as_csv}[options["format"]](found, period)
        self.stdout.write(printed)

    def period(self, options):
        year = options["year"] or timezone.localdate().year
        if not 1900 <= year <= 2200:
            raise CommandError("The year must lie between 1900 and 2200.")
        first, last = options["first"] or date(year, 1, 1), options["last"] or date(year, 12, 31)
        if first > last:
            raise CommandError("The first day comes after the last.")
        return Period(first, last)

    def organisation(self, key):
        """The one with the key; without one the oldest, and whoever asked is told that there are others."""
        found = {organisation.key: organisation for organisation in Organisation.objects.order_by("pk")}
        if not found or (key and key not in found):
            raise CommandError(f"No such organisation. There are: {', '.join(found) or 'none'}.")
        chosen = key or next(iter(found))
        if not key and len(found) > 1:
            self.stderr.write(f"Figures of {chosen}. Others with --organisation: {', '.join(set(found) - {chosen})}")
        return found[chosen]

    def programmes(self, organisation, keys):
        if not keys:
            return None
        of_organisation = Programme.objects.filter(organisation=organisation).select_related("organisation")
        programmes = {programme.key: programme for programme in of_organisation}
        if unknown := [key for key in keys if key not in programmes]:
            raise CommandError(f"No such programme: {', '.join(unknown)}. There are: {', '.join(programmes)}.")
        return [programmes[key] for key in keys]


def as_json(period, found, money):
    printed = {"year": period.first.year, "from": str(period.first), "to": str(period.last)}
    printed |= {"figures": [], "breakdowns": []}
    for results in found:
        for kind, rows in results.as_data().items():
            printed[kind] += rows
    printed["breakdowns"] += money.as_data()
    printed["disagreements"] = [
        {"programme": found.programme.key, "sentence": found.sentence, "explanation": found.explanation}
        for found in money.disagreements
    ]
    return json.dumps(printed, ensure_ascii=False, indent=1)


def as_csv(found, period):
    sheet = csv.writer(lines := Lines(), lineterminator="\n")
    sheet.writerow(["programme", "key", "row", "column", "value", "unit", "label"])
    for results in found:
        data = results.as_data()
        for figure in data["figures"]:
            sheet.writerow(
                [figure["programme"], figure["key"], "", "", figure["value"], figure["unit"], figure["label"]]
            )
        for table in data["breakdowns"]:
            for row, cells in zip(table["rows"], table["cells"], strict=True):
                for column, cell in zip(table["columns"], cells, strict=True):
                    place = [table["programme"], table["key"], row["key"], column["key"]]
                    sheet.writerow([*place, cell, table["unit"], f"{row['label']} / {column['label']}"])
    return "".join(lines)


class Lines(list):
    write = list.append


def as_text(found, period):
    lines = [f"{period.first} – {period.last}"]
    for results in found:
        lines += ["", str(results.scope.programme or results.scope.organisation)]
        lines += [f"  {value.label}: {value.counted}" for value in results.values_in_order]
    return "\n".join(lines)
