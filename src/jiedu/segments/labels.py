"""What stands before a colon → whether it names a speaker, who, and in which part."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache, lru_cache
from typing import NamedTuple

from jiedu.lexicon import normalise
from jiedu.segments.data_files import alternatives, read_surnames, read_toml


class Voice(Enum):
    """A speaker's part in a conversation, as far as the label tells."""

    ASKS = auto()
    HOSTS = auto()
    ANSWERS = auto()
    SPEAKS = auto()


class Label(NamedTuple):
    """A reading of a label.

    Attributes:
        voice: the part its words give the speaker.
        speaker: the name, or the function where no name is given; ``None`` for 问 and 答.
        plain: nothing but a name, which any short phrase may look like.
        outlet: nothing but the name of a paper or a station, which is often no speaker.
    """

    voice: Voice
    speaker: str | None
    plain: bool = False
    outlet: bool = False


class _Grammar(NamedTuple):
    unnamed: re.Pattern[str]
    titled: re.Pattern[str]
    outlet: re.Pattern[str]
    name: re.Pattern[str]
    no_label: re.Pattern[str]
    voices: dict[str, Voice]


_GIVEN = ("first", "name", "other", "inside", "office")
"""Where a titled label may give the name, the best first."""


@cache
def _grammar() -> _Grammar:
    """The label patterns, built from ``labels.toml`` and ``surnames.txt``."""
    raw = read_toml("labels.toml")
    single, double = read_surnames()
    asks, answers = raw["unnamed"]["asks"], raw["unnamed"]["answers"]
    voices = dict.fromkeys(raw["asks"]["words"], Voice.ASKS)
    voices |= dict.fromkeys(raw["hosts"]["words"], Voice.HOSTS)
    voices |= dict.fromkeys(raw["offices"]["words"], Voice.SPEAKS)
    parts = dict.fromkeys(asks, Voice.ASKS) | dict.fromkeys(answers, Voice.ANSWERS)
    han = "[\u4e00-\u9fff]"
    dotted = rf"{han}{{1,8}}(?:[·•]{han}{{1,8}})+"
    name = rf"(?:{alternatives(double)}|[{single}]){han}{{1,2}}|{dotted}"
    titles, offices = alternatives(voices), alternatives(raw["offices"]["words"])
    return _Grammar(
        unnamed=re.compile(rf"({alternatives(parts)})\s*[0-9一二三四五六七八九十]{{0,3}}"),
        titled=re.compile(
            rf"(?P<first>{name})(?:\s*[（(].*?(?P<last>{titles})[）)]|\s+.*?(?P<behind>{offices}))"
            rf"|有?(?P<office>.*?(?P<title>{titles}))(?:提?问|答)?"
            rf"(?:\s*(?P<name>{name})|\s+(?P<other>{han}{{2,5}})|[（(](?P<inside>{name})[）)])?"
        ),
        outlet=re.compile(rf".*(?:{alternatives(raw['asks']['outlets'])})"),
        name=re.compile(rf"(?:{name})"),
        no_label=re.compile(
            rf".*(?:{alternatives(raw['no_label']['ends'])})"
            rf"|(?:{alternatives(raw['no_label']['words'])}).?"
        ),
        voices=voices | parts,
    )


@lru_cache(maxsize=4096)
def read_label(words: str) -> Label | None:
    """What a label says, or ``None`` where these words are no speaker's label.

    Args:
        words: what stands before the colon or inside the brackets, without space around it.
    """
    grammar = _grammar()
    simple = normalise(words)
    if match := grammar.unnamed.fullmatch(simple):
        return Label(grammar.voices[match[1]], None)
    if grammar.no_label.fullmatch(simple):
        return None
    if match := grammar.titled.fullmatch(simple):
        title = match["title"] or match["last"] or match["behind"]
        given = next(group for group in _GIVEN if match[group])
        return Label(grammar.voices[title], words[slice(*match.span(given))])
    if grammar.outlet.fullmatch(simple):
        return Label(Voice.ASKS, words, outlet=True)
    if grammar.name.fullmatch(simple):
        return Label(Voice.SPEAKS, words, plain=True)
    return None
