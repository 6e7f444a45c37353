import re
from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.utils import timezone

from programmes.moments import MomentField


class Asked(forms.Form):
    at = MomentField()


def ask(text, which=""):
    form = Asked({"at_0": text, "at_1": which})
    form.is_valid()
    return form


@pytest.mark.parametrize(
    "text",
    ["23. 11. 2026 14:05", "23.11.2026 14:05", "23.11.26 ob 14.05", "2026-11-23T14:05", "23.\xa011.\xa02026, 14:05"],
)
def test_a_moment_is_understood_however_she_writes_it(text):
    assert ask(text).cleaned_data["at"] == datetime(2026, 11, 23, 13, 5, tzinfo=UTC)


def test_a_time_alone_is_today_and_jutri_is_tomorrow():
    today = timezone.localdate()
    assert timezone.localtime(ask("9:35").cleaned_data["at"]).date() == today
    assert timezone.localtime(ask("jutri 9").cleaned_data["at"]).date() == today + timedelta(days=1)


def test_the_hour_that_exists_twice_asks_which_one_it_was():
    form = ask("25. 10. 2026 2:30")
    assert "at" in form.errors
    assert 'name="at_1"' in str(form["at"])
    assert ask("25. 10. 2026 2:30", "first").cleaned_data["at"] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert ask("25. 10. 2026 2:30", "second").cleaned_data["at"] == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_the_question_is_not_put_for_any_other_hour():
    assert 'name="at_1"' not in str(ask("25. 10. 2026 14:30")["at"])


def test_a_saved_second_hour_is_shown_as_the_second():
    form = Asked(initial={"at": datetime(2026, 10, 25, 1, 30, tzinfo=UTC)})
    assert re.search('value="second"[^>]* checked', str(form["at"]))
    assert "25. 10. 2026 2:30" in str(form["at"])


@pytest.mark.parametrize(
    "text",
    [
        "29. 3. 2026 2:30",
        "30. 2. 2026 9:00",
        "1. 1. 0021 9:00",
        "9:61",
        "danes",
        "\x00",
        "3. 11. 2026",
        "٣. ١١. 2026 9:00",
    ],
)
def test_what_never_was_is_refused_in_words(text):
    assert ask(text).errors["at"]
