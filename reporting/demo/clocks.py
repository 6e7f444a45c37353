"""Invented reports, orders, measures, teams and days in court: some of them due in the coming days."""

from datetime import timedelta

STATIONS = ["PP Ljubljana Center", "PP Ljubljana Moste", "PP Celje", "PP Kranj", "PP Domžale"]
CENTRES = ["CSD Ljubljana", "CSD Celje", "CSD Gorenjska"]
KINDS = ["near_home", "near_places", "contact", "meeting"]


def write_clocks(book):
    for write in (write_report, write_order, write_team, write_court):
        write(book, book.chance(write.__name__))


def of_case(book, **row):
    return {"case": str(book.case.pk), "worker": book.worker, **row}


def write_report(book, luck):
    told, written = luck.randint(1, 30), luck.randint(5, 80)
    if luck.random() < 0.4:
        return
    learnt = book.after(0, hours=1)
    phoned, sent = learnt + timedelta(hours=told), learnt + timedelta(hours=told + written)
    book.write(
        "duty_reports",
        "report",
        learnt,
        **of_case(
            book, learnt_at=learnt, about_child="yes" if luck.random() < 0.6 else "no", centre=luck.choice(CENTRES)
        ),
        reason="Izmišljen zapis: otrok je priča nasilju.",
        phoned_at=phoned if book.has_come(phoned) else "",
        written_at=sent if book.has_come(sent) else "",
    )


def write_order(book, luck):
    stages, station, breach = luck.random(), luck.choice(STATIONS), luck.random()
    if luck.random() < 0.55:
        return
    ordered = book.after(luck.randint(0, 20), hours=10)
    days = {name: (ordered + timedelta(day)).date() for name, day in (("court", 2), ("proposed", 10), ("longest", 14))}
    seen = {name: day if book.has_come(day) else "" for name, day in days.items()}
    row = book.write(
        "barring_orders",
        "order",
        ordered,
        **of_case(book, ordered_at=ordered, station=station, written_at=ordered + timedelta(hours=3)),
        offence="misdemeanour" if luck.random() < 0.7 else "crime",
        court_15_on=seen["court"] if stages > 0.15 else "",
        proposed_60_on=seen["proposed"] if stages > 0.5 else "",
        court_60_on=seen["longest"] if stages > 0.5 else "",
        annulled_on=seen["longest"] if 0.15 < stages < 0.22 else "",
    )
    if breach < 0.25:
        broken = (ordered + timedelta(8)).date()
        words = "Izmišljen zapis: čakal jo je pred službo; poklicana policija."
        book.write("breaches", "breach", broken, order=row["id"], breached_on=broken, words=words)


def write_team(book, luck):
    came, weeks = luck.random(), luck.randint(2, 9)
    if luck.random() < 0.5:
        return
    called = book.after(weeks * 7)
    met = called + timedelta(days=5)
    row = book.write(
        "team_meetings",
        "team",
        called,
        **of_case(book, called_on=called.date(), called_by=luck.choice(CENTRES), met_at=met),
    )
    for place, who in enumerate(("policija", "šola", "zdravstveni dom"), 1):
        came_too = "yes" if came > 0.2 * place else "no"
        book.write(
            "invited", f"invited/{place}", called, meeting=row["id"], who=who,
            came=came_too if book.has_come(met) else "", position=place,
        )  # fmt: skip
    until = (met + timedelta(days=luck.randint(7, 30))).date()
    book.write(
        "agreed_steps", "agreed", met, meeting=row["id"], words="Izmišljen zapis: pogovor z otrokom", owner="šola",
        until=until, done_on=until if book.has_come(until) else "", position=1,
    )  # fmt: skip


def write_court(book, luck):
    kind, day = luck.choice(KINDS), luck.randint(25, 90)
    if luck.random() < 0.6:
        return
    decided = book.after(day).date()
    book.write(
        "court_measures",
        "measure",
        decided,
        **of_case(book, kind=kind, decided_on=decided, until_on=decided + timedelta(365), court="Okrožno sodišče"),
    )
    starts = book.after(day + 40).replace(hour=9, minute=30)
    book.write(
        "court_dates",
        "court",
        starts - timedelta(days=21),
        **of_case(book, starts_at=starts, court="Okrožno sodišče", matter="Izmišljen zapis: varstvo otrok"),
    )
