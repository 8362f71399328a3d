"""What a question says beside what narrows nothing, and what of it a text says too."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.questions.english_names import content_words
from jiedu.questions.names import left_over, saying_nothing
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.questions.query import Query

_QUOTED = re.compile("[“《](?P<name>[^”》]{2,})[”》]")
_PARTS = re.compile("([，。；：,; ]+)")
_ORDINAL = re.compile(
    r"第[\d一二三四五六七八九十百]+[届批轮期次]|首[届批轮]|(?<!\d)[一二三四五]期(?![间货望限末初])"
)
_ASIDE = re.compile(
    "[（(][^）)]*[）)]|^(?:反映|标志着)[^的]*的|^[^等]+、[^等]+等(?=[^等]{4})"
    "|^(?:在|像|由)[^，、]{2,16}?(?:领域|方面|期间|过程中|这样的|自主研制的)(?=.{3})|等“[^”]+”(?:产品)?"
)
_MARKS = re.compile("[“”‘’《》()（）、·]")


class Said(NamedTuple):
    """What a question says.

    Attributes:
        text: its words, without times and places.
        alike: those words in the forms that texts may have them in.
        pairs: the pairs of characters of what narrows something, with their bits.
        worth: the bits of all of them.
        rarest: those within its words, the rarest first.
        ordinals: which one of several it means (第136届).
    """

    text: str
    alike: str
    pairs: tuple[tuple[str, int], ...]
    worth: int
    rarest: tuple[str, ...]
    ordinals: tuple[str, ...] = ()

    def left(self, context: str) -> str:
        """What of the question neither a text says nor narrows nothing.

        Args:
            context: the words around a figure.
        """
        told = with_alike(context)
        for wider, part in tables()["worded"]["within"]:
            if wider not in self.alike:
                told = told.replace(wider, wider.replace(part, "｜".join(part)))
        return left_over(uncovered(self.text, told))


def said_in(query: Query) -> Said:
    """What a question says of the figure that it asks for."""
    rest = f"{query.rest} {query.whole[0]}" if query.whole and not query.english else query.rest
    text = _chinese(rest) if query.english else _MARKS.sub("", rest)
    ordinals = tuple(_ORDINAL.findall(text))
    text = _ORDINAL.sub("", text)
    empty, spoken = saying_nothing(), query.content.upper()
    pairs = dict.fromkeys(
        pair for pair in pairs_of(text) if pair not in empty and (query.english or pair in spoken)
    )
    worth = tuple((pair, bits(pair)) for pair in pairs)
    whole = [pair for pair in pairs_of(left_over(text)) if pair in pairs] or list(pairs)
    rarest = tuple(sorted(dict.fromkeys(whole), key=lambda pair: -bits(pair)))
    alike = with_alike(text if query.english else f"{text} {query.content}")
    return Said(text, alike, worth, sum(one for _, one in worth), rarest, ordinals)


def _chinese(text: str) -> str:
    """The words of an English question in Chinese; one that is not known stays as it is."""
    known = _glossary()
    said = _english().sub(lambda match: f" {known[match['word'].lower()]} ", text)
    return " ".join(
        word
        for part in said.split()
        for word in ([part] if not part.isascii() else content_words(part))
    )


@cache
def _glossary() -> dict[str, str]:
    """English words and their plurals (battery, batteries) in Chinese."""
    known: dict[str, str] = tables()["worded"]["english"]
    many = {f"{word[:-1]}ies": told for word, told in known.items() if word.endswith("y")}
    return {**many, **known}


@cache
def _english() -> re.Pattern[str]:
    words = sorted(_glossary(), key=len, reverse=True)
    forms = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?P<word>{forms})(?:s|es|'s)?\b", re.I)


def with_alike(text: str) -> str:
    """A text with the other words for what it says: 短信 beside 信息."""
    more = [
        " ".join(row) for row in tables()["worded"]["alike"] if any(word in text for word in row)
    ]
    return " ".join((_MARKS.sub("", text).upper(), *more))


def uncovered(text: str, context: str) -> str:
    """A text with a comma for every two or more characters that stand in another one alike."""
    return "".join(_uncovered(part, context) for part in _PARTS.split(text))


def _uncovered(part: str, context: str) -> str:
    upper, kept = part.upper(), list(part)
    for at in range(len(part) - 1):
        if upper[at : at + 2] in context:
            kept[at] = kept[at + 1] = "，"
    return "".join(kept)


def name_left(name: str, said: Said) -> str:
    """What the name of a figure says that a question does not, a name in quotes taken for all.

    Args:
        name: as the text has it.
        said: the question.
    """
    for quoted in _QUOTED.finditer(name):
        if quoted["name"].upper() in said.alike:
            return ""
    plain = _ASIDE.sub("", name.rpartition("在内的")[2])
    return _bare(uncovered(_MARKS.sub("", plain), said.alike))


@lru_cache(maxsize=1 << 12)
def _bare(text: str) -> str:
    """A name without what says nothing in it."""
    words = tables()["worded"]
    left = _without(text, sorted(words["bare"], key=len, reverse=True)).strip("， ")
    return "" if left in words["alone"] else left


def _without(text: str, words: Iterable[str]) -> str:
    for word in words:
        text = text.replace(word, "，")
    return text.replace("，", "")
