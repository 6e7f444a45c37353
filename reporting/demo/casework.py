"""What is done in the invented cases beside talks and services: risk assessed, plans made, deadlines kept.

Each record follows from its case alone, so that a later day finds the past as it was and adds what has come since.
"""

import uuid
from collections import defaultdict
from datetime import datetime, time, timedelta

from django.utils import timezone

from cases.models import Case, Instrument, ProgressRating
from programmes.models import Organisation, Worker
from reporting.demo.chance import chance
from reporting.demo.clocks import write_clocks
from reporting.demo.filling import identity, known_ids
from reporting.demo.loading import take_in
from reporting.demo.plans import write_individual_plan, write_safety_plans
from reporting.demo.risk import write_assessments, write_instrument
from reporting.demo.society import KEY
from reporting.exchange.sheets import SHEETS

PROGRAMMES = {"zatocisce": 30, "zatocisce_ii": 20, "psihosocialna": 40}  # so many of the newest cases
GROWN = 16  # years
WITHIN = timedelta(days=700)
SUBJECTS = [write_assessments, write_safety_plans, write_individual_plan, write_clocks]


class CaseBook:
    """Rows about one case, each with an id that its case and its name give; what lies ahead is not written."""

    def __init__(self, case, workers, instrument, rows, now):
        self.case, self.instrument, self.rows, self.now = case, instrument, rows, now
        luck = self.chance("case")
        self.worker = luck.choice(workers)
        self.opened = datetime.combine(case.opened_on, time(10)) + timedelta(minutes=5 * luck.randint(0, 60))
        self.until = datetime.combine(case.closed_on, time(16)) if case.closed_on else now

    def chance(self, subject):
        return chance(subject, self.case.pk)

    def id_of(self, word):
        return str(uuid.uuid5(self.case.pk, word))

    def after(self, days, hours=0):
        return self.opened + timedelta(days=days, hours=hours)

    def has_come(self, moment):
        moment = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
        return moment <= min(self.until, self.now)

    def write(self, file, word, when, **row):
        """A row of the case, if its moment has come."""
        row["id"] = self.id_of(word)
        if self.has_come(when):
            self.rows[file].append(row)
        return row

    def write_part(self, file, when, **row):
        """A row of another row, which tells it apart by its own key."""
        if self.has_come(when):
            self.rows[file].append(row)


def work_on_cases():
    """The newest cases of grown-ups; what is in already stays as it is."""
    organisation = Organisation.objects.filter(key=KEY).first()
    workers = list(
        Worker.objects.filter(organisation=organisation, code__startswith="D0").values_list("code", flat=True)
    )
    if organisation is None or not workers:
        return
    rows = defaultdict(list)
    instrument = write_instrument(rows, Instrument.objects.filter(organisation=organisation))
    now = timezone.localtime().replace(tzinfo=None, second=0, microsecond=0)
    for case in newest_cases(now.date()):
        book = CaseBook(case, workers[:8], instrument, rows, now)
        for write in SUBJECTS:
            write(book)
    leave_known(rows)
    if any(rows.values()):
        take_in({**rows, "organisation": [identity(organisation)]})


def newest_cases(today):
    for key, number in PROGRAMMES.items():
        cases = Case.objects.filter(programme__organisation__key=KEY, programme__key=key, opened_on__gt=today - WITHIN)
        grown = [
            case
            for case in cases.select_related("client", "programme").order_by("-opened_on", "client__code")
            if (case.client.age_on(case.opened_on) or GROWN) >= GROWN
        ]
        yield from grown[:number]


def leave_known(rows):
    """Only what is not there yet. Parts go with the row that they are parts of."""
    for file, written in list(rows.items()):
        sheet = SHEETS[file]
        if sheet.has_id and file != "instruments":
            known = known_ids(sheet.model, [row["id"] for row in written])
            rows[file] = [row for row in written if row["id"] not in known]
    goals = {row["goal"] for row in rows["progress_ratings"]}
    rated = set(ProgressRating.objects.filter(goal__in=goals).values_list("goal", "rated_on"))
    rows["progress_ratings"] = [
        row for row in rows["progress_ratings"] if (uuid.UUID(row["goal"]), row["rated_on"]) not in rated
    ]
