"""Words of a release inside a briefing, cut where they are long, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.words import one_line
from jiedu.model import Words, WordsKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Line

_STOPS = "，,、；;。！？!?：:"
_LEAST = 8  # code points that a quotation keeps


def quoted(words: str, most: int, setting: Setting, *notes: int) -> Line:
    """A quotation in quotation marks.

    Args:
        words: the characters of a release.
        most: how many code points are kept.
        setting: the words around it.
        notes: numbers of the notes behind it.
    """
    told, whole = clipped(words, most)
    cut = "" if whole else setting.words["cut"]
    return (
        Words(setting.words["open_quote"]),
        Words(told.translate(_INNER), WordsKind.QUOTE),
        Words(cut + setting.words["close_quote"], WordsKind.TEXT, notes),
    )


_INNER = {ord("“"): "‘", ord("”"): "’"}  # quotation marks inside of quotation marks


def clipped(words: str, most: int) -> tuple[str, bool]:
    """The beginning of some words, and whether it ends where a clause does.

    Args:
        words: the characters of a release.
        most: how many code points are kept; a longer first clause is cut, but in no numeral.
    """
    line = one_line(words).rstrip(_STOPS)
    if len(line) <= most:
        return line, True
    stops = [at for at in range(_LEAST, most + 1) if line[at] in _STOPS]
    if stops:
        return line[: stops[-1]], True
    end = most
    while end > _LEAST and line[end - 1 : end + 1].isascii() and not line[end].isspace():
        end -= 1
    return line[:end].rstrip(_STOPS), False


def joined(lines: Sequence[Line], between: str) -> Line:
    """Lines one after another."""
    found: list[Words] = []
    for line in lines:
        if found and between:
            found.append(Words(between))
        found.extend(line)
    return tuple(found)
