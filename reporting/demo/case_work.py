"""What hangs on an invented case: who holds it, whom it is about, what was told, how it ended."""

from datetime import date, timedelta

from reporting.demo.chance import chance, pick

STAFF = {"krizni-center": [f"K{number:02}" for number in range(1, 6)]}
OURS = [f"D{number:03}" for number in range(1, 9)]
WITHOUT = {"sos_telefon"}  # there a case is a lawyer's hour: nobody holds it
TOLD_OF = 0.34  # of the women: as many as the pages of a demo need
ENDINGS = {"dogovor": 55, "ne-pride-vec": 20, "drugje": 10, "drug-program": 5, "odklonila": 10}
RELATIONS = {
    ("spouse", "no"): 25,
    ("spouse", "yes"): 20,
    ("partner", "no"): 20,
    ("partner", "yes"): 20,
    ("parent", "no"): 6,
    ("child", "no"): 5,
    ("neighbour", "no"): 2,
    ("work", "no"): 2,
}
KINDS = {
    ("psychological",): 30,
    ("physical", "psychological"): 35,
    ("psychological", "economic"): 15,
    ("physical", "sexual", "psychological"): 8,
    ("psychological", "stalking"): 12,
}
LEADS_TO = {"risk": 45, "counselling": 30, "one_talk": 12, "referred": 6, "declined": 7}
OUTCOMES = {"prepoved": 30, "skrbnistvo": 15, "sluzba": 15, "stanovanje": 20, "postopek": 10, "vrnitev": 10}
SCENES = {"home": 70, "public": 12, "online": 12, "work": 6}
INJURIES = {"none": 45, "untreated": 30, "treated": 15, "hospital": 3, "not_known": 7}
INSTITUTIONS = {"social_work": 50, "police": 30, "school": 10, "court": 10}
HANDED_OVER = "Izmišljen zapis: dogovorjen je redni pogovor ob sredah."
HAPPENED = (
    "Izmišljen zapis: grožnje po telefonu, potem obisk pred vrati.",
    "Izmišljen zapis: nadzor nad denarjem in stiki.",
    "Izmišljen zapis: prepir se je končal z udarcem.",
    "Izmišljen zapis: sledi ji do službe.",
)


def write_case(book, programme, client, opened_on, closed_on, is_child):
    """The case of a client, with what hangs on it; gives its row. Children stand in their mother's case as well."""
    luck = chance(book.name, programme, client, "case")
    ending = pick(luck, ENDINGS)
    row = book.write(
        "cases",
        opened_on,
        programme=programme,
        client=client,
        asked_on=opened_on - timedelta(pick(luck, {0: 30, 1: 20, 3: 20, 7: 15, 14: 10, 25: 5})),
        opened_on=opened_on,
        closed_on=book.past(closed_on),
        outcome=book.past(closed_on) and ending,
    )
    if programme not in WITHOUT:
        write_talk(book, row, STAFF.get(programme, OURS), is_child)
        write_holdings(book, row["id"], client, STAFF.get(programme, OURS), opened_on, closed_on, luck)
        write_what_was_told(book, row["id"], client, opened_on, is_child, luck)
    return row


def write_what_was_told(book, case, client, opened_on, is_child, luck):
    mother = client.rpartition("-")[0]
    if is_child and mother in book.told:
        write_child(book, book.told[mother], client, opened_on)
    elif not is_child and luck.random() < TOLD_OF:
        book.told[client] = write_people(book, case, client, opened_on, luck)


def write_talk(book, case, staff, is_child):
    """The first talk, some days after she asked; later, for some, something that was reached."""
    luck = chance(book.name, case["client"], case["opened_on"], "talk")
    talked_on = case["asked_on"] + timedelta(pick(luck, {0: 20, 1: 20, 3: 25, 6: 20, 12: 15}))
    if is_child or talked_on < case["opened_on"]:
        talked_on = case["opened_on"]
    leads_to = pick(luck, LEADS_TO)
    if not is_child:
        book.write(
            "first_talks",
            talked_on,
            case=case["id"],
            talked_on=talked_on,
            worker=luck.choice(staff),
            violence=luck.choice(HAPPENED),
            network="Izmišljen zapis: sestra in prijateljica.",
            leads_to=leads_to,
        )
    if not is_child and luck.random() < 0.3:
        on = case["opened_on"] + timedelta(luck.randint(5, 60))
        what = pick(luck, OUTCOMES)
        book.write("outcomes", on, id=f"{case['client']}-{case['opened_on']}", case=case["id"], on=on, what=what)


