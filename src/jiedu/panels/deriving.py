"""Derived figures: formulas over rows of one time, with the digits that their inputs justify.

The rule of time: all inputs end on one day, and those counted over a span begin on one day as
well; only what is counted seldom, and is declared so, may be up to so many months older. The
newest time that all inputs have counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, localcontext
from typing import TYPE_CHECKING

from jiedu.checks.intervals import Interval, half_unit, printed
from jiedu.model import Bound, DerivedRow, Measure, Timing
from jiedu.panels.formula import names_in, parse, shown, value_of
from jiedu.panels.timing import ends, months_between, time_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jiedu.model import DerivedItem, FigureRow, Observation, Source

_PRECISE = 60
_COUNTED = frozenset({Measure.LEVEL, Measure.SHARE})
_SIGNS = {
    Bound.ABOVE: ">", Bound.AT_LEAST: "≥", Bound.BELOW: "<", Bound.AT_MOST: "≤", Bound.ABOUT: "≈",
}  # fmt: skip


def derive(item: DerivedItem, rows: Mapping[str, FigureRow]) -> DerivedRow:
    """A computed figure.

    Args:
        item: its formula.
        rows: the rows of the panel by key.
    """
    tree = parse(item.formula)
    keys = list(dict.fromkeys(name.key for name in names_in(tree)))
    empty = [key for key in keys if not rows[key].points]
    official = rows[item.official].latest if item.official else None
    if empty:
        names = "、".join(rows[key].item.name for key in empty)
        return DerivedRow(item, official=official, reason=f"no figure of {names}")
    inputs = _of_one_time(item, keys, rows)
    if inputs is None:
        return DerivedRow(item, official=official, reason=_apart(keys, rows))
    found = value_of(tree, {key: _interval(fact) for key, fact in inputs.items()})
    carried = dict(item.carried)
    lead = next((fact for key, fact in inputs.items() if key not in carried), None)
    lead = lead or next(iter(inputs.values()))
    same = _official_then(item, rows, lead)
    text, margin = justified(found)
    return DerivedRow(
        item,
        found.low,
        found.high,
        text,
        margin,
        shown(tree, {key: as_written(fact) for key, fact in inputs.items()}),
        lead.observation.period,
        tuple(inputs.items()),
        same or official,
        None if same is None else printed(same.observation).meets(found),
        _rule(inputs, lead),
    )


def _interval(fact: Source) -> Interval:
    """What a figure stands for; what is counted is never below nought."""
    found = printed(fact.observation)
    if fact.observation.measure in _COUNTED and fact.observation.value >= 0:
        return Interval(max(found.low or Decimal(0), Decimal(0)), found.high)
    return found


def _of_one_time(
    item: DerivedItem, keys: list[str], rows: Mapping[str, FigureRow]
) -> dict[str, Source] | None:
    carried = dict(item.carried)
    exact = [key for key in keys if key not in carried] or keys
    for fact in reversed(rows[exact[0]].points):
        if fact.observation.period is None:
            continue
        day = ends(fact)
        found = {key: _at(rows[key], day, carried.get(key)) for key in keys}
        inputs = {key: one for key, one in found.items() if one is not None}
        if len(inputs) == len(keys) and _begin_together(inputs, carried, rows):
            return _of_one_release(inputs, rows)
    return None


def _of_one_release(
    inputs: Mapping[str, Source], rows: Mapping[str, FigureRow]
) -> dict[str, Source]:
    """Inputs of one release where it gives several: sources may count one thing differently."""
    held: dict[str, dict[str, Source]] = defaultdict(dict)
    for key, fact in inputs.items():
        for other in rows[key].told:
            same = time_of(other.observation.period, rows[key].item.timing)
            if same == time_of(fact.observation.period, rows[key].item.timing):
                mine = held[other.release].get(key)
                if mine is None or half_unit(other.observation) < half_unit(mine.observation):
                    held[other.release][key] = other
    most = max(held.values(), key=lambda some: (len(some), max(f.published for f in some.values())))
    return {key: most.get(key, fact) if len(most) > 1 else fact for key, fact in inputs.items()}


def _at(row: FigureRow, day: str, months: int | None) -> Source | None:
    """The figure of a row that ends on a day, or not so many months before."""
    for fact in reversed(row.points):
        if fact.observation.period is None:
            continue
        end = ends(fact)
        if end == day or (months and end < day and months_between(end, day) <= months):
            return fact
    return None


def _begin_together(
    inputs: Mapping[str, Source], carried: Mapping[str, int], rows: Mapping[str, FigureRow]
) -> bool:
    begins = {
        time_of(fact.observation.period, rows[key].item.timing)[0]
        for key, fact in inputs.items()
        if key not in carried and rows[key].item.timing is not Timing.MOMENT
    }
    return len(begins) < 2


def _official_then(item: DerivedItem, rows: Mapping[str, FigureRow], lead: Source) -> Source | None:
    if item.official is None:
        return None
    return next((fact for fact in rows[item.official].points if ends(fact) == ends(lead)), None)


def _apart(keys: list[str], rows: Mapping[str, FigureRow]) -> str:
    told = "、".join(
        f"{rows[key].item.name} {rows[key].points[-1].observation.period}" for key in keys
    )
    return f"no time that all have: {told}"


def _rule(inputs: Mapping[str, Source], lead: Source) -> str:
    older = [key for key, fact in inputs.items() if ends(fact) != ends(lead)]
    if not older:
        return f"all of {ends(lead)}"
    told = ", ".join(f"{key} of {ends(inputs[key])}" for key in older)
    return f"all of {ends(lead)}; counted seldom: {told}"


def as_written(fact: Source) -> str:
    """A figure as its release writes it, with the sign of its bound and of a fall."""
    found = fact.observation
    if found.measure is Measure.RANK:
        return f"第{found.value}"
    text = found.text if _WORDS.search(found.text) else _with_unit(found)
    sign = "−" if found.value < 0 and not text.startswith(("-", "−")) else ""
    bound = "" if _BOUNDED.search(text) else _SIGNS.get(found.bound, "")
    return f"{bound}{sign}{text}"


def _with_unit(found: Observation) -> str:
    """A bare numeral, as a table's cell has it, with its magnitude and unit: 140489万人."""
    digits = found.text.lstrip("-−")
    bare = Decimal(digits.replace(",", "")) if _BARE.fullmatch(digits) else Decimal(0)
    magnitude = _MAGNITUDES.get(abs(found.value) / bare) if bare else None
    if magnitude is None:
        return f"{_plain(abs(found.value).normalize())}{found.unit}"
    return f"{digits}{magnitude}{found.unit}"


