"""A year of the helpline: shifts round the clock, contacts, specialists."""

from datetime import timedelta

from cases.vocabulary import Answer, Caller, Channel, FollowUp, SafeWay, Setting, Sex, Subject, Violence
from reporting.demo.calendar import DAY, at, month_of, year_days
from reporting.demo.chance import chance, pick, share_out, uneven
from reporting.demo.desk import write_desk
from reporting.demo.people import write_client
from reporting.demo.words import SAFE, SAID

PROGRAMME = "sos_telefon"
LETTERS = {"lawyer": "L", "detective": "R", "foreign_language": "T"}  # of codes of clients
AHEAD = 62 * DAY
SHIFTS = (0, 8, 16)  # each of eight hours by the clock
# When people call: by hour of the day, and by day of the week from Monday.
BY_HOUR = [14, 9, 6, 5, 4, 5, 8, 14, 30, 44, 52, 50, 46, 44, 46, 48, 50, 54, 62, 70, 74, 66, 46, 26]
OFFICE_HOURS = [0] * 8 + [40, 60, 60, 50, 45, 40, 30, 20] + [0] * 8
BY_WEEKDAY = [1.2, 1.1, 1.05, 1.0, 1.0, 0.8, 0.85]
OFFICE_DAYS = [1.2, 1.1, 1.1, 1.0, 0.8, 0, 0]

SUBJECTS = {Subject.VIOLENCE: 62, Subject.DISTRESS: 14, Subject.LONELINESS: 11, Subject.MONEY: 3, Subject.OTHER: 10}
NO_TALK = {Subject.SILENT: 60, Subject.WRONG_NUMBER: 28, Subject.NUISANCE: 12}
CALLERS = {Caller.VICTIM: 64, Caller.CLOSE: 18, Caller.PROFESSIONAL: 11, Caller.PERPETRATOR: 2, Caller.OTHER: 5}
SEXES = {Sex.WOMAN: 84, Sex.MAN: 11, Sex.NOT_KNOWN: 5}
AGES = {"do-17": 3, "18-30": 18, "31-45": 36, "46-65": 25, "nad-65": 8, "": 10}
PLACES = {
    "osrednjeslovenska": 36,
    "savinjska": 19,
    "podravska": 12,
    "gorenjska": 9,
    "jugovzhodna": 6,
    "obalno-kraska": 5,
    "pomurska": 4,
    "drugo": 4,
    "": 5,
}
LANGUAGES = {"sl": 90, "bhs": 5, "en": 3, "sq": 1, "drug": 1}
HEARD = {"splet": 34, "klicala-ze-prej": 18, "csd": 12, "policija": 10, "znanka": 9, "mediji": 5, "": 12}
SETTINGS = {Setting.PARTNER: 66, Setting.FAMILY: 24, Setting.WORKPLACE: 4, Setting.PEERS: 3, Setting.OTHER: 3}
RELATIONS = {
    Setting.PARTNER: {"partner": 58, "bivsi-partner": 42},
    Setting.FAMILY: {"oce": 26, "otrok": 26, "mati": 14, "drug-sorodnik": 34},
}
KINDS = {
    Violence.PSYCHOLOGICAL: 0.86,
    Violence.PHYSICAL: 0.46,
    Violence.ECONOMIC: 0.27,
    Violence.STALKING: 0.11,
    Violence.SEXUAL: 0.09,
    Violence.NEGLECT: 0.03,
}
GIVEN = {"pogovor": 0.7, "informacije": 0.6, "varnostni-nacrt": 0.22, "pravice": 0.3}
REFERRED = {"csd": 0.24, "policija": 0.2, "varna-hisa": 0.08, "zdravstvo": 0.07, "pravna-pomoc": 0.1, "svetovanje": 0.1}


