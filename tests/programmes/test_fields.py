from datetime import date

import pytest
from django import forms
from django.utils import translation

from programmes.widgets import ChipsOne, dress

SEXES = [("", "---------"), ("woman", "ženska"), ("man", "moški"), ("not_known", "ni znano")]
REGIONS = [("", "---------"), *((str(n), f"regija {n}") for n in range(12))]


class Asked(forms.Form):
    sex = forms.ChoiceField(choices=SEXES, required=False)
    region = forms.ChoiceField(choices=REGIONS, required=False, help_text="Kjer živi.")
    born_on = forms.DateField()
    given = forms.MultipleChoiceField(choices=SEXES[1:], required=False)
    seen = forms.NullBooleanField(required=False)
    danger = forms.ChoiceField(choices=SEXES[1:], widget=ChipsOne(alarm=["woman"]), required=False)
    note = forms.CharField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)


def drawn(name, data=None, **kwargs):
    return Asked(data, **kwargs)[name].as_field_group()


def test_up_to_seven_answers_are_all_in_sight_and_more_become_a_list():
    assert drawn("sex").partition("<noscript>")[0].count('type="radio"') == 3  # the empty one is no answer
    assert [f'<kbd aria-hidden="true">{key}</kbd>' in drawn("sex") for key in "1234"] == [True, True, True, False]
    assert drawn("given").count('type="checkbox"') == 3
    assert "<select" in drawn("region") and "data-combobox" in drawn("region")


def test_not_known_is_quiet_and_danger_is_marked():
    assert 'class="chip quiet"' in drawn("sex")
    assert 'class="chip alarm"' in drawn("danger")


@pytest.mark.parametrize("typed", ["3.11.2026", "3. 11. 2026", "03.11.26", "3.\xa011.\xa02026", "2026-11-03"])
@pytest.mark.parametrize("language", ["sl", "en"])
def test_a_day_is_understood_however_she_writes_it(typed, language):
    with translation.override(language):
        form = Asked({"born_on": typed})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["born_on"] == date(2026, 11, 3)


def test_a_day_is_shown_as_she_would_write_it():
    assert 'value="3. 11. 2026"' in drawn("born_on", initial={"born_on": date(2026, 11, 3)})


def test_what_she_typed_wrongly_stays_beside_its_error():
    field = drawn("born_on", {"born_on": "31. 2. 2026"})
    assert 'value="31. 2. 2026"' in field
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_born_on_error"' in field and 'id="id_born_on_error"' in field


def test_help_is_tied_to_its_field():
    assert 'aria-describedby="id_region_helptext"' in drawn("region")


@pytest.mark.parametrize(("sent", "kept"), [("true", True), ("false", False), ("", None)])
def test_nobody_asked_is_neither_yes_nor_no(sent, kept):
    form = Asked({"born_on": "3. 11. 2026", "seen": sent})
    assert form.is_valid()
    assert form.cleaned_data["seen"] is kept
    checked = form["seen"].as_field_group().count("checked")
    assert checked == (kept is not None)


def test_the_head_of_a_form_counts_what_needs_another_look():
    form = Asked({"born_on": "yesterday-ish"})
    with translation.override("en"):
        assert "One answer needs another look" in str(form)
    assert 'href="#id_born_on"' in str(form)
