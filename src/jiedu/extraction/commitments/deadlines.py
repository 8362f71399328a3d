"""By when a measure is due: the times that stand in front, or those of its targets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.lexicon import closing_day, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jiedu.model import Observation
    from jiedu.model.token import TimeWord

_CLOSE = re.compile("[底末](?:之?前)?$")


def deadline_of(words: Iterable[TimeWord], published: date) -> str | None:
    """The last time of a clause that is not over on the day of publication, in ISO 8601.

    Args:
        words: the words of time.
        published: the release's date.
    """
    due = None
    for word in words:
        if word.words.endswith("以来"):
            continue
        when = resolve(word.words, published)
        if when.period is None or when.now or not _is_ahead(when.period, published):
            continue
        due = closing_day(when.period) if _CLOSE.search(word.words) else when.period
    return due


def deadline_of_targets(targets: Iterable[Observation], published: date) -> str | None:
    """The period that the targets of a clause belong to."""
    for target in targets:
        if target.period is not None and _is_ahead(target.period, published):
            return target.period
    return None


def is_past(period: str | None, published: date) -> bool:
    """Whether a period is over on the day of publication."""
    if period is None:
        return False
    last = period.rpartition("/")[2]
    return last < published.isoformat()[: len(last)]


def _is_ahead(period: str, published: date) -> bool:
    """Whether a period reaches beyond the day of publication."""
    return not is_past(period, published) and period != published.isoformat()
