"""What to watch next: deadlines, goals that are not reached, the next figures."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from jiedu.briefings.composing.quoting import joined, quoted
from jiedu.briefings.composing.setting import count, period, strong, text
from jiedu.briefings.periods import period_words
from jiedu.briefings.stretches import STEPS, stretch_of
from jiedu.lexicon import closing_day
from jiedu.model import Bullets, Heading, Paragraph, State, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Block, Entry, Line, Observation

_OPEN = frozenset({State.ANNOUNCED, State.PROGRESS, State.OVERDUE, State.MISSED})
_NEXT = 3  # indicators whose next figures are named
_DECEMBER = 12


def watch(setting: Setting, told: Sequence[Observation]) -> list[Block]:
    """The section.

    Args:
        setting: the circumstances.
        told: the headline figures.
    """
    dated, undated = _dated(setting), _undated(setting)
    most = setting.limits.watched
    items = [*_due(dated[:most], setting), *_goals(undated[: most // 2], setting)]
    items.extend(_next(setting, told))
    blocks: list[Block] = [Heading(setting.words["watch"])]
    if not items:
        return [*blocks, Paragraph((text(setting.words["watch_none"]),))]
    blocks.append(Bullets(tuple(items)))
    left = max(0, len(dated) - most) + max(0, len(undated) - most // 2)
    if left:
        blocks.append(Paragraph((count(setting.say("measure_left", count=left)),), remark=True))
    return blocks


def _open(setting: Setting) -> list[Entry]:
    """Measures that are not achieved: of this release, and those of the last that it drops."""
    compared = setting.material.comparison
    changes = compared.measures if compared else ()
    kept = {change.old.span for change in changes if change.old and change.new}
    earlier = [
        entry for entry in setting.material.earlier if entry.promise.commitment.span not in kept
    ]
    return [
        entry
        for entry in (*setting.material.entries, *earlier)
        if any(outcome.state in _OPEN for outcome in entry.outcomes)
    ]


def _dated(setting: Setting) -> list[Entry]:
    """Open measures with a deadline: the soonest first, of one day those with goals."""
    found = [entry for entry in _open(setting) if entry.promise.commitment.deadline]
    return sorted(found, key=lambda entry: (_last_day(entry), not entry.promise.goals))


def _undated(setting: Setting) -> list[Entry]:
    """Open measures with a goal, but without a deadline."""
    return [
        entry
        for entry in _open(setting)
        if entry.promise.goals and not entry.promise.commitment.deadline
    ]


def _last_day(entry: Entry) -> date:
    return date.fromisoformat(closing_day(entry.promise.commitment.deadline or ""))


def _due(entries: Sequence[Entry], setting: Setting) -> Iterator[Line]:
    """An item for each day on which measures are due."""
    for day, due in groupby(entries, key=_last_day):
        told = period_words(day.isoformat(), setting.language)
        overdue = setting.words["watch_overdue"] if day < setting.material.as_of else ""
        head = overdue or setting.say("watch_due", day=told)
        yield strong(head), *_quotes(due, setting)


def _goals(entries: Sequence[Entry], setting: Setting) -> Iterator[Line]:
    if entries:
        yield strong(setting.words["watch_goal"]), *_quotes(entries, setting)


def _quotes(entries: Iterable[Entry], setting: Setting) -> Line:
    lines = []
    for entry in entries:
        promise = entry.promise
        note = setting.notes.place(
            promise.release,
            promise.commitment.span,
            promise.text,
            period=promise.commitment.deadline,
        )
        lines.append(quoted(promise.text, setting.limits.words, setting, note))
    return joined(lines, setting.words["semicolon"])


def _next(setting: Setting, told: Sequence[Observation]) -> Iterator[Line]:
    """The next period of the headline figures that are told again and again."""
    named: list[Line] = []
    seen: set[str | None] = set()
    for found in told:
        after = next_period(found.period) if setting.history.times_told(found) > 1 else None
        if after is None or found.indicator_id in seen or len(named) == _NEXT:
            continue
        seen.add(found.indicator_id)
        name = setting.say("watch_next_item", name=setting.name(found), period="")
        named.append((text(name), period(period_words(after, setting.language))))
    if named:
        between = setting.words["semicolon"]
        yield (
            strong(setting.words["watch_next"]),
            *joined(named, between),
            text(setting.words["stop"]),
        )


def next_period(period: str | None) -> str | None:
    """The period of the same length that follows; ``None`` where that is not known.

    Accumulation begins anew with January and February together.
    """
    if period is None:
        return None
    stretch = stretch_of(period)
    step = STEPS.get(stretch)
    if step is None or stretch is Stretch.MOMENT:
        return None
    last = closing_day(period)
    year, month = int(last[:4]), int(last[5:7])
    if stretch is Stretch.YEAR:
        return str(year + 1)
    if stretch is Stretch.ACCUMULATED:
        return _accumulated(year, month)
    end = year * _DECEMBER + month - 1 + step
    begin = end - step + 1
    first, final = (_named(number) for number in (begin, end))
    return first if first == final else f"{first}/{final}"


def _accumulated(year: int, month: int) -> str:
    if month == _DECEMBER:
        return f"{year + 1}-01/{year + 1}-02"
    if month + 1 == _DECEMBER:
        return str(year)
    return f"{year}-01/{year}-{month + 1:02}"


def _named(number: int) -> str:
    return f"{number // _DECEMBER}-{number % _DECEMBER + 1:02}"
