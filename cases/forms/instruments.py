from itertools import pairwise

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from cases.models import Instrument, RiskBand, RiskItem
from cases.models.instruments import HEAVIEST
from cases.models.risk import LEVELS
from cases.vocabulary import RiskLevel
from programmes.forms import MadeOnceForm
from programmes.widgets import ChipsOne

QUESTIONS_AT_MOST, BANDS_AT_MOST = 80, 8
EMPTY_QUESTIONS, EMPTY_BANDS = 3, 1
SCORE_AT_MOST = QUESTIONS_AT_MOST * HEAVIEST


class InstrumentForm(MadeOnceForm):
    """What an edition says of itself. Saved, it is a new edition; the older ones keep what was asked with them."""

    of = "organisation"

    class Meta(MadeOnceForm.Meta):
        model = Instrument
        fields = ["name", "licence", "review_days", "judgement_raises"]

    def __init__(self, *args, organisation, base=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.base = base
        self.instance.organisation = organisation

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        if self.base is None:
            key = slugify(name)[:50]
            if not key:
                raise forms.ValidationError(_("Write at least one letter or digit."))
            if self.editions(key).exists():
                raise forms.ValidationError(_("There is an instrument of this name: change that one."))
            self.instance.key = key
        return name

    def editions(self, key):
        return Instrument.objects.filter(organisation=self.instance.organisation, key=key)

    def save(self, commit=True):
        if self.base is not None:
            self.instance.key = self.base.key
            self.instance.edition = self.editions(self.base.key).order_by("-edition")[0].edition + 1
            for older in self.editions(self.base.key).current():
                older.retire()
        instrument = super().save(commit)
        self.items.save_of(instrument)
        self.bands.save_of(instrument)
        return instrument


class RowForm(forms.Form):
    """A row without its Slovenian words is no row: that is how one is removed."""

    label_sl = forms.CharField(label=_("in Slovenian"), max_length=300, required=False)
    label_en = forms.CharField(label=_("in English"), max_length=300, required=False)

    @property
    def is_there(self):
        return bool(getattr(self, "cleaned_data", {}).get("label_sl"))

    def must_have(self, name):
        if self.is_there and self.cleaned_data.get(name) in (None, "") and name not in self.errors:
            self.add_error(name, _("Without it the row says nothing."))


class ItemForm(RowForm):
    key = forms.SlugField(required=False, widget=forms.HiddenInput)
    weight = forms.IntegerField(label=_("weight"), min_value=0, max_value=HEAVIEST, required=False)

    field_order = ["key", "label_sl", "label_en", "weight"]

    def clean(self):
        self.must_have("weight")
        return self.cleaned_data


class BandForm(RowForm):
    from_score = forms.IntegerField(label=_("from"), min_value=0, max_value=SCORE_AT_MOST, required=False)
    level = forms.ChoiceField(
        label=_("counts as"), choices=[("", ""), *RiskLevel.choices], required=False, widget=ChipsOne(alarm=["high"])
    )

    field_order = ["from_score", "label_sl", "label_en", "level"]

    def clean(self):
        self.must_have("from_score")
        self.must_have("level")
        return self.cleaned_data


class ItemRows(forms.BaseFormSet):
    def clean(self):
        if not any(self.errors) and not any(form.is_there for form in self.forms):
            raise ValidationError(_("Write at least one question."))

    def save_of(self, instrument):
        rows = [form.cleaned_data for form in self.forms if form.is_there]
        taken = {row["key"] for row in rows}
        for position, row in enumerate(rows, 1):
            key = row["key"] or new_key(row["label_sl"], taken)
            RiskItem.objects.create(instrument=instrument, position=position, **{**row, "key": key})


def new_key(label, taken):
    """A key that no question of this edition has; answers are kept under it."""
    stem = slugify(label)[:40] or "q"
    key = next(key for number in range(1, 1000) if (key := stem if number == 1 else f"{stem}-{number}") not in taken)
    taken.add(key)
    return key


class BandRows(forms.BaseFormSet):
    def clean(self):
        rows = sorted(
            (form.cleaned_data for form in self.forms if form.is_there), key=lambda row: row.get("from_score") or 0
        )
        if any(self.errors):
            return
        if not rows or rows[0]["from_score"] != 0:
            raise ValidationError(_("One band must begin at 0."))
        for lower, upper in pairwise(rows):
            if lower["from_score"] == upper["from_score"]:
                raise ValidationError(_("Two bands begin at the same score."))
            if LEVELS.index(upper["level"]) < LEVELS.index(lower["level"]):
                raise ValidationError(_("A higher score must not mean a lower level."))

    def save_of(self, instrument):
        for form in self.forms:
            if form.is_there:
                RiskBand.objects.create(instrument=instrument, **form.cleaned_data)


def rows_of(base, data):
    """The rows of an edition to start from, each list with a few empty ones after them."""
    items = list(base.items.values("key", "label_sl", "label_en", "weight")) if base else []
    bands = list(base.bands.values("from_score", "label_sl", "label_en", "level")) if base else THREE_BANDS
    item_rows = formset_factory(ItemForm, ItemRows, extra=EMPTY_QUESTIONS, max_num=QUESTIONS_AT_MOST, validate_max=True)
    band_rows = formset_factory(BandForm, BandRows, extra=EMPTY_BANDS, max_num=BANDS_AT_MOST, validate_max=True)
    return item_rows(data, initial=items, prefix="item"), band_rows(data, initial=bands, prefix="band")


THREE_BANDS = [
    {"from_score": 0, "label_sl": "nizka", "label_en": "low", "level": RiskLevel.LOW},
    {"from_score": 5, "label_sl": "srednja", "label_en": "medium", "level": RiskLevel.MEDIUM},
    {"from_score": 12, "label_sl": "visoka", "label_en": "high", "level": RiskLevel.HIGH},
]
