"""Papers of one or two pages about volunteers: what the law wants to be written, typeset as the report is."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Sum
from django.template.loader import render_to_string
from django.utils import timezone, translation

from programmes.models import Attendance, EngagementKind, VolunteerWork, Worker, WorkKind
from programmes.pdf import set_in_type
from programmes.records import Period
from reporting.figures import OrganisationFigures, Scope, compute
from reporting.gluing import glue
from reporting.printing import AT_MOST_TWO, HOURS

PATIENCE = 30  # seconds; such a paper takes about two


def paper(name, language, **context):
    """The bytes of a PDF. Its title and address say nothing of whose it is."""
    with translation.override(language):
        context |= {"language": language, "made_on": timezone.localdate()}
        html = glue(render_to_string(f"reporting/{name}.html", context), language)
    return set_in_type(html, f"lipa-{name}-{language}", patience=PATIENCE)[0]


@dataclass(frozen=True)
class Given:
    """Hours of one programme, unit and kind of work; in a record sheet of one day or span too."""

    place: str
    kind: str
    hours: Any
    on: date | None = None
    confirmed_by: Any = None


@dataclass(frozen=True)
class RecordSheet:
    """A year of a volunteer, entry by entry (evidenčni list): only what is confirmed."""

    worker: Worker
    year: int

    @property
    def period(self):
        return Period.year(self.year)

    @property
    def agreements(self):
        return self.worker.agreements.in_period(self.period).select_related("vault").order_by("valid_from")

    @property
    def entries(self):
        work = VolunteerWork.objects.confirmed().filter(worker=self.worker).in_period(self.period)
        found = work.select_related("programme", "unit", "confirmed_by__user", "confirmed_by__vault")
        return [
            Given(place_of(one.programme, one.unit), one.get_kind_display(), one.hours, one.on, one.confirmed_by)
            for one in found.order_by("on", "pk")
        ]

    @property
    def months(self):
        """Each with its entries and their sum."""
        for _month, entries in groupby(self.entries, key=lambda entry: entry.on.month):
            entries = list(entries)
            yield entries[0].on, entries, sum(entry.hours for entry in entries)

    @property
    def by_kind(self):
        return hours_by_kind(VolunteerWork.objects.in_period(self.period), self.worker)

    @property
    def hours(self):
        return sum(hours for _label, hours in self.by_kind)


@dataclass(frozen=True)
class Certificate:
    """What somebody gave and learnt as a volunteer up to a day (potrdilo)."""

    worker: Worker
    until: date

    @property
    def engagements(self):
        return self.worker.engagements.filter(kind=EngagementKind.VOLUNTEER, started_on__lte=self.until).order_by(
            "started_on"
        )

    @property
    def places(self):
        work = VolunteerWork.objects.confirmed().filter(worker=self.worker, on__lte=self.until)
        rows = work.order_by("programme__position", "programme__name").values_list("programme__name")
        return list(rows.annotate(hours=Sum("hours")))

    @property
    def by_kind(self):
        return hours_by_kind(VolunteerWork.objects.filter(on__lte=self.until), self.worker)

    @property
    def hours(self):
        return sum(hours for _label, hours in self.by_kind)

    @property
    def trainings(self):
        """Finished basic trainings, and whatever else she learnt."""
        attended = Attendance.objects.filter(worker=self.worker, activity__on__lte=self.until)
        found = attended.select_related("activity__vault").order_by("activity__on")
        basic, further = found.at("basic_training").completed(), found.at("additional_training", "internal_training")
        return [*basic, *further]


def hours_by_kind(work, worker):
    """In the order of the law, only kinds with hours."""
    rows = work.confirmed().filter(worker=worker).order_by().values_list("kind").annotate(hours=Sum("hours"))
    hours = dict(rows)
    return [(kind.label, hours[kind]) for kind in WorkKind if kind in hours]


def place_of(programme, unit):
    return f"{programme.name}, {unit.name}" if unit else programme.name


@dataclass(frozen=True)
class Grid:
    """A breakdown with every number written out, zeros too: this report is due also when there was nothing."""

    label: str
    stub: str
    columns: list
    rows: list
    totals: list

    @classmethod
    def of(cls, table):
        unit, decimals = table.figure.unit, table.figure.decimals

        def written(value):
            return unit.written(value or 0, decimals)

        rows = [
            (row.label, [written(cell) for cell in cells], written(table.row_totals[row.key]))
            for row, cells in zip(table.rows, table.cells, strict=True)
        ]
        totals = [written(total) for total in table.column_totals] + [written(table.total)]
        columns = [column.label for column in table.columns]
        return cls(table.label, str(table.breakdown.rows.label), columns, rows, totals)


@dataclass(frozen=True)
class VolunteeringReport:
    """The yearly report on volunteering of an organisation (ZProst, art. 41): counted from the records."""

    organisation: Any
    year: int

    def __post_init__(self):
        results = compute(OrganisationFigures, Scope(Period.year(self.year), self.organisation))
        object.__setattr__(self, "results", results)

    @property
    def figures(self):
        keys = ["volunteer_agreements", "volunteer_agreements_new", "volunteers_distinct", "volunteer_hours"]
        return [self.results[key] for key in keys]

    @property
    def grids(self):
        return [Grid.of(self.results[key]) for key in ("volunteers_by_age_and_sex", "volunteer_hours_by_age_and_kind")]

    @property
    def places(self):
        """Where the work was done: programmes and their units."""
        work = VolunteerWork.objects.confirmed().of_organisation(self.organisation).in_period(Period.year(self.year))
        rows = work.order_by("programme__position", "programme__name", "unit__position", "unit__name")
        found = rows.values_list("programme__name", "unit__name").annotate(hours=Sum("hours"))
        return [
            (", ".join(filter(None, [programme, unit])), HOURS.written(hours, AT_MOST_TWO))
            for programme, unit, hours in found
        ]

    @property
    def due(self):
        """The last day for institutes, and the last day for societies."""
        return date(self.year + 1, 2, 28), date(self.year + 1, 3, 31)
