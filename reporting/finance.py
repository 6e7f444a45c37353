"""Income and expenses of a year: what was entered, what volunteer work is worth, and whether it all agrees.

All sums are computed. Where two of them ought to be equal and are not, that is a result of its own: a `Disagreement`
with a sentence that says where, and the explanation that somebody gave.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from programmes.models import CoFunder, Organisation, Programme, VolunteerRate, VolunteerWork
from programmes.records import Period
from programmes.writing import money
from reporting.figures import one_moment
from reporting.figures.results import plain
from reporting.models import Amount, Side, StatedTotal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Line:
    """One item. `valued`: volunteer work, computed from hours and rates."""

    item: str
    amount: Decimal
    co_funder: CoFunder | None = None
    valued: bool = False

    @property
    def printed(self) -> str:
        return money(self.amount)


@dataclass(frozen=True)
class Account:
    """One side of a programme's year; `stated` is its total as somebody printed it."""

    side: Side
    lines: list[Line]
    stated: StatedTotal | None = None

    @property
    def label(self) -> str:
        return str(self.side.label)

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def valued(self) -> Decimal:
        return sum((line.amount for line in self.lines if line.valued), Decimal(0))

    @property
    def printed_total(self) -> str:
        return money(self.total)

    @property
    def explanation(self) -> str:
        """Why it differs from what was printed, in somebody's words."""
        return str(self.stated.explanation) if self.stated else ""


@dataclass(frozen=True)
class Disagreement:
    """Two sums that ought to be equal and are not. It must be explained before a report is approved."""

    programme: Programme
    sentence: str
    explanation: str = ""


@dataclass(frozen=True)
class Statement:
    programme: Programme
    year: int
    income: Account
    expenses: Account

    @property
    def accounts(self) -> tuple[Account, Account]:
        return self.income, self.expenses

    @property
    def disagreements(self) -> list[Disagreement]:
        return [*self._of_sides(), *self._of_stated_totals()]

    def _of_sides(self) -> Iterator[Disagreement]:
        difference = self.income.total - self.expenses.total
        if not difference:
            return
        pattern = (
            _("%(programme)s, %(year)s: expenses of %(expenses)s are %(difference)s above the income of %(income)s.")
            if difference < 0
            else _(
                "%(programme)s, %(year)s: expenses of %(expenses)s are %(difference)s below the income of %(income)s."
            )
        )
        sentence = pattern % {
            "programme": self.programme.called,
            "year": self.year,
            "expenses": money(self.expenses.total),
            "income": money(self.income.total),
            "difference": money(abs(difference)),
        }
        stated = [account.explanation for account in self.accounts]
        yield Disagreement(
            self.programme, sentence + self._if_valued(difference), next(filter(None, reversed(stated)), "")
        )

    def _of_stated_totals(self) -> Iterator[Disagreement]:
        for account in self.accounts:
            if account.stated and account.stated.amount != account.total:
                difference = account.total - account.stated.amount
                sentence = _(
                    "%(programme)s, %(year)s, %(side)s: the items add up to %(computed)s, "
                    "the stated total is %(stated)s; the difference is %(difference)s."
                ) % {
                    "programme": self.programme.called,
                    "year": self.year,
                    "side": account.label,
                    "computed": money(account.total),
                    "stated": money(account.stated.amount),
                    "difference": money(abs(difference)),
                }
                yield Disagreement(self.programme, sentence + self._if_valued(difference), account.explanation)

    def _if_valued(self, difference: Decimal) -> str:
        if self.income.valued and abs(difference) == self.income.valued:
            return " " + _("That is exactly the valued volunteer work.")
        return ""


@dataclass(frozen=True)
class FromFunder:
    """What one co-funder, or one kind of own income, gave to each programme, and its share of all income."""

    name: str
    amounts: dict[str, Decimal]  # by key of the programme
    total: Decimal
    share: Decimal | None