def write_helpline(book, inputs, crew, seed):
    luck = chance(seed, inputs.year, PROGRAMME)
    on_duty = write_duty(book, inputs, crew, luck)
    line = inputs.helpline
    everyday, office = weights_of_days(inputs.year, BY_WEEKDAY, luck), weights_of_days(inputs.year, OFFICE_DAYS, luck)
    minutes = share_out(line.call_minutes, [luck.lognormvariate(0, 0.7) for _ in range(line.calls)], 2, 150)
    luck.shuffle(minutes)
    write_contacts(book, Channel.CALL, minutes, everyday, BY_HOUR, on_duty, luck)
    lengths = [luck.randint(4, 30) for _ in range(line.office_calls)]
    write_contacts(book, Channel.OFFICE_CALL, lengths, office, OFFICE_HOURS, on_duty, luck)
    lengths = [luck.choice((10, 15, 20, 30, 40)) for _ in range(line.emails)]
    write_contacts(book, Channel.EMAIL, lengths, office, OFFICE_HOURS, on_duty, luck)
    lengths = [luck.randint(20, 70) for _ in range(line.chats)]
    write_contacts(book, Channel.CHAT, lengths, everyday, BY_HOUR, on_duty, luck)
    write_calls_without_talk(book, line.without_talk, everyday, on_duty, luck)
    write_specialists(book, inputs, crew, luck)
    write_desk(book, crew, seed)


def weights_of_days(year, by_weekday, luck):
    return {day: by_weekday[day.weekday()] * luck.uniform(0.5, 1.5) for day in year_days(year)}


