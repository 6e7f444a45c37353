"""The limits of the law as the house knows them at first: (limit, amount, valid from, source). Rows from then on.

An organisation whose rows are made from these adds a dated row when the law changes; nothing reads this list again.
"""

from datetime import date

from cases.vocabulary import Limit

ZPND, ZPND_A, RULES, POLICE = date(2008, 3, 1), date(2016, 11, 19), date(2009, 5, 2), date(2013, 5, 4)
OURS = date(2020, 1, 1)

KNOWN = [
    (Limit.REPORT_HOURS, 24, RULES, "Pravilnik, Ur. l. RS 31/09"),
    (Limit.REPORT_WRITTEN_DAYS, 3, RULES, "Pravilnik, Ur. l. RS 31/09"),
    (Limit.ORDER_WRITTEN_HOURS, 6, POLICE, "ZNPPol, 60. člen"),
    (Limit.ORDER_HOURS, 48, POLICE, "ZNPPol, 60. člen"),
    (Limit.ORDER_COURT_DAYS, 15, POLICE, "ZNPPol, 60. člen"),
    (Limit.ORDER_LONGEST_DAYS, 60, POLICE, "ZNPPol, 60. člen"),
    (Limit.ORDER_REMINDER_DAYS, 3, OURS, "lastno pravilo"),
    (Limit.MEASURE_MONTHS, 12, ZPND_A, "ZPND, 19. člen, Ur. l. RS 68/16"),
    (Limit.MEASURE_LONGER_MONTHS, 12, ZPND_A, "ZPND, 19. člen, Ur. l. RS 68/16"),
    (Limit.MEASURE_FIRST_DAYS, 60, OURS, "lastno pravilo"),
    (Limit.MEASURE_LAST_DAYS, 30, OURS, "lastno pravilo"),
    (Limit.TEAM_DAYS, 7, OURS, "lastno pravilo; zakon roka ne določa"),
    (Limit.CONTACTS_MONTHS, 9, ZPND, "DZ, nadzorovani stiki"),
    (Limit.CONTACTS_REPORT_MONTHS, 1, OURS, "mesečno poročilo sodišču"),
]
