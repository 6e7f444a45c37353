"""Figures and breakdowns as tables: against last year, against the plan, by month, by parts."""

from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext as _

from programmes.writing import NB, day, exact, number
from reporting.book import plain
from reporting.document import EMPTY, Number, Row, Table
from reporting.figures import Breakdown, Each, Figure
from reporting.figures.dimensions import Month
from reporting.outlines.declare import Rest
from reporting.printing import NONE, PERCENT, shares

NARROW = 4  # columns that fit into the text's own measure
MONTHS_SHORT = {
    "sl": ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "avg.", "sep.", "okt.", "nov.", "dec."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}


def source():
    return _("Source: the organisation's records.")


def blocks(page, contents):
    """What the contents of a section become, in their order."""
    for kind, group in groupby(expanded(page, contents), key=kind_of):
        group = list(group)
        if kind == "figures":
            yield from figures(page, group)
        elif kind == "months":
            yield by_month(page, group)
        elif kind == "breakdown":
            yield from (breakdown(page, declared) for declared in group if says_more(page, declared))
        else:
            for other in group:
                yield from other.blocks(page)


def expanded(page, contents):
    """`Rest` in full; what the programme's set does not have is left out."""
    for declared in contents:
        if isinstance(declared, Rest):
            rest = page.results.figure_set.in_order() if page.results is not None else []
            rest = sorted(rest, key=lambda other: isinstance(other, Breakdown))
            yield from (other for other in rest if other.key not in declared.without and not used(page, other))
        elif not isinstance(declared, Figure | Breakdown) or page.has(declared):
            yield declared


def used(page, declared):
    if isinstance(declared, Each):
        return all(value.key in page.used for value in page.values(declared))
    return declared.key in page.used


def kind_of(declared):
    if isinstance(declared, Figure | Each):
        return "figures"
    if isinstance(declared, Breakdown):
        whole_row = isinstance(declared.rows, Month) and len(declared.figures) == 1 and not declared.columns
        return "months" if whole_row else "breakdown"
    return "other"


def says_more(page, declared):
    """A table with a single part says no more than its total."""
    table = page.results[declared]
    page.used.add(table.key)
    return sum(1 for part in table.rows if table.row_totals[part.key]) > 1


def figures(page, group):
    """Figures against last year, and against the plan where there is one."""
    values = [value for declared in group for value in page.values(declared)]
    if not values:
        return
    year = page.book.year
    columns = [str(year)] + ([str(year - 1), _("change")] if page.comparable else []) + [_("unit")]
    yield Table(
        key=values[0].key,
        caption=f"{page.heading}, {year}",
        stub=_("Figure"),
        columns=tuple(columns),
        rows=[Row(value.label, tuple(figure_row(page, value)), key=value.key) for value in values],
        look="figs" if page.comparable else "figs alone",
        notes=still_running(page),
        source=source(),
        word_columns=(len(columns) - 1,),
    )


def still_running(page):
    """A year that is not over is said to be so wherever it is compared."""
    scope = page.results.scope
    if scope.last_day >= scope.period.last:
        return []
    return [_("The year is not over: counted until %(day)s.") % {"day": day(scope.last_day)}]


def figure_row(page, value):
    """A figure, where it can be compared also a year ago and the change, and its unit."""
    yield page.number(value)
    if page.comparable:
        yield page.last_year(value)
        yield page.change(value)
    yield Number(None, str(value.figure.unit))


def by_month(page, group):
    """One row for each figure that is counted by month, the months side by side."""
    rows, notes = [], []
    for declared in group:
        table = page.results[declared]
        page.used.add(table.key)
        cells = [cell(page, table, row, 0) for row in range(len(table.rows))]
        label = str(table.figure.label)
        if table.figure.unit is PERCENT:  # its sign stands in the label: twelve months are narrow
            label = _("%(figure)s, %%") % {"figure": label}
            cells = [replace(number, text=bare(number.text)) for number in cells]
        whole = total(page, table)
        rows.append(Row(label, (*cells, replace(whole, text=bare(whole.text))), key=table.key))
        notes += [table.why_not] if table.why_not and table.why_not not in notes else []
    return Table(
        key=group[0].key,
        caption=_("%(heading)s, by month, %(year)s") % {"heading": page.heading, "year": page.book.year},
        stub=_("Figure"),
        columns=(*MONTHS_SHORT[page.book.language], _("year")),
        rows=rows,
        look="months",
        notes=notes,
        source=source(),
        wide=True,
    )


def bare(written):
    """A number without the sign of per cent."""
    return written.removesuffix("%").rstrip(NB)


