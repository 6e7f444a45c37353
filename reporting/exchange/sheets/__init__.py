"""The files in which records come in and go out: what each of them holds, column by column, said once.

docs/import.md, the import and the export follow from these lines.
"""

from reporting.exchange.sheets.activities import ACTIVITIES
from reporting.exchange.sheets.case_work import CASE_WORK
from reporting.exchange.sheets.cases import CASES
from reporting.exchange.sheets.clocks import CLOCKS
from reporting.exchange.sheets.columns import BY_MODEL, SHEETS, Column, Sheet
from reporting.exchange.sheets.directory import DIRECTORY, REFERRALS
from reporting.exchange.sheets.duty import DUTY
from reporting.exchange.sheets.houses import HOUSES
from reporting.exchange.sheets.interventions import INTERVENTIONS
from reporting.exchange.sheets.money import MONEY
from reporting.exchange.sheets.organisation import ORGANISATION
from reporting.exchange.sheets.plans import PLANS
from reporting.exchange.sheets.questions import QUESTIONS
from reporting.exchange.sheets.releases import RELEASES
from reporting.exchange.sheets.risk import RISK
from reporting.exchange.sheets.shift_notes import SHIFT_NOTES
from reporting.exchange.sheets.specialists import INTERPRETERS, SPECIALISTS
from reporting.exchange.sheets.workers import WORKERS

IN_ORDER = [
    *ORGANISATION,
    *WORKERS,
    *DUTY,
    *ACTIVITIES,
    *DIRECTORY,
    *QUESTIONS,
    *SPECIALISTS,
    *CASES,
    *REFERRALS,
    *SHIFT_NOTES,
    *CASE_WORK,
    *INTERPRETERS,
    *RISK,
    *PLANS,
    *CLOCKS,
    *RELEASES,
    *INTERVENTIONS,
    *HOUSES,
    *MONEY,
]
for sheet in IN_ORDER:
    sheet.join()

__all__ = ["BY_MODEL", "SHEETS", "Column", "Sheet"]
