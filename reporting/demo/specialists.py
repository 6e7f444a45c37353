"""The invented society's specialists and interpreters, and the talks in which somebody interpreted."""

from datetime import timedelta

from reporting.demo.chance import chance
from reporting.demo.helpline import PROGRAMME
from reporting.demo.people import name

INTERPRETERS = {
    # code: language, EUR an hour, days, from, to, in words
    "T001": ("sq", 35, "1;2;3;4;5", 8, 20, "zvečer po dogovoru"),
    "T002": ("ru", 32, "2;4", 9, 17, ""),
    "T003": ("bhs", 28, "1;2;3;4;5", 8, 18, ""),
    "T004": ("en", 30, "", "", "", "po dogovoru, tudi ponoči"),
}
SPECIALISTS = {
    # worker: kind, languages, days, from, to, in words
    "Z001": ("lawyer", "sl;en", "2;4", 9, 13, "nujno tudi po telefonu"),
    "Z002": ("detective", "sl", "3", 10, 15, ""),
    "Z003": ("foreign_language", "en;bhs", "1;3;5", 16, 20, ""),
}
LIKELY = 0.3  # of talks in another language


def write_specialists_of_the_house(book, seed):
    luck = chance(seed, "specialists")
    for code in INTERPRETERS:
        book.write("workers", code=code, name=name(luck))
    for code, (spoken, cost, *times) in INTERPRETERS.items():
        write_specialist(book, code, "interpreter", spoken, times, cost)
    for code, (kind, spoken, *times) in SPECIALISTS.items():
        write_specialist(book, code, kind, spoken, times, "")


def write_specialist(book, worker, kind, languages, times, cost):
    weekdays, from_hour, to_hour, hours = times
    book.write(
        "specialists",
        worker=worker,
        kind=kind,
        languages=languages,
        weekdays=weekdays,
        from_hour=from_hour,
        to_hour=to_hour,
        hours=hours,
        cost_per_hour=cost,
    )


def write_interpreted_talks(book, contacts, seed):
    """Some of the talks in a language that an interpreter speaks."""
    by_language = {spoken: (code, cost) for code, (spoken, cost, *_times) in INTERPRETERS.items()}
    for contact in contacts:
        of_ours = contact["programme"] == PROGRAMME and contact.get("language") in by_language
        if of_ours and chance(seed, contact["id"], "interpreter").random() < LIKELY:
            contact["interpreter"] = "yes"
            write_use(book, contact, *by_language[contact["language"]])


def write_use(book, contact, interpreter, cost):
    minutes = max(5, contact["minutes"])
    book.write(
        "interpreters",
        contact["started_at"] + timedelta(minutes=minutes),
        id=contact["id"],
        programme=PROGRAMME,
        contact=contact["id"],
        interpreter=interpreter,
        language=contact["language"],
        used_at=contact["started_at"],
        minutes=minutes,
        cost=f"{cost * minutes / 60:.2f}",
    )
