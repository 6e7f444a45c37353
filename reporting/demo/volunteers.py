"""A year of volunteers' hours, of trainings and other activities."""

from decimal import Decimal

from reporting.demo.calendar import month_of, year_days
from reporting.demo.chance import chance, share_out, uneven
from reporting.demo.people import codes, name
from reporting.demo.words import TITLES

NEW_AMONG_THEM = 40  # volunteers of the helpline who were trained in 2021
OF_STAFF = {"internal_training", "staff_supervision"}
FOR_WHOM = {
    "professional_event": ["strokovni-delavci", "policija-sodstvo"],
    "vulnerable_group_workshop": ["mladi", "starejsi", "javnost"],
}
GIVEN_BY = {
    "staff_supervision": {"provider": "Supervizorka Izmišljena", "licence": "SI-00", "group": "Skupina A"},
    "internal_training": {"provider": "Zavod Zgled", "cost": 120},
}
ATTENDED = OF_STAFF | {"intervision", "supervision_workshop", "additional_training"}


def write_volunteers(book, inputs, crew, seed):
    """Each group of volunteers gives its hours, in halves, each person on several days of the year."""
    free = list(crew.shelter_volunteers)
    for group in inputs.volunteers:
        luck = chance(seed, inputs.year, group.place, group.unit, "volunteers")
        people = people_of(group, crew, free)
        for worker, halves in zip(people, share_out(group.half_hours, uneven(luck, len(people)), 1), strict=True):
            _write_hours(book, group, worker, halves, inputs.year, luck)


def people_of(group, crew, free):
    """Those of the group; for a shelter the next who are free."""
    if group.place == "sos_telefon":
        return crew.sos[group.unit]
    known = {"upravni_odbor": crew.board, "nadzorni_odbor": crew.supervisory_board, "prevention": crew.prevention}
    if group.place in known:
        return known[group.place]
    taken = free[: group.people]
    del free[: group.people]
    return taken


def _write_hours(book, group, worker, halves, year, luck):
    times = max(1, min(halves // 12, 80))
    days = sorted(luck.sample(year_days(year), times))
    for day, part in zip(days, share_out(halves, uneven(luck, times), 1), strict=True):
        book.write(
            "volunteer_hours",
            day,
            programme=group.place,
            unit=group.unit,
            worker=worker,
            kind=group.kind,
            day=day,
            hours=Decimal(part) / 2,
        )


def write_activities(book, inputs, crew, seed):
    for activity in inputs.activities:
        luck = chance(seed, inputs.year, activity.programme, activity.kind)
        weekdays = [day for day in year_days(inputs.year) if day.isoweekday() < 6]
        days = sorted(luck.choices(weekdays, k=activity.count))
        halves = share_out(activity.hours * 2, uneven(luck, activity.count, 0.2))
        guests = share_out(activity.participants, uneven(luck, activity.count))
        for day, half, participants in zip(days, halves, guests, strict=True):
            held = book.write(
                "activities",
                day,
                programme=activity.programme,
                kind=activity.kind,
                day=day,
                title=luck.choice(TITLES[activity.kind]),
                hours=Decimal(half) / 2 if activity.hours else "",
                participants=participants if activity.participants else "",
                **GIVEN_BY.get(activity.kind, {}),
            )
            if activity.kind in ATTENDED:
                write_attendances(book, held, crew, seed)
            if participants and activity.kind in FOR_WHOM:
                write_audiences(book, held, participants, seed)


def write_audiences(book, held, participants, seed):
    """Of which target groups they were: of two, the first the larger one."""
    luck = chance(seed, held["id"], "for whom")
    for group, number in zip(luck.sample(FOR_WHOM[held["kind"]], 2), share_out(participants, [3, 1]), strict=True):
        if number:
            book.write("audiences", held["day"], activity=held["id"], group=group, participants=number)


def write_attendances(book, held, crew, seed):
    """Who of the helpline's volunteers was there; of the staff, at a supervision of theirs."""
    luck = chance(seed, held["id"], "who came")
    among = crew.staff if held["kind"] in OF_STAFF else [*crew.sos["ljubljana"], *crew.sos["celje"]]
    for worker in sorted(luck.sample(among, luck.randint(6, 12))):
        book.write("attendances", held["day"], activity=held["id"], worker=worker)


def write_training(book, inputs, crew, seed):
    """Basic training in courses: all hear some theory, those who finish have all of it and all the practice."""
    training, luck = inputs.training, chance(seed, inputs.year, "training")
    trainees = _trainees(inputs.year, training, crew)
    sizes = share_out(len(trainees), [1] * training.courses)
    for course, size in enumerate(sizes):
        day = month_of(inputs.year, 2 + course * 9 // training.courses)[5]
        activity = book.write(
            "activities",
            day,
            programme="sos_telefon",
            kind="basic_training",
            day=day,
            title=TITLES["basic_training"][0],
            hours=training.theory,
            participants=size,
        )
        for worker, finished in trainees[:size]:
            if worker.startswith("T"):
                book.write("workers", day, code=worker, name=name(luck))
            book.write(
                "attendances",
                day,
                activity=activity["id"],
                worker=worker,
                theory_hours=training.theory if finished else luck.choice((12, 18, 24, training.theory)),
                practice_hours=training.practice if finished else luck.choice((0, 6, 12)),
                completed="yes" if finished else "no",
            )
        trainees = trainees[size:]


def _trainees(year, training, crew):
    """Those who finished in 2021 are volunteers since; in the other years nobody of the crew is new."""
    new = [*crew.sos["ljubljana"], *crew.sos["celje"]][-NEW_AMONG_THEM:] if year == 2021 else []
    others = codes(f"T{year % 100}", training.began - len(new))
    finished = [(worker, True) for worker in [*new, *others[: training.finished - len(new)]]]
    stopped = [(worker, False) for worker in others[training.finished - len(new) :]]
    luck = chance(year, "trainees")
    return luck.sample(finished + stopped, training.began)
