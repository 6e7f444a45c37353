"""What a row says beyond the fields of its own record: receivers, households, beds, words within words."""

from collections import defaultdict

from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.clocks import set_times
from cases.models import Participation
from cases.models.clues import spelt
from cases.models.limits import Limits
from cases.models.risk import LEVELS
from cases.vocabulary import Ending, ServiceKind
from programmes.models import Vocabulary
from reporting.exchange.readings import places_of_a_word
from shelters.models import Household, Placement

COUNTED = {Vocabulary.SERVICE_KIND: ServiceKind, Vocabulary.CASE_OUTCOME: Ending}  # what words may count as


class Arrangement:
    """Is asked once for every row, after the fields of its record are filled; says whether it changed anything."""

    def __init__(self, importing, readings):
        self.importing = importing
        self.records = [importing.of(reading.table.sheet.name).get(reading.key) for reading in readings]

    def arrange(self, reading, record, is_new):
        return False


class Words(Arrangement):
    """Parts name their whole; kinds of service what they count as."""

    def __init__(self, importing, readings):
        super().__init__(importing, readings)
        saved = {word.pk: word for word in importing.of("vocabularies").values()}
        for word in saved.values():
            word.parent = saved.get(word.parent_id)

    def arrange(self, reading, record, is_new):
        kinds = COUNTED.get(reading.values.get("vocabulary"))
        if kinds and (reading.values.get("counts_as") or kinds.OTHER) not in kinds.values:
            reading.refuse("counts_as", format_lazy(_("one of: {keys}"), keys=", ".join(kinds.values)))
        if "parent" not in reading.row.cells:
            return False
        before = None if is_new else record.parent
        record.parent = self._whole(reading)
        if self._leads_to_itself(record):
            reading.refuse("parent", _("a word that is not a part of this one"))
        return record.parent is not before

    def _whole(self, reading):
        if "parent" not in reading.values or not reading.key:
            return None
        words = self.importing.of("vocabularies")
        vocabulary, programme, _key = reading.key
        for key in places_of_a_word(vocabulary, programme, reading.values["parent"]):
            if key in words:
                return words[key]
        reading.refuse("parent", _("a key of the same list"))
        return None

    def _leads_to_itself(self, record):
        passed, whole = [record], record.parent
        while whole is not None and whole not in passed:
            passed.append(whole)
            whole = whole.parent
        return whole is record


class OtherCodes(Arrangement):
    """A code that turned out to be another one's."""

    def arrange(self, reading, record, is_new):
        if "merged_into" not in reading.row.cells:
            return False
        before = None if is_new else record.merged_into_id
        record.merged_into = self._kept(reading)
        if record.merged_into is record or getattr(record.merged_into, "merged_into", None) is not None:
            reading.refuse("merged_into", _("another code, which is merged into none itself"))
        return before != getattr(record.merged_into, "pk", None)

    def _kept(self, reading):
        code = reading.row.cells["merged_into"]
        kept = self.importing.of("clients").get((code,)) if code else None
        if code and kept is None:
            reading.refuse("merged_into", _("a row of clients.csv"))
        return kept


class Marks(Arrangement):
    """Words leave a mark, and a mark without words says by which key it was made."""

    def __init__(self, importing, readings):
        super().__init__(importing, readings)
        self.seen = set()

    def arrange(self, reading, record, is_new):
        if not reading.is_sound:
            return False
        before = record.mark
        record.client.organisation = self.importing.organisation  # it is known, and part of every mark
        text, mark, key = (reading.values.get(name) for name in ("text", "mark", "marked_with"))
        if mark and key:
            record.mark, record.marked_with = mark, key
        elif mark:
            reading.refuse("marked_with", _("the name of the key of the hash"))
        elif text and not spelt(record.kind, text):
            reading.refuse("text", _("at least two letters, or the whole number"))
        elif text:
            record.remember(text)
        elif not record.mark:
            reading.refuse("mark", _("words or their hash"))
        place = (record.client.pk, bytes(record.mark or b""))
        if reading.is_sound and place in self.seen:
            reading.refuse("text", _("each clue of a person once"))
        self.seen.add(place)
        return bytes(before or b"") != bytes(record.mark or b"")


class Receivers(Arrangement):
    """Who received a service."""

    def __init__(self, importing, readings):
        super().__init__(importing, readings)
        services = [record for record in self.records if record and record.pk]
        self.before = defaultdict(dict)
        for participation in Participation.objects.filter(service__in=services):
            self.before[participation.service_id][participation.client_id] = participation

    def arrange(self, reading, record, is_new):
        if "receivers" not in reading.row.cells:
            return False
        before = self.before[record.pk]
        now = {client.pk: client for client in reading.values.get("receivers", [])}
        for pk, client in now.items():
            if pk not in before:
                self.importing.new[Participation].append(Participation(service=record, client=client))
        self.importing.gone[Participation] += [part for pk, part in before.items() if pk not in now]
        return before.keys() != now.keys()


