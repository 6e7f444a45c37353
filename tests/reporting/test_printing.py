"""How figures are rounded and written."""

from fractions import Fraction

import pytest
from django.utils import translation

from reporting import printing
from reporting.printing import AT_MOST_TWO, CALLS, EUR, HOURS, ONE_DECIMAL, PERCENT, cell, shares

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "unit, value, decimals, slovenian, english",
    [
        (CALLS, 2256, 0, "2.256", "2,256"),
        (CALLS, Fraction(2256, 365), 0, "6", "6"),
        (PERCENT, Fraction(1000, 17), ONE_DECIMAL, f"58,8{NB}%", "58.8%"),
        (PERCENT, Fraction(67), 0, f"67{NB}%", "67%"),
        (HOURS, Fraction(365, 2), AT_MOST_TWO, "182,5", "182.5"),
        (HOURS, Fraction(3726, 117), AT_MOST_TWO, "31,85", "31.85"),
        (HOURS, 3898, AT_MOST_TWO, "3.898", "3,898"),
        (HOURS, Fraction(999, 1000), AT_MOST_TWO, "1", "1"),
        (HOURS, 0, AT_MOST_TWO, "0", "0"),
        (EUR, Fraction(3898000, 100), 0, f"38.980,00{NB}EUR", f"38,980.00{NB}EUR"),
        (CALLS, None, 0, "…", "…"),
    ],
)
def test_a_value_is_written_by_the_rules_of_the_language(unit, value, decimals, slovenian, english):
    with translation.override("sl"):
        assert unit.written(value, decimals) == slovenian
    with translation.override("en"):
        assert unit.written(value, decimals) == english


@pytest.mark.parametrize(
    "value, phrase",
    [(0, "0 ur"), (1, "1 ura"), (2, "2 uri"), (3, "3 ure"), (5, "5 ur"), (11, "11 ur"), (101, "101 ura")]
    + [(102, "102 uri"), (Fraction(3, 2), "1,5 ure"), (Fraction(365, 2), "182,5 ure")],
)
def test_a_unit_stands_in_its_grammatical_number(value, phrase):
    with translation.override("sl"):
        assert HOURS.counted(value, AT_MOST_TWO) == phrase.replace(" ", NB)


def test_every_unit_has_its_five_forms_in_slovenian():
    units = [unit for unit in vars(printing).values() if isinstance(unit, printing.Unit) and unit.noun]
    assert len(units) > 15
    for unit in units:
        with translation.override("en"):
            english = {unit.counted(value, 1).rpartition(NB)[2] for value in (1, 5, Fraction(3, 2))}
        with translation.override("sl"):
            slovenian = {unit.counted(value, AT_MOST_TWO) for value in (1, 2, 3, 5, Fraction(3, 2))}
        assert not {written.rpartition(NB)[2] for written in slovenian} & english, unit.key


def test_nothing_in_a_table_is_a_dash_and_a_small_share_is_not_nothing():
    with translation.override("sl"):
        assert [cell(0, CALLS), cell(None, CALLS), cell(3, CALLS)] == ["–", "–", "3"]
        assert cell(Fraction(1, 1000), PERCENT, 1) == f"0,0{NB}%"


@pytest.mark.parametrize(
    "values, decimals, expected",
    [
        ([1, 1, 1], 0, [34, 33, 33]),
        ([10, 5, 2], 1, [Fraction(588, 10), Fraction(294, 10), Fraction(118, 10)]),
        ([0, 0], 0, [0, 0]),
        ([7], 0, [100]),
        ([41, 326], 0, [11, 89]),
    ],
)
def test_rounded_shares_add_up_to_a_hundred(values, decimals, expected):
    found = shares(values, decimals)
    assert found == expected
    assert sum(found) in (0, 100)
