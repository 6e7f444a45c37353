"""An invented organisation with its years of records: nobody in it exists, nothing in it happened.

A seed in, the same records out. `year_2021` holds the sums that a year of a real organisation printed; the records
are made so that these sums follow from them. Nothing outside this package knows any of these numbers.
"""