def breakdown(page, declared):
    """A breakdown with its total; with one column of numbers that add up, also the shares."""
    table = page.results[declared]
    page.used.add(table.key)
    if isinstance(declared.rows, Month) and declared.columns and len(table.rows) == 12:
        return turned(page, table)
    with_shares = (
        table.figure.unit is not PERCENT
        and len(table.columns) == 1
        and not isinstance(declared.rows, Month)
        and bool(table.total)
    )
    columns = (
        [str(column.label) for column in table.columns]
        if len(table.columns) > 1
        else [str(table.figure.unit) or _("number")]
    )
    columns += [_("all")] if table.has_row_totals else []
    columns += [_("share, %")] if with_shares else []
    percents = part_shares(table) if with_shares else {}
    rows = []
    for place, part in enumerate(table.rows):
        numbers = [cell(page, table, place, column) for column in range(len(table.columns))]
        numbers += [row_total(page, table, part)] if table.has_row_totals else []
        numbers += [percents[part.key]] if with_shares else []
        rows.append(Row(str(part.label), tuple(numbers), "part" if part.parent else "", part.key))
    rows.append(total_row(page, table, with_shares))
    return Table(
        key=table.key,
        caption=f"{table.label}, {page.book.year}",
        stub=capital(str(declared.rows.label)),
        columns=tuple(columns),
        rows=rows,
        look="ages" if len(columns) <= NARROW else "many",
        notes=[table.why_not] if table.why_not else [],
        source=source(),
        wide=len(columns) > NARROW,
    )


def turned(page, table):
    """Months side by side, the other dimension down the page."""
    rows = []
    for column, part in enumerate(table.columns):
        numbers = [cell(page, table, month, column) for month in range(len(table.rows))]
        whole = table.column_totals[column]
        numbers.append(
            Number(
                plain(whole),
                table.printed(whole, part),
                address=f"{page.key}.{table.key}..{part.key}",
                total=table.breakdown.rows_add_up,
            )
        )
        rows.append(Row(str(part.label), tuple(numbers), key=part.key))
    sums = [row_total(page, table, part) for part in table.rows]
    rows.append(Row(table.total_label, (*sums, total(page, table)), "total"))
    return Table(
        key=table.key,
        caption=f"{table.label}, {page.book.year}",
        stub=capital(str(table.breakdown.columns.label)),
        columns=(*MONTHS_SHORT[page.book.language], _("year")),
        rows=rows,
        look="months",
        notes=[table.why_not] if table.why_not else [],
        source=source(),
        wide=True,
    )


def cell(page, table, row, column):
    value, of = table.cells[row][column], table.columns[column]
    place = [table.rows[row].key] + ([of.key] if table.breakdown.columns or len(table.columns) > 1 else [])
    address = ".".join([page.key, table.key, *place])
    return Number(plain(value), table.printed(value, of), address=address, decimals=int(of.figure.decimals))


def row_total(page, table, part):
    value = table.row_totals[part.key]
    return Number(
        plain(value),
        table.printed(value),
        address=f"{page.key}.{table.key}.{part.key}",
        decimals=int(table.figure.decimals),
        total=table.breakdown.columns_add_up and not isinstance(table.breakdown.rows, Month),
    )


def total(page, table):
    adds_up = table.breakdown.rows_add_up
    address = f"{page.key}.{table.figure.key}" if page.has(table.figure) else ""
    written = table.figure.unit.written(table.total, table.figure.decimals)
    if table.figure.unit is PERCENT:
        written = table.printed(table.total)
    return Number(plain(table.total), written, address=address, decimals=int(table.figure.decimals), total=adds_up)


def total_row(page, table, with_shares):
    numbers = [
        Number(
            plain(whole),
            table.printed(whole, column),
            decimals=int(column.figure.decimals),
            total=column.figure.adds_up_along(table.breakdown.rows),
            address=f"{page.key}.{column.figure.key}"
            if not table.breakdown.columns and page.has(column.figure)
            else "",
        )
        for whole, column in zip(table.column_totals, table.columns, strict=True)
    ]
    numbers += [total(page, table)] if table.has_row_totals else []
    numbers += [Number(100, number(100, 1)) if table.breakdown.rows_add_up else EMPTY] if with_shares else []
    return Row(table.total_label, tuple(numbers), "total")


def part_shares(table):
    """Shares in per cent: where the parts add up their roundings do too; a part "of which" is a share of the whole."""
    tops = [part.key for part in table.rows if not part.parent]
    percents = {}
    if table.breakdown.rows_add_up:
        percents = dict(zip(tops, shares([table.row_totals[key] or 0 for key in tops], 1), strict=True))
    found = {}
    for part in table.rows:
        value = percents.get(part.key)
        if value is None:
            value = exact(table.row_totals[part.key] or 0) * 100 / exact(table.total)
        found[part.key] = Number(plain(value), number(value, 1) if value else NONE, decimals=1)
    return found


def capital(words):
    return words[:1].upper() + words[1:]
