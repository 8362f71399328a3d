"""A comparison as tables and lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from jiedu.cli.output import plain, short_period, visible
from jiedu.cli.reworded import marked
from jiedu.exports.comparison_rows import targets_of
from jiedu.lexicon import plain_digits
from jiedu.model import Change, Shift, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from jiedu.model import (
        Comparison,
        FigureChange,
        MeasureChange,
        Observation,
        SentenceChange,
    )

_ARROWS = {Shift.STRONGER: "▲", Shift.WEAKER: "▼", Shift.NONE: ""}
_LONGEST = 90
_PERCENT = {"%", "pp", "倍"}
_MAGNITUDES = ((1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"))
_DIGITS = 8
_RIGHT = {"old", "new", "difference", "relative", "value"}


def figures_moved(changes: Iterable[FigureChange]) -> Table:
    """What moved: old value, new value, difference."""
    names = ("indicator", "measure", "old", "new", "difference", "relative", "periods", "status")
    table = _table(*names)
    for change in changes:
        told = change.told
        table.add_row(
            visible(told.indicator),
            " ".join(filter(None, (told.measure.value, told.basis))),
            _value(change.old),
            _value(change.new),
            _difference(change),
            "" if change.relative is None else f"{change.relative:+.1f}%",
            _periods(change),
            _status(told),
        )
    return table


def figures_told(changes: Iterable[FigureChange]) -> Table:
    """What only one of the releases tells."""
    table = _table("indicator", "measure", "value", "periods", "status")
    for change in changes:
        told = change.told
        table.add_row(
            visible(told.indicator),
            " ".join(filter(None, (told.measure.value, told.basis))),
            _value(told),
            short_period(told.period) or "—",
            _status(told),
        )
    return table


def measure_lines(found: Comparison, changes: Iterable[MeasureChange]) -> Iterator[str]:
    """A measure a line; one that goes on with both wordings and what became of its goals."""
    for change in changes:
        old = visible(change.old.span.of(found.old.text)) if change.old else ""
        new = visible(change.new.span.of(found.new.text)) if change.new else ""
        if change.change is not Change.CHANGED:
            yield f"  {_cut(new or old)}"
            continue
        yield f"  {_cut(old)}"
        yield f"    → {_cut(new)}{_remarks(change)}"


def _remarks(change: MeasureChange) -> str:
    """What the newer wording does to the older one."""
    parts = []
    if change.shift is not Shift.NONE:
        degrees = (", ".join(side) or "—" for side in (change.old_degrees, change.new_degrees))
        parts.append(f"{_ARROWS[change.shift]} {' → '.join(degrees)}")
    if change.targets:
        parts.append(targets_of(change))
    return f"  [{'; '.join(parts)}]" if parts else ""


def sentence_lines(found: Comparison, changes: Iterable[SentenceChange]) -> Iterator[str]:
    """A sentence a line, a reworded one with its changes marked."""
    for item in changes:
        old = visible(item.old.of(found.old.text)) if item.old else ""
        new = visible(item.new.of(found.new.text)) if item.new else ""
        yield f"  {marked(old, new) if item.change is Change.CHANGED else _cut(new or old)}"


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in names:
        right = name in _RIGHT
        table.add_column(
            "" if name in {"relative", "status"} else name,
            justify="right" if right else "left",
            no_wrap=right,
            overflow="fold",
        )
    return table


def _value(found: Observation | None) -> str:
    """Percentages with their sign; amounts as the text writes them, with their 万 and 亿."""
    if found is None:
        return ""
    if found.unit not in _PERCENT or len(found.value.as_tuple().digits) > _DIGITS:
        return visible(found.text)  # 三分之二 is no 66.66666666666667%
    mark = "" if found.bound.value == "=" else found.bound.value
    return f"{mark}{plain(found)}{found.unit}"


def _difference(change: FigureChange) -> str:
    if change.difference is None:
        return "—"
    if change.unit == "pp":
        sign = "+" if change.difference > 0 else ""
        return f"{sign}{plain_digits(change.difference)} pp"
    return _amount(change.difference) + change.unit


def _amount(value: Decimal) -> str:
    for size, sign in _MAGNITUDES:
        if abs(value) >= size:
            return f"{float(value) / size:+,.4g}{sign}"
    return f"{float(value):+,.4g}"


def _periods(change: FigureChange) -> str:
    old, new = (short_period(item.period if item else None) for item in (change.old, change.new))
    return (new or "—") if old == new else f"{old or '—'} → {new or '—'}"


def _status(found: Observation) -> str:
    return "" if found.status is Status.ACTUAL else found.status.value


def _cut(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
