"""Text → lines, and which of them begin with a speaker's label."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from jiedu.segments.labels import Label, Voice, read_label
from jiedu.segments.sentences import LINE_ENDS
from jiedu.segments.shapes import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterable


_LINE = re.compile(rf"\S(?:[^{LINE_ENDS}]*\S)?")
_NUMBER = r"(?:[0-9]{1,2}[.．、]\s*|[一二三四五六七八九十]{1,3}、)?"
_LABEL = re.compile(
    rf"\s*{_NUMBER}(?:"
    r"[\[【［](?P<framed>[^\[\]【】［］：:]{1,40})[\]】］]\s*[:：]?"
    r"|(?P<words>[\w（(][\w\s、·•（）()《》—/&-]{0,39})[:：]"
    r")\s*"
)
_ANSWER_INSIDE = re.compile(r"(?<=[。？！?!”）)])\s*(?=[答A][:：])")
"""A question and its answer in one line."""


class Line(NamedTuple):
    """A line with text in it, without the space around it.

    Attributes:
        start: its first character.
        end: behind its last one.
        label: the speaker's label it begins with.
        spoken: where the text behind the label begins.
    """

    start: int
    end: int
    label: Label | None = None
    spoken: int = 0


def labelled_lines(text: str) -> list[Line]:
    """The lines of a text that hold more than space, those of speakers with their labels."""
    lines = [Line(*match.span()) for match in _LINE.finditer(text)]
    read = [_with_label(text, line) for line in lines]
    if not any(line.label for line in read):
        return lines
    found = _with_known_names([piece for line in read for piece in _split_answer(text, line)])
    labels = Counter(line.label for line in found if line.label)
    talk = any(_shows_talk(text, line, single=labels.total() == 1) for line in found)
    kept: list[Line] = []
    asked = False
    for line in found:
        label = line.label
        if label and _is_speaker(text, line, talk=talk, expected=asked or labels[label] > 1):
            asked = label.voice in (Voice.ASKS, Voice.HOSTS)
            kept.append(line)
        else:
            kept.append(Line(line.start, line.end))
    return kept


def _with_known_names(lines: list[Line]) -> list[Line]:
    """Who was introduced with a function keeps it when only the name is given."""
    known = {
        line.label.speaker: line.label
        for line in reversed(lines)
        if line.label and not line.label.plain
    }
    return [
        line._replace(label=known.get(line.label.speaker, line.label))
        if line.label and line.label.plain
        else line
        for line in lines
    ]


def _with_label(text: str, line: Line) -> Line:
    match = _LABEL.match(text, line.start, line.end)
    label = match and read_label((match["framed"] or match["words"]).strip())
    if match and label:
        return Line(line.start, line.end, label, match.end())
    return line


def _split_answer(text: str, line: Line) -> Iterable[Line]:
    """A line of 问 may hold its 答."""
    answer = None
    if line.label and line.label.speaker is None:
        answer = _ANSWER_INSIDE.search(text, line.spoken, line.end)
    if answer is None:
        yield line
    else:
        yield line._replace(end=answer.start())
        yield _with_label(text, Line(answer.end(), line.end))


def _shows_talk(text: str, line: Line, *, single: bool) -> bool:
    """Whether a labelled line proves that the text is a conversation."""
    label = line.label
    if label is None or label.plain or label.voice is Voice.SPEAKS:
        return False
    asks = text[line.end - 1] in "？?"
    return asks or not (single or label.outlet)


def _is_speaker(text: str, line: Line, *, talk: bool, expected: bool) -> bool:
    """Whether a label is a speaker's in this text: 重庆：… and 商务部：… are headlines."""
    assert line.label is not None
    said = text[line.spoken : line.end]
    if not talk:
        titled = line.label.voice is Voice.SPEAKS and not line.label.plain
        return titled and bool(said) and not is_heading(said)
    if line.label.plain:
        return expected
    return not (line.label.outlet and said and is_heading(said))
