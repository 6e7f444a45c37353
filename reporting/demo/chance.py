"""Chance that repeats itself, and sums shared out exactly."""

import random


def chance(*names):
    """The same names, the same chance, on every machine."""
    return random.Random("/".join(map(str, names)))


def share_out(total, weights, least=0, most=None):
    """Whole parts of a total, about as the weights say, none below `least`, none above `most`."""
    rest, whole = total - least * len(weights), sum(weights)
    if rest < 0 or (most is not None and total > most * len(weights)):
        raise ValueError(f"{total} cannot be shared out in {len(weights)} parts of {least} to {most}")
    parts, weight, given = [], 0, 0
    for each in weights:
        weight += each
        upto = round(rest * weight / whole)
        parts.append(least + upto - given)
        given = upto
    return parts if most is None else _levelled(parts, most)


def _levelled(parts, most):
    over = sum(max(0, part - most) for part in parts)
    level = []
    for part in parts:
        more = min(over, max(0, most - part))
        level.append(min(part, most) + more)
        over -= more
    return level


def uneven(luck, count, spread=0.5):
    """Weights around 1, so that parts differ."""
    return [luck.uniform(1 - spread, 1 + spread) for _ in range(count)]


def pick(luck, weights):
    """One key of a mapping of weights."""
    return luck.choices(list(weights), list(weights.values()))[0]
