"""Where figures that are worded otherwise are looked for: of a time, within it, anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.checks.periods import days
from jiedu.model import Measure
from jiedu.questions.figures import in_time
from jiedu.questions.fitting import is_of_time
from jiedu.questions.words import tables
from jiedu.store import Filters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.questions.wordings import Said
    from jiedu.store import View

_QUOTED = re.compile("[“《]([^”》]{2,})[”》]")
_HITS = 40  # releases in which a figure without a time is looked for
_READ = 10  # of them, those whose figures are looked at
_MOST = 0.6  # of what a question says that one of them must hold
_RAREST = 3  # pairs of a question by which they are found together
_TRIED = 5  # and each alone; some are of two words, which no text has side by side


def then(view: View, query: Query, said: Said) -> list[Source]:
    """The figures of the time that is asked about."""
    return [fact for fact in in_time(view, query) if is_of_time(fact, query)]


def inside(view: View, query: Query, said: Said) -> list[Source]:
    """Those told within the month that is asked about, and within the year what is told once.

    Of what the catalogue knows a part of the year is no answer for the year.
    """
    asked = query.period or ""
    whole = any(word in query.content for word in tables()["worded"]["whole_year"])
    year = len(asked) == len("2023")
    if len(asked) > len("2023-06") or (year and (query.instant or whole)):
        return []
    return [
        fact
        for fact in anywhere(view, query, said)
        if fact.observation.indicator_id is None or _is_short(fact, asked)
        if _is_inside(fact, asked, since=query.since) or (query.instant and _ends_in(fact, asked))
    ]


def _is_inside(fact: Source, asked: str, *, since: bool) -> bool:
    """Whether a figure is told of a part of a time; what says no time, of the day it was told."""
    period = fact.observation.period or fact.published.isoformat()
    return period.startswith(asked) and (since or days(period)[1].startswith(asked))


def _ends_in(fact: Source, asked: str) -> bool:
    """Whether a figure that the catalogue does not know is of a time that ends in a month."""
    item = fact.observation
    if item.indicator_id is not None or item.period is None or item.measure is not Measure.LEVEL:
        return False
    return days(item.period)[1].startswith(asked)


def _is_short(fact: Source, asked: str) -> bool:
    """Whether a figure is of a month that is asked about, or of a holiday, which is no part."""
    return len(asked) == len("2023-06") or len(fact.observation.period or "") > len(
        "2023-06/2023-07"
    )


def anywhere(view: View, query: Query, said: Said) -> Iterator[Source]:
    """The figures of the releases that hold most of a question, found by its rarest words."""
    quoted = [(name,) for name in _QUOTED.findall(query.content)]
    one = [(*said.ordinals, word) for word in said.rarest[:_TRIED] if said.ordinals]
    together = [said.rarest[:size] for size in range(_RAREST, 1, -1)]
    tried = (*quoted, *one, *together, *((word,) for word in said.rarest[:_TRIED]))
    for words in filter(None, tried):
        hits = view.search(" ".join(words), Filters(as_of=query.as_of), _HITS)
        scored = [(shared_with(hit.release.text, said), hit.release.id) for hit in hits]
        names = [name for much, name in scored if much >= _MOST * said.worth]
        if names:
            for _, name in sorted(scored, reverse=True)[:_READ]:
                yield from view.figures_of(name)
            return


def shared_with(text: str, said: Said) -> int:
    """The bits of what a question says that stand in a text."""
    text = text.upper()
    return sum(worth for pair, worth in said.pairs if pair in text)
