"""Whatever a person types about somebody is sealed; what lies in plain letters does so on purpose."""

import pytest
from django.apps import apps
from django.db import models

OURS = ["accounts", "programmes", "cases", "shelters", "reporting"]

# The organisation's own words, which it prints itself; nobody's story is told by them.
ITS_OWN_WORDS = {
    "programmes.Organisation.name",
    "programmes.Organisation.displayed_name",
    "programmes.Programme.name",
    "programmes.Programme.short_name",
    "programmes.Unit.name",
    "programmes.CoFunder.name",
    "programmes.Term.label_sl",
    "programmes.Term.label_en",
    "cases.Group.name",
    "cases.FieldRule.label_sl",
    "cases.FieldRule.label_en",
    "cases.LegalLimit.source",  # the paragraph of a law
    "cases.BarringOrder.station",  # orders are counted by police station
    "programmes.Specialist.hours",  # when she can be asked, as the office says it
    "shelters.House.name",
    "shelters.Room.name",
    "shelters.Bed.name",
    "reporting.Amount.item",
    "reporting.Narrative.text",  # the text of a published report
}
# An instrument as its authors published it, and the bands in which the organisation reads its score.
OF_AN_INSTRUMENT = {
    "cases.Instrument.name",
    "cases.Instrument.licence",
    "cases.RiskItem.label_sl",
    "cases.RiskItem.label_en",
    "cases.RiskBand.label_sl",
    "cases.RiskBand.label_en",
}
# What institutions publish of themselves, searched word by word during a call. A shelter's address has no field there.
OF_INSTITUTIONS = {
    "programmes.DirectoryEntry.name",
    "programmes.DirectoryEntry.address",
    "programmes.DirectoryEntry.phone",
    "programmes.DirectoryEntry.email",
    "programmes.DirectoryEntry.web",
    "programmes.DirectoryEntry.hours",
    "programmes.DirectoryEntry.note",
}
# Names without a person behind them: an address to sign in with, pseudonymous codes by which records are found.
TO_SIGN_IN_OR_TO_FIND = {
    "accounts.User.email",
    "accounts.User.name",
    "accounts.User.password",
    "cases.Client.code",
    "programmes.Worker.code",
}
# Written by the program, never by a person.
OF_THE_PROGRAM = {
    "reporting.Narrative.language",
    "accounts.TrailEntry.record_type",
    "accounts.TrailEntry.record_id",
    "accounts.TrailEntry.page",
    "accounts.TrailEntry.purpose",
    "accounts.Vault.master_key",
    "cases.PageSecret.secret",
    "cases.Clue.marked_with",
    "cases.MergedRow.table",
    "cases.MergedRow.row",
    "programmes.Proof.kind",
    "programmes.RosterFeed.token_hash",
    "programmes.Term.counts_as",
    "reporting.ReportJob.failure",
    "reporting.ReportFile.checksum",
}
PLAIN_ON_PURPOSE = ITS_OWN_WORDS | OF_AN_INSTRUMENT | OF_INSTITUTIONS | TO_SIGN_IN_OR_TO_FIND | OF_THE_PROGRAM


def is_free_text(field):
    """Words without a list to choose from. A key of letters and digits (SlugField) is none."""
    of_letters = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.SlugField)
    return of_letters and not field.choices and not field.primary_key


def free_texts():
    for model in apps.get_models():
        is_history = hasattr(model, "pgh_tracked_model")
        if model._meta.app_label in OURS and model._meta.managed and not model._meta.proxy and not is_history:
            yield from (field for field in model._meta.local_fields if is_free_text(field))


@pytest.mark.parametrize("text", sorted(str(field) for field in free_texts()))
def test_a_free_text_is_sealed_or_plain_on_purpose(text):
    assert canonical(text) in PLAIN_ON_PURPOSE, f"{text}: make it a SealedTextField, or say here why it lies plain"


def test_nothing_stands_in_the_list_that_is_not_there():
    assert {canonical(str(field)) for field in free_texts()} == PLAIN_ON_PURPOSE


def canonical(text):
    app, model, field = text.split(".")
    return f"{app}.{apps.get_model(app, model).__name__}.{field}"
