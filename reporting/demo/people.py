"""Those who work for the invented society, and how a client is written."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from reporting.demo.case_work import write_case
from reporting.demo.chance import chance
from reporting.demo.words import CHILDREN, FIRST_NAMES, KNOWLEDGE, LAST_NAMES, SAFE

EMPLOYEES, EMPLOYEES_LEFT, MEMBERS, MEMBERS_WHO_VOLUNTEER = 20, 3, 46, 18
VOLUNTEERS, LJUBLJANA, SHELTERS = 82, 61, 10
SINCE = date(2015, 1, 1)


@dataclass
class Crew:
    """Codes of workers."""

    staff: list
    sos: dict  # volunteers of the helpline by unit
    shelter_volunteers: list  # enough for both shelters and the counselling
    board: list
    supervisory_board: list
    prevention: list
    specialists: dict = field(default_factory=dict)

    @property
    def on_phone(self):
        return {unit: [*self.staff, *volunteers] for unit, volunteers in self.sos.items()}


def codes(letter, count, first=1):
    return [f"{letter}{number:03}" for number in range(first, first + count)]


def the_crew():
    """Three people volunteer in two programmes: two on the board and one in prevention answer calls too."""
    volunteers, shelters, members = codes("P", VOLUNTEERS), codes("V", SHELTERS), codes("C", 8)
    return Crew(
        staff=codes("D", EMPLOYEES),
        sos={"ljubljana": volunteers[:LJUBLJANA], "celje": volunteers[LJUBLJANA:]},
        shelter_volunteers=shelters,
        board=[*members[:3], *volunteers[:2]],
        supervisory_board=members[3:6],
        prevention=[members[6], volunteers[2]],
        specialists={"lawyer": "Z001", "detective": "Z002", "foreign_language": "Z003"},
    )


def write_crew(book, crew, seed):
    luck = chance(seed, "crew")
    left = codes("D", EMPLOYEES_LEFT, first=EMPLOYEES + 1)
    volunteers = [*crew.sos["ljubljana"], *crew.sos["celje"], *crew.shelter_volunteers]
    members = [*codes("C", MEMBERS - MEMBERS_WHO_VOLUNTEER), *volunteers[:MEMBERS_WHO_VOLUNTEER]]
    workers = [*crew.staff, *left, *volunteers, *members, *crew.specialists.values()]
    about = chance(seed, "about the crew")
    for code in dict.fromkeys(workers):
        book.write("workers", code=code, name=name(luck), **what_is_known(about))
    for kind, people in {"employee": crew.staff, "volunteer": volunteers, "member": members}.items():
        for code in people:
            book.write("engagements", worker=code, kind=kind, started_on=SINCE + timedelta(luck.randint(0, 2000)))
    for number, code in enumerate(left):
        book.write(
            "engagements", worker=code, kind="employee", started_on=SINCE, ended_on=date(2021, 3 * number + 3, 1)
        )


def what_is_known(luck):
    """Of most of them the year of birth; some speak another language, few know something rare."""
    return {
        "sex": "woman",
        "born_in": luck.choice(["", *range(1952, 2003)]),
        "languages": ["sl", *luck.choices([[], ["en"], ["en", "bhs"], ["bhs"], ["sq"]], [60, 22, 8, 8, 2])[0]],
        "knowledge": luck.choices(["", *KNOWLEDGE], [90, *[2] * len(KNOWLEDGE)])[0],
    }


def name(luck, first_names=FIRST_NAMES):
    return f"{luck.choice(first_names)} {luck.choice(LAST_NAMES)}"


def write_client(book, code, programme, since, luck, until=None, born_on="", sex="woman", is_child=False):
    """A client with her case, known since her first day. Gives the row of the case."""
    book.write(
        "clients",
        since,
        code=code,
        sex=sex,
        born_on=born_on,
        name=name(luck, CHILDREN if is_child else FIRST_NAMES),
        **({} if is_child else safe_contact(book, code, since)),
    )
    opened_on = since.date() if hasattr(since, "date") else since
    closed_on = until.date() if hasattr(until, "date") else until
    return write_case(book, programme, code, opened_on, closed_on or date(opened_on.year, 12, 31), is_child)


def safe_contact(book, code, since):
    """What was agreed with about half of the women; by a chance of its own, so that all else stays as it is."""
    luck = chance(book.name, code, "safe contact")
    if luck.random() < 0.5:
        return {}
    return {
        "may_phone": "yes",
        "may_sms": luck.choice(("yes", "no")),
        "may_post": "no",
        "may_leave_message": luck.choice(("no", "no", "yes")),
        "safe_from": luck.choice(("08:00", "09:00", "16:00")),
        "safe_until": luck.choice(("18:00", "20:00")),
        "code_word": luck.choice(("jagoda", "javor", "mesec")),
        "number": f"000 000 {luck.randint(100, 999)}",
        "reached_at": luck.choice(SAFE),
        "confirmed_on": since.date() if hasattr(since, "date") else since,
    }


def born(luck, day, low, high):
    """A birthday of somebody who on that day is at least `low` and at most `high` years old."""
    oldest = date(day.year - high - 1, day.month, min(day.day, 28)) + timedelta(1)
    youngest = date(day.year - low, day.month, min(day.day, 28))
    return oldest + timedelta(luck.randint(0, (youngest - oldest).days))
