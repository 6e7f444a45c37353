"""The bed board: every bed of the houses somebody may see, night by night, in a constant number of queries.

Which nights a bed can be slept in comes from the view `UsableNight`, who sleeps there from placements: the same records
that the reports count.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q
from django.utils import timezone

from shelters.models import Bed, BedKind, Closure, Enquiry, House, Placement, Resident, Stay, UsableNight

SOON = 3  # days before the end in which the board says so aloud
BEFORE, DAYS = 2, 21


@dataclass(frozen=True)
class Window:
    """The nights from `first` on."""

    first: object
    days: int = DAYS

    @classmethod
    def around(cls, day, days=DAYS):
        return cls(day - timedelta(days=BEFORE), days)

    @cached_property
    def nights(self):
        return [self.first + timedelta(days=n) for n in range(self.days)]

    @property
    def last(self):
        return self.first + timedelta(days=self.days - 1)

    @property
    def after(self):
        return self.first + timedelta(days=self.days)

    def __contains__(self, day):
        return self.first <= day < self.after


@dataclass(frozen=True)
class Family:
    """Adults and children who look for a place together; unless somebody says so, the usual family."""

    adults: int = 1
    children: int = 2

    @property
    def size(self):
        return self.adults + self.children

    def fits(self, beds):
        """A cot takes no adult."""
        return len(beds) >= self.size and sum(bed.kind != BedKind.COT for bed in beds) >= self.adults


@dataclass(frozen=True)
class NotOpen:
    """Why a bed can't be slept in though nobody closed it: it, or its house, opens later or is given up."""

    reopens_on: object
    closed_on: object = date.min
    reason: str = ""


@dataclass(eq=False)
class Bar:
    """What lies in a bed over some nights, or over several beds of a family: a stay, a closure, a waiting enquiry."""

    kind: str
    record: object
    start: int
    end: int
    begun_before: bool = False
    goes_on: bool = False
    members: list = field(default_factory=list)
    family: list = field(default_factory=list)

    @property
    def columns(self):
        return self.end - self.start

    @property
    def rows(self):
        return max(1, len(self.members))

    def joins(self, other):
        """A family in neighbouring beds over the same nights is one block."""
        mine, others = self.record, other.record
        if self.kind != other.kind or (self.start, self.end) != (other.start, other.end):
            return False
        if self.kind == "stay":
            return mine.stay.household_id == others.stay.household_id
        return self.kind == "wait" and mine.pk == others.pk

    # A stay's bar speaks of its family

    @property
    def code(self):
        """Hers, or her mother's."""
        stay = self.record.stay
        return stay.client.code if stay.resident == Resident.WOMAN else self.family[0].client.code

    @property
    def people(self):
        return sum(stay.left_at is None or stay.left_at > self.record.from_at for stay in self.family)

    @property
    def days_left(self):
        return None if self.is_gone else self.record.stay.days_left

    @property
    def is_soon(self):
        return self.days_left is not None and self.days_left <= SOON

    @property
    def is_gone(self):
        return self.record.to_on is not None and self.record.to_on <= timezone.localdate()


@dataclass(frozen=True)
class Column:
    """A night of the board."""

    number: int
    night: date
    is_tonight: bool

    @property
    def style(self):
        return "tonight" if self.is_tonight else "we" if self.night.isoweekday() > 5 else ""


@dataclass(eq=False)
class Cell:
    """A free night."""

    column: Column
    kind: str = ""
    run: date | None = None  # tonight: up to which night the bed stays free; None is for as long as anybody knows
    has_room: bool = False  # beside it, to say so


@dataclass
class Row:
    bed: Bed
    cells: list
    first_of_room: int = 0  # how many beds the room has, on its first row
    tonight: object = None  # what stands in tonight's column: a Bar or a Cell, also where a block above covers it
    joined: bool = False

    @property
    def where(self):
        return f"{self.bed.room.called}, {self.bed.called}"

    @property
    def placement(self):
        """Who sleeps in this very bed tonight."""
        return next((member for member in self.tonight.members if member.bed_id == self.bed.pk), None)


@dataclass
class Block:
    """A house with its rooms' rows and its free beds a night."""

    house: House
    rows: list
    free: list  # pairs of column and number
    may_change: bool

    @property
    def beds(self):
        return [row.bed for row in self.rows]

    @property
    def free_tonight(self):
        return next((n for column, n in self.free if column.is_tonight), None)

    @property
    def usable_tonight(self):
        return sum(getattr(row.tonight, "kind", "") != "out" for row in self.rows)


