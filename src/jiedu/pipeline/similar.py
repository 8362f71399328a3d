"""The previous release of a release's kind: the last one that tells of the same things."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from jiedu.lexicon import closing_day
from jiedu.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Reading

_TIMES = re.compile(
    r"[\d〇一二三四五六七八九十]+(?:[—～~至-]\d+)?(?:年|月份?|季度|个月)|[前上下]半年|全年|今年|去年|【[^】]*】|\s"
)
_LEAST_SHARED = 3  # indicators; fewer are told together by chance
_OVERLAP = 0.45  # of the indicators of the shorter one
_ALIKE = 0.75  # titles that differ in their time only
_BREADTH = 0.2  # of the indicators of both; daily digests have one title and nothing in common
_COVERED = 0.25  # of the indicators of the release
_LENGTH = 3  # times as long as the other at most: one sentence is no earlier report
_FADING = 0.6  # of a score, lost in a year
_YEAR = 365
_STEP = 10  # scores that differ by less are as good; the later release counts


class Profile(NamedTuple):
    """What tells a release's kind, without its text.

    Attributes:
        release: its id.
        published: its day.
        region: the place it is of, ``None`` for the country.
        ids: the indicators it tells of.
        latest: the last day of the time that most of its figures are of.
        title: its title without its time.
        publisher: who published it.
        length: of its text, in code points.
    """

    release: str
    published: date
    region: str | None
    ids: frozenset[str]
    latest: str
    title: str
    publisher: str | None
    length: int


def previous_of(reading: Reading, others: Iterable[Reading]) -> str | None:
    """The id of the previous release of a kind, or ``None``.

    It was published before, is of the same region, tells of an earlier time, and its title is
    the same but for the time, or it tells of much the same indicators.

    Args:
        reading: the release.
        others: those that may be it, oldest first.
    """
    return previous_among(profile_of(reading), map(profile_of, others))


def previous_among(mine: Profile, others: Iterable[Profile]) -> str | None:
    """The same for profiles, which can be kept where releases cannot."""
    best: tuple[int, date, str] | None = None
    for other in others:
        if other.published >= mine.published or other.release == mine.release:
            continue
        if other.region != mine.region:
            continue
        score = _score(mine, other)
        if score is None:
            continue
        years = (mine.published - other.published).days / _YEAR
        rank = (round((score - _FADING * years) * _STEP), other.published, other.release)
        best = max(best, rank) if best else rank
    return best[2] if best else None


def profile_of(reading: Reading) -> Profile:
    """What tells the kind of a release."""
    facts = [found for found in reading.observations if found.status is Status.ACTUAL]
    ids = frozenset(found.indicator_id for found in facts if found.indicator_id)
    periods = Counter(closing_day(found.period) for found in facts if found.period)
    latest = periods.most_common(1)[0][0] if periods else ""
    release = reading.release
    return Profile(
        release.id,
        release.published,
        release.region,
        ids,
        latest,
        _TIMES.sub("", release.title),
        release.publisher,
        len(release.text),
    )


def _score(mine: Profile, other: Profile) -> float | None:
    """How alike two releases are; ``None`` where they are of different kinds or one time."""
    shared = len(mine.ids & other.ids)
    overlap = shared / (min(len(mine.ids), len(other.ids)) or 1)
    if not mine.length <= other.length * _LENGTH <= mine.length * _LENGTH**2:
        return None
    if not shared or (mine.latest and other.latest >= mine.latest):
        return None
    titles = SequenceMatcher(None, mine.title, other.title, autojunk=False)
    alike = titles.ratio() if titles.quick_ratio() >= _ALIKE else 0.0
    breadth = shared / len(mine.ids | other.ids)
    same = alike >= _ALIKE and breadth >= _BREADTH
    covered = shared / len(mine.ids)
    if not same and (shared < _LEAST_SHARED or overlap < _OVERLAP or covered < _COVERED):
        return None
    return alike / 2 + breadth + (0.3 if mine.publisher == other.publisher else 0.0)
