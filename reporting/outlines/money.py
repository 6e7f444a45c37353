"""Money: where it came from, where it went, and where sums disagree. Nothing is mended; what differs is shown."""

from collections import defaultdict
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.writing import money, number
from reporting import charts
from reporting.document import EMPTY, Disagreement, Number, Picture, Row, Table
from reporting.outlines.declare import Chapter, Section
from reporting.printing import NONE, shares

LONGEST_NAME = 40  # letters that fit beside a bar


def source():
    return _("Source: the organisation's accounts.")


def euros(amount, **more):
    """An amount in a table whose head says EUR."""
    return Number(amount, number(amount, 2) if amount else NONE, unit="EUR", decimals=2, **more)


class Opening:
    """The large figures of the chapter."""

    def opening(self, page):
        finances = page.book.finances
        if not finances.statements:
            return []
        funders = [row for row in finances.by_co_funder if row.share is not None]
        largest = max(funders, key=lambda row: row.total, default=None)
        found = [
            Number(finances.income, number(finances.income, 0), _("EUR of income"), "EUR", decimals=2),
            Number(finances.expenses, number(finances.expenses, 0), _("EUR of expenses"), "EUR", decimals=2),
        ]
        if largest:
            label = _("%% of income from the largest giver: %(name)s") % {"name": short(largest.name)}
            found.append(Number(largest.share, number(largest.share, 1), label, "%", decimals=1))
        valued = sum((statement.income.valued for statement in finances.statements), Decimal(0))
        if valued:
            found.append(Number(valued, number(valued, 0), _("EUR of valued volunteer work"), "EUR", decimals=2))
        return found


class Income(Opening):
    """Who gave how much: bars, and a table by programme."""

    def blocks(self, page):
        finances = page.book.finances
        if finances.income:
            yield self.chart(page, finances)
            yield self.table(page, finances)

    def chart(self, page, finances):
        groups = defaultdict(list)
        for row in finances.by_co_funder:
            groups[origin(finances, row.name)].append(row)
        rounded = dict(
            zip(
                [row.name for row in finances.by_co_funder],
                shares([row.total for row in finances.by_co_funder], 1),
                strict=True,
            )
        )
        drawn = [
            (
                str(ORIGINS[kind][0]),
                f"{number(sum(rounded[row.name] for row in groups[kind]), 1)} %",
                ORIGINS[kind][1],
                [
                    (short(row.name), row.total, number(row.total, 2), f"{number(rounded[row.name], 1)} %")
                    for row in sorted(groups[kind], key=lambda row: -row.total)
                ],
            )
            for kind in ORIGINS
            if groups[kind]
        ]
        numbers = ", ".join(f"{row.name} {number(row.total, 2)}" for row in finances.by_co_funder)
        largest = max(finances.by_co_funder, key=lambda row: row.total)
        words = {"name": largest.name, "share": number(rounded[largest.name], 1)}
        return Picture(
            key="income-chart",
            caption=_("Most of the income came from: %(name)s, %(share)s%%") % words,
            short=_("Income by giver"),
            svg=charts.grouped_bars(drawn),
            alt=_("Bars: income by giver in EUR. %(numbers)s.") % {"numbers": numbers},
            source=_("Income in EUR, %(year)s; shares are of all income, %(total)s.")
            % {"year": page.book.year, "total": money(finances.income)}
            + " "
            + source(),
        )

    def table(self, page, finances):
        programmes = [statement.programme for statement in finances.statements]
        rows = [
            Row(
                row.name,
                (
                    *(euros(row.amounts.get(programme.key, Decimal(0))) for programme in programmes),
                    euros(row.total),
                ),
            )
            for row in finances.by_co_funder
        ]
        totals = [
            euros(statement.income.total, total=True, address=f"{statement.programme.key}.income")
            for statement in finances.statements
        ]
        rows.append(Row(_("All income"), (*totals, euros(finances.income, total=True)), "total"))
        return Table(
            key="income",
            caption=_("Income by giver and programme, %(year)s") % {"year": page.book.year},
            stub="EUR",
            columns=(*(programme.called for programme in programmes), _("together")),
            rows=rows,
            look="money",
            source=source(),
            wide=True,
        )


