"""What the desk did beside the calls: a second worker in a difficult talk, attempts to call back."""

from datetime import timedelta

from cases.vocabulary import NO_TALK, AttemptResult
from reporting.demo.calendar import at
from reporting.demo.chance import chance

GIVEN_UP = 0.6  # of those that were tried three times in vain
NEVER_REACHED = "Izmišljen zapis: trikrat se ni oglasila, dogovor je bil, da ne kličemo več."
LONG_TALK, TOGETHER = 30, 0.05  # minutes; how often two talked


def write_desk(book, crew, seed):
    """Each contact has its own chance, so that a later day finds the past as it was."""
    for contact in list(book.rows["contacts"]):
        luck = chance(seed, contact["id"], "desk")
        if contact.get("followed_up_at"):
            write_attempts(book, contact, crew, luck)
        if contact["minutes"] >= LONG_TALK and contact.get("subject") not in NO_TALK and luck.random() < TOGETHER:
            write_further_worker(book, contact, crew, luck)


def write_further_worker(book, contact, crew, luck):
    others = [worker for worker in crew.on_phone[contact["unit"]] if worker != contact["worker"]]
    minutes = luck.randint(10, contact["minutes"])
    book.write("talk_parts", contact=contact["id"], worker=luck.choice(others), minutes=minutes)


def write_attempts(book, contact, crew, luck):
    """Some promises are kept at once, some after tries in vain, a few are given up."""
    ended_at = contact["followed_up_at"]
    in_vain = luck.choices((0, 1, 2, 3), (60, 24, 10, 6))[0]
    results = [luck.choice((AttemptResult.NOBODY, AttemptResult.VOICEMAIL)) for _ in range(in_vain)]
    if in_vain == 3 and luck.random() < GIVEN_UP:
        contact |= {"followed_up_at": "", "given_up_at": ended_at, "given_up_because": NEVER_REACHED}
    else:
        results.append(AttemptResult.REACHED)
    for number, result in enumerate(results):
        tried_at = ended_at - timedelta(minutes=40) * (len(results) - 1 - number)
        book.write(
            "call_attempts",
            id=f"{contact['id']}/{number}",
            contact=contact["id"],
            worker=luck.choice(crew.on_phone[contact["unit"]]),
            tried_at=at(tried_at.date(), tried_at.hour, tried_at.minute),
            result=result,
        )
