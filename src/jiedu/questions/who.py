"""Who said a figure: the name in the sentence, or the speaker of the turn."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.lexicon import plain_digits, scan
from jiedu.questions.english_names import chinese_terms
from jiedu.questions.figures import alike
from jiedu.questions.finding import held
from jiedu.questions.numerals import numerals_of
from jiedu.questions.saying import cited, fields_of
from jiedu.questions.seeking import shared_with
from jiedu.questions.told import Told, Unknown
from jiedu.questions.wordings import said_in
from jiedu.store.searching import Filters

if TYPE_CHECKING:
    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View

_LOOKED_AT = 8  # of them, those that share most with the question
_HITS = 60  # releases that may hold a number
_MARKS = re.compile('[“”‘’"]')
_WRITTEN = 9  # characters of a number that a text would write out
_TITLE = (
    "部长|局长|主任|司长|行长|署长|会长|发言人|负责人|主席|省长|市长|书记|院士|委员|代表|总裁|董事长|秘书长|院长|所长"
    "|教授|专家|研究员|工程师"
)
_SAYS = "介绍|表示|说|指出|强调|透露|称|认为|告诉"
_NAMED = re.compile(rf"(?:{_TITLE})(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?:{_SAYS}|还|在|：|，)")
_KNOWN = re.compile(rf"(?:{_TITLE})(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?:{_SAYS}|[的在，。：、（(])")
_SPOKEN_TO = 0.4  # of what a question says that must stand with a figure of its number


def who(view: View, query: Query) -> Told | Unknown:
    """The one who said the figure that a question quotes or names."""
    found = _who_said(view, query)
    if found is None:
        return Unknown("nobody")
    name, sources = found
    colon = ": " if query.english else "："
    # what is cited for a name is the sentence that says it, and not the numeral alone
    shown = tuple(
        replace(source, observation=replace(item, span=item.sentence))
        for source in sources
        for item in (source.observation,)
    )
    fields = (name, *fields_of(sources[0], query))
    return Told(f"{name}{colon}{cited(sources[0], query)}", observations=shown, fields=fields)


def _who_said(view: View, query: Query) -> tuple[str, list[Source]] | None:
    """Who said the figure, and where, the newest first; ``None`` where nobody is named."""
    said: dict[str, list[Source]] = {}
    for source in _figures(view, query):
        name = source.observation.speaker or _named(view.release(source.release).text, source)
        if name:
            said.setdefault(name, []).append(source)
    if not said:
        return None
    name = max(said, key=lambda known: len(said[known]))
    return name, said[name]


def _figures(view: View, query: Query) -> list[Source]:
    """The figures that a question may speak of: of its number, else of its indicator and time."""
    values = _values(query)
    if not values:
        best = held(view, query.at()).best
        return [best] if best is not None else []
    if query.ids:
        found = [
            fact
            for fact in view.sources_of(alike(query.ids), until=query.as_of)
            if abs(fact.observation.value) in values  # 缩短了20.7% is told as a fall
        ]
        if found:
            return found
    found = [
        source
        for value, forms in values.items()
        for written in forms
        for name in _likeliest(view, written, query)
        for source in view.figures_of(name)
        if abs(source.observation.value) == value
    ]
    return found if query.english else _spoken_of(found, query)


def _spoken_of(found: list[Source], query: Query) -> list[Source]:
    """Those of some figures of one number whose sentences say what the question says of it."""
    said = said_in(query)
    scored = [
        (shared_with(f"{fact.observation.indicator} {fact.sentence}", said), fact) for fact in found
    ]
    least = max((shared for shared, _ in scored), default=0)
    return [
        fact for shared, fact in scored if shared == least and shared >= _SPOKEN_TO * said.worth
    ]


def _likeliest(view: View, written: str, query: Query) -> list[str]:
    """Of the releases that hold a number those that share most words with the question."""
    hits = view.search(written, Filters(as_of=query.as_of), _HITS)
    terms = [term for _, term in chinese_terms(query.content)] if query.english else [query.rest]
    pairs = {pair: bits(pair) for pair in pairs_of(" ".join(terms))}

    def shared(text: str) -> int:
        return sum(worth for pair, worth in pairs.items() if pair in text)

    ranked = sorted(hits, key=lambda hit: -shared(hit.release.text))
    return [hit.release.id for hit in ranked[:_LOOKED_AT]]


def _values(query: Query) -> dict[Decimal, list[str]]:
    """The numbers that a question quotes, in base units, and how a text may write each."""
    if query.english:
        numerals = (numeral.value for numeral in numerals_of(query.rest))
        return {value: _written(value) for value in numerals if value is not None}
    text = _MARKS.sub("", query.rest)  # digits in quotation marks are no name here
    return {
        quantity.value: [text[quantity.start : quantity.stop], text[quantity.start : quantity.end]]
        for quantity in scan(text).quantities
    }


def _written(value: Decimal) -> list[str]:
    """How a Chinese text may write a value (8000, 0.8万), the forms that are too long left out."""
    forms = (
        (Decimal(1), ""),
        (Decimal(10**4), "万"),
        (Decimal(10**8), "亿"),
        (Decimal(10**12), "万亿"),
    )
    found = [f"{plain_digits(value / scale)}{word}" for scale, word in forms if value >= scale]
    return [form for form in found if len(form) <= _WRITTEN]


def _named(text: str, source: Source) -> str | None:
    """The last one named before a figure in its paragraph: with a title, there or before."""
    end = source.observation.sentence.end
    begin = text.rfind("\n", 0, end) + 1
    known = {match["name"] for match in _KNOWN.finditer(text, 0, end)}
    bare = "|".join(map(re.escape, sorted(known))) or "(?!)"
    told = re.compile(rf"(?<![\u4e00-\u9fff])(?P<name>{bare})(?:{_SAYS})")
    found = [*_NAMED.finditer(text, begin, end), *told.finditer(text, begin, end)]
    return max(found, key=lambda match: match.end(), default={"name": None})["name"]
