"""What was explained: the answers with their points, or the points, or the first sentences."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings.composing.quoting import joined, quoted
from jiedu.briefings.composing.setting import count, strong
from jiedu.briefings.words import one_line
from jiedu.model import Bullets, Heading, Paragraph, Role, Span
from jiedu.segments import segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Block, Line, Point, Turn

_ENOUGH = 5  # points; fewer are the parts of a report
_DATELINE = re.compile(
    r"[^，。！？：:]{0,20}(?:(?:消息|讯)(?:[（(][^）)]*[）)])?[：:]|\d日电[\s　])"
)  # 本报北京7月15日电, 某网消息：
_SHORT = 12  # code points; a sentence with fewer is a greeting or a headline


class _Told(NamedTuple):
    """One thing that was explained: who or under which heading, and the sentences."""

    head: str
    spans: tuple[Span, ...]


def explained(setting: Setting) -> list[Block]:
    """The section; nothing where a release says nothing in sentences."""
    told = _told(setting)
    if not told:
        return []
    shown = told[: setting.limits.explained]
    blocks: list[Block] = [
        Heading(setting.words["explained"]),
        Bullets(tuple(_item(one, setting) for one in shown)),
    ]
    if len(told) > len(shown):
        left = setting.say("explained_left", count=len(told) - len(shown))
        blocks.append(Paragraph((count(left),), remark=True))
    return blocks


def _told(setting: Setting) -> list[_Told]:
    reading = setting.material.reading
    structure = segment(reading.release.text)
    answers = [turn for turn in reading.turns if turn.role is Role.ANSWER]
    if answers:
        heads = _headings(reading.turns, setting)
        return [
            _answer(turn, heads.get(turn.span, ""), reading.points, structure.sentences, setting)
            for turn in answers
        ]
    if reading.points:
        return _points(reading.points, structure.sentences)
    return _sentences(setting, structure.sentences)


def _headings(turns: Sequence[Turn], setting: Setting) -> dict[Span, str]:
    """The headings that stand right before the questions of some answers, but for the title."""
    text = setting.release.text
    found: dict[Span, str] = {}
    heading = ""
    for turn in turns:
        words = one_line(turn.span.of(text))
        if turn.role is Role.HEADING:
            heading = "" if words in setting.release.title else words
        elif turn.role is Role.ANSWER:
            found[turn.span], heading = heading, ""
    return found


def _answer(
    turn: Turn, heading: str, points: Iterable[Point], sentences: Sequence[Span], setting: Setting
) -> _Told:
    """An answer: who speaks, and its points of the first level, or else its first sentence."""
    inside = [point for point in points if point.level == 1 and _holds(turn.span, point.span)]
    spans = [_after(point, sentences) for point in inside] or _first(turn.span, sentences)
    head = _head(heading, turn.speaker or "", setting)
    return _Told(head, tuple(span for span in spans if len(span)))


def _head(heading: str, speaker: str, setting: Setting) -> str:
    if heading and speaker:
        return setting.say("headed_speaker", heading=heading, speaker=speaker)
    return setting.say("speaker", speaker=heading or speaker) if heading or speaker else ""


def _points(points: Sequence[Point], sentences: Sequence[Span]) -> list[_Told]:
    """The points of the outermost enumeration that has some, with the words behind the markers."""
    levels = sorted({point.level for point in points})
    by_level = [[point for point in points if point.level == level] for level in levels]
    outer = next((some for some in by_level if len(some) >= _ENOUGH), by_level[0])
    return [_Told("", (span,)) for point in outer if len(span := _after(point, sentences))]


def _sentences(setting: Setting, sentences: Sequence[Span]) -> list[_Told]:
    """The sentences of a text without points: not its title, not those with a headline figure."""
    text, title = setting.release.text, setting.release.title
    told = setting.notes.spans_of(setting.release.id)
    long = [
        span
        for span in (_without_dateline(span, text) for span in sentences)
        if len(span) >= _SHORT and span.of(text).strip() not in title and "://" not in span.of(text)
    ]
    new = [span for span in long if not any(_holds(span, other) for other in told)]
    return [_Told("", (span,)) for span in new or long]


def _without_dateline(span: Span, text: str) -> Span:
    """A sentence without the agency's words before it."""
    match = _DATELINE.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _item(one: _Told, setting: Setting) -> Line:
    text, limits = setting.release.text, setting.limits
    spans = one.spans[: limits.quotes]
    most = limits.words if len(spans) > 1 else limits.words * 2
    whole = Span(spans[0].start, spans[-1].end)
    note = setting.notes.place(setting.release.id, whole, whole.of(text))
    quotes = [quoted(span.of(text), most, setting) for span in spans]
    last = quoted(spans[-1].of(text), most, setting, note)
    head = (strong(one.head),) if one.head else ()
    return (*head, *joined([*quotes[:-1], last], ""))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _after(point: Point, sentences: Sequence[Span]) -> Span:
    """The sentence of a point without its marker; the next one where the marker stands alone."""
    for span, after in pairwise([*sentences, Span(0, 0)]):
        if _holds(span, point.span):
            if span.end - point.span.end >= 2:
                return Span(point.span.end, span.end)
            return after
    return Span(0, 0)


def _first(turn: Span, sentences: Sequence[Span]) -> list[Span]:
    inside = [span for span in sentences if _holds(turn, span)]
    return [span for span in inside if len(span) >= _SHORT][:1] or inside[:1]
