"""Another invented organisation: a crisis centre, where one comes at any hour and stays up to 21 days.

`STAYS_2021` are its families of 2021: the day they came, nights, children, whether they came by night. In each month
as many nights were spent as were printed, and as many people left as days of stay exceed nights.
"""

from datetime import date, timedelta

from cases.vocabulary import Employment
from programmes.models import Kind, Vocabulary
from reporting.demo.book import Book, gathered
from reporting.demo.calendar import at, year_days
from reporting.demo.chance import chance, pick
from reporting.demo.households import Guest, Household, households_since
from reporting.demo.houses import Room, write_room
from reporting.demo.people import name, write_client
from reporting.demo.society import write_word, write_words_of_cases

KEY, NAME, DISPLAYED_NAME = "zgled", "Krizni center Zgled", "Zgled"
PROGRAMME, HOUSE = "krizni-center", "hisa"
ROOMS = [Room(HOUSE, "1", 4), Room(HOUSE, "2", 3), Room(HOUSE, "3", 3), Room(HOUSE, "4", 2)]
STAFF = ["K01", "K02", "K03", "K04", "K05"]

NIGHT = True
THERE_BEFORE = date(2020, 12, 22), 17, 0
STAYS_2021 = [
    (date(2021, 1, 5), 10, 2),
    (date(2021, 1, 24), 11, 0, NIGHT),
    (date(2021, 1, 25), 9, 1),
    (date(2021, 1, 26), 8, 2),
    (date(2021, 2, 10), 4, 0, NIGHT),
    (date(2021, 2, 16), 5, 0, NIGHT),
    (date(2021, 2, 25), 8, 2),
    (date(2021, 3, 3), 5, 1),
    (date(2021, 3, 9), 8, 0, NIGHT),
    (date(2021, 3, 26), 9, 1),
    (date(2021, 3, 27), 8, 2),
    (date(2021, 4, 12), 4, 0, NIGHT),
    (date(2021, 4, 20), 5, 0),
    (date(2021, 5, 4), 5, 2),
    (date(2021, 5, 10), 8, 1),
    (date(2021, 5, 18), 11, 0, NIGHT),
    (date(2021, 6, 2), 16, 0, NIGHT),
    (date(2021, 6, 8), 10, 1),
    (date(2021, 6, 27), 8, 2),
    (date(2021, 7, 12), 3, 1),
    (date(2021, 7, 30), 7, 2),
    (date(2021, 8, 29), 15, 0, NIGHT),
    (date(2021, 9, 14), 8, 0),
    (date(2021, 9, 27), 19, 1),
    (date(2021, 10, 21), 19, 2),
    (date(2021, 12, 2), 23, 2),
]
THERE_AFTER = date(2021, 12, 18), 16, 3
# Of the women who came in 2021, the last of whom nobody asked who had sent her.
AGES = {(19, 29): 10, (32, 39): 6, (42, 49): 9, (52, 60): 2}
EMPLOYMENT = {
    Employment.UNEMPLOYED: 16,
    Employment.UNEMPLOYABLE: 3,
    Employment.EMPLOYED: 6,
    Employment.RETIRED: 1,
    Employment.PARENTAL_LEAVE: 1,
}
REFERRERS = {"centre-for-social-work": 13, "intervention-service": 9, "police": 2, "health-care": 1, "herself": 1}
QUESTIONNAIRES = 21
FIRST_AID, FIRST_AID_AT_NIGHT = 94, 13

WORDS = {
    Vocabulary.AGE_BAND: [
        ("18-30", "18 do 30 let", "18 to 30", {"lower": 18, "upper": 30}),
        ("31-40", "31 do 40 let", "31 to 40", {"lower": 31, "upper": 40}),
        ("41-50", "41 do 50 let", "41 to 50", {"lower": 41, "upper": 50}),
        ("51-61", "51 do 61 let", "51 to 61", {"lower": 51, "upper": 61}),
    ],
    Vocabulary.LENGTH_BAND: [
        ("under-7", "manj kot 7 dni", "under 7 days", {"lower": 0, "upper": 6}),
        ("7-21", "7 do 21 dni", "7 to 21 days", {"lower": 7, "upper": 21}),
        ("over-21", "nad 21 dni", "over 21 days", {"lower": 22}),
    ],
    Vocabulary.REFERRER: [
        ("centre-for-social-work", "center za socialno delo", "centre for social work", {}),
        (
            "intervention-service",
            "od tega interventna služba",
            "of which intervention service",
            {"parent": "centre-for-social-work"},
        ),
        ("police", "policija", "police", {}),
        ("health-care", "zdravstvo", "health care", {}),
        ("herself", "prišla sama", "came by herself", {}),
    ],
    Vocabulary.DESTINATION: [
        ("varna-hisa", "varna hiša", "shelter", {}),
        ("sorodniki", "sorodniki, prijateljice", "relatives, friends", {}),
        ("domov", "domov, povzročitelj je odšel", "home, the perpetrator has left", {}),
        ("nazaj", "vrnitev k povzročitelju", "back to the perpetrator", {}),
    ],
    Vocabulary.SERVICE_KIND: [
        ("prva-pomoc", "prva socialna pomoč", "first social aid", {"counts_as": "first_social_aid"}),
        ("svetovanje", "svetovanje", "counselling", {"counts_as": "counselling"}),
    ],
}
DESTINATIONS = {"varna-hisa": 34, "sorodniki": 30, "domov": 20, "nazaj": 16}


