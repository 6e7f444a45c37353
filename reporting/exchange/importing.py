"""A folder of spreadsheets becomes records: all rows are read and checked first, then all are saved, or none."""

from collections import Counter, defaultdict
from uuid import UUID

import pghistory
from django.core.exceptions import ObjectDoesNotExist
from django.db import DataError, IntegrityError, connection, models, transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_scopes import scope, scopes_disabled

from accounts import trail
from accounts.models import Act, Vault
from accounts.sealing import Unreadable
from cases.models import Participation, Service
from programmes.models import Organisation, Term
from programmes.records import Record, SealedRecord
from reporting.exchange.arrangements import ARRANGEMENTS, Arrangement
from reporting.exchange.readings import Reading
from reporting.exchange.rules import breaches, explained
from reporting.exchange.sheets import BY_MODEL, SHEETS
from reporting.exchange.tables import Mistake, Row, shortened
from reporting.exchange.values import Key, Place, Reference, named
from shelters.models import Household, Placement, Stay

BATCH = 1000
IN_ITS_STAY = {"from_at": "arrived_at", "to_at": "left_at"}  # where a bed stands in the row of its stay
BESIDE: dict[type[models.Model], list[type[models.Model]]] = {
    Stay: [Household, Stay],
    Service: [Service, Participation],
}
SAVED_IN_ORDER = [Vault, *(model for sheet in SHEETS.values() for model in BESIDE.get(sheet.model, [sheet.model]))]


