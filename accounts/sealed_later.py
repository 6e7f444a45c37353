"""A column that was plain becomes sealed: what the migrations of such a model need, there and back.

A migration sees its models as they were, without their methods; the keys are therefore handled here.
"""

from contextlib import contextmanager

from django.db import transaction

from accounts.sealing import new_data_key, unwrap, wrap

BATCH = 200


def seal(rows, field, vault_of, model=None):
    """`plain_<field>` into `<field>` for all rows that have no vault yet, a small batch at a time.

    It may be broken off and begun again. `vault_of(row)` says whose key seals a row, `model` whose place the text has
    in the history's rows.
    """
    while batch := list(rows.filter(vault=None)[:BATCH]):
        with transaction.atomic():
            for row in batch:
                row.vault = vault_of(row)
                if at_hand(row, model):
                    setattr(row, field, getattr(row, f"plain_{field}"))
                row.save(update_fields=["vault", field])


def open_again(rows, field, model=None):
    """The way back. What can't be read any more stays empty; the column holds as much as it held."""
    longest = rows.model._meta.get_field(f"plain_{field}").max_length
    for row in rows.select_related("vault").iterator(BATCH):
        if row.vault and at_hand(row, model):
            setattr(row, f"plain_{field}", getattr(row, field)[:longest])
            row.save(update_fields=[f"plain_{field}"])


def at_hand(row, model):
    """Gives the row its key; False when that was destroyed."""
    vault = row.vault
    if not vault.wrapped_key:
        return False
    vault.data_key = lambda: unwrap(vault.wrapped_key, vault.master_key, vault.id)
    row.pgh_tracked_model = model or type(row)
    return True


def new_vault(apps):
    """A key of a row's own."""
    vault = apps.get_model("accounts", "Vault")()
    vault.master_key, vault.wrapped_key = wrap(new_data_key(), vault.id)
    vault.save()
    return vault


@contextmanager
def history_open(schema_editor, table):
    """The history's rows can be sealed within; nothing else ever changes them."""
    schema_editor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    try:
        yield
    finally:
        schema_editor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER history_is_append_only")
