"""What the desk did beside the calls: a second worker in a difficult talk."""

from cases.vocabulary import NO_TALK
from reporting.demo.chance import chance

LONG_TALK, TOGETHER = 30, 0.05  # minutes; how often two talked


def write_desk(book, crew, seed):
    """Each contact has its own chance, so that a later day finds the past as it was."""
    for contact in list(book.rows["contacts"]):
        luck = chance(seed, contact["id"], "desk")
        if contact["minutes"] >= LONG_TALK and contact.get("subject") not in NO_TALK and luck.random() < TOGETHER:
            write_further_worker(book, contact, crew, luck)


def write_further_worker(book, contact, crew, luck):
    others = [worker for worker in crew.on_phone[contact["unit"]] if worker != contact["worker"]]
    minutes = luck.randint(10, contact["minutes"])
    book.write("talk_parts", contact=contact["id"], worker=luck.choice(others), minutes=minutes)
