"""The indicators that have an entry of their own, and those that patterns compose."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from jiedu.catalogue.data_files import list_toml, read_toml
from jiedu.catalogue.patterns import pattern_of
from jiedu.model import Direction, Indicator, Kind


class Entry(NamedTuple):
    """An indicator with the names that are its own only under a condition.

    Attributes:
        indicator: the indicator.
        level_names: names that mean it only where a level in its unit is given.
        anchored_names: names that mean it only behind the name of a region.
        home_names: names that mean it only in a release that speaks of one region.
    """

    indicator: Indicator
    level_names: tuple[str, ...]
    anchored_names: tuple[str, ...]
    home_names: tuple[str, ...]


def _entry(indicator_id: str, row: dict[str, Any]) -> Entry:
    indicator = Indicator(
        id=indicator_id,
        name=row["name"],
        english=row["english"],
        aliases=tuple(row.get("aliases", ())),
        unit=row["unit"],
        kind=Kind(row.get("kind", "flow")),
        parents=tuple(row.get("parents", ())),
        good=Direction(row.get("good", "up")),
    )
    conditional = (tuple(row.get(key, ())) for key in ("levels", "anchored", "at_home"))
    return Entry(indicator, *conditional)


@cache
def entries() -> dict[str, Entry]:
    """Every entry of the data files by id.

    Raises:
        ValueError: where two entries have one id.
    """
    found: dict[str, Entry] = {}
    for name in list_toml("indicators"):
        for indicator_id, row in read_toml(name).items():
            if indicator_id in found:
                raise ValueError(f"{name}: the id {indicator_id} stands twice")
            found[indicator_id] = _entry(indicator_id, row)
    return found


def indicators() -> tuple[Indicator, ...]:
    """Every indicator with an entry of its own."""
    return tuple(entry.indicator for entry in entries().values())


def _compose(indicator_id: str) -> Indicator | None:
    if (found := pattern_of(indicator_id)) is None:
        return None
    pattern, subject = found
    parent = entries().get(pattern.id)
    return Indicator(
        id=indicator_id,
        name=f"{pattern.frame.format(subject.name)}{pattern.head}",
        english=f"{pattern.english}: {subject.english}",
        aliases=(),
        unit=pattern.unit or subject.unit,
        kind=pattern.kind,
        parents=(parent.indicator.id,) if parent else (),
        good=pattern.good,
    )


def indicator(indicator_id: str) -> Indicator | None:
    """The indicator of an id, plain or composed, or ``None`` where there is none."""
    if (entry := entries().get(indicator_id)) is not None:
        return entry.indicator
    return _compose(indicator_id)
