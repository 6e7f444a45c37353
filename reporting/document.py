"""A report as it reads, before it is a page, a PDF, a spreadsheet or a file: chapters, sections, and what stands in them.

Every number carries its exact value, its printed form and the place where it opens. All four outputs are made of
one `Document`, so they cannot differ.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Number:
    """One number of the report. `address` is where it opens: programme and figure, and the part of a table."""

    value: Any
    text: str
    label: str = ""
    unit: str = ""
    address: str = ""
    decimals: int = 0
    total: bool = False  # its column's or row's parts add up to it
    differs: bool = False  # its parts do not add up to what was printed elsewhere
    bar: str = ""  # a bar in place of digits: per cent of its cell

    def __str__(self):
        return self.text


EMPTY = Number(None, "")


@dataclass(frozen=True)
class Row:
    label: str
    numbers: tuple[Number, ...] = ()
    kind: str = ""  # "", "group", "total", "strong", "missed"
    key: str = ""


@dataclass
class Table:
    key: str
    caption: str
    stub: str
    columns: tuple[str, ...]
    rows: list[Row]
    look: str = ""
    notes: list[str] = field(default_factory=list)
    source: str = ""
    wide: bool = False
    number: int = 0
    short: str = ""  # its name in the list of tables
    word_columns: tuple[int, ...] = ()  # columns of words, as in the appendix

    @property
    def anchor(self):
        return f"p{self.number}"

    @property
    def width(self):
        return len(self.columns) + 1

    @property
    def empty(self):
        """Nothing was counted for it."""
        return not any(number.value for row in self.rows for number in row.numbers)


@dataclass
class Picture:
    key: str
    caption: str
    svg: str
    alt: str
    source: str = ""
    wide: bool = True
    short: str = ""  # its name in the list of charts
    bars: bool = False  # stands over the month columns of the table below
    number: int = 0

    @property
    def anchor(self):
        return f"s{self.number}"


@dataclass
class Brief:
    """A few figures side by side, in place of words."""

    numbers: list[Number]


@dataclass
class Disagreement:
    """Two numbers that should be one. It is shown where it arises, never mended."""

    key: str
    title: str
    text: str
    explanation: str = ""
    short: str = ""
    anchor: str = ""


@dataclass
class Section:
    key: str
    title: str
    paragraphs: list[str] = field(default_factory=list)  # safe HTML, one per paragraph
    keys: list[Number] = field(default_factory=list)
    blocks: list[Any] = field(default_factory=list)
    narrative: str = ""  # the key of its text

    @property
    def beside(self):
        """Paragraphs, each with the key figures that stand beside it in the margin; the last takes what is left."""
        last = len(self.paragraphs) - 1
        return [
            (self.keys[place:] if place == last else self.keys[place : place + 1], words)
            for place, words in enumerate(self.paragraphs)
        ]

    @property
    def tables(self):
        return [block for block in self.blocks if isinstance(block, Table)]

    @property
    def pictures(self):
        return [block for block in self.blocks if isinstance(block, Picture)]

    @property
    def disagreements(self):
        return [block for block in self.blocks if isinstance(block, Disagreement)]


@dataclass
class Chapter:
    key: str
    title: str
    number: str = ""  # "1", "2"; the summary and the appendix have none
    opening: list[Number] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # safe HTML, one per paragraph
    sections: list[Section] = field(default_factory=list)
    kind: str = "chapter"  # or "summary", "appendix"
    narrative: str = ""  # the key of its text

    @property
    def anchor(self):
        return f"c-{self.key}"

    @property
    def lead(self):
        return self.words[0] if self.words else ""

    @property
    def rest(self):
        return self.words[1:]

    @property
    def warned(self):
        """What its warnings are about, each thing once."""
        return list(dict.fromkeys(warning.short for warning in self.warnings))

    @property
    def warnings(self):
        return [block for section in self.sections for block in section.disagreements]


@dataclass(frozen=True)
class Place:
    """Where a text stands."""

    chapter: Chapter
    title: str


@dataclass
class Document:
    title: str  # "Letno poročilo"
    year: int
    organisation: str
    language: str
    edition: str
    made_on: date
    counted_at: datetime
    identifier: str
    checksum: str = ""
    book: Any = None  # what it was counted from
    part: str = ""  # the programmes that it speaks of, where these are not all
    chapters: list[Chapter] = field(default_factory=list)

    @property
    def tables(self):
        return [table for chapter in self.chapters for section in chapter.sections for table in section.tables]

    @property
    def pictures(self):
        return [picture for chapter in self.chapters for section in chapter.sections for picture in section.pictures]

    @property
    def warnings(self):
        return [warning for chapter in self.chapters for warning in chapter.warnings]

    @property
    def tables_listed(self):
        return in_columns(self.tables)

    @property
    def pictures_listed(self):
        return in_columns(self.pictures)

    @property
    def checksum_in_groups(self):
        return " ".join(self.checksum[start : start + 8] for start in range(0, len(self.checksum), 8))

    def chapter(self, key):
        """The chapter of that key, the first one without a key, or None."""
        return next((chapter for chapter in self.chapters if key in ("", chapter.key)), None)

    def place_of(self, narrative):
        """Where the text of that key stands, or None."""
        for chapter in self.chapters:
            if chapter.narrative == narrative:
                return Place(chapter, chapter.title)
            for section in chapter.sections:
                if section.narrative == narrative:
                    return Place(chapter, f"{chapter.title}: {section.title}")
        return None

    def number_all(self):
        """Tables and pictures are counted through the whole report, chapters apart from summary and appendix."""
        numbered = [chapter for chapter in self.chapters if chapter.kind == "chapter"]
        for number, chapter in enumerate(numbered, 1):
            chapter.number = str(number)
        for number, table in enumerate(self.tables, 1):
            table.number, table.short = number, table.caption.removesuffix(f", {self.year}")
        for number, picture in enumerate(self.pictures, 1):
            picture.number, picture.short = number, (picture.short or picture.caption).removesuffix(f", {self.year}")
        for number, warning in enumerate(self.warnings, 1):
            warning.anchor = f"n{number}"
        return self


def in_columns(entries, columns=3, most=34):
    """Lists side by side, read column by column; a page holds `most` lines. (CSS columns take half the typesetting.)"""
    sheets = [entries[start : start + columns * most] for start in range(0, len(entries), columns * most)]
    return [
        [sheet[start : start + length] for start in range(0, len(sheet), length)]
        for sheet in sheets
        for length in [-(-len(sheet) // columns)]
    ]
