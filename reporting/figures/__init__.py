"""The figures of reports: declared once, computed from records, the same on page, PDF, XLSX, CSV and JSON.

Declare (see helpline.py):

    class Helpline(FigureSet, kind=Kind.HELPLINE):
        helpline_calls = Figure(_("Calls to the helpline"), count(calls), unit=CALLS, definition=_("..."))
        calls_by_month = Breakdown(helpline_calls, rows=month)

Compute, for one programme or for a whole organisation:

    results = compute(Helpline, Scope.programme_in(programme, Period.year(2021)))
    results = compute(figure_set_of(scope), scope)                      # the set of the programme's kind
    for results in compute_all(organisation, Period.year(2021)): ...    # all of a report, as of one moment

Use what comes out:

    value = results[Helpline.helpline_calls]      # or results["helpline_calls"]
    value.exact, value.printed, value.counted     # 2256, "2.256", "2.256 klicev"
    value.label, value.definition, value.unit
    table = results[Helpline.calls_by_month]
    for row, cells in zip(table.rows, table.cells): row.label, [table.printed(c, col) for c, col in ...]
    table.columns, table.column_totals, table.row_totals[row.key], table.total, table.total_label, table.why_not
    results.figure_set.in_order()                 # figures, breakdowns and families as they are declared
    results.as_data()                             # as `manage.py figures --format json` prints it

Open a number: `figure.records(scope)` and `breakdown.records(scope, row_key, column_key)` are querysets (None for what
is calculated: see `figure.made_of`). A view that computes is decorated `reads_one_moment`; elsewhere several
computations that belong together stand in one `with one_moment():`.

The sets are imported outside every scope of an organisation, so that the querysets in them are plain; each
computation cuts them to its own scope.
"""

from django_scopes import scopes_disabled

from reporting.figures.computing import compute, compute_all, compute_programmes, one_moment, reads_one_moment
from reporting.figures.results import Results, Table, Value, WrongSum
from reporting.figures.scope import Scope
from reporting.figures.sets import BadDeclaration, Breakdown, Each, Figure, FigureSet, figure_set_of

with scopes_disabled():
    from reporting.figures.counselling import Counselling
    from reporting.figures.crisis_centre import CrisisCentre
    from reporting.figures.helpline import Helpline
    from reporting.figures.organisation import OrganisationFigures
    from reporting.figures.other import Governance, Other
    from reporting.figures.prevention import Prevention
    from reporting.figures.shelter import Shelter

__all__ = [
    "BadDeclaration",
    "Breakdown",
    "Counselling",
    "CrisisCentre",
    "Each",
    "Figure",
    "FigureSet",
    "Governance",
    "Helpline",
    "OrganisationFigures",
    "Other",
    "Prevention",
    "Results",
    "Scope",
    "Shelter",
    "Table",
    "Value",
    "WrongSum",
    "compute",
    "compute_all",
    "compute_programmes",
    "figure_set_of",
    "one_moment",
    "reads_one_moment",
]
