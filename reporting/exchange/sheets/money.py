"""Where money comes from and goes, and what was promised."""

from programmes.models import CoFunder
from reporting.exchange.sheets.columns import Column, Sheet, place, programme
from reporting.exchange.values import Number, Whole
from reporting.models import Amount, Plan, StatedTotal

MONEY = [
    Sheet(
        "co_funders",
        CoFunder,
        "Where money comes from.",
        ("key",),
        [
            Column("key", "Names the co-funder for ever; finance.csv refers to it."),
            Column("name", "Its name."),
            place(),
        ],
    ),
    Sheet(
        "finance",
        Amount,
        "Income by co-funder and expenses by kind, of a programme in a year. Valued volunteer work is no row here: it is "
        "computed from volunteer_hours and volunteer_rates, on both sides.",
        ("programme", "year", "side", "item"),
        [
            programme(),
            Column("year", "Year.", form=Whole(1900, 2200)),
            Column("side", "Income or expense."),
            Column("item", "What it is called in the table."),
            Column("co_funder", "Key of the co-funder, where the item is one's money."),
            Column("amount", "EUR."),
            place(),
        ],
    ),
    Sheet(
        "stated_totals",
        StatedTotal,
        "Totals as somebody printed them, to be compared with the sum of the parts; where they differ the report says so.",
        ("programme", "year", "side"),
        [
            programme(),
            Column("year", "Year.", form=Whole(1900, 2200)),
            Column("side", "Income or expense."),
            Column("amount", "EUR.", form=Number(12, 2, low=0)),
            Column("explanation", "Why it differs, where that is known."),
        ],
    ),
    Sheet(
        "plans",
        Plan,
        "What was promised for a year: the value of one figure of a programme.",
        ("programme", "year", "figure"),
        [
            programme(),
            Column("year", "Year.", form=Whole(1900, 2200)),
            Column("figure", "Key of the figure, as `manage.py figures` prints it."),
            Column("value", "The promised value."),
        ],
    ),
]