class Judged(Arrangement):
    """Score and level follow from the answers, as they do on the page."""

    def __init__(self, importing, readings):
        super().__init__(importing, readings)
        self.weights, self.bands = defaultdict(dict), defaultdict(list)
        for item in importing.of("risk_items").values():
            self.weights[item.instrument_id][item.key] = item.weight
        for band in importing.of("risk_bands").values():
            self.bands[band.instrument_id].append(band)

    def arrange(self, reading, record, is_new):
        if not reading.is_sound:
            return False
        weights, twice = self.weights[record.instrument_id], set(record.said_yes) & set(record.said_no)
        for column, keys in (("yes", record.said_yes), ("no", record.said_no)):
            if not weights.keys() >= set(keys) or twice:
                reading.refuse(column, _("keys of questions of this instrument, each under yes or no"))
        before = (record.score, record.level_by_score, record.level)
        record.score = sum(weights.get(key, 0) for key in record.said_yes)
        reached = [band for band in self.bands[record.instrument_id] if band.from_score <= record.score]
        if not reached:
            reading.refuse("instrument", _("an instrument with a band that begins at 0"))
            return False
        record.level_by_score = max(reached, key=lambda band: band.from_score).level
        if is_new or "level" in reading.row.cells:
            record.level = reading.values.get("level") or record.level_by_score
        if LEVELS.index(record.level) < LEVELS.index(record.level_by_score):
            reading.refuse("level", _("a level that is not below that of the score"))
        return before != (record.score, record.level_by_score, record.level)


class Timed(Arrangement):
    """A report's own deadlines, as they are computed on its page."""

    def arrange(self, reading, record, is_new):
        if not reading.is_sound:
            return False
        before = (record.tell_by, record.write_by)
        set_times(record, self.limits)
        return before != (record.tell_by, record.write_by)

    @cached_property
    def limits(self):
        return Limits.of_rows(self.importing.of("legal_limits").values())


class Residents(Arrangement):
    """Who came together, from which enquiry, and in which bed each of them slept."""

    def __init__(self, importing, readings):
        super().__init__(importing, readings)
        stays = {record.pk: record for record in self.records if record}
        self.placements = defaultdict(list)
        for placement in Placement.objects.filter(stay__in=stays).select_related("bed"):
            placement.stay = stays[placement.stay_id]
            self.placements[placement.stay_id].append(placement)
        ids = {self._household_id(reading) for reading in readings}
        self.households = {
            household.pk: household for household in Household.objects.filter(pk__in=ids).select_related("enquiry")
        }
        enquiries = {reading.values["enquiry"].pk for reading in readings if reading.values.get("enquiry")}
        self.from_enquiry = {
            household.enquiry_id: household for household in Household.objects.filter(enquiry__in=enquiries - {None})
        }

    def arrange(self, reading, record, is_new):
        if not reading.is_sound:
            return False
        moved_in = self._join(reading, record, is_new)
        return self._bed(reading, record) or moved_in

    def _household_id(self, reading):
        word = reading.values.get("household") or f"\n{reading.texts['id']}"
        programme = reading.texts.get("programme", "")
        return self.importing.named("households", word if len(word) == 36 else f"{programme}/{word}")

    def _join(self, reading, stay, is_new):
        if not is_new and "household" not in reading.values:
            household = stay.household
        else:
            household = self._household(reading)
        is_other = is_new or stay.household_id != household.pk
        stay.household = household
        enquiry = reading.values.get("enquiry")
        if household.programme_id != stay.programme_id and household.programme is not stay.programme:
            reading.refuse("household", _("a household of this programme"))
        elif enquiry and household.enquiry is None:
            self._came_of(reading, household, enquiry)
        elif enquiry and household.enquiry != enquiry:
            reading.refuse("enquiry", _("the same enquiry in all rows of a household"))
        return is_other

    def _household(self, reading):
        pk = self._household_id(reading)
        if pk not in self.households:
            self.households[pk] = Household(pk=pk, programme=reading.values["programme"], enquiry=None)
            self.importing.new[Household].append(self.households[pk])
        return self.households[pk]

    def _came_of(self, reading, household, enquiry):
        if self.from_enquiry.setdefault(enquiry.pk, household).pk != household.pk:
            reading.refuse("enquiry", _("an enquiry from which no other household came"))
        household.enquiry = enquiry
        if household not in self.importing.new[Household]:
            self.importing.changed[Household].append(household)

    def _bed(self, reading, stay):
        parts = [reading.values.get(name) for name in ("house", "room", "bed")]
        if not any(parts):
            return False
        if not all(parts):
            reading.refuse("bed", _("house, room and bed, or none of them"))
            return False
        before = self.placements[stay.pk]
        placement = before[0] if len(before) == 1 else Placement(stay=stay)
        if len(before) > 1:
            self.importing.gone[Placement] += before
        is_new = placement._state.adding
        said = {"bed": parts[2], "from_at": stay.arrived_at, "to_at": stay.left_at}
        is_changed = is_new or any(getattr(placement, name) != value for name, value in said.items())
        for name, value in said.items():
            setattr(placement, name, value)
        self.importing.rows[id(placement)] = (reading.table, reading.row)
        self.importing.keep(placement, is_new, is_changed)
        return is_changed


ARRANGEMENTS = {
    "vocabularies": Words,
    "clients": OtherCodes,
    "clues": Marks,
    "services": Receivers,
    "risk_assessments": Judged,
    "duty_reports": Timed,
    "stays": Residents,
}
