"""What an outline is made of: chapters, sections, and what stands in them, as data.

    Section(_("Who calls and why"), Helpline.helpline_calls, Helpline.kinds_by_sex, ByMonth(Helpline.calls_by_month))

Figures that follow each other become one table against last year, breakdowns tables of their own, charts charts.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify
from django.utils.translation import override


class Section:
    """A heading and what stands under it; its text is kept under its key. `beside` are figures for the margin."""

    def __init__(self, title, *contents, key="", beside=()):
        self.title, self.contents, self.beside = title, contents, beside
        self._key = key

    @property
    def key(self):
        """The same in every language: texts are kept under it."""
        if not self._key:
            with override("en"):
                self._key = slugify(str(self.title))
        return self._key


@dataclass(frozen=True)
class Chapter:
    """`opening` are the three to five large figures that it opens with. Without a title it has its programme's name."""

    sections: tuple  # of Section, or whatever has sections of its own
    opening: tuple = ()
    brief: tuple = ()  # what the summary shows of it
    title: Any = ""
    key: str = ""
    kind: str = "chapter"

    def chapters(self, book):
        yield self, None


@dataclass(frozen=True)
class EachProgramme:
    """A chapter for every programme that has figures in the year, by its kind."""

    by_kind: dict = field(default_factory=dict)

    def chapters(self, book):
        for programme in book.programmes:
            if programme.kind in self.by_kind:
                yield self.by_kind[programme.kind], programme


@dataclass(frozen=True)
class Outline:
    key: str
    title: Any
    chapters: tuple


class Rest:
    """Every figure and breakdown of the set that the chapter has not printed yet: a new one is never forgotten.

    `without` are those that another one says already.
    """

    def __init__(self, without=()):
        self.without = {declared.key for declared in without}
