"""What volunteers have signed and learnt before 2021: nearly all of them what the law asks for."""

from datetime import date, timedelta

from reporting.demo.chance import chance
from reporting.demo.words import TITLES

NO_AGREEMENT, AGREEMENT_ENDED = {"V003"}, {"P010"}
NO_DECLARATION, DECLARATION_ENDED = {"P027"}, {"P005", "P031"}
NOT_TRAINED = {"V008"}
ENDED_ON = date(2025, 12, 31)
THEORY, PRACTICE, SUPERVISION = 33, 30, 2


def write_papers(book, crew, seed):
    luck = chance(seed, "papers")
    since = {row["worker"]: row["started_on"] for row in book.rows["engagements"] if row["kind"] == "volunteer"}
    book.write(
        "training_standards",
        valid_from=date(2012, 1, 1),
        theory_hours=THEORY,
        practice_hours=PRACTICE,
        supervision_hours=SUPERVISION,
    )
    for number, (worker, first) in enumerate(sorted(since.items(), key=lambda pair: (pair[1], pair[0])), 1):
        if worker not in NO_AGREEMENT:
            write_agreement(book, worker, first, number)
        if worker not in NO_DECLARATION:
            write_declaration(book, worker, first - timedelta(luck.randint(2, 20)))
    write_trainings(book, crew.shelter_volunteers, since)


def write_agreement(book, worker, first, number):
    until = ENDED_ON if worker in AGREEMENT_ENDED else ""
    book.write("agreements", worker=worker, valid_from=first, valid_until=until, number=f"{number}/{first.year}")


def write_declaration(book, worker, given_on):
    until = ENDED_ON if worker in DECLARATION_ENDED else ""
    book.write("declarations", worker=worker, given_on=given_on, valid_until=until)


def write_trainings(book, workers, since):
    """Of the shelters' volunteers (for the helpline's see roster.py): a course in the spring of the year they began."""
    for year in sorted({since[worker].year for worker in workers}):
        learners = [worker for worker in workers if since[worker].year == year and worker not in NOT_TRAINED]
        activity = book.write(
            "activities",
            programme="sos_telefon",
            kind="basic_training",
            day=date(year, 3, 6),
            title=TITLES["basic_training"][0],
            hours=THEORY,
            participants=len(learners),
        )
        for worker in learners:
            book.write(
                "attendances",
                activity=activity["id"],
                worker=worker,
                theory_hours=THEORY,
                practice_hours=PRACTICE,
                completed="yes",
            )