_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MAGNITUDES = {
    Decimal(1): "", Decimal(100): "百", Decimal(1_000): "千", Decimal(10_000): "万",
    Decimal(10**8): "亿", Decimal(10**12): "万亿",
}  # fmt: skip
_WORDS = re.compile(r"[^\d.,−-]")
_BOUNDED = re.compile(r"[多余]|以上|以下|以内|左右|上下|\d\D{0,4}[—–\-－~～至到]+\d")


def justified(found: Interval) -> tuple[str, str]:
    """The middle of an interval with the digits that it justifies, and how far that may be off.

    The margin is half of the interval's width, rounded up to one digit, and the middle is rounded
    to the place of that digit: the rule for stating a value with its uncertainty (JCGM 100:2008,
    7.2.6). Where one end is open it is the other one, rounded outwards to three digits, with a
    sign and no margin; where both are, nothing.
    """
    with localcontext(prec=_PRECISE, rounding=ROUND_HALF_EVEN):
        if found.low is None or found.high is None:
            return _one_end(found), ""
        room = (found.high - found.low) / 2
        middle = (found.high + found.low) / 2
        if room == 0:
            return _plain(middle.normalize()), "0"
        place = Decimal(1).scaleb(room.adjusted())
        off = abs(middle.quantize(place) - middle)
        return _plain(middle.quantize(place)), _plain((room + off).quantize(place, ROUND_CEILING))


def _one_end(found: Interval) -> str:
    end = found.low if found.low is not None else found.high
    if end is None:
        return ""
    place = Decimal(1).scaleb(end.adjusted() - 2)
    if found.low is not None:
        return f"≥{_plain(end.quantize(place, ROUND_FLOOR))}"
    return f"≤{_plain(end.quantize(place, ROUND_CEILING))}"


def _plain(value: Decimal) -> str:
    return f"{value:f}".replace("-", "−")
