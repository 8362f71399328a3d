"""A panel's sheet as rows for programs; decimals are strings, with every digit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jiedu.cli.written import number
from jiedu.exports.rows import entry_row
from jiedu.model import (
    DerivedRow,
    FigureItem,
    FigureRow,
    PlanRow,
    ProgrammeRow,
    ProvinceRow,
    record_of,
)
from jiedu.panels import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.model import Panel, PanelSheet, Source
    from jiedu.model.panel_sheet import Row

LISTED = ("name", "title", "english", "figures", "derived", "programmes")

FLAT_FIELDS = (
    "panel", "kind", "key", "name", "english", "region", "period", "value", "unit", "bound",
    "published_value", "low", "high", "shown", "latest", "release", "published", "start", "end",
    "sentence", "outcome", "percent", "reason",
)  # fmt: skip


def listed_rows(panels: Iterable[Panel]) -> Iterator[dict[str, Any]]:
    """Panels with how many rows they have."""
    for one in panels:
        yield {
            "name": one.key,
            "title": one.title,
            "english": one.english,
            "figures": len(one.figures),
            "derived": len(one.derived),
            "programmes": len(one.programmes),
        }


def sheet_rows(sheet: PanelSheet) -> Iterator[dict[str, Any]]:
    """Each row of a sheet with all that it rests on."""
    for row in sheet.rows():
        yield {"panel": sheet.panel.key, "as_of": sheet.as_of.isoformat(), **_row(row)}


def _row(row: Row) -> dict[str, Any]:
    if isinstance(row, FigureRow):
        return _figure_row(row)
    if isinstance(row, DerivedRow):
        return _derived_row(row)
    if isinstance(row, ProvinceRow):
        return _province_row(row)
    if isinstance(row, ProgrammeRow):
        return _programme_row(row)
    return _plan_row(row)


def _slots(item: FigureItem) -> dict[str, Any]:
    return {
        "key": item.key,
        "name": item.name,
        "english": item.english,
        "indicators": list(item.indicators),
        "measure": item.measure.value,
        "basis": "any" if item.any_basis else item.basis,
        "status": item.status.value,
        "timing": item.timing.value,
        "region": item.of_region,
    }


def _figure_row(row: FigureRow) -> dict[str, Any]:
    return {
        "kind": "figure",
        **_slots(row.item),
        "latest": None if row.latest is None else told(row.latest),
        "points": list(map(told, row.points)),
        "aside": list(map(told, row.aside)),
        "reason": row.reason or None,
    }


def _derived_row(row: DerivedRow) -> dict[str, Any]:
    item = row.item
    return {
        "kind": "derived",
        "key": item.key,
        "name": item.name,
        "english": item.english,
        "formula": item.formula,
        "shown": row.shown or None,
        "value": row.text or None,
        "margin": row.margin or None,
        "low": _decimal(row.low),
        "high": _decimal(row.high),
        "unit": item.unit,
        "period": row.period,
        "inputs": {key: told(fact) for key, fact in row.inputs},
        "official": None if row.official is None else told(row.official),
        "agrees": row.agrees,
        "reason": row.reason or None,
    }


def _province_row(row: ProvinceRow) -> dict[str, Any]:
    return {
        "kind": "provinces",
        **_slots(row.item),
        "period": row.period,
        "ranked": list(map(told, row.ranked)),
        "missing": list(row.missing),
        "newer": list(map(told, row.newer)),
        "country": None if row.country is None else told(row.country),
        "reason": row.reason or None,
    }


def _programme_row(row: ProgrammeRow) -> dict[str, Any]:
    latest = row.latest
    return {
        "kind": "programme",
        "key": row.item.key,
        "name": row.item.name,
        "english": row.item.english,
        "releases": row.releases,
        "latest_mention": None
        if latest is None
        else {
            "release": latest.release,
            "published": latest.published.isoformat(),
            "start": latest.span.start,
            "end": latest.span.end,
            "sentence": latest.sentence,
        },
        "entries": list(map(entry_row, row.entries)),
        "reason": row.reason or None,
    }


def _plan_row(row: PlanRow) -> dict[str, Any]:
    return {
        "kind": "plan",
        "region": row.region,
        "releases": list(row.releases),
        "measures": row.measures,
        "targets": row.targets,
        "entries": list(map(entry_row, row.entries)),
        "reason": None if row.measures else "no release of the province is in the store",
    }


def told(fact: Source) -> dict[str, Any]:
    """A figure as programs read it, with the words it was published in."""
    record = record_of(fact.observation, fact.release, fact.published, fact.sentence)
    return {
        "release": record.release,
        "published": record.published.isoformat(),
        "start": None if fact.cell else record.start,
        "end": None if fact.cell else record.end,
        "indicator": record.indicator,
        "indicator_id": record.indicator_id,
        "measure": record.measure.value,
        "value": number(record.value),
        "unit": record.unit,
        "bound": record.bound.value,
        "published_value": as_written(fact),
        "period": record.period,
        "basis": record.basis,
        "status": record.status.value,
        "region": record.region,
        "speaker": record.speaker,
        "confidence": record.confidence,
        "sentence": record.sentence,
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else number(value)


def flat_rows(sheet: PanelSheet) -> Iterator[dict[str, Any]]:
    """A sheet as a table: one row a figure, a derived figure, an outcome of a measure."""
    for row in sheet.rows():
        for cells in _flat(row):
            yield {**dict.fromkeys(FLAT_FIELDS), "panel": sheet.panel.key, **cells}


def _flat(row: Row) -> Iterator[dict[str, Any]]:
    if isinstance(row, FigureRow):
        head = {"kind": "figure", **_titles(row), "reason": row.reason or None}
        for fact in row.points:
            yield {**head, **_cells(fact), "latest": str(fact is row.latest).lower()}
        if not row.points:
            yield head
    elif isinstance(row, ProvinceRow):
        head = {"kind": "provinces", **_titles(row)}
        for fact in row.ranked:
            yield {**head, **_cells(fact), "latest": "true"}
        for name in row.missing:
            yield {**head, "region": name, "period": row.period, "reason": "no figure of it"}
    elif isinstance(row, DerivedRow):
        yield {
            "kind": "derived",
            **_titles(row),
            "period": row.period,
            "value": row.text or None,
            "unit": row.item.unit,
            "low": _decimal(row.low),
            "high": _decimal(row.high),
            "shown": row.shown or None,
            "reason": row.reason or None,
        }
    else:
        yield from _flat_measures(row)


def _flat_measures(row: ProgrammeRow | PlanRow) -> Iterator[dict[str, Any]]:
    head: dict[str, Any] = (
        {"kind": "plan", "value": str(row.measures), "region": row.region}
        if (isinstance(row, PlanRow))
        else {"kind": "programme", **_titles(row), "reason": row.reason or None}
    )
    for entry in row.entries:
        promise = entry.promise
        for outcome in entry.outcomes:
            yield {
                **head,
                "region": promise.region,
                "period": promise.commitment.deadline,
                "release": promise.release,
                "published": promise.published.isoformat(),
                "start": promise.commitment.span.start,
                "end": promise.commitment.span.end,
                "sentence": promise.text,
                "outcome": outcome.state.value,
                "percent": _decimal(outcome.percent),
                "reason": outcome.reason,
            }
    if not row.entries:
        yield head


def _titles(row: FigureRow | ProvinceRow | DerivedRow | ProgrammeRow) -> dict[str, Any]:
    item = row.item
    return {"key": item.key, "name": item.name, "english": item.english}


def _cells(fact: Source) -> dict[str, Any]:
    cells = told(fact)
    return {name: cells[name] for name in FLAT_FIELDS if name in cells}