class IncomeInBrief:
    """Three bars: what co-funders gave, what is our own, and what is no money."""

    def blocks(self, page):
        finances = page.book.finances
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for row in finances.by_co_funder:
            sums[origin(finances, row.name)] += row.total
        if not finances.income:
            return
        rows = [
            (str(ORIGINS[kind][0]), sums[kind], money(sums[kind]), {"full": "strong", "empty": "empty"}.get(look, ""))
            for kind, (_label, look) in ORIGINS.items()
            if sums[kind]
        ]
        numbers = ", ".join(f"{name} {text}" for name, _amount, text, _look in rows)
        yield Picture(
            key="income-in-brief",
            caption=_("Where the money came from, %(year)s") % {"year": page.book.year},
            svg=charts.bars(rows, right=30),
            alt=_("Bars: income by giver in EUR. %(numbers)s.") % {"numbers": numbers},
            source=source(),
            wide=False,
        )


class Expenses:
    """What it was spent on, beside what was printed elsewhere, and every sum that does not agree."""

    def blocks(self, page):
        finances = page.book.finances
        if not finances.statements:
            return
        yield self.table(page, finances)
        for statement in finances.statements:
            if found := statement.disagreements:
                yield disagreement(statement.programme, found)

    def table(self, page, finances):
        accounts = [statement.expenses for statement in finances.statements]
        items = list(dict.fromkeys(line.item for account in accounts for line in account.lines))
        rows = []
        for item in items:
            amounts = [
                sum((line.amount for line in account.lines if line.item == item), Decimal(0)) for account in accounts
            ]
            rows.append(Row(item, (*map(euros, amounts), euros(sum(amounts)))))
        totals = [
            euros(
                statement.expenses.total,
                total=True,
                differs=differs(statement),
                address=f"{statement.programme.key}.expense",
            )
            for statement in finances.statements
        ]
        whole = euros(finances.expenses, total=True, differs=any(map(differs, finances.statements)))
        rows.append(Row(_("All expenses"), (*totals, whole), "total"))
        rows += stated_rows(accounts)
        income = [euros(statement.income.total) for statement in finances.statements]
        rows.append(Row(_("All income"), (*income, euros(finances.income))))
        notes = [_("≠ means that the lines do not add up to the total that was stated, or to the income.")]
        return Table(
            key="expenses",
            caption=_("Expenses by kind and programme, %(year)s") % {"year": page.book.year},
            stub="EUR",
            columns=(*(statement.programme.called for statement in finances.statements), _("together")),
            rows=rows,
            look="money",
            notes=notes if finances.disagreements else [],
            source=source(),
            wide=True,
        )


def disagreement(programme, found):
    """All that does not agree in a programme's year, with whatever somebody said about it, each thing once."""
    return Disagreement(
        key=f"{programme.key}-sums",
        title=_("%(programme)s: the sums do not agree") % {"programme": programme.called},
        short=programme.called,
        text=" ".join(each.sentence for each in found),
        explanation=" ".join(dict.fromkeys(each.explanation for each in found if each.explanation)),
    )


def stated_rows(accounts):
    """The totals as somebody stated them, and the differences, where there are any."""
    if not any(account.stated for account in accounts):
        return
    stated = [account.stated.amount if account.stated else None for account in accounts]
    known = [amount for amount in stated if amount is not None]
    whole = euros(sum(known)) if len(known) == len(stated) else EMPTY
    yield Row(_("Stated total"), (*(EMPTY if amount is None else euros(amount) for amount in stated), whole))
    differences = [
        Decimal(0) if amount is None else account.total - amount
        for account, amount in zip(accounts, stated, strict=True)
    ]
    if any(differences):
        yield Row(_("Difference"), (*map(euros, differences), euros(sum(differences))), "strong")


def differs(statement):
    stated = statement.expenses.stated
    return bool(stated and stated.amount != statement.expenses.total) or (
        statement.income.total != statement.expenses.total
    )


ORIGINS = {
    "given": (gettext_lazy("Co-funders"), "full"),
    "own": (gettext_lazy("Own income and gifts"), "pale"),
    "valued": (gettext_lazy("Valued volunteer work, which is no money"), "empty"),
}


def origin(finances, name):
    for statement in finances.statements:
        for line in statement.income.lines:
            if name == (line.co_funder.name if line.co_funder else line.item):
                return "valued" if line.valued else "given" if line.co_funder else "own"
    return "own"


def short(name):
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


MONEY = Chapter(
    key="money",
    title=gettext_lazy("Money"),
    brief=(IncomeInBrief(),),
    sections=(
        Section(gettext_lazy("Where it came from"), Income(), key="income"),
        Section(gettext_lazy("Where it went"), Expenses(), key="expenses"),
    ),
)