class Board:
    def __init__(self, user, window, house=None, family=None):
        self.user, self.window, self.house, self.family = user, window, house, family or Family()
        self.today = timezone.localdate()

    # What is read: each once

    @cached_property
    def houses(self):
        houses = House.objects.visible_to(self.user).select_related("programme").defer("address")
        houses = houses.filter(Q(closed_on=None) | Q(closed_on__gt=self.window.first))
        return list(houses.order_by("position", "name"))

    @cached_property
    def shown_houses(self):
        return [house for house in self.houses if self.house in (None, house)]

    @cached_property
    def changeable(self):
        return set(House.objects.coordinated_by(self.user).values_list("pk", flat=True))

    @cached_property
    def beds(self):
        beds = Bed.objects.filter(room__house__in=[house.pk for house in self.shown_houses]).select_related("room")
        beds = beds.filter(Q(closed_on=None) | Q(closed_on__gt=self.window.first))
        houses = {house.pk: house for house in self.shown_houses}
        for bed in beds:
            bed.room.house = houses[bed.room.house_id]
        order = list(houses)
        return sorted(
            beds,
            key=lambda bed: (order.index(bed.room.house_id), bed.room.position, bed.room.name, bed.position, bed.name),
        )

    @cached_property
    def usable(self):
        """The nights in which each bed can be slept in."""
        nights = UsableNight.objects.filter(bed__in=[bed.pk for bed in self.beds])
        nights = nights.filter(on__range=(self.window.first, self.window.last)).order_by()
        return {row["bed"]: set(row["nights"]) for row in nights.values("bed").annotate(nights=ArrayAgg("on"))}

    @cached_property
    def placements(self):
        placements = Placement.objects.over_nights(self.window.first, self.window.after)
        placements = placements.filter(bed__in=[bed.pk for bed in self.beds]).order_by("from_at")
        by_bed = defaultdict(list)
        for placement in placements.select_related("stay__client"):
            by_bed[placement.bed_id].append(placement)
        return by_bed

    @cached_property
    def families(self):
        """Who belongs together, the first who came first."""
        households = {p.stay.household_id for placements in self.placements.values() for p in placements}
        stays = Stay.objects.filter(household__in=households).select_related("client")
        members = defaultdict(list)
        for stay in sorted(stays, key=lambda s: (s.resident != Resident.WOMAN, s.arrived_at, s.client.code)):
            members[stay.household_id].append(stay)
        return members

    @cached_property
    def closures(self):
        by_bed = defaultdict(list)
        closures = Closure.objects.filter(bed__in=[bed.pk for bed in self.beds], closed_on__lt=self.window.after)
        for closure in closures.select_related("vault"):
            by_bed[closure.bed_id].append(closure)
        return by_bed

    @cached_property
    def waiting_enquiries(self):
        waiting = Enquiry.objects.waiting().visible_to(self.user).defer("note")
        return list(waiting.order_by("asked_at").prefetch_related("beds"))

    @cached_property
    def enquiries(self):
        """Those waiting, by the beds they have in view."""
        by_bed = defaultdict(list)
        for enquiry in self.waiting_enquiries:
            for bed in enquiry.beds.all():
                by_bed[bed.pk].append(enquiry)
        return by_bed

    @property
    def number_waiting(self):
        return len(self.waiting_enquiries)

    # What it says of a night in a bed

    @cached_property
    def grid(self):
        """By bed: what lies there in each night, a pair of kind and record."""
        return {bed.pk: [self.lies(bed, night) for night in self.window.nights] for bed in self.beds}

    def lies(self, bed, night):
        for placement in self.placements[bed.pk]:
            to = placement.expected_to
            if placement.from_on <= night and (to is None or night < to):
                return "stay", placement
        if night not in self.usable.get(bed.pk, ()):
            return "out", self.why_out(bed, night)
        if night >= self.today:
            for enquiry in self.enquiries[bed.pk]:
                if (enquiry.wanted_on or self.today) <= night:
                    return "wait", enquiry
        return "free", None

    def why_out(self, bed, night):
        for closure in self.closures[bed.pk]:
            if closure.closed_on <= night and (closure.reopens_on is None or night < closure.reopens_on):
                return closure
        opening = [day for day in (bed.opened_on, bed.room.house.opened_on) if day and day > night]
        return NotOpen(max(opening, default=None))

    def is_free(self, bed, column):
        return self.grid[bed.pk][column][0] in ("free", "wait")

    def free_beds(self, column, beds=None):
        return [bed for bed in (self.beds if beds is None else beds) if self.is_free(bed, column)]

    @cached_property
    def tonight(self):
        """The column of tonight; None where the window lies elsewhere."""
        return (self.today - self.window.first).days if self.today in self.window else None

    # What the page shows

    @cached_property
    def columns(self):
        return [Column(n, night, night == self.today) for n, night in enumerate(self.window.nights)]

    @cached_property
    def blocks(self):
        by_house = defaultdict(list)
        for bed in self.beds:
            by_house[bed.room.house_id].append(bed)
        return [self.block(house, by_house[house.pk]) for house in self.shown_houses]

    def block(self, house, beds):
        rows = []
        for _room, its_beds in groupby(beds, key=attrgetter("room_id")):
            rows += self.room_rows(list(its_beds))
        free = [(column, len(self.free_beds(column.number, beds))) for column in self.columns]
        return Block(house, rows, free, house.pk in self.changeable)

    def room_rows(self, beds):
        rows, above = [], []
        for bed in beds:
            parts = [joined(part, above) for part in self.parts(bed)]
            tonight = next((part for part in parts if self.covers_tonight(part)), None)
            its_own = [part for part in parts if part not in above]
            rows.append(Row(bed, its_own, 0 if rows else len(beds), tonight, tonight in above))
            above = parts
        return rows

    def covers_tonight(self, part):
        if self.tonight is None:
            return False
        return part.start <= self.tonight < part.end if isinstance(part, Bar) else part.column.is_tonight

    def parts(self, bed):
        """The row of a bed from left to right: bars over what lies there, cells for what is free."""
        parts, column = [], 0
        for (kind, record), nights in groupby(self.grid[bed.pk]):
            length = len(list(nights))
            if kind == "free":
                parts += [self.cell(bed, n) for n in range(column, column + length)]
            else:
                parts.append(self.bar(kind, record, column, column + length))
            column += length
        return parts

    def bar(self, kind, record, start, end):
        begun = start == 0 and kind != "wait" and self.begun_before(kind, record)
        goes_on = end == self.window.days and self.goes_on(kind, record)
        family = self.families[record.stay.household_id] if kind == "stay" else []
        return Bar(kind, record, start, end, begun, goes_on, [record], family)

    def begun_before(self, kind, record):
        return (record.from_on if kind == "stay" else record.closed_on) < self.window.first

    def goes_on(self, kind, record):
        end = record.expected_to if kind == "stay" else getattr(record, "reopens_on", None)
        return end is None or end > self.window.after

    def cell(self, bed, column):
        cell = Cell(self.columns[column])
        if cell.column.is_tonight:
            taken = (n for n in range(column, self.window.days) if self.grid[bed.pk][n][0] != "free")
            until = next(taken, None)
            cell.run = self.window.nights[until] if until is not None else None
            cell.has_room = (until or self.window.days) - column > 3
        return cell

    @cached_property
    def free(self):
        """Free beds of all shown houses, night by night."""
        return [(column, len(self.free_beds(column.number))) for column in self.columns]

    @cached_property
    def waiting(self):
        """How many of the free ones an enquiry has in view."""
        counts = Counter(n for night in self.grid.values() for n, (kind, _record) in enumerate(night) if kind == "wait")
        return [(column, counts[column.number]) for column in self.columns] if counts else []

    # Answers in words

    @property
    def free_tonight(self):
        return next((n for column, n in self.free if column.is_tonight), 0)

    @cached_property
    def fitting_rooms(self):
        """Rooms that take the whole family tonight, each with its free beds."""
        return self.rooms_that_fit(self.tonight) if self.tonight is not None else []

    def rooms_that_fit(self, column):
        by_room = groupby(self.beds, key=attrgetter("room_id"))
        free = (self.free_beds(column, list(beds)) for _room, beds in by_room)
        return [beds for beds in free if self.family.fits(beds)]

    @cached_property
    def fitting_houses(self):
        """Houses that take the family tonight, though not in one room."""
        if self.tonight is None:
            return []
        free = ((block.house, self.free_beds(self.tonight, block.beds)) for block in self.blocks)
        return [(house, beds) for house, beds in free if self.family.fits(beds)]

    @cached_property
    def next_fit(self):
        """The first later night in which a room takes the whole family, with the beds; None in this window."""
        for column in range((self.tonight or 0) + 1, self.window.days):
            if rooms := self.rooms_that_fit(column):
                return self.window.nights[column], rooms[0]


def joined(part, above):
    """The part itself, or the block of the row above that it continues."""
    for other in above:
        if isinstance(part, Bar) and isinstance(other, Bar) and other.joins(part):
            other.members += part.members
            return other
    return part


class Wall(Board):
    """For the wall of the house, where everybody reads: who waits for a bed stays unsaid, as does who lies in it."""

    enquiries: dict = defaultdict(list)
