"""A small year for reports: a helpline with two months of calls, its plan, and money that does not agree."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cases.vocabulary import Channel
from programmes.models import Kind
from reporting.models import Amount, Plan, Report, Side, StatedTotal
from tests import factories

YEAR = 2021
CALLS = {1: 3, 5: 2}  # by month
LJUBLJANA = ZoneInfo("Europe/Ljubljana")


def small_year(year=YEAR):
    """The programme; everything else hangs on it."""
    programme = factories.ProgrammeFactory(kind=Kind.HELPLINE, key="helpline", name="SOS telefon", short_name="SOS")
    programme.organisation.name = "Društvo Breza"
    programme.organisation.save()
    for month, calls in CALLS.items():
        for call in range(calls):
            factories.ContactFactory(
                programme=programme,
                started_at=datetime(year, month, 10 + call, 20, tzinfo=LJUBLJANA),
                minutes=20 + call,
            )
    factories.ContactFactory(
        programme=programme, channel=Channel.EMAIL, started_at=datetime(year, 2, 1, 9, tzinfo=LJUBLJANA)
    )
    factories.ContactFactory(programme=programme, started_at=datetime(year - 1, 3, 3, 9, tzinfo=LJUBLJANA))
    Plan.objects.create(programme=programme, year=year, figure="helpline_calls", value=8)
    money(programme, year, Side.INCOME, "Ministrstvo", "500.00")
    money(programme, year, Side.EXPENSE, "Stroški dela", "400.00")
    money(programme, year, Side.EXPENSE, "Material", "100.00")
    StatedTotal.objects.create(
        programme=programme, year=year, side=Side.EXPENSE, amount="370.00", explanation="Material ni prištet v celoti."
    )
    return programme


def money(programme, year, side, item, amount):
    return Amount.objects.create(programme=programme, year=year, side=side, item=item, amount=amount)


def report_of(programme, year=YEAR):
    return Report.objects.get_or_create(
        organisation=programme.organisation, outline="annual", year=year, programmes=[]
    )[0]
