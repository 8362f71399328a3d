"""What every form of file says alike: notes in words, charts in their size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.data_files import read_words
from jiedu.briefings.naming import publisher_name
from jiedu.briefings.periods import day_words
from jiedu.briefings.plots import Frame
from jiedu.model import Pictures

if TYPE_CHECKING:
    from jiedu.model import Briefing, Note, Picture

FRAME = Frame(3.4, 1.9, 7.0, bare=True)
"""Half the width of a page."""


def pictures_of(briefing: Briefing) -> list[Picture]:
    """The charts of a briefing, in order."""
    return [
        item for block in briefing.blocks if isinstance(block, Pictures) for item in block.items
    ]


def note_words(note: Note, briefing: Briefing) -> str:
    """A note: the release, the place in it, and the quotation where the briefing has none."""
    words = read_words("brief", briefing.language)
    if note.release == briefing.release:
        place = words["note_own_chars"].format(start=note.span.start, end=note.span.end)
    else:
        place = _release(note, briefing)
        chars = words["note_chars"].format(start=note.span.start, end=note.span.end)
        place += f"{words['separator']}{chars}" if len(note.span) else ""
    if note.shown:
        return str(words["note_quoted"].format(place=place, words=note.words))
    return str(words["note_plain"].format(place=place))


def first_words(briefing: Briefing) -> str:
    """What stands above the notes: whose text most are of, how characters are counted."""
    words = read_words("brief", briefing.language)
    own = next((note for note in briefing.notes if note.release == briefing.release), None)
    if own is None:
        return ""
    return str(words["note_first"].format(place=_release(own, briefing), zero=0))


def _release(note: Note, briefing: Briefing) -> str:
    words = read_words("brief", briefing.language)
    publisher = publisher_name(note.publisher, briefing.language)
    day = day_words(note.published, briefing.language)
    told = words["note"].format(
        publisher=publisher, title=note.title, day=day, release=note.release
    )
    return str(told).lstrip(", ")
