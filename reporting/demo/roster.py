"""When somebody has to answer, who was trained for it, and who is on standby for the houses."""

from datetime import date, time, timedelta

from django.utils import timezone

from programmes.models import Duty, DutyShift, Swap, Unit, Weekday, WeekPattern, Worker
from programmes.roster import Month
from reporting.demo.calendar import at
from reporting.demo.chance import chance
from reporting.demo.people import codes
from reporting.demo.volunteers import NEW_AMONG_THEM

EVERY_DAY = "mon;tue;wed;thu;fri;sat;sun"
SINCE = date(2019, 1, 1)
STANDBY_SINCE = date(2025, 1, 1)
TRAINED_ON = date(2019, 3, 9)
NEVER_TRAINED = 2  # of the older volunteers: whoever looks at the roster is told
AHEAD = 62  # days for which the roster stands
WEEK = timedelta(days=7)


def write_hours_and_training(book, crew):
    book.write(
        "opening_hours",
        programme="sos_telefon",
        duty="phone",
        weekdays=EVERY_DAY,
        valid_from=SINCE,
        id="sos",
    )
    for duty in ("standby_1", "standby_2"):
        book.write(
            "opening_hours",
            programme="zatocisce",
            duty=duty,
            weekdays=EVERY_DAY,
            valid_from=STANDBY_SINCE,
            id=duty,
        )
    write_old_training(book, crew)


def write_old_training(book, crew):
    """Those who have volunteered since before 2021 were trained before."""
    older = [*crew.sos["ljubljana"], *crew.sos["celje"]][:-NEW_AMONG_THEM]
    activity = book.write(
        "activities", programme="sos_telefon", kind="basic_training", day=TRAINED_ON, title="Osnovno usposabljanje",
        hours=33, participants=len(older), id="old-training",
    )  # fmt: skip
    for worker in older[NEVER_TRAINED:]:
        book.write(
            "attendances", activity=activity["id"], worker=worker, theory_hours=33, practice_hours=30, completed="yes"
        )


def write_standby(book, seed):
    """Weeks from Monday 8.00 to Monday 8.00, in turn; the second level is for when the first is away."""
    year = int(book.name.rpartition("/")[2])
    luck = chance(seed, year, "standby")
    staff = codes("D", 8)
    monday = date(year, 1, 1) + timedelta(-date(year, 1, 1).weekday() % 7)
    while monday.year == year:
        first, second = luck.sample(staff, 2)
        for duty, worker in (("standby_1", first), ("standby_2", second)):
            book.write(
                "duty_shifts",
                at(monday, 8) - timedelta(days=AHEAD),
                programme="zatocisce",
                worker=worker,
                duty=duty,
                starts_at=at(monday, 8),
                ends_at=at(monday + WEEK, 8),
                id=f"{duty}-{monday}",
            )
        monday += WEEK


def write_interventions(book, seed):
    """Two or three in a month, most by night or at the weekend; one report in nine is late."""
    year = int(book.name.rpartition("/")[2])
    luck = chance(seed, year, "interventions")
    for number in range(30):
        day = date(year, 1, 4) + timedelta(days=12 * number + luck.randrange(7))
        called_at = at(day, luck.choice((0, 1, 4, 7, 11, 17, 20, 21, 22, 23)), luck.choice((5, 20, 40)))
        by_phone = luck.random() < 0.3
        returned_at = called_at + timedelta(minutes=luck.randint(20, 60) if by_phone else luck.randint(70, 420))
        due_at = at(day + timedelta(days=1), 9, 30)
        reported_at = due_at + timedelta(days=5 if number % 9 == 4 else 0)
        intervention = book.write(
            "interventions",
            returned_at,
            programme="zatocisce",
            called_at=called_at,
            left_at="" if by_phone else called_at + timedelta(minutes=15),
            returned_at=returned_at,
            called_by=luck.choice(("police", "social_work", "herself", "house")),
            task="pogovor" if by_phone else luck.choice(("sprejem", "spremstvo")),
            outcome="umirjeno" if by_phone else luck.choice(("nastanitev", "predano")),
            report="Izmišljen zapis: opravljeno po dogovoru." if book.has_come(reported_at) else "",
            reported_at=book.past(reported_at),
            id=f"{year}-{number}",
        )
        for worker in luck.sample(codes("D", 8), luck.choice((1, 1, 2))):
            book.write("intervention_workers", returned_at, intervention=intervention["id"], worker=worker)


def plan_ahead(programme, worker_code="D001"):
    """On whatever day: a shift that nobody has yet, one of hers, a colleague who asks her, and a week to fill from."""
    coming = (
        DutyShift.objects.of(programme).on_duty(Duty.PHONE).to_come().select_related("worker").order_by("starts_at")
    )
    her = Worker.objects.filter(organisation=programme.organisation_id, code=worker_code).first()
    shifts = list(coming[3:12])
    if not shifts or not her:
        return
    if not coming.filter(worker=None).exists():
        DutyShift.objects.filter(pk=shifts[4].pk).update(worker=None)
    if not coming.filter(worker=her, starts_at__lte=shifts[-1].starts_at).exists():
        DutyShift.objects.filter(pk=shifts[1].pk).update(worker=her)
    if not Swap.objects.of(programme).asked_of(her).exists():
        others = coming.exclude(worker=her).exclude(worker=None).exclude(swaps__answer="")
        shift = others.filter(starts_at__gte=shifts[5].starts_at).first()
        Swap.objects.create(shift=shift, asked_by=shift.worker, asked=her)
    write_week(programme, [shift.worker for shift in shifts if shift.worker_id])


def write_week(programme, workers):
    """From the month on that the invented roster does not reach: there the key that fills a month has work."""
    if WeekPattern.objects.of(programme).exists():
        return
    valid_from = Month.of(timezone.localdate() + timedelta(days=AHEAD)).after.first
    unit = Unit.objects.filter(programme=programme).first()
    for number, hour in enumerate((0, 8, 16)):
        for part, weekdays in enumerate((Weekday.values[:3], Weekday.values[3:5], Weekday.values[5:])):
            WeekPattern.objects.create(
                programme=programme,
                unit=unit,
                worker=workers[(3 * number + part) % len(workers)],
                weekdays=weekdays,
                from_time=time(hour),
                to_time=time((hour + 8) % 24),
                valid_from=valid_from,
            )
