"""The summary: two pages that can stand alone."""

from django.utils.translation import gettext as _

from reporting.document import Row, Section, Table


class Programmes:
    """A part for each programme: its text, and the figures that open its chapter."""

    def sections(self, page):
        from reporting.outlines import OUTLINES

        outline = OUTLINES[page.book.report.outline]
        for plan in outline.chapters:
            for chapter, programme in plan.chapters(page.book):
                if programme:
                    yield self.part(page, chapter, programme)

    def part(self, page, chapter, programme):
        here = page.book.page(programme)
        narrative = f"summary-{programme.key}"
        values = [value for figure in chapter.opening if here.has(figure) for value in here.values(figure)]
        rows = [Row(value.label, (here.number(value), here.last_year(value))) for value in values if value.exact]
        year = page.book.year
        brief = Table("brief", programme.called, _("Figure"), (str(year), str(year - 1)), rows, look="brief")
        return Section(
            key=programme.key,
            title=programme.called,
            narrative=narrative,
            paragraphs=here.paragraphs(narrative),
            blocks=[brief] if rows else [],
        )