def write_holdings(book, case, client, staff, opened_on, closed_on, luck):
    """One worker from beginning to end; sometimes a colleague takes over in the middle."""
    first, second = luck.sample(staff, 2)
    ends = closed_on or date.max
    middle = opened_on + timedelta(40)
    handed_over = luck.random() < 0.15 and middle < ends
    book.write(
        "holdings",
        opened_on,
        id=f"{client}-{opened_on}-1",
        case=case,
        worker=first,
        since_on=opened_on,
        until_on=book.past(middle if handed_over else closed_on),
    )
    if handed_over:
        book.write(
            "holdings",
            middle,
            id=f"{client}-{opened_on}-2",
            case=case,
            worker=second,
            since_on=middle,
            until_on=book.past(closed_on),
            note=HANDED_OVER,
        )


def write_people(book, case, client, opened_on, luck):
    """She, who hurt her, and what she told; gives what her children's rows need."""
    (relation, has_ended), born_in = pick(luck, RELATIONS), opened_on.year - luck.randint(28, 60)
    word = f"{client}-{opened_on}"
    herself = {"id": f"{word}-0", "case": case, "role": "client", "client": client, "sex": "woman"}
    him = {"id": f"{word}-1", "case": case, "role": "perpetrator", "relation": relation, "has_ended": has_ended}
    rows = [
        book.write("case_people", opened_on, **herself),
        book.write("case_people", opened_on, **him, sex="man", born_in=born_in),
    ]
    incidents = [
        write_incident(book, case, f"{word}-{n}", rows, opened_on, luck) for n in range(luck.choice((1, 1, 2)))
    ]
    if luck.random() < 0.5:
        kind = pick(luck, INSTITUTIONS)
        book.write("institutions", opened_on, id=word, case=case, kind=kind, contact="Izmišljena oseba, dopoldne")
    return {"case": case, "word": word, "incidents": incidents}


def write_incident(book, case, word, people, opened_on, luck):
    herself, him = people
    is_over = luck.random() < 0.6
    happened = (
        opened_on - timedelta(luck.randint(1, 30)) if is_over else date(opened_on.year - luck.randint(1, 9), 1, 1)
    )
    row = book.write(
        "incidents",
        opened_on,
        id=word,
        case=case,
        told_on=opened_on,
        kinds=pick(luck, KINDS),
        marks=pick(luck, {(): 50, ("threat",): 30, ("threat", "digital"): 15, ("digital",): 5}),
        course="once" if is_over else "since",
        from_on=happened,
        precision="day" if is_over else "year",
        scene=pick(luck, SCENES),
        perpetrator=him["id"],
        weapons=pick(luck, {(): 90, ("blade",): 6, ("blunt",): 4}),
        injury=pick(luck, INJURIES),
        reported_to=pick(luck, {(): 55, ("police",): 30, ("social_work",): 15}),
        description=luck.choice(HAPPENED),
    )
    book.write("incident_people", opened_on, incident=row["id"], person=herself["id"], exposure="direct")
    return row["id"]


def write_child(book, told, client, opened_on):
    """A child is a client of its own, and in its mother's case a witness, sometimes hit itself."""
    luck = chance(book.name, client, "child")
    row = book.write(
        "case_people",
        opened_on,
        id=f"{told['word']}-{client}",
        case=told["case"],
        role="child",
        client=client,
        relation="child",
        lives_with_her="yes",
    )
    for incident in told["incidents"]:
        exposure = pick(luck, {"witness": 60, "direct": 10, "": 30})
        if exposure:
            book.write("incident_people", opened_on, incident=incident, person=row["id"], exposure=exposure)
