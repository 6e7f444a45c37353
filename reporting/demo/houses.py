"""Houses, rooms and beds, and who was in which room in 2021.

`months_2021` is a room's year, a character a month: a letter is a family of as many as there are beds (a woman and
her children), or a woman alone where it is small; a dot is an empty month. `<` was there before January, `>` stayed
after December.
"""

from dataclasses import dataclass
from datetime import date

NEW_UNIT, NEW_ROOMS = date(2021, 10, 1), date(2025, 1, 1)


@dataclass(frozen=True)
class Room:
    house: str
    name: str
    beds: int
    months_2021: str = "............"
    opened_on: date | None = None

    @property
    def bed_names(self):
        return "ABCDEFGH"[: self.beds]


HOUSES = {
    # programme: key, name, unit, address, opened
    "zatocisce": [
        ("hisa", "Hiša", "hisa", "Izmišljena ulica 1, Nikjer", ""),
        ("enota-a", "Enota A", "stanovanje-a", "Izmišljena ulica 2, Nikjer", ""),
        ("enota-b", "Enota B", "stanovanje-b", "Izmišljena ulica 3, Nikjer", ""),
    ],
    "zatocisce_ii": [
        ("hisa", "Hiša II", "hisa", "Izmišljena cesta 4, Nikjer", ""),
        ("enota", "Enota C", "stanovanje", "Izmišljena cesta 5, Nikjer", ""),
        ("nova-enota", "Nova enota", "nova-enota", "Izmišljena cesta 6, Nikjer", NEW_UNIT),
    ],
}
ROOMS = {
    "zatocisce": [
        Room("hisa", "1", 3, "<AAAABBBB.CCC>"),
        Room("hisa", "2", 2, "<AAAAA.BBBBBB>"),
        Room("hisa", "3", 2, "AAAAAABBBB.."),
        Room("hisa", "4", 1, "<AAAABBBBBCCC>"),
        Room("hisa", "5", 1, "<AAAAA.BBBBBB>"),
        Room("enota-a", "1", 2, "..AAAAAA.BBB>"),
        Room("enota-a", "2", 1, "<AAAAAA.BBBBB"),
        Room("enota-b", "1", 2, "<AAAAAA.bbbb."),
        Room("enota-b", "2", 1, ".AAAA.BBBBB."),
        Room("hisa", "6", 2, opened_on=NEW_ROOMS),  # closed for painting whenever the demo starts (today.py)
        Room("enota-b", "3", 2, opened_on=NEW_ROOMS),
    ],
    "zatocisce_ii": [
        Room("hisa", "1", 3, "<AAAAAABBBBBB>"),
        Room("hisa", "2", 2, "<AAAAA.BBBB.."),
        Room("hisa", "3", 1, "<AAAA..BBBBB."),
        Room("enota", "1", 2, "<AAAAAA..BBB."),
        Room("enota", "2", 2, "..AAAAAA...."),
        Room("enota", "3", 1, "..AAAA.BBBBB>"),
        Room("nova-enota", "1", 3, ".........AAA>"),
        Room("nova-enota", "2", 2, ".........BBB>"),
        Room("nova-enota", "3", 3, opened_on=NEW_ROOMS),
    ],
}


def write_houses(book):
    position = 0
    for programme, houses in HOUSES.items():
        for key, name, unit, address, opened_on in houses:
            position += 1
            book.write(
                "houses",
                programme=programme,
                unit=unit,
                key=key,
                name=name,
                address=address,
                opened_on=opened_on,
                position=position,
            )
        for place, room in enumerate(ROOMS[programme]):
            write_room(book, programme, room, place)


def write_room(book, programme, room, position):
    book.write("rooms", programme=programme, house=room.house, room=room.name, position=position)
    for place, bed in enumerate(room.bed_names):
        book.write(
            "beds",
            programme=programme,
            house=room.house,
            room=room.name,
            bed=bed,
            opened_on=room.opened_on or "",
            position=place,
        )


def lived_in(programme):
    """Rooms with families of their own; the newest ones wait for whoever tries the demo."""
    return [room for room in ROOMS[programme] if room.opened_on is None]
