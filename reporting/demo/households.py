"""Families: a woman and her children who come, stay and leave together."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from reporting.demo.calendar import DAY, at, month_of
from reporting.demo.chance import chance, share_out
from reporting.demo.houses import Room


@dataclass
class Guest:
    code: str
    is_child: bool
    born_on: date


@dataclass
class Household:
    programme: str
    room: Room
    arrives: datetime
    leaves: datetime
    guests: list = field(default_factory=list)

    @property
    def woman(self):
        return self.guests[0]

    @property
    def size(self):
        return len(self.guests)

    def nights(self, first, last):
        """Days between the two, both included, whose midnight they spent in the house."""
        start, end = max(self.arrives.date(), first), min(self.leaves.date() - DAY, last)
        return [start + n * DAY for n in range((end - start).days + 1)]


@dataclass
class Block:
    """A family's months in a room: its stay touches each of them by a night."""

    room: Room
    size: int
    months: list
    was_there: bool
    stays_on: bool
    late: int = 0  # nights of the first month before they came
    early: int = 0  # nights of the last month after they left

    def free_nights(self, year):
        """How much later they may come, and earlier leave, without losing a month."""
        first, last = len(month_of(year, self.months[0])), len(month_of(year, self.months[-1]))
        if len(self.months) == 1 and not (self.was_there or self.stays_on):
            return first // 2, last - first // 2 - 1
        return (0 if self.was_there else first - 1), (0 if self.stays_on else last - 1)


def read(room):
    """The blocks of a room's year as it is drawn in `houses`."""
    drawn = room.months_2021.strip("<>")
    month, blocks = 1, []
    for letter, run in groupby(drawn):
        months = list(range(month, month + len(list(run))))
        month = months[-1] + 1
        if letter != ".":
            was_there = months[0] == 1 and room.months_2021.startswith("<")
            stays_on = months[-1] == 12 and room.months_2021.endswith(">")
            blocks.append(Block(room, room.beds if letter.isupper() else 1, months, was_there, stays_on))
    return blocks


def shorten(blocks, year, nights, luck):
    """Lets families come later and leave earlier until all have spent so many nights in all.

    What is too much is shared out among families of each size; those of one take what is left, night by night.
    """
    whole = sum(block.size * len(month_of(year, month)) for block in blocks for month in block.months)
    too_much = whole - nights
    room_for = {size: 0 for size in sorted({block.size for block in blocks}, reverse=True)}
    for block in blocks:
        room_for[block.size] += sum(block.free_nights(year))
    share = too_much / sum(size * free for size, free in room_for.items())
    for size, free in room_for.items():
        part = too_much if size == 1 else int(free * share)
        too_much -= _shorten([block for block in blocks if block.size == size], year, part, luck) * size
    if too_much:
        raise ValueError(f"{nights} nights do not fit into these rooms")


def _shorten(blocks, year, nights, luck):
    weights = [free * luck.uniform(0.5, 1.5) for block in blocks for free in block.free_nights(year)]
    caps = [free for block in blocks for free in block.free_nights(year)]
    parts = _share_within(nights, weights, caps)
    for block, late, early in zip(blocks, parts[::2], parts[1::2], strict=True):
        block.late, block.early = late, early
    return nights


def _share_within(total, weights, caps):
    parts = [min(part, cap) for part, cap in zip(share_out(total, weights), caps, strict=True)]
    for number, cap in enumerate(caps):
        parts[number] += min(cap - parts[number], total - sum(parts))
    if sum(parts) != total:
        raise ValueError(f"{total} nights cannot be taken away")
    return parts


def households_2021(programme, rooms, inputs, letter, seed):
    """The families of 2021: so many nights, in the months that the rooms are drawn with."""
    luck = chance(seed, 2021, programme, "stays")
    blocks = [block for room in rooms for block in read(room)]
    shorten(blocks, 2021, inputs.nights, luck)
    families = [(_household(programme, block, luck), block.size) for block in blocks]
    families.sort(key=lambda family: family[0].arrives)
    for number, (family, size) in enumerate(families, start=1):
        family.guests = guests(f"21-{letter}{number:02}", size, family.arrives.date(), luck)
    return [family for family, _size in families]


def _household(programme, block, luck):
    first, last = month_of(2021, block.months[0])[0], month_of(2021, block.months[-1])[-1]
    arrives, leaves = first + block.late * DAY, last + DAY - block.early * DAY
    if block.was_there:
        arrives -= timedelta(luck.randint(20, 150))
    if block.stays_on:
        leaves += timedelta(luck.randint(10, 90))
    return Household(programme, block.room, at(arrives, luck.randint(9, 18), 30), at(leaves, luck.randint(8, 15)))


def guests(code, size, day, luck):
    """A woman and her children, each at least 18 years younger than she."""
    age = luck.randint(19, 62) if size == 1 else luck.randint(22, 46)
    mother = Guest(code, False, day - timedelta(int(age * 365.25) + luck.randint(30, 330)))
    oldest = min(17, age - 18)
    children = [day - timedelta(int(luck.uniform(0.2, oldest - 0.5) * 365.25)) for _ in range(size - 1)]
    return [mother, *(Guest(f"{code}-{number}", True, born) for number, born in enumerate(children, start=1))]


def households_since(programme, rooms, first, last, letter, seed, lengths=(20, 230, 80), gaps=(3, 30)):
    """One family after another in each room, for ever the same; those that are there between the two days."""
    families = []
    for position, room in enumerate(rooms, start=1):
        luck = chance(seed, programme, room.house, room.name)
        day, number = date(2022, 1, 10) + timedelta(luck.randint(0, 40)), 0
        while day <= last:
            number += 1
            arrives, leaves = at(day, luck.randint(9, 19), 15), day + timedelta(int(luck.triangular(*lengths)))
            size = room.beds if luck.random() < 0.8 else max(1, room.beds - 1)
            family = Household(programme, room, arrives, at(leaves, luck.randint(8, 15)))
            family.guests = guests(f"{letter}{position}-{number:02}", size, day, luck)
            families.append(family)
            day = leaves + timedelta(luck.randint(*gaps))
    return sorted((family for family in families if family.leaves.date() >= first), key=lambda family: family.arrives)
