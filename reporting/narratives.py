"""The words that people write into a report: paragraphs, italics, bold, and numbers as live fields. Nothing else."""

import re

import nh3
from django.utils.html import escape
from django.utils.safestring import mark_safe

PARAGRAPHS = re.compile(r"\n\s*\n")
BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
ITALIC = re.compile(r"\*(\S(?:.*?\S)?)\*")
FIELD = re.compile(r"\{([a-z0-9_-]+(?:\.[a-z0-9_-]+)?)\}")
TAGS = {"strong", "em", "a"}
ATTRIBUTES = {"a": {"href", "class", "hx-get", "hx-target", "hx-swap", "hx-push-url"}}


def paragraphs(text, field):
    """Safe HTML for each paragraph. `field` gives the HTML for a key in braces, or None where there is no such number.

    The text is escaped before anything is added to it, and cleaned again afterwards.
    """
    return [paragraph(words, field) for words in PARAGRAPHS.split(text.replace("\r", "").strip()) if words.strip()]


def paragraph(words, field):
    html = escape(" ".join(words.split()))
    html = ITALIC.sub(r"<em>\1</em>", BOLD.sub(r"<strong>\1</strong>", html))
    html = FIELD.sub(lambda found: field(found.group(1)) or found.group(0), html)
    return mark_safe(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes=set()))
