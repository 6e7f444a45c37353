"""Two codes that turn out to be one person become one, and two again when that was a mistake.

What hangs on a person is found through the models themselves: every table with a reference to her, on whatever floor
of the house it lies, moves with her. A floor above says only what would stand in the way (`stands_in_the_way`).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import (
    Case,
    CasePerson,
    Client,
    Clue,
    Invitation,
    Membership,
    Merge,
    MergedRow,
    Need,
    Participation,
    Victim,
)
from cases.models.merges import Became
from cases.vocabulary import Sex
from programmes.records import Record
from programmes.writing import day

OF_THE_MERGES = {Merge, MergedRow}
TOGETHER = {Invitation, Membership, Need, Participation, Victim}  # both in one: one is enough
TWINS = {CasePerson}  # one of a case: what hangs on the one hangs on the other then
THE_SAME = {Clue}  # what both have already says nothing new, and stays where it is
FACTS = {"sex": Sex.NOT_KNOWN, "born_on": None, "born_in": None, "municipality_id": None}
OBSTACLES: list[Callable[[Client, Client], Iterator[str]]] = []


def stands_in_the_way(find):
    """Registers a rule of a floor above: sentences that say why two people can't be one."""
    OBSTACLES.append(find)
    return find


def references_to(model):
    """Every foreign key that leads to a model, of tables that hold records: no history, no views, no ledger of merges."""
    for relation in model._meta.get_fields(include_hidden=True):
        holder = relation.related_model
        if not relation.auto_created or relation.concrete or not (relation.one_to_many or relation.one_to_one):
            continue
        is_record = holder._meta.managed and not holder._meta.proxy and not hasattr(holder, "pgh_tracked_model")
        if is_record and holder not in OF_THE_MERGES:
            yield relation.field


class Impossible(Exception):
    """Says why, in sentences."""

    def __init__(self, sentences):
        super().__init__(*sentences)
        self.sentences = sentences


class TakenBack(Exception):
    """Leaves a transaction that was only to be looked at."""


@dataclass
class Outcome:
    """What a merge does, or would do."""

    moved: dict[type, set] = field(default_factory=lambda: defaultdict(set))  # keys of the rows, by model
    notes: list[str] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)

    @property
    def by_name(self):
        return sorted((str(model._meta.verbose_name_plural), len(rows)) for model, rows in self.moved.items())


def foretell(kept, other):
    """What merging them would do: it is done and taken back."""
    merging = Merging(kept, other)
    try:
        with transaction.atomic():
            merging.run()
            raise TakenBack
    except (TakenBack, Impossible):
        return merging.outcome


@transaction.atomic
def merge(kept, other, user):
    """All that is the other's becomes hers; raises `Impossible`, and then nothing has changed."""
    merging = Merging(kept, other)
    merging.run()
    done = Merge.objects.create(kept=kept, other=other, merged_by=user)
    for row in merging.ledger:
        row.merge = done
    MergedRow.objects.bulk_create(merging.ledger)
    return done


