"""A later clause about a measure → whether it says done, under way, or nothing."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.model import State
from jiedu.tracking.words import pattern, tables

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Commitment, Span


_NEAR = 6  # characters between a name and what is said of it
_MEETING = re.compile("[^，,]{0,10}(?:座谈会|会议|论坛|发布会)")  # it is only named there
_ROUND = re.compile("新一轮[“《]?$")
_YEARS = re.compile(r"[》”]?[（(](?P<first>20\d\d)")


class Kind(Enum):
    """What a measure comes to in the end."""

    DOCUMENT = auto()
    """a text is there"""
    BUILD = auto()
    """something is built"""
    RUN = auto()
    """something goes on"""


class Deed(NamedTuple):
    """What a clause says: the state and the word that says it, which is the text's own or ours.

    Attributes:
        state: what the clause makes of the measure.
        word: in words of the text, or in English where it is ours.
        word_zh: ours in Chinese; empty where the word is of the text.
    """

    state: State
    word: str
    word_zh: str = ""


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(tables()["verbs"][name])


def kind_of(commitment: Commitment) -> Kind:
    """What a measure comes to, by its verbs."""
    if any(verb in commitment.action for verb in _ends("documents")):
        return Kind.DOCUMENT
    if commitment.action.endswith(_ends("builds")):
        return Kind.BUILD
    return Kind.RUN


def leaves_something(commitment: Commitment) -> bool:
    """Whether a measure leaves something behind that later texts can count or name."""
    return commitment.action.endswith(_ends("leaving"))


def read_deed(
    kind: Kind, since: date, text: str, clause: Span, sentence: Span, name: Span
) -> Deed | None:
    """What a clause says of a measure that it names, or ``None``.

    Args:
        kind: what the measure comes to.
        since: when the measure was announced.
        text: the text of the release.
        clause: the clause.
        sentence: the sentence.
        name: where it names the measure.
    """
    before, after = text[clause.start : name.start], text[name.end : clause.end]
    ahead = pattern("verbs", "ahead")
    if ahead.search(text, sentence.start, name.start) or ahead.match(after):
        return None
    if _ROUND.search(before) or _MEETING.match(after):
        return None
    years = _YEARS.match(text, name.end)
    if years is not None and int(years["first"]) > since.year + 1:
        return None  # a later round of the same name
    if kind is Kind.DOCUMENT:
        issued = pattern("verbs", "issued")
        word = issued.search(before) or issued.search(after)
        return Deed(State.ACHIEVED, word.group()) if word else None
    if kind is Kind.BUILD:
        return _built(after)
    running = pattern("verbs", "running")
    word = running.search(after[:_NEAR]) or running.search(before[-_NEAR:])
    word = word or pattern("verbs", "issued").search(before[-_NEAR:])
    return Deed(State.PROGRESS, word.group()) if word else None


def _built(after: str) -> Deed | None:
    """What the words behind the name of a thing say of its building."""
    finished = pattern("verbs", "finished").search(after)
    if finished is None:
        return None
    part = pattern("verbs", "parts").search(after, 0, finished.start())
    return Deed(State.PROGRESS if part else State.ACHIEVED, finished.group())
