"""The words around a picture of the ledger."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.model import Entry

_NAMED = 3  # publishers


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a picture.

    Attributes:
        title: what it shows.
        source: where that comes from.
    """

    title: str
    source: str


def caption_of(entries: Sequence[Entry], wanted: Iterable[str] = ()) -> Caption:
    """The title and the source of a picture of some measures.

    Args:
        entries: the measures, all of those that were asked for.
        wanted: what was asked for, in words.
    """
    releases = {entry.promise.release: entry.promise for entry in entries}
    titles = [promise.title for promise in releases.values()]
    about = [*titles[:1], *wanted] if len(titles) == 1 else list(wanted)
    named = "：" + " · ".join(about) if about else ""
    return Caption(f"举措进展{named}", _source(entries))


def _source(entries: Sequence[Entry]) -> str:
    releases = {entry.promise.release: entry.promise for entry in entries}
    publishers = Counter(promise.publisher for promise in releases.values() if promise.publisher)
    names = "、".join(name for name, _ in publishers.most_common(_NAMED))
    others = "等" if len(publishers) > _NAMED else ""
    days = sorted(promise.published for promise in releases.values())
    when = "" if not days else str(days[0]) if days[0] == days[-1] else f"{days[0]} 至 {days[-1]}"
    told = [part for part in (names + others, f"{len(releases):,} 篇发布", when) if part]
    return f"来源：{'，'.join(told)}。由 jiedu 从原文读出，每项都能查到原句：jiedu track"