class Merging:
    """Writes in its ledger whatever it touches."""

    def __init__(self, kept, other):
        self.kept, self.other = kept, other
        self.ledger: list[MergedRow] = []
        self.outcome = Outcome()

    def run(self):
        hold(self.kept, self.other)
        self.outcome.obstacles += [sentence for find in OBSTACLES for sentence in find(self.kept, self.other)]
        self.refuse_if_obstructed()
        self.join_open_cases()
        for reference in references_to(Client):
            self.move(reference, self.other.pk, self.kept.pk, self.left_behind)
        self.refuse_if_obstructed()
        self.take_over_facts()
        self.change(self.other, merged_into_id=self.kept.pk)

    def refuse_if_obstructed(self):
        if self.outcome.obstacles:
            raise Impossible(self.outcome.obstacles)

    # Cases

    def join_open_cases(self):
        """Two open cases in a programme become one, open since the earlier day."""
        hers = {case.programme_id: case for case in self.kept.cases.filter(closed_on=None).select_related("programme")}
        for case in self.other.cases.filter(closed_on=None).order_by("opened_on", "pk"):
            if case.programme_id in hers:
                self.join(hers[case.programme_id], case)

    def join(self, case, into_it):
        self.let_one_hold(case, into_it)
        for reference in references_to(Case):
            self.move(reference, into_it.pk, case.pk, self.in_both_cases)
        self.refuse_if_obstructed()
        since, asked_on = min(
            (case.opened_on, case.asked_on), (into_it.opened_on, into_it.asked_on), key=lambda opened: opened[0]
        )
        self.remove(into_it)
        if since != case.opened_on:
            self.change(case, opened_on=since, asked_on=asked_on)
        words = _("Their two open cases in %(programme)s become one, open since %(day)s.")
        self.outcome.notes.append(words % {"programme": case.programme.called, "day": day(since)})

    def let_one_hold(self, case, into_it):
        """Whoever holds the case that stays goes on holding it."""
        if case.holdings.filter(until_on=None).exists():
            for holding in into_it.holdings.filter(until_on=None):
                self.change(holding, until_on=max(timezone.localdate(), holding.since_on))

    def in_both_cases(self, model, pk, constraint):
        if model in TOGETHER:
            self.remove(model._base_manager.get(pk=pk))
            return
        words = _("Both open cases hold what a case can hold once: %(what)s. Close one of the cases first.")
        self.outcome.obstacles.append(words % {"what": model._meta.verbose_name})

    # Rows

    def move(self, reference, before, after, refused):
        """Every row that refers to one now refers to the other; one that the database refuses is told to `refused`."""
        model, name = reference.model, reference.attname
        rows = model._base_manager.filter(**{name: before}).order_by("pk")
        for pk in rows.values_list("pk", flat=True):
            try:
                with transaction.atomic():
                    model._base_manager.filter(pk=pk).update(**{name: after}, **next_version(model))
            except IntegrityError as refusal:
                refused(model, pk, constraint_of(model, refusal))
                continue
            self.write(model, pk, Became.MOVED, {name: str(before)}, {name: str(after)})
            self.outcome.moved[model].add(pk)

    def left_behind(self, model, pk, constraint):
        row = model._base_manager.get(pk=pk)
        if model in TOGETHER or model._meta.auto_created:
            self.remove(row)
        elif model in TWINS:
            self.become_one(row, model._base_manager.get(client=self.kept, case=row.case_id))
        elif isinstance(constraint, ExclusionConstraint):
            self.outcome.obstacles.append(str(constraint.violation_error_message))
        elif model not in THE_SAME:
            words = _("Stays with %(code)s, where it can be read: %(what)s. %(kept)s has her own.")
            facts = {"code": self.other.code, "kept": self.kept.code, "what": model._meta.verbose_name}
            self.outcome.notes.append(words % facts)

    def become_one(self, row, twin):
        for reference in references_to(type(row)):
            self.move(reference, row.pk, twin.pk, self.left_behind)
        self.remove(row)

    def remove(self, row):
        model = type(row)
        self.write(model, row.pk, Became.REMOVED, as_stored(model, row.pk))
        row.delete()

    def change(self, row, **values):
        before = {name: plain(getattr(row, name)) for name in values}
        try:
            with transaction.atomic():
                type(row)._base_manager.filter(pk=row.pk).update(**values, **next_version(type(row)))
        except IntegrityError as refusal:
            constraint = constraint_of(type(row), refusal)
            self.outcome.obstacles.append(str(constraint.violation_error_message if constraint else row))
            raise Impossible(self.outcome.obstacles) from None
        self.write(type(row), row.pk, Became.CHANGED, before, {name: plain(value) for name, value in values.items()})

    def write(self, model, pk, became, before, after=None):
        self.ledger.append(
            MergedRow(table=model._meta.label_lower, row=str(pk), became=became, before=before, after=after or {})
        )

    # Facts

    def take_over_facts(self):
        """What is known of the other and not of her; where they differ, hers stays."""
        new = {}
        for name, unknown in FACTS.items():
            mine, theirs = getattr(self.kept, name), getattr(self.other, name)
            if mine == unknown and theirs != unknown:
                new[name] = theirs
            elif theirs not in (unknown, mine):
                words = _("They differ: %(what)s. What %(code)s says stays.")
                label = Client._meta.get_field(name.removesuffix("_id")).verbose_name
                self.outcome.notes.append(words % {"what": label, "code": self.kept.code})
        if new:
            self.change(self.kept, **new)


# Undoing


def why_not_undone(merged):
    """A sentence, where something has to be undone before it; else nothing."""
    merged.other.refresh_from_db(fields=["merged_into"])
    if merged.other.merged_into_id == merged.kept_id:
        return ""
    return _("%(code)s was merged into another code since. Undo that first.") % {"code": merged.kept.code}


@transaction.atomic
def undo(merged, user):
    """Gives the other code back, row by row, what it had; what came since stays where it is."""
    hold(merged.kept, merged.other)
    for row in merged.rows.order_by("-id"):
        model = apps.get_model(row.table)
        if row.became == Became.REMOVED:
            store(model, row.before)
        else:
            still = model._base_manager.filter(pk=row.row, **row.after)
            still.update(**row.before, **next_version(model))
    merged.undone_at, merged.undone_by = timezone.now(), user
    merged.save(update_fields=["undone_at", "undone_by"])


# The database


def hold(*clients):
    """Until the end of the transaction nobody adds anything to either of them."""
    people = Client._base_manager.filter(pk__in=[client.pk for client in clients])
    list(people.order_by("pk").select_for_update(of=["self"]).values_list("pk"))


def next_version(model):
    return {"version": F("version") + 1} if issubclass(model, Record) else {}


def constraint_of(model, refusal):
    name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None)
    return next((constraint for constraint in model._meta.constraints if constraint.name == name), None)


def plain(value):
    """As JSON holds it and the field reads it again."""
    return value if value is None or isinstance(value, int) else str(value)


def as_stored(model, pk):
    """A row as it lies in the database, sealed texts sealed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(found)::text FROM {table_of(model)} found WHERE {key_of(model)} = %s", [pk])
        return json.loads(cursor.fetchone()[0], parse_float=str)


def store(model, row):
    """Puts it back, unless it is there."""
    columns = [connection.ops.quote_name(found.column) for found in model._meta.concrete_fields if not found.generated]
    listed = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table_of(model)} ({listed}) SELECT {listed}"
            f" FROM jsonb_populate_record(NULL::{table_of(model)}, %s::jsonb) ON CONFLICT DO NOTHING",
            [json.dumps(row)],
        )


def table_of(model):
    return connection.ops.quote_name(model._meta.db_table)


def key_of(model):
    return connection.ops.quote_name(model._meta.pk.column)
