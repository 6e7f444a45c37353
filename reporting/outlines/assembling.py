"""An outline and the records of a year become a document."""

import hashlib
import json

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from reporting.book import WHOLE, Book, as_words
from reporting.document import Chapter, Document, Section
from reporting.outlines.tables import blocks

MOST_OPENING = 5


def assemble_outline(outline, report, language, made_at=None, on_chapter=lambda done, of: None, field=as_words):
    """`on_chapter` hears how far the work has come; `field` writes the numbers that stand in sentences."""
    with translation.override(language):
        book = Book(report, language, made_at, field)
        book.count()
        wanted = [pair for plan in outline.chapters for pair in plan.chapters(book)]
        of = len(wanted) + 1
        document = begin(outline, book)
        for done, (plan, programme) in enumerate(wanted):
            on_chapter(done, of)
            made = chapter(plan, book, programme)
            if made.sections or made.words or made.kind == "summary":
                document.chapters.append(made)
        on_chapter(len(wanted), of)
        document.number_all()
        document.checksum = checksum(book)
        return document


def begin(outline, book):
    made_on = timezone.localdate(book.made_at)
    return Document(
        title=str(outline.title),
        year=book.year,
        organisation=book.organisation.name,
        language=book.language,
        edition=_("draft"),
        made_on=made_on,
        counted_at=book.made_at,
        identifier="-".join(["lipa", outline.key, str(book.year), book.language, *map(str, book.report.programmes)]),
        book=book,
        part="" if book.report.is_whole else ", ".join(each.called for each in book.all_programmes),
    )


def chapter(plan, book, programme):
    page = book.page(programme)
    key = programme.key if programme else plan.key
    made = Chapter(
        key=key,
        title=str(plan.title) % {"year": book.year} if plan.title else programme.name,
        kind=plan.kind,
        narrative=key,
        words=page.paragraphs(key),
    )
    made.opening = opening(plan, page)
    for planned in plan.sections:
        made.sections.extend(sections(planned, page, key))
    return made


def opening(plan, page):
    """The large figures of a chapter: its plan's, or those that its first section chooses."""
    for chooser in [*plan.sections, *(content for section in plan.sections for content in contents_of(section))]:
        if not plan.opening and hasattr(chooser, "opening"):
            return chooser.opening(page)
    found = [value for figure in plan.opening if page.has(figure) for value in page.values(figure)]
    return [page.number(value) for value in found if value.exact][:MOST_OPENING]


def contents_of(section):
    return getattr(section, "contents", ())


def sections(planned, page, chapter_key):
    """A planned section, or several where it is made anew for each programme; an empty one is left out."""
    if hasattr(planned, "sections"):
        yield from planned.sections(page)
        return
    narrative = f"{chapter_key}-{planned.key}"
    page.heading = str(planned.title)
    section = Section(
        key=planned.key,
        title=str(planned.title),
        narrative=narrative,
        paragraphs=page.paragraphs(narrative),
        blocks=[block for block in blocks(page, planned.contents) if not getattr(block, "empty", False)],
    )
    beside = [value for figure in planned.beside if page.has(figure) for value in page.values(figure)]
    section.keys = [page.number(value) for value in beside if value.exact]
    if section.blocks or section.paragraphs or section.keys:
        yield section


def checksum(book):
    """Of all numbers of the report, whatever language it is printed in."""
    numbers = [
        [key, value.key, str(value.exact)]
        for key, results in sorted(book.results.items(), key=lambda pair: (pair[0] == WHOLE, pair[0]))
        for value in results.values_in_order
    ]
    return hashlib.sha256(json.dumps(numbers).encode()).hexdigest()