@dataclass(frozen=True)
class Finances:
    organisation: Organisation
    year: int
    statements: list[Statement] = field(default_factory=list)

    @property
    def income(self) -> Decimal:
        return sum((statement.income.total for statement in self.statements), Decimal(0))

    @property
    def expenses(self) -> Decimal:
        return sum((statement.expenses.total for statement in self.statements), Decimal(0))

    @property
    def disagreements(self) -> list[Disagreement]:
        return [found for statement in self.statements for found in statement.disagreements]

    @property
    def by_co_funder(self) -> list[FromFunder]:
        """Income by who gave it: a co-funder's items together, other items by their name."""
        found: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
        for statement in self.statements:
            for line in statement.income.lines:
                name = line.co_funder.name if line.co_funder else line.item
                found[name][statement.programme.key] += line.amount
        rows = []
        for name, amounts in found.items():
            total = sum(amounts.values(), Decimal(0))
            rows.append(FromFunder(name, dict(amounts), total, total * 100 / self.income if self.income else None))
        return rows

    def as_data(self) -> list[dict]:
        """Each side of each programme in the shape of a breakdown, as `manage.py figures` prints it."""
        return [account_as_data(statement, account) for statement in self.statements for account in statement.accounts]


def account_as_data(statement, account):
    return {
        "programme": statement.programme.key,
        "key": str(account.side),
        "label": account.label,
        "rows": [{"key": line.item, "label": line.item, "parent": None} for line in account.lines],
        "columns": [{"key": "amount", "label": "EUR", "parent": None}],
        "cells": [[plain(line.amount)] for line in account.lines],
        "printed": [[line.printed] for line in account.lines],
        "totals": {
            "rows": [plain(line.amount) for line in account.lines],
            "columns": [plain(account.total)],
            "total": plain(account.total),
        },
        "adds_up": True,
        "why_not": "",
        "unit": "EUR",
        "definition": _("Amounts of the year by item; valued volunteer work is hours times the rate of the day."),
    }


def finances(organisation: Organisation, year: int, programmes: Iterable[Programme] | None = None) -> Finances:
    """The year's money of every programme that has any, of all of them or of some."""
    with one_moment(), scopes_disabled():
        period = Period.year(year)
        amounts = list(
            Amount.objects.filter(programme__organisation=organisation, year=year)
            .select_related("co_funder")
            .order_by("position", "item")
        )
        stated = {
            (total.programme_id, total.side): total
            for total in StatedTotal.objects.filter(programme__organisation=organisation, year=year).select_related(
                "vault"
            )
        }
        valued = valued_work(organisation, period)
        with_money = {amount.programme_id for amount in amounts} | {programme for programme, _side in stated}
        if programmes is None:
            programmes = Programme.objects.filter(organisation=organisation)
        programmes = [programme for programme in programmes if programme.pk in with_money]
        return Finances(
            organisation,
            year,
            [statement_of(programme, year, amounts, stated, valued[programme.pk]) for programme in programmes],
        )


def statement_of(programme, year, amounts, stated, valued):
    accounts = []
    for side in (Side.INCOME, Side.EXPENSE):
        lines = [
            Line(amount.item, amount.amount, amount.co_funder)
            for amount in amounts
            if amount.programme_id == programme.pk and amount.side == side
        ]
        if valued:
            lines.append(Line(_("Valued volunteer work"), valued, valued=True))
        accounts.append(Account(side, lines, stated.get((programme.pk, side))))
    return Statement(programme, year, *accounts)


def valued_work(organisation: Organisation, period: Period) -> dict[int, Decimal]:
    """What volunteer work was worth, by programme: hours times the rate of their kind that was valid on their day."""
    rates = defaultdict(list)
    for rate in VolunteerRate.objects.filter(organisation=organisation).order_by("valid_from"):
        rates[rate.kind].append(rate)
    worth: dict[int, Decimal] = defaultdict(Decimal)
    work = VolunteerWork.objects.confirmed().of_organisation(organisation).in_period(period)
    for programme, kind, on, hours in (
        work.order_by().values_list("programme", "kind", "on").annotate(together=Sum("hours"))
    ):
        valid = [rate.amount for rate in rates[kind] if rate.valid_from <= on]
        worth[programme] += hours * valid[-1] if valid else Decimal(0)
    return defaultdict(Decimal, {programme: found.quantize(CENT, ROUND_HALF_UP) for programme, found in worth.items()})
