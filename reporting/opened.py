"""A number opened: what it counts, month by month, against last year, where else it stands, and how many records."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from programmes.records import Records
from programmes.writing import days, percent
from reporting.book import Page, number_of, plain, signed
from reporting.document import Number, Row
from reporting.figures import Breakdown, Figure, Value, compute
from reporting.figures.dimensions import Month
from reporting.figures.rows import Rows
from reporting.models import Side
from reporting.printing import UNKNOWN


@dataclass
class Opened:
    label: str
    text: str
    address: str
    definition: str
    unit: str
    period: str
    year_before: int
    change: str = ""
    parts: list = field(default_factory=list)
    compared: bool = False  # with the year before
    months: list = field(default_factory=list)
    months_total: Row | None = None
    months_note: str = ""
    places: list = field(default_factory=list)
    records: int | None = None


@dataclass(frozen=True)
class Standing:
    """A place of the report where the number stands."""

    chapter: str
    anchor: str
    label: str


def open_number(report, document, address):
    """The number at `programme.figure`, or at `programme.table.row.column`; None where there is none."""
    programme, *keys = address.split(".")
    book = document.book
    page = open_page(book, programme)
    if page is None or not keys:
        return None
    if keys[0] in Side and len(keys) == 1:
        return open_account(page, Side(keys[0]), document, address)
    if keys[0] not in page.results:
        return None
    found = page.results[keys[0]]
    if isinstance(found, Value):
        return open_figure(page, found, document) if len(keys) == 1 else None
    return open_cell(page, found, keys[1:], document, address)


def open_page(book, key):
    if key not in book.results:
        return None
    return Page(book, book.results[key].scope.programme)


def open_figure(page, value, document):
    figure, address = value.figure, f"{page.key}.{value.key}"
    opened = Opened(
        label=value.label,
        text=value.printed,
        address=address,
        definition=value.definition,
        unit=str(figure.unit),
        period=days(page.book.period.first, page.book.period.last),
        year_before=page.book.year - 1,
        change=change(page, value),
        parts=made_of(page, figure),
        places=standings(document, address),
        records=records_of(figure, page.results.scope),
    )
    by_month(page, value, opened)
    return opened


def open_cell(page, table, keys, document, address):
    """A cell of a table: its rule is that of the table's figure."""
    rows = {part.key: place for place, part in enumerate(table.rows)}
    columns = {column.key: place for place, column in enumerate(table.columns)}
    row, column = (keys + ["", ""])[:2]
    if (row and row not in rows) or (column and column not in columns) or not (row or column):
        return None
    figure = table.columns[columns[column]].figure if column else table.figure
    if not column:
        value = table.row_totals[row]
    elif not row:
        value = table.column_totals[columns[column]]
    else:
        value = table.cells[rows[row]][columns[column]]
    names = [str(table.rows[rows[row]].label)] if row else []
    names += [str(table.columns[columns[column]].label)] if column and table.breakdown.columns else []
    parts = tuple(key for key in (row, column if table.breakdown.columns else "") if key)
    with scopes_disabled():
        records = table.breakdown.records(page.results.scope, *parts, figure=figure) if row else None
        count = records.count() if records is not None else None
    return Opened(
        label=f"{figure.label}: {', '.join(names)}",
        text=table.printed(value, table.columns[columns[column]] if column else None),
        address=address,
        definition=table.definition,
        unit=str(figure.unit),
        period=days(page.book.period.first, page.book.period.last),
        year_before=page.book.year - 1,
        places=standings(document, address),
        records=count,
    )


def open_account(page, side, document, address):
    """One side of a programme's money: the lines that it adds up from."""
    statement = next((found for found in page.book.finances.statements if found.programme == page.programme), None)
    if statement is None:
        return None
    account = statement.income if side == Side.INCOME else statement.expenses
    return Opened(
        label=f"{page.programme.called}: {account.label}",
        text=account.printed_total,
        address=address,
        definition=_("The amounts of the year added up; valued volunteer work is hours times the rate of the day."),
        unit="EUR",
        period=days(page.book.period.first, page.book.period.last),
        year_before=page.book.year - 1,
        parts=[Number(line.amount, line.printed, line.item) for line in account.lines],
        places=standings(document, address),
    )


