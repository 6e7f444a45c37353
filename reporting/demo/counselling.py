"""A year of a counselling programme: who came in which months, how often, how long."""

from datetime import date, timedelta

from reporting.demo.calendar import at, month_of
from reporting.demo.chance import chance, share_out, uneven
from reporting.demo.people import born, write_client
from reporting.demo.releases import write_releases

PROGRAMME = "psihosocialna"
GROUPS = ("support_group_1", "support_group_2")
SESSION_MINUTES = 90


def write_counselling(book, inputs, crew, seed):
    year, numbers = inputs.year, inputs.counselling
    luck = chance(seed, year, PROGRAMME)
    months = months_of_people(numbers, luck)
    codes = [f"{year % 100}-S{number:03}" for number in range(1, numbers.people + 1)]
    moments = {
        code: moments_of(year, mine, number < numbers.once, luck)
        for number, (code, mine) in enumerate(zip(codes, months, strict=True))
    }
    sessions = sessions_of(year, codes, months, numbers, luck)
    first_days = {code: min(moments[code]).date() for code in codes}
    birthdays = birthdays_of(codes, first_days, numbers, luck)
    cases = []
    for code in codes:
        until = max(moments[code]) + timedelta(45)
        sex = luck.choices(("woman", "man"), (88, 12))[0]
        cases.append(write_client(book, code, PROGRAMME, first_days[code], luck, until, birthdays[code], sex))
    write_releases(book, cases, crew.staff, chance(seed, year, "releases"))
    visits = sorted((moment, code) for code in codes for moment in moments[code])
    lengths = share_out(numbers.hours * 60, uneven(luck, len(visits), 0.4), 20, 150)
    for (moment, code), minutes in zip(visits, lengths, strict=True):
        write_service(book, "svetovanje", moment, minutes, [code], luck.choice(crew.staff))
    for group, moment, members in sessions:
        session = write_service(book, "skupina", moment, SESSION_MINUTES, members, crew.staff[0], group)
        known = [code for code in codes if first_days[code] <= moment.date()]
        write_invitations(book, session, moment, members, known, chance(seed, year, group, moment))
    write_lists(book, sessions, year)


def months_of_people(numbers, luck):
    """The months of each person: those who came once have one, the others as many as their share of person-months."""
    others = numbers.people - numbers.once
    runs = share_out(numbers.person_months - numbers.once, [luck.lognormvariate(0, 0.6) for _ in range(others)], 1, 12)
    return [_run(length, luck) for length in [1] * numbers.once + runs]


def _run(length, luck):
    first = luck.randint(1, 13 - length)
    return range(first, first + length)


def moments_of(year, months, once, luck):
    """Once a month or twice; who came in one month only came twice then, unless she came once."""
    moments = []
    for month in months:
        times = 1 if once else 2 if len(months) == 1 else luck.choices((1, 2, 3), (30, 50, 20))[0]
        weekdays = [day for day in month_of(year, month) if day.isoweekday() < 6]
        moments += [at(day, luck.randint(9, 18)) for day in luck.sample(weekdays, times)]
    return moments


def sessions_of(year, codes, months, numbers, luck):
    """Groups of those who came longest; to a session in a month come those who come that month."""
    longest = sorted(range(len(codes)), key=lambda number: len(months[number]), reverse=True)
    sessions = []
    for group, size in zip(GROUPS, numbers.groups, strict=True):
        members, longest = longest[:size], longest[size:]
        for month in range(1, 13):
            coming = [codes[number] for number in members if month in months[number]]
            if coming:
                day = [day for day in month_of(year, month) if day.isoweekday() == 2][1]
                sessions.append((group, at(day, 18), coming))
    return sessions


def birthdays_of(codes, first_days, numbers, luck):
    """Some children, all of them under 15 the whole year; one person is the oldest."""
    birthdays = {code: born(luck, first_days[code], 19, numbers.oldest - 2) for code in codes}
    ordered = sorted(codes, key=lambda code: luck.random())
    for code in ordered[: numbers.children]:
        birthdays[code] = born(luck, first_days[code], 5, 13)
    oldest = ordered[-1]
    birthdays[oldest] = date(first_days[oldest].year - numbers.oldest, 1, 1)
    return birthdays


def write_invitations(book, session, moment, members, known, luck):
    """Who came was expected, and sometimes one or two more."""
    absent = [code for code in luck.sample(known, min(2, len(known))) if code not in members and luck.random() < 0.6]
    for code in [*members, *absent]:
        book.write("invitations", moment, service=session["id"], client=code)


def write_lists(book, sessions, year):
    """On the list from the first session to which she came; gone after a month without her."""
    for group in GROUPS:
        moments = [(moment, code) for of, moment, members in sessions if of == group for code in members]
        for code in sorted({code for _moment, code in moments}):
            hers = [moment for moment, of in moments if of == code]
            left_on = max(hers).date() + timedelta(31)
            book.write(
                "memberships",
                min(hers),
                id=f"{group}-{code}",
                programme=PROGRAMME,
                group=group,
                client=code,
                joined_on=min(hers).date(),
                left_on=book.past(left_on),
            )


def write_service(book, kind, moment, minutes, receivers, worker, group=""):
    return book.write(
        "services",
        moment,
        programme=PROGRAMME,
        received_as="external",
        worker=worker,
        kind=kind,
        group=group,
        started_at=moment,
        minutes=minutes,
        receivers=receivers,
    )