def write_duty(book, inputs, crew, luck):
    """Three shifts of eight hours by the clock on every day; whoever has one answers the calls in it."""
    on_duty = {}
    for day in year_days(inputs.year):
        for hour in SHIFTS:
            unit = "celje" if luck.random() < 0.25 else "ljubljana"
            on_duty[day, hour] = unit, luck.choice(crew.on_phone[unit])
            starts_at, ends_at = at(day, hour), at(day, hour + 8) if hour < 16 else at(day + DAY, 0)
            unit, worker = on_duty[day, hour]
            write_shift(book, "phone", unit, worker, starts_at, ends_at)
    for month in range(1, 13):
        hours = inputs.helpline.chat_duty_hours // 12
        for day in sorted(luck.sample(month_of(inputs.year, month), hours // 3)):
            write_shift(book, "chat", "ljubljana", luck.choice(crew.on_phone["ljubljana"]), at(day, 17), at(day, 20))
    return on_duty


def write_roster_to_come(book, inputs, crew, seed):
    """The shifts of a year that has not begun: the same that it will have."""
    write_duty(book, inputs, crew, chance(seed, inputs.year, PROGRAMME))


def write_shift(book, duty, unit, worker, starts_at, ends_at):
    """The roster stands for this month and the next."""
    book.write(
        "duty_shifts",
        starts_at - AHEAD,
        programme=PROGRAMME,
        unit=unit,
        worker=worker,
        duty=duty,
        starts_at=starts_at,
        ends_at=ends_at,
    )


def write_contacts(book, channel, lengths, days, hours, on_duty, luck):
    counts = share_out(len(lengths), list(days.values()))
    lengths = iter(lengths)
    for day, count in zip(days, counts, strict=True):
        for _ in range(count):
            row = _contact(book, channel, day, hours, on_duty, luck)
            row |= {"minutes": next(lengths)} | _talk(book, channel, row["started_at"], luck)
            book.write("contacts", row["started_at"] + timedelta(minutes=row["minutes"]), **row)


def write_calls_without_talk(book, count, days, on_duty, luck):
    for day in luck.choices(list(days), list(days.values()), k=count):
        row = _contact(book, Channel.CALL, day, BY_HOUR, on_duty, luck)
        row |= {"minutes": luck.choice((0, 0, 1)), "subject": pick(luck, NO_TALK)}
        book.write("contacts", row["started_at"], **row)


def _contact(book, channel, day, hours, on_duty, luck):
    hour = luck.choices(range(24), hours)[0]
    unit, worker = on_duty[day, hour // 8 * 8]
    return {
        "programme": PROGRAMME,
        "unit": unit,
        "worker": worker,
        "channel": channel,
        "started_at": at(day, hour, luck.randrange(60)),
    }


def _talk(book, channel, started_at, luck):
    subject, caller = pick(luck, SUBJECTS), pick(luck, CALLERS)
    talk = {
        "subject": subject,
        "caller": caller,
        "sex": pick(luck, SEXES),
        "age_band": pick(luck, AGES),
        "municipality": pick(luck, PLACES),
        "language": pick(luck, LANGUAGES),
        "heard_from": pick(luck, HEARD),
        "given": _some(GIVEN, luck) or ["pogovor"],
        "referred_to": _some(REFERRED, luck),
        "suicidal": luck.choices(("", Answer.NO, Answer.YES), (80, 18, 2))[0],
        "follow_up": luck.choices((FollowUp.NOTHING, FollowUp.SHE_CALLS, FollowUp.OPEN_CASE), (70, 24, 6))[0],
    }
    if subject == Subject.VIOLENCE:
        talk |= _violence(luck)
    if luck.random() < 0.12 and channel == Channel.CALL:
        follow_up_at = at(started_at.date() + luck.choice((1, 2, 3)) * DAY, luck.randint(9, 18))
        talk |= {
            "follow_up": FollowUp.WE_CALL,
            "follow_up_at": follow_up_at,
            "followed_up_at": book.past(follow_up_at + timedelta(hours=luck.randint(0, 26))),
            "safe_ways": [SafeWay.CALL],
            "safe_note": luck.choice(SAFE),
        }
    if luck.random() < 0.3:
        talk["note"] = luck.choice(SAID)
    return talk


def _violence(luck):
    setting = pick(luck, SETTINGS)
    danger = luck.choices(("", Answer.NO, Answer.YES), (40, 54, 6))[0]
    return {
        "kinds": _some(KINDS, luck) or [Violence.PSYCHOLOGICAL],
        "setting": setting,
        "relation": pick(luck, RELATIONS.get(setting, {"nekdo-drug": 1})),
        "children": luck.choices(("", 0, 1, 2, 3), (30, 25, 24, 16, 5))[0],
        "acute_danger": danger,
        "danger_done": ["police_called"] if danger == Answer.YES and luck.random() < 0.5 else [],
    }


def _some(likely, luck):
    return [key for key, probability in likely.items() if luck.random() < probability]


def write_specialists(book, inputs, crew, luck):
    """Follow-up treatments are counted, the lawyer's, the detective's and foreign-language hours are summed."""
    line = inputs.helpline
    minutes = [luck.choice((30, 45, 60, 60, 90)) for _ in range(line.follow_ups)]
    _write_services(book, inputs.year, "obravnava", "O", minutes, line.follow_up_people, crew.staff, luck)
    for kind, (hours, people) in line.specialists.items():
        minutes = share_out(hours * 60, uneven(luck, people + people // 5), 20, 180)
        _write_services(book, inputs.year, kind, LETTERS[kind], minutes, people, [crew.specialists[kind]], luck)


def _write_services(book, year, kind, letter, lengths, people, workers, luck):
    """Each of the people has a service, some have several."""
    clients = [f"{year % 100}-{letter}{number:03}" for number in range(1, people + 1)]
    weekdays = [day for day in year_days(year) if day.isoweekday() < 6]
    moments = sorted(at(luck.choice(weekdays), luck.randint(9, 17), luck.choice((0, 30))) for _ in lengths)
    known = set()
    for number, (moment, minutes) in enumerate(zip(moments, lengths, strict=True)):
        client = clients[number] if number < people else luck.choice(clients)
        if client not in known:
            write_client(book, client, PROGRAMME, moment, luck)
            known.add(client)
        book.write(
            "services",
            moment,
            programme=PROGRAMME,
            unit="ljubljana",
            worker=luck.choice(workers),
            kind=kind,
            started_at=moment,
            minutes=minutes,
            receivers=[client],
        )