class Import:
    """Checks tables when it is made; `mistakes` says what keeps them out, `save` takes them in."""

    def __init__(self, source):
        self.tables, self.mistakes = source.tables, source.mistakes
        self.known: dict[str, dict] = {}  # per file: by key the records saved before, and those in hand
        self.rows: dict[int, tuple] = {}  # by identity of a record: the table and row that speak of it
        self.new: dict[type, list] = defaultdict(list)
        self.changed: dict[type, list] = defaultdict(list)
        self.gone: dict[type, list] = defaultdict(list)
        self.touched: dict[type, list] = defaultdict(list)  # new, changed and same, as far as their rows are sound
        self.same: Counter = Counter()
        self.firsts: dict[tuple, Reading] = {}
        self.organisation = self._find_organisation()
        with scope(organisation=[self.organisation.pk or 0]):
            for name in SHEETS:
                if name in self.tables:
                    self._read(self.tables[name])
            for model in list(self.touched):
                self._look_for_breaches(model)
            self._look_outside_stays()
        places = {table.file: place for place, name in enumerate(SHEETS) if (table := self.tables.get(name))}
        self.mistakes = list(dict.fromkeys(self.mistakes))
        self.mistakes.sort(key=lambda mistake: (places.get(mistake.file, -1), mistake.row or 0))

    # What the rows are asked

    def named(self, name, text):
        return named(f"{self.organisation.key}/{name}", text)

    def of(self, name):
        """By key: all records of a file, or of one that gives ids those that were asked for."""
        if name not in self.known:
            sheet = SHEETS[name]
            self.known[name] = {} if sheet.has_id else {sheet.key_of(record): record for record in self._saved(sheet)}
        return self.known[name]

    def is_whole(self, name):
        return name not in self.tables or self.tables[name].is_whole

    def mistake(self, table, row, column, expected):
        known = table.sheet.by_name.get(column)
        value = "" if known and known.form.sealed else row.cells.get(column, "")
        self.mistakes.append(Mistake(table.file, row.number, column, shortened(value), str(expected)))

    def _find_organisation(self):
        table = self.tables.get("organisation")
        rows = table.rows if table else []
        for row in rows[1:]:
            self.mistake(table, row, "key", _("one organisation in a folder"))
        if table and table.is_whole and not rows:
            self.mistake(table, Row(2, {}), "key", _("one organisation in a folder"))
        key = rows[0].cells.get("key", "") if rows else ""
        key = key if Key.shape.fullmatch(key) else ""  # what is wrong with it is told with its row
        return Organisation.objects.filter(key=key).first() or Organisation(key=key)

    def _saved(self, sheet):
        if sheet.model is Organisation:
            return [self.organisation] if self.organisation.pk else []
        return sheet.queryset()

    # Rows become records

    def _read(self, table):
        """The rows first, then the saved records of the same keys, then what the rows say of them."""
        sheet = table.sheet
        self._load_named(table)
        readings = [Reading(self, table, row, place) for place, row in enumerate(table.rows, 1)]
        if sheet.has_id:
            self._name_by_content(sheet, readings)
            self._load(sheet, {reading.texts["id"] for reading in readings})
        arrangement = ARRANGEMENTS.get(sheet.name, Arrangement)(self, readings)
        begun = [(reading, *self._begin(sheet, reading)) for reading in readings if self._is_first(sheet, reading)]
        for reading, record, is_new in begun:
            is_changed = self._fill(sheet, reading, record, is_new)
            is_changed = arrangement.arrange(reading, record, is_new) or is_changed
            if reading.is_sound:
                self.keep(record, is_new, is_changed)

    def _load_named(self, table):
        """The saved records with an id that the rows name by it."""
        for column in table.sheet.columns:
            if isinstance(column.form, Reference) and SHEETS[column.form.sheet].has_id:
                words = {row.cells.get(column.name) for row in table.rows} - {"", None}
                self._load(SHEETS[column.form.sheet], {str(self.named(column.form.sheet, word)) for word in words})

    def _load(self, sheet, ids):
        known = self.of(sheet.name)
        ids = sorted(ids - {key for (key,) in known})
        for start in range(0, len(ids), BATCH):
            for record in sheet.queryset().filter(pk__in=ids[start : start + BATCH]):
                known[(str(record.pk),)] = record

    def _name_by_content(self, sheet, readings):
        """A row without an id is known by what it says; the second that says the same is another one."""
        times: Counter = Counter()
        for reading in readings:
            if "id" not in reading.texts:
                content = reading.content
                times[content] += 1
                reading.texts["id"] = str(self.named(sheet.name, f"\n{content}\n{times[content]}"))

    def _is_first(self, sheet, reading):
        key = (sheet.name, reading.key or reading.row.number)
        first = self.firsts.setdefault(key, reading)
        if first is not reading:
            expected = format_lazy(_("a row of its own: row {row} says the same"), row=first.row.number)
            reading.refuse(sheet.key[-1], expected)
        return first is reading

    def _begin(self, sheet, reading):
        """The record that a row speaks of, and whether it is new."""
        known = self.of(sheet.name)
        record = known.get(reading.key)
        is_new = record is None
        if is_new:
            record = self._blank(sheet, reading)
        if reading.key:
            known[reading.key] = record
        self.rows[id(record)] = (reading.table, reading.row)
        return record, is_new

    def _blank(self, sheet, reading):
        if sheet.model is Organisation:
            return self.organisation
        record = sheet.model(pk=UUID(reading.texts["id"])) if sheet.has_id else sheet.model()
        if any(found.name == "organisation" for found in sheet.model._meta.fields):
            record.organisation = self.organisation
        return record

    def keep(self, record, is_new, is_changed):
        model = type(record)
        self.touched[model].append(record)
        if is_new:
            self.new[model].append(record)
        elif is_changed:
            self.changed[model].append(record)
        else:
            self.same[model] += 1

    def _fill(self, sheet, reading, record, is_new):
        is_changed = False
        sealed = []
        for column in sheet.columns:
            if not column.is_own or column.name == "id":
                continue
            is_unplaced = isinstance(column.form, Place) and not reading.row.cells.get(column.name)
            if is_unplaced and (is_new or column.name in reading.values):
                reading.values[column.name] = reading.place
            if column.name not in reading.values:
                continue
            if column.form.sealed:
                sealed.append(column)
            elif is_new or not is_same(getattr(record, column.path), reading.values[column.name]):
                setattr(record, column.path, reading.values[column.name])
                is_changed = True
        if isinstance(record, SealedRecord):
            is_changed = self._seal(sealed, reading, record) or is_changed
        return is_changed

    def _seal(self, columns, reading, record):
        """Under the key of whose text it is. A text that can't be read any more is left alone."""
        if record.vault_id is None:
            record.vault = self._vault_of(record)
        is_changed = False
        for column in columns:
            text = reading.values[column.name]
            try:
                record.vault.data_key()
            except Unreadable:
                if text:
                    reading.refuse(
                        column.name, _("nothing: the key of these texts is destroyed or not in the settings")
                    )
                continue
            if text != getattr(record, column.path):
                setattr(record, column.path, text)
                is_changed = True
        return is_changed

    @property
    def counts(self):
        """By file: new, changed and same."""
        return {
            name: {"new": len(self.new[model]), "changed": len(self.changed[model]), "same": self.same[model]}
            for name, model in ((name, SHEETS[name].model) for name in SHEETS if name in self.tables)
        }

    def _vault_of(self, record):
        try:
            owned = record.owner_vault()
        except ObjectDoesNotExist:  # whose record it is stands in a cell that was refused
            owned = None
        if owned is None:
            owned = Vault()
            self.new[Vault].append(owned)
        return owned

    # What the database would refuse

    def _look_for_breaches(self, model):
        records = self.touched[model]
        if model in BY_MODEL and BY_MODEL[model].has_id:
            self._look_for_strangers(model, records)
        for breach in breaches(model, records):
            table, row = self.rows[id(breach.record)]
            fields = {IN_ITS_STAY.get(name, name) if table.sheet.model is Stay else name for name in breach.fields}
            columns = [column.name for column in table.sheet.columns if column.path in fields]
            self.mistake(table, row, columns[-1] if columns else "bed", breach.expected)

    def _look_for_strangers(self, model, records):
        """Ids of another organisation's records."""
        mine = {record.pk: record for record in self.new[model]}
        ids = list(mine)
        for start in range(0, len(ids), BATCH):
            for pk in model._base_manager.filter(pk__in=ids[start : start + BATCH]).values_list("pk", flat=True):
                self.mistake(*self.rows[id(mine[pk])], "id", _("another id: this one is taken"))

    def _look_outside_stays(self):
        """Beds that somebody has before she came or after she left: the nights would not be those of her stay."""
        stays = {stay.pk: stay for stay in [*(part.stay for part in self.touched[Placement]), *self.touched[Stay]]}
        moot = {placement.pk for placement in [*self.touched[Placement], *self.gone[Placement]]}
        saved = Placement.objects.filter(stay__in=list(stays)).exclude(pk__in=moot)
        for placement in [*self.touched[Placement], *saved]:
            stay = stays[placement.stay_id]
            ends_within = stay.left_at is None or placement.to_at is not None and placement.to_at <= stay.left_at
            if placement.from_at < stay.arrived_at or not ends_within:
                table, row = self.rows.get(id(placement)) or self.rows[id(stay)]
                column = "to_at" if "to_at" in table.sheet.by_name else "left_at"
                self.mistake(table, row, column, _("a time in a bed between her arrival and her departure"))

    # Saving

    def save(self, user=None):
        """All or nothing. True when it is done; else the database's refusal is in `mistakes`."""
        try:
            with transaction.atomic(), pghistory.context(command="import_records"), scopes_disabled():
                self._save()
                self._leave_trail(Act.CREATED, self.new, user)
                self._leave_trail(Act.CHANGED, self.changed, user)
        except (IntegrityError, DataError) as error:
            self.mistakes.append(Mistake(str(self.organisation.key), None, "", "", refusal(error)))
        return not self.mistakes

    def _save(self):
        for model, records in self.gone.items():
            model._base_manager.filter(pk__in=[record.pk for record in records]).delete()
        for model in SAVED_IN_ORDER:
            for part in generations(self.new[model]) if model is Term else [self.new[model]]:
                insert(model, part)
            for record in self.changed[model]:
                if isinstance(record, Record):
                    record.version += 1
                record.save()

    def _leave_trail(self, act, records_by_model, user):
        for sheet in SHEETS.values():
            programmes = Counter(getattr(record, "programme_id", None) for record in records_by_model[sheet.model])
            for programme_id, count in programmes.items():
                trail.record_many(act, sheet.model, count, page="import_records", programme_id=programme_id, user=user)


