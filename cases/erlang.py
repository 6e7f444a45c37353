"""Erlang C: how often a call finds somebody free, when calls come by chance and wait until somebody is.

`load` is how many people talk at the same time on average: calls an hour times the hours that one lasts.
"""

from math import exp

MOST_PEOPLE = 50


def waits(load, people):
    """The share of calls that find everybody talking. Where more is asked than people can talk, the queue only grows."""
    if load <= 0:
        return 0.0 if people > 0 else 1.0
    if people <= load:
        return 1.0
    lost = 1.0  # Erlang B, person by person: the share of calls that would be lost if nobody waited
    for number in range(1, people + 1):
        lost = load * lost / (number + load * lost)
    return lost / (1 - load / people * (1 - lost))


def answered_at_once(load, people):
    return 1 - waits(load, people)


def answered_within(load, people, minutes, talk_minutes):
    """Somebody answers within so many minutes, when a talk lasts `talk_minutes` on average."""
    if people <= load:
        return 0.0
    return 1 - waits(load, people) * exp(-(people - load) * minutes / talk_minutes)


def people_for(load, share):
    """The fewest people with whom at least this share is answered at once."""
    return next((people for people in range(1, MOST_PEOPLE) if answered_at_once(load, people) >= share), MOST_PEOPLE)
