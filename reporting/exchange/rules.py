"""What the database would refuse, found beforehand and with the row it stands in: read from the models' constraints."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from programmes.records import TimeBetween

FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)

EXPLAINED = {
    "contact_kept_or_given_up": _("a promise that is kept or given up, not both"),
    "case_asked_before_opening": _("a day that is not after the opening"),
    "case_closes_after_opening": _("a day of closing that is not before the opening"),
    "client_merged_into_another": _("another code"),
    "clue_once": _("each clue of a person once"),
    "message_of_ours_has_a_writer": _("nobody, where she wrote it"),
    "case_open_once": _("no more than one open case of hers in the programme"),
    "case_outcome_when_closed": _("nothing, as long as the case is open"),
    "caseperson_perpetrator_apart": _("no code: a perpetrator is never linked with one"),
    "field_rule_of_a_tick": _("hidden or optional: a single tick cannot be required"),
    "specialist_costs_something": _("a number from 0 up"),
    "enquiry_for_somebody": _("at least one woman or child"),
    "swap_open_once": _("no more than one question about a shift that waits for an answer"),
    "holding_ends_after_start": _("a day that is not before the start"),
    "holding_one_at_a_time": _("no more than one worker who holds the case now"),
    "incident_end_of_a_period": _("nothing, unless it lasted for a time"),
    "incident_ends_after_start": _("a day that is not before the start"),
    "term_band_runs_upward": _("an upper limit that is not below the lower"),
    "volunteer_work_takes_time": _("more than 0 hours"),
}

WITH_IDS = {
    "instrument_edition_once",
    "safety_plan_version_once",
}  # whose rows are told apart by an id and not by what must be unique


@dataclass(frozen=True)
class Breach:
    record: object
    fields: tuple[str, ...]
    expected: str


def breaches(model, records):
    """Of the constraints of a model, by records that are not saved yet."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            yield from _unchecked(constraint, records)
        elif isinstance(constraint, ExclusionConstraint):
            yield from _overlapping(model, constraint, records)
        elif isinstance(constraint, UniqueConstraint) and (constraint.condition or constraint.name in WITH_IDS):
            yield from _repeated(model, constraint, records)


def explained(constraint):
    """The constraint's own message, or ours where it has only Django's."""
    return EXPLAINED.get(constraint.name) or constraint.violation_error_message


def _unchecked(constraint, records):
    fields = tuple(sorted(set(_fields(constraint.condition))))
    for record in records:
        if _holds(constraint.condition, record) is False:
            yield Breach(record, fields, explained(constraint))


def _fields(condition):
    for child in condition.children:
        if isinstance(child, Q):
            yield from _fields(child)
        else:
            yield child[0].partition("__")[0]


def _holds(condition, record):
    """As SQL sees it: None where a value that is not known decides."""
    if isinstance(condition, Q):
        found = [_holds(child, record) for child in condition.children]
        if condition.connector == Q.OR:
            answer = True if True in found else None if None in found else False
        else:
            answer = False if False in found else None if None in found else True
        return not answer if condition.negated and answer is not None else answer
    path, expected = condition
    name, _separator, lookup = path.partition("__")
    value = getattr(record, name)
    if expected is None:
        return value is None
    expected = getattr(record, expected.name) if isinstance(expected, F) else expected
    return None if value is None or expected is None else LOOKUPS[lookup](value, expected)


LOOKUPS = {
    "": lambda value, expected: value == expected,
    "in": lambda value, expected: value in expected,
    "overlap": lambda value, expected: bool(set(value) & set(expected)),
    "gt": lambda value, expected: value > expected,
    "gte": lambda value, expected: value >= expected,
    "lt": lambda value, expected: value < expected,
    "lte": lambda value, expected: value <= expected,
    "startswith": lambda value, expected: value.startswith(expected),
    "range": lambda value, limits: limits[0] <= value <= limits[1],
}


def _overlapping(model, constraint, records):
    """The later of two that claim the same at one time."""
    (same, _equal), (time, _overlap) = constraint.expressions
    if not isinstance(time, TimeBetween):
        raise TypeError(f"{constraint.name} excludes by something else than time: the import can't foretell it yet.")
    start, end = (part.name for part in time.get_source_expressions()[:2])
    in_hand = {record.pk for record in records}
    for claims in _beside_those_saved(model, [same], records).values():
        holder = None
        for claim in sorted(
            (claim for claim in claims if getattr(claim, start)), key=lambda claim: getattr(claim, start)
        ):
            if holder and getattr(claim, start) < (getattr(holder, end) or FOR_EVER):
                mine = claim if claim.pk in in_hand else holder
                yield Breach(mine, (same, start, end), constraint.violation_error_message)
            if not holder or (getattr(claim, end) or FOR_EVER) > (getattr(holder, end) or FOR_EVER):
                holder = claim


def _repeated(model, constraint, records):
    for claims in _beside_those_saved(model, constraint.fields, records).values():
        claims = [claim for claim in claims if not constraint.condition or _holds(constraint.condition, claim)]
        for claim in claims[1:]:
            yield Breach(claim, tuple(constraint.fields), explained(constraint))


def identity(record, field):
    """Of what a foreign key leads to, saved or not; any other value is itself."""
    if not record._meta.get_field(field).is_relation:
        return getattr(record, field)
    named = getattr(record, f"{field}_id")
    if named is None and (unsaved := record._state.fields_cache.get(field)):
        return id(unsaved)
    return named


def _beside_those_saved(model, fields, records):
    """All records by these fields: the saved ones of the same values first, those in hand after them."""
    groups = defaultdict(list)
    hands = {record.pk for record in records}
    columns = {field: model._meta.get_field(field).attname for field in fields}
    values = {field: {getattr(record, column) for record in records} for field, column in columns.items()}
    saved = model._base_manager.filter(**{f"{field}__in": known - {None} for field, known in values.items()})
    for record in [*(record for record in saved if record.pk not in hands), *records]:
        key = tuple(identity(record, field) for field in fields)
        if None not in key:
            groups[key].append(record)
    return groups
