# With no-break spaces; programmes/writing.py writes the same
DATE_FORMAT = SHORT_DATE_FORMAT = "j.\xa0n.\xa0Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "j.\xa0n.\xa0Y \\o\\b\xa0G:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j.\xa0n."
FIRST_DAY_OF_WEEK = 1

# The first of each is the one that forms write
DATE_INPUT_FORMATS = ["%d. %m. %Y", "%d.%m.%Y", "%d. %m. %y", "%d.%m.%y", "%Y-%m-%d"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S", "%H.%M"]
DATETIME_INPUT_FORMATS = [
    f"{day}{between}{time}"
    for day in DATE_INPUT_FORMATS
    for between in [" ", " ob ", ", ", "T"]
    for time in TIME_INPUT_FORMATS
]

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
