"""A written briefing: what it is made from, and the document itself, before it is any file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jiedu.model.chart import Chart
from jiedu.model.comparison import Comparison
from jiedu.model.finding import Finding, Source
from jiedu.model.language import Language
from jiedu.model.ledger import Entry
from jiedu.model.reading import Reading
from jiedu.model.release import Release
from jiedu.model.span import Span


@dataclass(frozen=True, slots=True)
class Material:
    """All that a briefing of a release is made from.

    Attributes:
        reading: the release and what was read from it.
        as_of: the day the briefing speaks from; nothing later is in it.
        comparison: the release against the previous one of its kind, if there is one.
        findings: what recomputing its claims showed.
        entries: its measures with what became of them.
        answered: earlier measures whose outcome rests on a sentence of this release.
        earlier: the measures of the previous release with what became of them.
        history: figures of the same indicators in all releases until the day.
        releases: every other release that is spoken of.
    """

    reading: Reading
    as_of: date
    comparison: Comparison | None
    findings: tuple[Finding, ...]
    entries: tuple[Entry, ...]
    answered: tuple[Entry, ...]
    earlier: tuple[Entry, ...]
    history: tuple[Source, ...]
    releases: tuple[Release, ...]


class WordsKind(StrEnum):
    """What a stretch of words of a briefing rests on."""

    TEXT = "text"
    """words of the briefing or names; a digit in them stands in a cited sentence"""
    STRONG = "strong"
    """the same, emphasised"""
    FIGURE = "figure"
    """a value of a cited sentence, perhaps in another unit"""
    QUOTE = "quote"
    """characters of a cited sentence"""
    PERIOD = "period"
    """a time that a cited sentence was read to speak of, or the day of a release"""
    SUM = "sum"
    """computed from values of cited sentences, with the sum shown"""
    COUNT = "count"
    """how many things the briefing lists or leaves out"""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words.

    Attributes:
        text: the words.
        kind: what they rest on.
        notes: numbers of the notes that stand behind them, from 1.
    """

    text: str
    kind: WordsKind = WordsKind.TEXT
    notes: tuple[int, ...] = ()


Line = tuple[Words, ...]
"""Words that stand together: a paragraph, an item, a cell."""


@dataclass(frozen=True, slots=True)
class Note:
    """Where something stands.

    Attributes:
        release: the id of the release.
        title: its title.
        publisher: who published it, where known.
        published: when.
        span: the characters that are cited, in code points of its text.
        words: those characters, shortened around what is cited where they are long.
        shown: whether the note quotes them; not where the briefing does so itself.
        periods: the times that they speak of, in ISO 8601.
    """

    release: str
    title: str
    publisher: str | None
    published: date
    span: Span
    words: str
    shown: bool = True
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of its own; a remark is set small."""

    line: Line
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        caption: what it shows.
        header: the names of the columns.
        rows: the cells.
        widths: of the columns, in parts of the whole.
        figures: the columns that hold figures, from 0.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its caption, and what it shows in words for who cannot see it."""

    chart: Chart
    caption: str
    described: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """Charts side by side."""

    items: tuple[Picture, ...]


Block = Heading | Paragraph | Bullets | Grid | Pictures


@dataclass(frozen=True, slots=True)
class Briefing:
    """A document.

    Attributes:
        title: its title.
        about: what stands below that: publisher and day.
        language: of everything but quotations.
        blocks: its body, in order.
        notes: where everything stands, by number from 1.
        notes_title: the heading above the notes.
        subject: the title of the release, for the properties of a file.
        release: its id.
        day: the day it speaks from.
    """

    title: str
    about: str
    language: Language
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    notes_title: str
    subject: str
    release: str
    day: date
