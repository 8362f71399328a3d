"""Text → sentences: spans that end at 。！？； or at the end of a line or of a table's cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
_PAIRS = {"”": "“", "’": "‘", "》": "《", "）": "（", "】": "【", "』": "『", "」": "「"}
_HALF_WIDTH = {"(": "（", ")": "）"}
_OPENERS = (*_PAIRS.values(), '"')
_QUOTES = '”』」"'
_STOPS = "。！？!?；;"
_CELL_ENDS = "\t"  # readers put it between the cells of a table's row
_SIGNS = f'h"(){_STOPS}{LINE_ENDS}{_CELL_ENDS}{"".join(_PAIRS)}{"".join(_PAIRS.values())}'
_PLAIN = f"[^{_SIGNS}]*"
_MARK = re.compile(
    rf"(?=[{_SIGNS}])(?:"  # one look at most characters
    # a pair without another sign in it changes nothing
    rf"“{_PLAIN}”|《{_PLAIN}》|[（(]{_PLAIN}[）)]|"
    # an address is swallowed whole: its ? and ; close nothing
    r"(?P<address>https?://[!-'*-~]+)"
    rf"|(?P<stop>[{_STOPS}]+)"
    rf"|(?P<line>[{LINE_ENDS}{_CELL_ENDS}]+)"
    rf"|(?P<closer>[{''.join(_PAIRS)})])"
    rf"|(?P<opener>[{''.join(_PAIRS.values())}(])"
    r'|(?P<straight>"))'
)
_PAUSE = re.compile(r"[，、： ]|[,:](?!\d)")  # 1,234 is one figure, 12:30 one time
LONGEST = 2000
"""Code points of a sentence; the longest of the releases that this was made on has 465."""
_GOES_ON = re.compile(rf"[，、：,:的{_STOPS}）)]")
"""What may follow a closing quotation mark without a new sentence beginning."""


def sentences(text: str, starts: Iterable[int] = ()) -> tuple[Span, ...]:
    """The sentences of a text, in order; together they cover all that is not white space.

    A stop inside a pair of quotation marks or brackets does not end a sentence, unless it is
    the last sign before the closing quotation mark. A pair stands within one line: an opener
    without its closer, or the reverse, counts for nothing. A sentence longer than `LONGEST` is
    cut, at a pause where there is one.

    Args:
        text: the text.
        starts: where a sentence begins in any case: behind a speaker's label, which so
            stands alone.
    """
    spans: list[Span] = []
    start = 0
    for end in sorted([*_ends(text), *starts]):
        body = text[start:end].strip()
        if body:
            first = text.index(body[0], start)
            spans += _pieces(text, first, first + len(body))
        start = end
    return tuple(spans)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """A sentence, in several where it is longer than any that people write.

    Every figure keeps its sentence: without a bound on its length, a text of one line would be
    kept as often as it has figures.
    """
    spans: list[Span] = []
    while end - start > LONGEST:
        latest = start + LONGEST
        pauses = _PAUSE.finditer(text, start + LONGEST // 2, latest + 1)
        cut = max((each.end() for each in pauses if each.end() <= latest), default=latest)
        spans.append(Span(start, start + len(text[start:cut].rstrip())))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    spans.append(Span(start, end))
    return spans


def _ends(text: str) -> list[int]:
    """Where sentences end, line ends and the end of the text among them."""
    ends: list[int] = []
    line = _Line(text)
    for mark in _MARK.finditer(text):
        kind = mark.lastgroup
        if kind == "stop":
            line.cuts.append(mark.end())
        elif kind == "line":
            ends += line.cuts
            ends.append(mark.start())
            if line.opened:
                line = _Line(text)
            else:
                line.cuts.clear()
        elif kind == "opener":
            line.open(mark)
        elif kind == "closer":
            line.close(mark)
        elif kind == "straight":
            line.toggle(mark)
    return [*ends, *line.cuts, len(text)]


class _Line:
    """The pairs that are open in one line, and the stops that are in no closed pair."""

    __slots__ = ("cuts", "depth", "opened", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.cuts: list[int] = []
        self.opened: list[tuple[str, int]] = []
        self.depth = dict.fromkeys(_OPENERS, 0)  # of each: a search in `opened` is not linear

    def open(self, mark: re.Match[str]) -> None:
        sign = _HALF_WIDTH.get(mark[0], mark[0])
        self.opened.append((sign, mark.start()))
        self.depth[sign] += 1

    def toggle(self, mark: re.Match[str]) -> None:
        if self.depth[mark[0]]:
            self.close(mark)
        else:
            self.open(mark)

    def close(self, mark: re.Match[str]) -> None:
        """Take back the stops inside the pair that ``mark`` closes."""
        sign = _HALF_WIDTH.get(mark[0], mark[0])
        wanted = _PAIRS.get(sign, sign)
        last = self.cuts[-1] if self.cuts else -1
        if not self.depth[wanted]:
            if last == mark.start():
                self.cuts[-1] = mark.end()
            return
        place = self._pop(wanted)
        while self.cuts and self.cuts[-1] > place:
            self.cuts.pop()
        ends_here = last == mark.start() and sign in _QUOTES
        if ends_here and not _GOES_ON.match(self.text, mark.end()):
            self.cuts.append(mark.end())

    def _pop(self, wanted: str) -> int:
        """Forget the openers down to the one that is wanted; its place."""
        while True:
            sign, place = self.opened.pop()
            self.depth[sign] -= 1
            if sign == wanted:
                return place
