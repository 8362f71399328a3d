"""Names in a text that may be those of programmes."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.catalogue import split_region
from jiedu.lexicon import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEAST = 2  # characters of a name that say more than what kind it is
_TITLE = re.compile(r"《(?P<name>[^《》\n]{4,60})》")
_COUNTED = re.compile(
    r"^[超近约第]?[\d一二三四五六七八九十百千两]+(?:[余多]?[个项大批次场条类家]|年$)"
    r"|^(?!20\d\d年|\dG)\d|\d+(?:余|多)?[个项场次]|\d\s*\+|“[一二三四五六七八九十两]+[个大项]"
)
_LONGEST = 28


class Candidate(NamedTuple):
    """A name as written, with its place in code points."""

    name: str
    start: int
    end: int


@cache
def _words() -> dict[str, Any]:
    path = files("jiedu.programmes") / "data" / "words.toml"
    return tomllib.loads(path.read_text("utf-8"))


def _any(*names: str) -> str:
    words = [word for name in names for word in _words()[name]]
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    between = _words()["between"]
    quoted = re.compile(
        rf"(?P<name>[A-Za-z0-9]{{0,6}}“[^“”，。；：、！？\n]{{2,18}}”{between}"
        rf"(?:{_any('heads', 'quoted_heads')}))"
    )
    plain = re.compile(
        rf"(?:{_any('runs')})(?:{_any('before')})*"
        rf"(?P<name>[^，。；：、“”《》！？\s]{{2,20}}?(?:{_any('heads')}))(?![一-鿿]{{0,2}}(?:{_any('heads')}))"
    )
    return quoted, plain


@cache
def _affixes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(
            rf"(?:{_any('generic', 'heads', 'quoted_heads', 'documents')}|[\d“”《》()]|年)+"
        ),
        re.compile(rf".+(?:{_any('documents')})"),
        re.compile(rf"{_any('refused')}|“(?:{_any('slogans')})”"),
    )


def candidates_in(text: str) -> Iterator[Candidate]:
    """The names in a text that may be those of programmes, in no order.

    They are what stands in quotation marks before a head (“…”行动), what is run and ends with a
    head (实施…工程), and titles of plans and documents.
    """
    normal = normalise(text)
    for pattern in _patterns():
        for match in pattern.finditer(normal):
            if is_a_name(match["name"]):
                yield Candidate(text[match.start("name") : match.end("name")], *match.span("name"))
    for match in _TITLE.finditer(normal):
        _, documents, _ = _affixes()
        if documents.fullmatch(match["name"]) and is_a_name(match["name"]):
            yield Candidate(text[match.start("name") : match.end("name")], *match.span("name"))


def parts_of(instrument: str) -> Iterator[str]:
    """The names that an instrument joins, without their title marks; each has a head."""
    titles = _TITLE.findall(instrument)
    joined, ended = _joined()
    for title in titles or [instrument]:
        for name in joined.sub(r"\g<head>\n", title).split("\n"):
            if ended.search(name) and is_a_name(name):
                yield name


@cache
def _joined() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where one name ends and another follows, and what a name ends with."""
    ends = _any("heads", "documents", "instruments")
    quoted = rf"”[^“”]{{0,8}}(?:{_any('quoted_heads')})"
    return (
        re.compile(rf"(?P<head>{ends})[、和与及](?![^“”]*”)"),
        re.compile(rf"(?:{ends}|{quoted})$"),
    )


def least_uses(names: Iterable[str]) -> int:
    """How many releases must use names: several where all have heads of figures of speech."""
    weak = all(name.endswith(tuple(_words()["weak_heads"])) for name in names)
    return int(_words()["weak_least"]) if weak else 1


def is_a_name(name: str) -> bool:
    """Whether words say more than that there is a programme, a document, or a number of them."""
    _, _, refused = _affixes()
    normal = normalise(name)
    if len(normal) > _LONGEST or _COUNTED.search(normal) or refused.search(normal):
        return False
    return says_more(normal)


def says_more(words: str) -> bool:
    """Whether words hold more than a region and words for undertakings of any kind."""
    generic, _, _ = _affixes()
    normal = normalise(words)
    region, rest = split_region(normal)
    return len(generic.sub("", rest if region else normal)) >= _LEAST