def change(page, value):
    """“122 more than in 2025, +6,7 %”, in the language of the page."""
    before = page.last_year(value)
    if value.exact is None or before.value is None:
        return ""
    words = _("%(difference)s against %(year)s (%(before)s)") % {
        "difference": signed(value, before.value),
        "year": page.book.year - 1,
        "before": before.text,
    }
    if before.value and "%" not in value.printed:
        share = percent(plain(value.exact - before.value) / plain(abs(before.value)))
        sign = "+" if value.exact > before.value else ""
        words += f", {sign}{share}"
    return words


def made_of(page, figure):
    return [
        number_of(page.results[part.key], f"{page.key}.{part.key}")
        for part in figure.made_of
        if isinstance(part, Figure) and part.key in page.results
    ]


def records_of(figure, scope):
    with scopes_disabled():
        records = figure.records(scope)
        return None if records is None else records.count()


def by_month(page, value, opened):
    """Its months of both years, where the figure can be counted by month."""
    table = next((table for table in page.results.tables if monthly(table.breakdown, value.figure)), None)
    before = None
    if table is not None:
        opened.compared = page.comparable and table.key in page.before
        before = page.before[table.key] if opened.compared else None
    elif cut := Months.of(value.figure):
        opened.compared = page.comparable
        table = cut.table(page.results.scope)
        before = cut.table(page.before.scope) if opened.compared else None
    else:
        return
    column = [column.key for column in table.columns].index(value.key) if not table.breakdown.columns else None
    for place, part in enumerate(table.rows):
        now = month_value(table, place, column)
        then = month_value(before, place, column) if before else None
        opened.months.append(Row(str(part.label), month_numbers(table, value, now, then)))
    if value.figure.adds_up_along(table.breakdown.rows):
        then = page.last_year(value).value
        opened.months_total = Row("", month_numbers(table, value, value.exact, then))
    else:
        opened.months_note = table.why_not or _("The months do not add up to the year.")


class Months:
    """A figure set of one figure and its months, for a figure whose set has no table of them."""

    def __init__(self, figure, day):
        along = Month(day)
        why_not = "" if figure.adds_up_along(along) else _("The months do not add up to the year.")
        self.figure, self.breakdown = figure, Breakdown(figure, rows=along, why_not=why_not)
        self.breakdown.key = f"{figure.key}_by_month"

    @classmethod
    def of(cls, figure):
        """None for what is calculated, for states on a day, and for records with a rule of belonging of their own."""
        rows = figure.measure.rows if figure.counted else None
        if type(rows) is not Rows or getattr(type(rows.records), "in_period", None) is not Records.in_period:
            return None
        return cls(figure, rows.records.day)

    def table(self, scope):
        return compute(self, scope)[self.breakdown]

    def figures(self):
        return [self.figure]

    def breakdowns(self):
        return [self.breakdown]

    def families(self):
        return []


def monthly(breakdown, figure):
    return isinstance(breakdown.rows, Month) and not breakdown.columns and figure in breakdown.figures


def month_value(table, place, column):
    return table.cells[place][column or 0]


def month_numbers(table, value, now, then):
    unit, decimals = value.figure.unit, value.figure.decimals
    shown = Number(now, unit.written(now, decimals))
    if then is None:
        return (shown,)
    changed = signed(Value(value.figure, now), then) if now is not None else UNKNOWN
    return shown, Number(then, unit.written(then, decimals)), Number(None, changed)


def standings(document, address):
    """Every place of the report where this number stands."""
    found = {}
    for chapter in document.chapters:
        if any(number.address == address for number in chapter.opening):
            found.setdefault(chapter.key, Standing(chapter.key, chapter.anchor, chapter.title))
        for section in chapter.sections:
            for table in section.tables:
                if table.number and any(number.address == address for row in table.rows for number in row.numbers):
                    label = _("table %(number)s") % {"number": table.number}
                    found[table.anchor] = Standing(chapter.key, table.anchor, label)
    return list(found.values())
