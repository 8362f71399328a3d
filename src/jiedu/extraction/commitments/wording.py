"""The words of ``commitments.toml`` as patterns, built once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from jiedu.extraction.lexemes import alternatives


@cache
def tables() -> dict[str, Any]:
    """The word lists."""
    path = files("jiedu.extraction") / "data" / "commitments.toml"
    return tomllib.loads(path.read_text("utf-8"))


def _any(section: str, name: str) -> str:
    return alternatives(tables()[section][name])


@cache
def _nouns() -> dict[str, str]:
    """What may not follow a verb that would then be the beginning of a noun."""
    return dict(tables()["verbs"]["nounish"])


def _guarded(words: list[str]) -> str:
    nouns = _nouns()
    plain = [word for word in words if word not in nouns]
    guarded = [rf"{word}(?![{nouns[word]}])" for word in words if word in nouns]
    guarded.sort(key=len, reverse=True)
    return "|".join([alternatives(plain), *guarded])


@cache
def verb() -> str:
    """One verb."""
    return rf"(?:{_guarded(tables()['verbs']['plain'])})"


@cache
def adverb() -> str:
    """One word that says how."""
    return rf"(?:{_guarded(tables()['verbs']['adverbs'])})"


@cache
def chain() -> re.Pattern[str]:
    """Words of manner and verbs at the front of a clause; ``lone`` where there is no verb."""
    lists = tables()["verbs"]
    named = "".join(f"(?<!{word})" for word in lists["named"])
    second = rf"(?:{_guarded(lists['second'])})"
    after = "实施|推进|落实|好"
    follows = rf"(?:{named}(?:{adverb()})*+{second}|(?:{after}))"
    return re.compile(rf"(?:{adverb()})*+(?P<verb>{verb()}){follows}*|(?P<lone>(?:{adverb()})+)")


@cache
def joins() -> re.Pattern[str]:
    """What joins a clause to the one before, and white space."""
    return re.compile(rf"[\s—、·]+|{_any('front', 'joins')}")


@cache
def modals() -> re.Pattern[str]:
    """A word that says something is to come."""
    return re.compile(rf"(?:{_any('front', 'modals')})(?![方案书部划纲局员])")


@cache
def times() -> re.Pattern[str]:
    """A time without a date."""
    return re.compile(_any("front", "times"))


@cache
def behind_a_time() -> re.Pattern[str]:
    """What may stand behind a time without being what is done then."""
    return re.compile("之?前|以前|之?内|期间|起|底前|左右")


@cache
def leans() -> re.Pattern[str]:
    """A preposition at the front."""
    lists = tables()["prepositions"]
    within = dict(lists["lean_words"])
    plain = [word for word in lists["lean"] if word not in within]
    guarded = (rf"{word}(?![{after}])" for word, after in within.items())
    return re.compile("|".join([alternatives(plain), *guarded]))


@cache
def strong() -> re.Pattern[str]:
    """A verb that carries a clause in which something stands before it."""
    manner = alternatives([word for word in tables()["verbs"]["adverbs"] if len(word) > 1])
    return re.compile(rf"(?:{manner})*+(?:{_any('prepositions', 'strong')})")


@cache
def with_subject() -> re.Pattern[str]:
    """Somebody and a word of what is to come."""
    modal = alternatives(
        ["将", "要", "拟", "计划", "应", "应当", "须", "必须", "力争", "争取", "预计", "需"]
    )
    follows = rf"{adverb()}|{verb()}|{leans().pattern}|\d|今|明|年"
    return re.compile(
        rf"(?P<subject>[^“”]{{1,40}}?)(?:还|也|都|均|仍|更|就|正)?"
        rf"(?P<modal>(?<!只)(?<!需)(?<!主)(?<!重)(?<!首)(?<!必)(?:{modal}))(?={follows})"
    )


@cache
def somebody_acts() -> re.Pattern[str]:
    """Somebody and a verb, without a word of what is to come between them."""
    who = _any("plans", "doers")
    return re.compile(rf"(?P<subject>[^“”，,]{{0,20}}?(?:{who}))(?={adverb()}|{verb()})")


@cache
def partners() -> re.Pattern[str]:
    """Those that act together: the group ``owner`` is the partner."""
    follows = rf"(?:{adverb()})*{_any('prepositions', 'strong')}"
    return re.compile(
        rf"(?:{_any('prepositions', 'owners')})(?P<owner>[^，,]{{2,24}}?)(?={follows})"
    )


@cache
def reaching() -> re.Pattern[str]:
    """A verb between what is counted and its figure."""
    return re.compile(_any("verbs", "reaching"))


@cache
def _done() -> re.Pattern[str]:
    return re.compile(_any("done", "words"))


@cache
def _finished() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(tables()['done']['verbs'])})了")


def is_done(normal: str, start: int, end: int) -> bool:
    """Whether a stretch says that something was done already."""
    if _done().search(normal, start, end) is not None:
        return True
    # most clauses have no 了 at all
    return normal.find("了", start, end) >= 0 and _finished().search(normal, start, end) is not None


@cache
def past() -> re.Pattern[str]:
    """What opens a sentence of the past or the present."""
    return re.compile(_any("plans", "past"))


@cache
def asks() -> re.Pattern[str]:
    """What opens the words of somebody who asks for something."""
    return re.compile(rf"(?<!决策)(?<!战略)(?<!重大)(?<!工作)(?:{_any('plans', 'asks')})(?:到)?$")


@cache
def asked() -> re.Pattern[str]:
    """A word that asks, at the front of what is asked for."""
    asks = _any("plans", "asks")
    return re.compile(rf"(?:{asks})(?:{asks})?(?=要|应|到20|{adverb()}|{verb()}(?![目任重工]))")


@cache
def document_asks() -> re.Pattern[str]:
    """A document or a meeting, and a word that asks."""
    asks = _any("plans", "asks")
    return re.compile(
        rf"[^，,]{{0,30}}?(?:{_any('plans', 'speaking')})》?(?:还|也|中)?(?:{asks})"
        rf"(?=[到在]|20|要|应|{adverb()}|{verb()})"
    )


@cache
def asks_word() -> re.Pattern[str]:
    """A word that asks."""
    asks = _any("plans", "asks")
    return re.compile(rf"(?:{asks})(?:{asks})?")


@cache
def says() -> re.Pattern[str]:
    """What opens the words of somebody."""
    return re.compile(rf"(?:{_any('plans', 'says')})$")


@cache
def abroad() -> re.Pattern[str]:
    """The title of a release about other countries."""
    return re.compile(_any("plans", "abroad"))


@cache
def document() -> re.Pattern[str]:
    """A document that plans something."""
    return re.compile(_any("plans", "documents"))


@cache
def ready() -> re.Pattern[str]:
    """A clause that ends with the word that something will be ready."""
    return re.compile(rf"(?:{_any('ready', 'words')})$")


@cache
def no_actor() -> re.Pattern[str]:
    """The end of a word that is nobody."""
    return re.compile(rf"(?:{_any('plans', 'no_actors')})$")


@cache
def opens() -> re.Pattern[str]:
    """What turns all that follows into plans."""
    return re.compile(_any("plans", "opens"))


@cache
def actor() -> re.Pattern[str]:
    """The end of the name of somebody who may announce a measure."""
    return re.compile(
        rf"(?:{_any('plans', 'actors')})(?:等(?:[一二三四五六七八九十\d]+)?(?:个)?(?:部门|单位)?)?$"
    )


@cache
def event() -> re.Pattern[str]:
    """The end of the name of an event, which has a timetable and no measures."""
    return re.compile(_any("plans", "events"))
