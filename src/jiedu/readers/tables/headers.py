"""What the text of a header, or of a name before a row, says of the figures it stands for."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from jiedu.catalogue import region_of
from jiedu.lexicon import normalise
from jiedu.model import Measure, Status
from jiedu.readers.tables.facets import NOTHING, Change, Facets, HeaderError, Span, merged
from jiedu.readers.tables.indices import split_index
from jiedu.readers.tables.times import split_time
from jiedu.readers.tables.units import known_unit, known_units
from jiedu.readers.tables.words import alternatives, word_kinds, words

_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[\u2460-\u2473]|\[\d+\]|〔\d+〕|(?<=[\u4e00-\u9fff)%])[*†]+$")
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:、|\.(?!\d))"
    r"|[#*※]+|其中[:：]?|其[:：]|[-—·]+)"
)
_BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\))?[^()]*)\)$")
_LONGEST = 300
_EDGES = "_-:：、,，·—"


def clean(text: str) -> str:
    """A header in normal form without white space and footnote marks."""
    bare = normalise(_SPACE.sub("", text.replace("_x000D_", "")))
    return _MARKS.sub("", bare)


def unnumbered(text: str) -> str:
    """A cleaned name without its numbering, 其中 and signs of indentation."""
    while found := _NUMBERING.match(text):
        if not text[found.end() :]:
            return text
        text = text[found.end() :]
    return text


@lru_cache(maxsize=8192)
def read_header(text: str) -> Facets:
    """What a text says.

    Args:
        text: the cell as written.

    Raises:
        TimeError: where it holds a time that is none.
        HeaderError: where it says a change whose sign is not clear.
    """
    if len(text) > _LONGEST:
        raise HeaderError(f"{text[:20]!r}… is too long for a header")
    rest, bases = split_index(unnumbered(clean(text)))
    if len(bases) > 1:
        raise HeaderError(f"{' and '.join(bases)} would both be the base of an index")
    if bases:
        return merged(_read(rest), Facets(index=bases[0])) if rest else Facets(index=bases[0])
    return _read(rest)


def _read(rest: str) -> Facets:
    """What a cleaned text says that holds no base of an index."""
    if (unit := known_unit(rest)) is not None:
        return Facets(units=(unit,))
    facets = NOTHING
    while rest:
        shorter, facets = _step(rest, facets)
        if shorter == rest:
            break
        rest = shorter.strip(_EDGES)
    if not rest:
        return facets
    if (region := region_of(rest)) is not None:
        return replace(facets, region=region.name)
    if rest in words()["names"]["nation"]:
        return replace(facets, national=True)
    return replace(facets, names=(rest,))


def _step(rest: str, facets: Facets) -> tuple[str, Facets]:
    """The text without the last thing that it says beside its name."""
    if facets.time is None:
        before, time = split_time(rest)
        if time is not None:
            return before, replace(facets, time=time)
    if (found := _BRACKET.search(rest)) and (inner := _bracketed(found.group(1))) is not None:
        return rest[: found.start()], merged(inner, facets)
    if rest.endswith("%") and not rest[:-1].endswith(tuple("0123456789")):
        return rest[:-1], merged(Facets(units=known_units("%")), facets)
    for section, pattern in _tails():
        if found := pattern.search(rest):
            word = found.group("word")
            left = rest if section == "kept" else rest[: found.start()]
            said = _said(section, word)
            return (left, facets) if said == NOTHING else (left, merged(said, facets))
    return _changed(rest, facets)


def _bracketed(inner: str) -> Facets | None:
    """What a bracket says, ``None`` where it belongs to the name."""
    if units := known_units(inner):
        return Facets(units=units)
    facets = NOTHING
    for part in re.split(r"[,，、;]", inner):
        unit = known_unit(part)
        said = Facets(units=(unit,)) if unit else read_header(part)
        if said.names or said.region or said.national or said == NOTHING:
            return None
        facets = merged(facets, said)
    return facets


@cache
def _tails() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Words that count alone or behind a mark, and those that count behind any name."""
    spans, status, table = word_kinds("spans"), word_kinds("status"), words()
    indicator = r"(?:(?<=增长)|(?<=增速)|(?<=[率额值量数]))"
    plans = [word for word, kind in status.items() if kind != "actual"]
    return (
        ("spans", re.compile(rf"(?:^|_)(?P<word>{alternatives(spans)})$")),
        ("spans", re.compile(rf"(?P<word>{alternatives(table['sure_spans']['words'])})$")),
        ("status", re.compile(rf"(?:^|_)(?P<word>{alternatives(status)})$")),
        ("status", re.compile(rf"{indicator}(?P<word>{alternatives(plans)})$")),
        ("shares", re.compile(rf"(?P<word>{alternatives(table['shares']['words'])})$")),
        ("ranks", re.compile(rf"(?P<word>{alternatives(table['ranks']['words'])})$")),
    )


def _said(section: str, word: str) -> Facets:
    """What a word at the end of a header says."""
    if section == "spans":
        return Facets(span=Span(word_kinds("spans")[word]))
    if section == "status":
        return Facets(status=Status(word_kinds("status")[word]), span=Span.LEVEL)
    return Facets(measure=Measure.SHARE if section == "shares" else Measure.RANK)


@cache
def _changes() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Change]]:
    table = words()["changes"]
    kinds = {word: Change(kind) for kind in ("rate", "moved", "difference") for word in table[kind]}
    compared = {word: Change(kind) for kind, said in table["compared"].items() for word in said}
    bases = rf"{alternatives(word_kinds('bases'))}|[比较](?P<year>\d{{4}})年(?:同期)?"
    real = r"(?P<real>扣除价格因素|实际|名义)"
    against = rf"(?P<basis>{bases}){real}?(?P<word>{alternatives({**kinds, **compared})})?"
    bare = rf"{real}?(?P<word>{alternatives(kinds)})"
    cumulative = r"_?(?P<sum>本年累计|累计)?"
    unclear = (
        rf"(?:{alternatives(word_kinds('bases'))})?(?<!升)(?:{alternatives(table['unclear'])})$"
    )
    several = "|".join(
        rf"{cumulative}{form}$".replace("?P<", f"?P<{letter}_")
        for letter, form in (("a", against), ("b", bare))
    )
    return re.compile(several), re.compile(unclear), kinds | compared


def _changed(rest: str, facets: Facets) -> tuple[str, Facets]:
    pattern, unclear, kinds = _changes()
    if unclear.search(rest):
        raise HeaderError(
            f"{rest} does not say whether a fall has a minus, or over which time it is"
        )
    found = pattern.search(rest)
    if found is None:
        return rest, facets
    said = {name[2:]: value for name, value in found.groupdict().items() if value}
    word, basis = said.get("word"), said.get("basis")
    change = Change.RATE if word is None else kinds[word]
    points = word == "增减百分点"
    facets = merged(
        Facets(
            change=change,
            basis=said.get("year") or word_kinds("bases").get(basis or ""),
            real=said.get("real") not in {None, "名义"},
            span=Span.ACCUMULATED if "sum" in said else None,
            change_units=known_units("百分点") if points else (),
        ),
        facets,
    )
    return rest[: found.start()], facets