def insert(model, records):
    """By COPY, which takes a third of the time of INSERT, unless the database makes the keys."""
    if isinstance(model._meta.pk, models.AutoField):
        model._base_manager.bulk_create(records)
        return
    fields = [found for found in model._meta.concrete_fields if not found.generated]
    columns = ", ".join(connection.ops.quote_name(found.column) for found in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.wrap_database_errors, connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the history's context travels with a statement, not with COPY
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for record in records:
                copy.write_row([stored(record, found) for found in fields])


def stored(record, found):
    """A field's value for the database; what a foreign key leads to may have got its key just now."""
    if found.is_relation and found.is_cached(record) and (named := found.get_cached_value(record)) is not None:
        setattr(record, found.name, named)
    return found.get_db_prep_save(found.pre_save(record, True), connection)


def is_same(before, now):
    if isinstance(now, models.Model):
        return before is not None and before.pk is not None and before.pk == now.pk
    return before == now


def generations(words):
    """Wholes before their parts."""
    waiting = list(words)
    while waiting:
        ready = [word for word in waiting if word.parent is None or word.parent not in waiting]
        yield ready
        waiting = [word for word in waiting if word not in ready]


def refusal(error):
    """The sentence of the constraint that was broken; never the values, which PostgreSQL would tell."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    for model in SAVED_IN_ORDER:
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(explained(constraint))
    return gettext("records that the database accepts; it refused these (%(rule)s)") % {"rule": name or "?"}
