"""Fills the database with the invented organisations, and later only with the days since."""

from collections import defaultdict

from django.db.models import Max
from django.utils import timezone
from django_scopes import scopes_disabled

from cases.models import Case, Contact
from programmes.models import DirectoryEntry, Organisation, Specialist, Term, Vocabulary
from reporting.demo import crisis_centre, society, years
from reporting.demo.book import NAMED
from reporting.demo.loading import take_in
from reporting.demo.texts import write_texts
from reporting.exchange.sheets import SHEETS
from reporting.models import Amount
from shelters import changes
from shelters.models import Enquiry, Placement, Stay

INVENTED = {
    # organisation: its published year, and its years until now
    society.KEY: (years.the_year_2021, years.years_until),
    crisis_centre.KEY: (crisis_centre.the_year_2021, crisis_centre.years_until),
}
BATCH = 5000


@scopes_disabled()
def fill(key, now, seed=years.SEED):
    """Whole, if the organisation is not there yet; else what happened since. Gives the number of new rows."""
    year_2021, years_until = INVENTED[key]
    rows = years_until(now, seed)
    organisation = Organisation.objects.filter(key=key).first()
    if organisation is None:
        for file, more in year_2021(seed=seed).items():
            rows[file] = more + rows[file]
        number(rows["enquiries"], rows["stays"], {})
    else:
        finish(rows)
        rows = since(rows, organisation)
    if any(rows.values()):
        rows["organisation"] = rows["organisation"] or [identity(organisation)]
        organisation = take_in(rows)
    if key == society.KEY:
        write_texts(organisation)
    return sum(map(len, rows.values()))


def identity(organisation):
    return {name: getattr(organisation, name) for name in ("key", "name", "displayed_name")}


def since(rows, organisation):
    """The rows that are not in yet. What is there stays as somebody has made it meanwhile."""
    new = defaultdict(list)
    for file in rows:
        if file in NAMED:
            known = known_ids(SHEETS[file].model, [row["id"] for row in rows[file]])
            new[file] = [row for row in rows[file] if row["id"] not in known]
    for file in ("clients", "workers"):
        known = set(SHEETS[file].model.objects.filter(organisation=organisation).values_list("code", flat=True))
        new[file] = [row for row in rows[file] if row["code"] not in known]
    worded = set(Term.objects.filter(organisation=organisation).values_list("vocabulary", "key"))
    new["vocabularies"] = [row for row in rows["vocabularies"] if (row["vocabulary"], row["key"]) not in worded]
    listed = set(DirectoryEntry.objects.of_organisation(organisation).values_list("key", flat=True))
    new["directory"] = [row for row in rows["directory"] if row["key"] not in listed]
    able = set(Specialist.objects.of_organisation(organisation).values_list("worker__code", "kind"))
    new["specialists"] = [row for row in rows["specialists"] if (row["worker"], row["kind"]) not in able]
    contacts = {row["id"] for row in new["contacts"]}
    new["interpreters"] = [row for row in new["interpreters"] if row["contact"] in contacts]
    new["referrals"] = [row for row in new["referrals"] if row["contact"] in contacts]
    known_cases = {row["id"] for row in new["cases"]}
    new["first_talks"] = [row for row in rows["first_talks"] if row["case"] in known_cases]
    services = {row["id"] for row in new["services"]}
    new["invitations"] = [row for row in rows["invitations"] if row["service"] in services]
    incidents = {row["id"] for row in new["incidents"]}
    new["incident_people"] = [row for row in rows["incident_people"] if row["incident"] in incidents]
    activities = {row["id"] for row in new["activities"]}
    new["attendances"] = [row for row in rows["attendances"] if row["activity"] in activities]
    interventions = {row["id"] for row in new["interventions"]}
    new["intervention_workers"] = [row for row in rows["intervention_workers"] if row["intervention"] in interventions]
    contacts = {row["id"] for row in new["contacts"]}
    new["talk_parts"] = [row for row in rows["talk_parts"] if row["contact"] in contacts]
    drop_who_finds_no_bed(new, organisation)
    new["enquiries"] = unknown_enquiries(rows["enquiries"], organisation)
    number(new["enquiries"], new["stays"], last_numbers(organisation))
    budgeted = set(Amount.objects.filter(programme__organisation=organisation).values_list("year", flat=True))
    for file in ("finance", "plans"):
        new[file] = [row for row in rows[file] if row["year"] not in budgeted]
    return new


def known_ids(model, ids):
    known = set()
    for start in range(0, len(ids), BATCH):
        known |= {
            str(pk) for pk in model.objects.filter(pk__in=ids[start : start + BATCH]).values_list("pk", flat=True)
        }
    return known


