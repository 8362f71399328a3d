"""The named programme or document that a clause creates or runs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiedu.extraction.commitments.wording import tables
from jiedu.extraction.lexemes import alternatives

if TYPE_CHECKING:
    from jiedu.model import Span

_TITLE = re.compile(r"《[^《》]+》")
_LOOSE = frozenset({"建设", "服务", "高校"})  # nouns that are no part of a name
_CLOSERS = frozenset({"", "等", "、", "和", "与", "及", "建"})
_COUNTED = re.compile(r"^(?!20\d\d年)[超近约\d]|\d+(?:余|多)?[个项场次万]|等[百千\d]")
_FAR = 12  # characters before a name in quotation marks
_KEPT = 8  # of them that belong to it
_LEAST = 2  # characters before a head that make a name


@cache
def _quoted() -> re.Pattern[str]:
    heads = alternatives(tables()["instruments"]["heads"] + tables()["instruments"]["quoted"])
    return re.compile(
        rf"(?P<before>[^，,、“”和与及的]{{0,16}})(?P<name>“[^“”]{{1,24}}”)"
        rf"(?:(?P<noun>[^，,、“”的]{{0,12}}?)(?P<head>{heads})|(?P<end>$))"
    )


@cache
def _plain() -> re.Pattern[str]:
    words = tables()["instruments"]
    before = alternatives(words["before"])
    return re.compile(rf"(?:{before})*(?P<name>.{{2,40}}?(?:{alternatives(words['heads'])}))$")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(tables()['instruments']['generic'])}|[\d一二三四五六七八九十]+[个项大批])+"
    )


@cache
def _makers() -> re.Pattern[str]:
    return re.compile(rf".*(?:{alternatives(tables()['instruments']['makers'])})(?:实施|推进|好)?")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(alternatives(tables()["instruments"]["runs"]))


def instrument_of(normal: str, action: Span, end: int) -> str | None:
    """The name as written, or ``None``.

    Args:
        normal: the release's text in normal form.
        action: the verbs of the clause.
        end: where the clause ends.
    """
    after = normal[action.end : end]
    titles = _TITLE.findall(after)
    if titles:
        return "、".join(titles)
    return _in_quotes(normal[action.start : action.end], after) or _by_its_head(
        normal[action.start : action.end], after
    )


def _in_quotes(action: str, after: str) -> str | None:
    match = _quoted().search(after)
    if match is None:
        return None
    before, name = match["before"], match["name"]
    if match["end"] is not None:
        if _runs().search(action) is None or len(before) > _FAR or "、" in after:
            return None
        return f"{before}{name}" if len(before) <= _KEPT else name
    noun, head = match["noun"], match["head"]
    if head in _LOOSE:
        goes_on = after[match.end() : match.end() + 1] not in _CLOSERS
        return None if noun or goes_on else name
    listed = after[: match.start()].endswith(("、", "和", "与", "及"))
    keep = "" if listed or "等" in before or len(before) > _KEPT else before
    return f"{keep}{name}{noun}{head}"


def _by_its_head(action: str, after: str) -> str | None:
    made = _makers().match(action)
    match = _plain().match(after) if made else None
    if match is None:
        return None
    name = match["name"]
    if _COUNTED.search(name):
        return None
    head = name
    for word in sorted(tables()["instruments"]["heads"], key=len, reverse=True):
        if name.endswith(word):
            head = name[: -len(word)]
            break
    own = _generic().sub("", head)
    return name if len(own) >= _LEAST else None
