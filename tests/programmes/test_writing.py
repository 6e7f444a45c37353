from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import timezone, translation

from programmes import writing


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def slovenian():
    with translation.override("sl"):
        yield


def plain(text):
    """With ordinary spaces, so that a test can be read."""
    return text.replace(writing.NB, " ")


def test_a_day_has_no_zeros_and_never_breaks():
    assert writing.day(date(2026, 11, 3)) == "3.\xa011.\xa02026"
    assert writing.day_long(date(2026, 11, 3)) == "3.\xa0novembra\xa02026"
    assert writing.weekday(date(2026, 11, 23)) == "ponedeljek"


def test_a_day_in_english(english):
    assert plain(writing.day(date(2026, 11, 23))) == "23 November 2026"
    assert plain(writing.days(date(2026, 5, 25), date(2026, 5, 27))) == "25–27 May 2026"


def test_days_from_to_say_only_what_differs():
    assert plain(writing.days(date(2026, 5, 25), date(2026, 5, 27))) == "25.–27. 5. 2026"
    assert plain(writing.days(date(2026, 5, 25), date(2026, 6, 2))) == "25. 5. – 2. 6. 2026"
    assert plain(writing.days(date(2025, 12, 30), date(2026, 1, 2))) == "30. 12. 2025 – 2. 1. 2026"
    assert plain(writing.days(date(2026, 5, 25), date(2026, 5, 25))) == "25. 5. 2026"


def test_a_moment_is_written_by_the_clock_on_the_wall():
    summer = datetime(2026, 7, 1, 22, 5, tzinfo=UTC)
    assert plain(writing.moment(summer)) == "2. 7. 2026 ob 0:05"
    assert writing.clock(summer) == "0:05"
    assert plain(writing.day(summer)) == "2. 7. 2026"


def test_a_far_day_carries_its_year():
    today = timezone.localdate()
    long_ago = today.replace(year=today.year - 1, month=2, day=3)
    assert plain(writing.near_day(long_ago)) == f"3. 2. {today.year - 1}"
    assert plain(writing.near_day(today + timedelta(days=400))).endswith(str((today + timedelta(days=400)).year))


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234567, None, "1.234.567"),
        (Decimal("1234567.5"), 2, "1.234.567,50"),
        (1.5, None, "1,5"),
        (Decimal("182.50"), None, "182,5"),
        (Fraction(1, 3), 2, "0,33"),
        (Fraction(5, 2), 0, "3"),
        (Decimal("0.125"), 2, "0,13"),
        (-1934, None, "−1.934"),
        (Decimal("-0.001"), 1, "0,0"),
        (100, None, "100"),
        (None, None, "…"),
    ],
)
def test_a_number_has_a_comma_before_tenths_and_dots_between_thousands(value, decimals, written):
    assert writing.number(value, decimals) == written


def test_numbers_in_english(english):
    assert writing.number(Decimal("1234.5")) == "1,234.5"
    assert writing.percent(Decimal("0.588")) == "58.8%"


def test_a_unit_stands_after_a_space_that_does_not_break():
    assert writing.percent(Fraction(588, 1000)) == "58,8\xa0%"
    assert writing.money(38980) == "38.980,00\xa0EUR"


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(0, "0 min"), (14, "14 min"), (60, "1 h"), (237, "3 h 57 min"), (timedelta(hours=2), "2 h")],
)
def test_a_length_stands_in_minutes(minutes, written):
    assert plain(writing.minutes(minutes)) == written


@pytest.mark.parametrize(
    ("hours", "written"),
    [
        (0, "0 ur"),
        (1, "1 ura"),
        (2, "2 uri"),
        (3, "3 ure"),
        (4, "4 ure"),
        (5, "5 ur"),
        (11, "11 ur"),
        (12, "12 ur"),
        (101, "101 ura"),
        (102, "102 uri"),
        (111, "111 ur"),
        (Decimal("1.5"), "1,5 ure"),
        (Decimal("182.5"), "182,5 ure"),
    ],
)
def test_a_counted_word_has_five_slovenian_forms(hours, written):
    assert plain(writing.HOURS.counted(hours)) == written


def test_a_rounded_number_takes_the_form_of_what_is_printed():
    assert plain(writing.HOURS.counted(Decimal("4.96"), 1)) == "5,0 ure"
    assert plain(writing.HOURS.counted(Decimal("4.96"), 0)) == "5 ur"


def test_a_length_in_words():
    assert plain(writing.minutes_long(135)) == "2 uri 15 minut"
    assert plain(writing.minutes_long(50)) == "50 minut"
    assert plain(writing.hours(10950)) == "182,5 ure"
