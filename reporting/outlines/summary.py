"""The summary, which can stand alone: the largest figures, then each programme in its words and numbers."""

from dataclasses import replace

from reporting.document import Brief, Section
from reporting.outlines.tables import blocks

MOST = 8  # large figures
EACH = 2  # of a programme


class Summary:
    """`parts` are the plans whose chapters it sums up."""

    def __init__(self, *parts):
        self.parts = parts

    def chapters(self, book):
        for part in self.parts:
            for chapter, programme in part.chapters(book):
                yield chapter, book.page(programme)

    def opening(self, page):
        """The first figures of every chapter, each with the name of its programme."""
        found = []
        for chapter, here in self.chapters(page.book):
            for value in values_of(chapter, here)[:EACH]:
                found.append(replace(here.number(value), label=label_of(value, here.programme)))
        return found[:MOST]

    def sections(self, page):
        for chapter, here in self.chapters(page.book):
            section = self.section(chapter, here)
            if section.blocks or section.paragraphs:
                yield section

    def section(self, chapter, here):
        key = here.programme.key if here.programme else chapter.key
        title = here.programme.called if here.programme else str(chapter.title)
        narrative = f"summary-{key}"
        paragraphs = here.paragraphs(narrative)
        values = values_of(chapter, here)
        brief = [] if paragraphs or not values else [Brief([here.number(value) for value in values])]
        return Section(
            key=key,
            title=title,
            narrative=narrative,
            paragraphs=paragraphs,
            blocks=[*brief, *blocks(here, chapter.brief)],
        )


def label_of(value, programme):
    """With the name of the programme, where the label does not say it."""
    if programme is None or programme.called in value.label:
        return value.label
    return f"{value.label}, {programme.called}"


def values_of(chapter, here):
    found = [value for figure in chapter.opening if here.has(figure) for value in here.values(figure)]
    return [value for value in found if value.exact]