def organisation(seed):
    book = Book(f"{seed}/zgled")
    book.write("organisation", key=KEY, name=NAME, displayed_name=DISPLAYED_NAME)
    book.write(
        "programmes",
        key=PROGRAMME,
        name=NAME,
        short_name="Krizni center",
        kind=Kind.CRISIS_CENTRE,
        stay_limit_days=21,
        extension_limit_days=21,
    )
    for vocabulary, words in WORDS.items():
        for position, (key, slovenian, english, more) in enumerate(words):
            write_word(book, vocabulary, key, slovenian, english, position, **more)
    write_words_of_cases(book)
    book.write("houses", programme=PROGRAMME, key=HOUSE, name="Hiša", address="Izmišljena pot 7, Nikjer")
    for position, room in enumerate(ROOMS):
        write_room(book, PROGRAMME, room, position)
    luck = chance(seed, KEY, "crew")
    for code in STAFF:
        book.write("workers", code=code, name=name(luck))
        book.write("engagements", worker=code, kind="employee", started_on=date(2019, 1, 1))
    return book


def the_year_2021(seed):
    book, luck = Book(f"{seed}/zgled/2021"), chance(seed, KEY, 2021)
    families = households_2021(luck)
    about = _about_women(len(families), luck)
    left = [number for number, family in enumerate(families) if family.leaves.year == 2021]
    answered = set(luck.sample(left, QUESTIONNAIRES))
    for number, (family, (ages, employment, referrer)) in enumerate(zip(families, about, strict=True)):
        age = luck.randint(*ages)
        family.guests = _guests(f"21-K{number:02}", family.size, age, luck)
        questionnaire_on = family.leaves.date() if number in answered else ""
        write_stay(book, family, luck, employment, referrer, questionnaire_on)
    write_first_aid(book, 2021, FIRST_AID, FIRST_AID_AT_NIGHT, luck)
    return gathered(organisation(seed), book)


def households_2021(luck):
    """Each family in the first room that is free and large enough."""
    families = []
    for came_on, nights, children, *by_night in [THERE_BEFORE, *STAYS_2021, THERE_AFTER]:
        leaves_on = came_on + timedelta(nights)
        hour = luck.choice((22, 23)) if by_night else luck.randint(9, 19)
        taken = {family.room.name for family in families if family.leaves.date() >= came_on}
        room = next(room for room in reversed(ROOMS) if room.beds > children and room.name not in taken)
        family = Household(PROGRAMME, room, at(came_on, hour, 20), at(leaves_on, luck.randint(8, 16)))
        family.guests = [None] * (children + 1)
        families.append(family)
    return families


def _about_women(count, luck):
    """Age, employment and referrer of each woman; she who was there before January is like the last who came."""
    new = count - 1
    ages, employments, referrers = (
        [value for value, times in shares.items() for _ in range(times)] for shares in (AGES, EMPLOYMENT, REFERRERS)
    )
    luck.shuffle(ages)
    luck.shuffle(employments)
    luck.shuffle(referrers)
    referrers += [""] * (new - len(referrers))
    about = list(zip(ages, employments, referrers, strict=True))
    return [about[-1], *about]


def _guests(code, size, age, luck):
    """Born in the first days of a year, so that her age is the same all year."""
    mother = Guest(code, False, date(2021 - age, 1, 1))
    oldest = max(1, min(17, age - 18))
    return [mother] + [
        Guest(f"{code}-{number}", True, date(2021 - luck.randint(1, oldest), luck.randint(1, 12), luck.randint(1, 28)))
        for number in range(1, size)
    ]


def write_stay(book, family, luck, employment, referrer, questionnaire_on=""):
    destination = pick(luck, DESTINATIONS)
    for guest, bed in zip(family.guests, family.room.bed_names, strict=False):
        write_client(
            book,
            guest.code,
            PROGRAMME,
            family.arrives,
            luck,
            until=family.leaves,
            born_on=guest.born_on,
            sex=luck.choice(("woman", "man")) if guest.is_child else "woman",
            is_child=guest.is_child,
        )
        book.write(
            "stays",
            family.arrives,
            id=guest.code,
            programme=PROGRAMME,
            household=family.woman.code,
            client=guest.code,
            resident="child" if guest.is_child else "woman",
            arrived_at=family.arrives,
            left_at=book.past(family.leaves),
            house=HOUSE,
            room=family.room.name,
            bed=bed,
            expected_until=family.arrives.date() + timedelta(21),
            referrer=referrer,
            destination=book.past(family.leaves) and destination,
            employment="" if guest.is_child else employment,
            questionnaire_on="" if guest.is_child else book.past(questionnaire_on),
        )


def write_first_aid(book, year, count, at_night, luck):
    """By phone, at the door, in the field; some of it at night."""
    for number, day in enumerate(luck.choices(year_days(year), k=count)):
        hour = luck.choice((22, 23, 0, 1, 3, 4)) if number < at_night else luck.randint(8, 18)
        moment = at(day, hour, luck.choice((0, 15, 30)))
        book.write(
            "services",
            moment,
            programme=PROGRAMME,
            worker=luck.choice(STAFF),
            kind="prva-pomoc",
            started_at=moment,
            minutes=luck.choice((15, 20, 30, 45)),
        )


def years_until(now, seed):
    living, books = Book(f"{seed}/zgled/living", until=now), []
    for year in (now.year - 1, now.year):
        book = Book(f"{seed}/zgled/{year}", until=now)
        write_first_aid(book, year, FIRST_AID + year % 10, FIRST_AID_AT_NIGHT, chance(seed, KEY, year))
        books.append(book)
    first, last = date(now.year - 1, 1, 1), date(now.year, 12, 31)
    for family in households_since(PROGRAMME, ROOMS, first, last, "K", seed, lengths=(2, 34, 12), gaps=(2, 25)):
        luck = chance(seed, family.woman.code, "stay")
        write_stay(living, family, luck, pick(luck, EMPLOYMENT), pick(luck, REFERRERS))
    return gathered(*books, living)
