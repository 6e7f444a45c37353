"""Income and expenses as printed for 2021, and totals as printed; without valued volunteer work, which is computed."""

from decimal import Decimal

MONEY_2021 = {
    "zatocisce": {
        "income": {
            "MDDSZ": "116400.00",
            "MOL": "35000.00",
            "FIHO": "9882.66",
            "Prispevki uporabnic": "10797.52",
            "Donacije": "412.29",
            "Refundacije ZZZS": "1096.94",
        },
        "expense": {"Stroški dela": "140814.58", "Stroški materiala in storitev": "32774.83"},
    },
    "zatocisce_ii": {
        "income": {
            "MDDSZ": "104400.00",
            "MOL": "80000.00",
            "FIHO": "8738.35",
            "Prispevki uporabnic": "6086.28",
            "Donacije": "656.00",
            "Refundacije ZZZS": "2370.02",
        },
        "expense": {"Stroški dela": "139712.42", "Stroški materiala in storitev": "62538.23"},
    },
    "psihosocialna": {
        "income": {
            "MDDSZ": "34100.00",
            "MOL": "10000.00",
            "FIHO": "485.88",
            "Donacije": "7034.05",
            "Refundacije ZZZS": "579.38",
        },
        "expense": {"Stroški dela": "47163.23", "Stroški materiala in storitev": "5166.08"},
    },
    "sos_telefon": {
        "income": {
            "MDDSZ": "59400.00",
            "MOL": "10000.00",
            "MOC": "1626.99",
            "MOV": "460.27",
            "FIHO – SOS telefon": "9882.66",
            "FIHO – preventiva": "2340.63",
            "Donacije": "6616.02",
            "Refundacije ZZZS": "16363.88",
            "ESS": "130127.58",
        },
        "expense": {"Stroški dela": "187136.44", "Stroški materiala in storitev": "49681.59"},
    },
}
# Printed for both sides alike. The expenses of psihosocialna, added up, are 130.00 more: the report shows it.
TOTALS_2021 = {
    "zatocisce": "175414.41",
    "zatocisce_ii": "204040.65",
    "psihosocialna": "52329.31",
    "sos_telefon": "275798.03",
}
EXPLAINED = {
    ("psihosocialna", "expense"): "Natisnjena vsota odhodkov ne šteje ovrednotenega prostovoljskega dela, 130,00 EUR."
}
CO_FUNDERS = {
    "MDDSZ": ("mddsz", "Ministrstvo za delo, družino, socialne zadeve in enake možnosti"),
    "MOL": ("mol", "Mestna občina Ljubljana"),
    "MOC": ("moc", "Mestna občina Celje"),
    "MOV": ("mov", "Mestna občina Velenje"),
    "FIHO": ("fiho", "FIHO"),
    "FIHO – SOS telefon": ("fiho", "FIHO"),
    "FIHO – preventiva": ("fiho", "FIHO"),
    "Refundacije ZZZS": ("zzzs", "ZZZS"),
    "ESS": ("ess", "Evropski socialni sklad"),
}


def write_money(book, year):
    """As printed for 2021; in a later year some hundredths more, and what came in was spent."""
    for programme, sides in MONEY_2021.items():
        for side, items in (sides if year == 2021 else grown(sides, year)).items():
            for position, (item, amount) in enumerate(items.items()):
                book.write(
                    "finance",
                    programme=programme,
                    year=year,
                    side=side,
                    item=item,
                    co_funder=CO_FUNDERS[item][0] if item in CO_FUNDERS else "",
                    amount=amount,
                    position=position,
                )
            if year == 2021:
                book.write(
                    "stated_totals",
                    programme=programme,
                    year=year,
                    side=side,
                    amount=TOTALS_2021[programme],
                    explanation=EXPLAINED.get((programme, side), ""),
                )


def grown(sides, year):
    growth = 1 + Decimal(year - 2021) * Decimal("0.04")
    income, expense = (
        {item: round(Decimal(amount) * growth, 2) for item, amount in items.items()} for items in sides.values()
    )
    *_others, last = expense
    expense[last] += sum(income.values()) - sum(expense.values())
    return {"income": income, "expense": expense}


def write_plans(book, year, plans):
    for programme, promised in plans.items():
        for figure, value in promised.items():
            book.write("plans", programme=programme, year=year, figure=figure, value=value)
