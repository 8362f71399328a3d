"""What kind of statement a figure makes, in which unit: level, share, growth, change."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jiedu.catalogue import indicator_of
from jiedu.catalogue.units import fits
from jiedu.model import Measure
from jiedu.readers.tables.facets import Change, Facets, HeaderError
from jiedu.readers.tables.units import PERCENT, POINTS, Unit
from jiedu.readers.tables.words import words

NO_UNIT = Unit("", Decimal(1))
_PER_CENT = Unit(PERCENT, Decimal(1))
_CHANGED = {
    Measure.SHARE: Measure.SHARE_CHANGE,
    Measure.CONTRIBUTION: Measure.SHARE_CHANGE,
    Measure.GROWTH: Measure.GROWTH_CHANGE,
}


class Statement(NamedTuple):
    """The kind of a figure.

    Attributes:
        measure: its measure.
        unit: its unit with the magnitude of its values.
        basis: what a change is compared with.
    """

    measure: Measure
    unit: Unit
    basis: str | None = None


def statement_of(
    said: Facets, name: str, table: tuple[Unit, ...], default: Facets, own: Unit | None
) -> Statement | None:
    """The kind of a figure, ``None`` where a rate of a rate may be growth or points.

    Args:
        said: what its headers say together.
        name: what it measures.
        table: the units of the table.
        default: what the title says of figures in per cent.
        own: the unit in the cell itself.

    Raises:
        HeaderError: where the headers leave the kind open.
    """
    if said.change is not None:
        return _change(said, name, table, own)
    if said.measure is Measure.RANK:
        if own is not None:
            raise HeaderError(f"a rank in {own.name}")
        return Statement(Measure.RANK, NO_UNIT)
    unit = _level_unit(said, table, own)
    if said.measure is Measure.SHARE:
        return Statement(Measure.SHARE, unit if unit.is_rate else _rate_or_fail(unit, name))
    if name.endswith(tuple(words()["contributions"]["words"])):
        allowed = unit if unit.name in {PERCENT, POINTS} else _rate_or_fail(unit, name)
        return Statement(Measure.CONTRIBUTION, allowed)
    if unit.name == PERCENT:
        return _per_cent(name, unit, default)
    if unit.name == POINTS:
        raise HeaderError(f"percentage points of {name!r}: the header does not say of which change")
    if unit in table and unit not in said.units and own is None:
        _check_fit(unit, name)
    return Statement(Measure.LEVEL, _checked(unit, name))


def is_rate(name: str) -> bool:
    """Whether per cent of a name is its level or share."""
    table = words()["rates"]
    bare = name.partition("(")[0]
    if bare.endswith((*table["reach"], *table["endings"])):
        return True
    found = indicator_of(name)
    return found is not None and found.unit in {PERCENT, "点"} and not _is_price(name)


def _is_price(name: str) -> bool:
    return name.partition("(")[0].endswith(tuple(words()["rates"]["prices"]))


def _per_cent(name: str, unit: Unit, default: Facets) -> Statement:
    """A per cent without a word for what it is: a rate, or what the title says."""
    bare = name.partition("(")[0]
    if bare.endswith((*words()["rates"]["reach"], *words()["shares"]["kept"])):
        return Statement(Measure.SHARE, unit)
    if is_rate(name) and not _is_price(name):
        return Statement(Measure.LEVEL, unit)
    if default.change is not None:
        return Statement(Measure.GROWTH, unit, default.basis or "yoy")
    raise HeaderError(
        f"{name!r} in per cent may be a growth or a share: write 同比增长（%） or 比重（%）"
    )


def _level_unit(said: Facets, table: tuple[Unit, ...], own: Unit | None) -> Unit:
    if own is not None:
        if said.units and own not in said.units:
            raise HeaderError("the unit in the cell is not that of the header")
        return own
    if said.units:
        return said.units[0] if len(said.units) == 1 else _amount(said.units)
    if said.measure is not None:
        return _PER_CENT
    if len(table) <= 1:
        return table[0] if table else NO_UNIT
    return _amount(table)


def _amount(units: tuple[Unit, ...]) -> Unit:
    """The one unit of a list that is no rate."""
    amounts = [unit for unit in units if not unit.is_rate]
    if len(amounts) != 1:
        raise HeaderError("several units are said and none for this figure")
    return amounts[0]


def _rate_or_fail(unit: Unit, name: str) -> Unit:
    if unit == NO_UNIT:
        return _PER_CENT
    raise HeaderError(f"{name!r} would be in {unit.name}, which is no share")


def _check_fit(unit: Unit, name: str) -> None:
    """Refuse the unit of a whole table for an indicator that is never in it."""
    found = indicator_of(name)
    if found is not None and not fits(found.unit, unit.name, Measure.LEVEL):
        raise HeaderError(f"{name!r} cannot be in the table's {unit.name}: say its own unit")


def _checked(unit: Unit, name: str) -> Unit:
    if unit != NO_UNIT or "=" in name:
        return unit
    found = indicator_of(name)
    measured = name.partition("(")[0].endswith(tuple(words()["names"]["measured"]))
    if measured or (found is not None and found.unit):
        raise HeaderError(
            f"no unit is said for {name!r}: write 单位：亿元 above, or {name}（亿元）"
        )
    return unit


def _change(said: Facets, name: str, table: tuple[Unit, ...], own: Unit | None) -> Statement | None:
    unit = own or _change_unit(said)
    if unit is not None and unit.name == POINTS:
        return _points(said, name, unit)
    if said.change in {Change.RATE, Change.MOVED}:
        return _rate(said, name, unit)
    if unit is not None and unit.is_rate:
        if said.change is Change.AMOUNT or said.measure is not None:
            raise HeaderError("a difference in per cent: write 百分点 or 同比增长（%）")
        return _rate(said, name, unit)
    if unit is None and said.change is Change.AMOUNT:
        unit = _level_unit(said, table, None)
        if unit.is_rate:
            raise HeaderError("an amount of change in per cent: write 百分点 or 同比增长（%）")
    if unit is None:
        raise HeaderError("a difference without a unit: write （百分点）, （%） or its unit")
    return Statement(Measure.LEVEL_CHANGE, _checked(unit, name), said.basis)


def _change_unit(said: Facets) -> Unit | None:
    if len(said.change_units) > 1:
        rates = [unit for unit in said.change_units if unit.is_rate]
        return rates[0] if len(rates) == 1 else None
    return said.change_units[0] if said.change_units else None


def _rate(said: Facets, name: str, unit: Unit | None) -> Statement | None:
    if unit is not None and not unit.is_rate:
        return Statement(Measure.LEVEL_CHANGE, unit, said.basis)
    in_per_cent = any(level.name == PERCENT for level in said.units)
    if said.measure is not None or ((is_rate(name) or in_per_cent) and not _is_price(name)):
        return None
    basis = said.basis or ("yoy" if said.change is Change.RATE else None)
    return Statement(Measure.GROWTH, unit or _PER_CENT, basis)


def _points(said: Facets, name: str, unit: Unit) -> Statement:
    if said.measure in _CHANGED:
        return Statement(_CHANGED[said.measure], unit, said.basis)
    bare = name.partition("(")[0]
    if bare.endswith(tuple(words()["contributions"]["words"])):
        return Statement(Measure.SHARE_CHANGE, unit, said.basis)
    if bare.endswith((*words()["rates"]["reach"], *words()["shares"]["kept"])):
        return Statement(Measure.SHARE_CHANGE, unit, said.basis)
    if is_rate(name) or any(level.name == PERCENT for level in said.units):
        return Statement(Measure.LEVEL_CHANGE, unit, said.basis)
    raise HeaderError(
        f"percentage points of {name!r}: write 增速增减（百分点） or 比重增减（百分点）"
    )
