"""A safety plan on one sheet of paper, in the largest type in which it fits."""

import uuid
from itertools import islice
from math import ceil

from django.template.loader import render_to_string
from django.utils.translation import get_language

from programmes.pdf import set_in_type

SIZES = (11, 10, 9, 8)  # points
WIDTH, HEIGHT = 245, 2 * 750  # points of a column, and of both columns together
LEADING, LETTER = 1.35, 0.5  # a line and a letter, in ems
TRIES, PATIENCE = 2, 12  # somebody waits for it: a guess, a size less, and no more than so many seconds each


def on_one_page(plan):
    """The PDF in the largest size that fits, or None."""
    likely = (size for size in SIZES if height_of(plan, size) <= HEIGHT)
    for size in islice(likely, TRIES):
        html = render_to_string(
            "cases/safety_plan_print.html", {"plan": plan, "size": size, "language": get_language()}
        )
        pdf, pages = set_in_type(html, uuid.uuid4().hex, patience=PATIENCE)
        if pages == 1:
            return pdf
    return None


def height_of(plan, size):
    """About how high its text is, in points: headings, lines, and the space between sections."""
    letters = WIDTH / (LETTER * size)
    lines = sum(
        2 + sum(max(1, ceil(len(line) / letters)) for line in words.splitlines()) for _name, words in plan.sections
    )
    return (lines + 3) * LEADING * size