def drop_who_finds_no_bed(new, organisation):
    """Somebody else may have been given the bed meanwhile: then the invented family never came."""
    taken = defaultdict(list)
    if new["stays"]:
        first = timezone.make_aware(min(row["arrived_at"] for row in new["stays"]))
        placements = Placement.objects.filter(stay__programme__organisation=organisation).since(first)
        names = ("stay__programme__key", "bed__room__house__key", "bed__room__name", "bed__name", "to_at")
        for *bed, to_at in placements.values_list(*names):
            taken[tuple(bed)].append(to_at)
    without = {row["household"] for row in new["stays"] if finds_no_bed(row, taken)}
    new["stays"] = [row for row in new["stays"] if row["household"] not in without]
    known = {row["id"] for row in new["stays"]}
    new["extensions"] = [
        row for row in new["extensions"] if row["stay"] in known or row["stay"] in known_ids(Stay, [row["stay"]])
    ]


def finds_no_bed(row, taken):
    arrived_at = timezone.make_aware(row["arrived_at"])
    return any(
        to_at is None or to_at > arrived_at for to_at in taken[row["programme"], row["house"], row["room"], row["bed"]]
    )


def unknown_enquiries(rows, organisation):
    saved = Enquiry.objects.filter(programme__organisation=organisation)
    known = set(saved.values_list("programme__key", "asked_at"))
    return [row for row in rows if (row["programme"], timezone.make_aware(row["asked_at"])) not in known]


def last_numbers(organisation):
    saved = Enquiry.objects.filter(programme__organisation=organisation)
    return dict(saved.order_by().values_list("programme__key").annotate(last=Max("number")))


def number(enquiries, stays, last):
    """In a row within their programmes, after those that are there already."""
    enquiries.sort(key=lambda row: row["asked_at"])
    numbers = {}
    for row in enquiries:
        last[row["programme"]] = last.get(row["programme"], 0) + 1
        numbers[row["programme"], row["number"]] = row["number"] = last[row["programme"]]
    for stay in stays:
        stay["enquiry"] = numbers.get((stay["programme"], stay.get("enquiry")), "")


def finish(rows):
    """Stays, cases and call-backs that ended since, where nobody has ended them otherwise."""
    ended = {row["id"]: row for row in rows["stays"] if row["left_at"]}
    for stay in Stay.objects.filter(pk__in=list(ended), left_at=None).select_related("client"):
        left_at = timezone.make_aware(ended[str(stay.pk)]["left_at"])
        if not stay.placements.filter(from_at__gte=left_at).exists():
            changes.discharge([stay], left_at)
    closed = {row["id"]: row["closed_on"] for row in rows["cases"] if row["closed_on"]}
    for case in Case.objects.filter(pk__in=list(closed), closed_on=None):
        case.closed_on = max(closed[str(case.pk)], case.opened_on)
        case.save()
    ended = {row["id"]: row for row in rows["contacts"] if row.get("followed_up_at") or row.get("given_up_at")}
    for contact in Contact.objects.to_call_back().filter(pk__in=list(ended)).select_related("vault"):
        row = ended[str(contact.pk)]
        if row["followed_up_at"]:
            contact.followed_up_at = timezone.make_aware(row["followed_up_at"])
        else:
            contact.given_up_at = timezone.make_aware(row["given_up_at"])
            contact.given_up_because = row["given_up_because"]
    finish_cases({row["id"]: row for row in rows["cases"] if row["closed_on"]})
    done = {row["id"]: row["followed_up_at"] for row in rows["contacts"] if row.get("followed_up_at")}
    for contact in Contact.objects.to_call_back().filter(pk__in=list(done)).select_related("vault"):
        contact.followed_up_at = timezone.make_aware(done[str(contact.pk)])
        contact.save()


def finish_cases(closed):
    """Whoever holds such a case lets it go."""
    running = Case.objects.filter(pk__in=list(closed), closed_on=None)
    words = Term.objects.filter(vocabulary=Vocabulary.CASE_OUTCOME, organisation__programmes__cases__in=running)
    outcomes = {word.key: word for word in words}
    for case in running.prefetch_related("holdings__vault"):
        row = closed[str(case.pk)]
        case.closed_on, case.outcome = max(row["closed_on"], case.opened_on), outcomes.get(row["outcome"])
        case.save()
        for holding in case.holdings.all():
            if holding.until_on is None:
                holding.until_on = max(case.closed_on, holding.since_on)
                holding.save()
