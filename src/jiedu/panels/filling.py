"""A panel and a store → the panel's rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from jiedu.model import FigureRow, PanelSheet
from jiedu.panels.choosing import belongs, ids_of, of_the_country, words_of
from jiedu.panels.deriving import derive
from jiedu.panels.lines import line_of
from jiedu.panels.pursuing import pursue
from jiedu.panels.ranking import plans, rank, thirty_one

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import FigureItem, Panel, ProvinceRow, Source
    from jiedu.store import View


def fill(
    view: View, panel: Panel, as_of: date | None = None, region: str | None = None
) -> PanelSheet:
    """A panel with what a store tells.

    Args:
        view: the store.
        panel: what is wanted.
        as_of: the day whose knowledge counts; today where it is not given.
        region: a province whose measures are wanted one by one, of a panel that counts them.

    Raises:
        StoreError: where the store cannot be read.
    """
    day = as_of or datetime.now(UTC).date()
    facts = _facts(view, panel, day)
    own = {item.key: [fact for fact in facts if belongs(item, fact)] for item in panel.figures}
    whole = _whole(view, own.values(), day)
    rows = [_figures(item, own[item.key], whole) for item in panel.figures if not item.provinces]
    by_key = {row.item.key: row for row in rows}
    return PanelSheet(
        panel,
        day,
        tuple(rows),
        tuple(_ranked(item, own[item.key], whole) for item in panel.figures if item.provinces),
        tuple(derive(item, by_key) for item in panel.derived),
        pursue(view, panel.programmes, day),
        plans(view, day, region) if panel.plans else (),
    )


def _facts(view: View, panel: Panel, day: date) -> list[Source]:
    places = {item.of_region for item in panel.figures if item.of_region}
    if any(item.provinces for item in panel.figures):
        places.update(thirty_one())
    ids, words = ids_of(panel.figures), words_of(panel.figures)
    return view.sources_called(ids, words, regions=places, until=day)


def _whole(view: View, held: Iterable[Iterable[Source]], day: date) -> set[tuple[str, int]]:
    """Which figures without a region are the country's, by release and place."""
    facts = [
        fact for some in held for fact in some if fact.observation.region is None and not fact.cell
    ]
    releases = view.releases_of({fact.release for fact in facts}, day)
    kept = of_the_country(facts, releases)
    return {(fact.release, fact.observation.span.start) for fact in kept}


def _figures(item: FigureItem, facts: list[Source], whole: set[tuple[str, int]]) -> FigureRow:
    found = line_of(item, _of(facts, item.of_region, whole))
    reason = "" if found.points else "no figure has been published"
    return FigureRow(item, found.points, found.told, found.aside, reason)


def _of(facts: list[Source], region: str | None, whole: set[tuple[str, int]]) -> list[Source]:
    if region is not None:
        return [fact for fact in facts if fact.observation.region == region]
    return [
        fact
        for fact in facts
        if (fact.cell and fact.observation.region is None)
        or (fact.release, fact.observation.span.start) in whole
    ]


def _ranked(item: FigureItem, facts: list[Source], whole: set[tuple[str, int]]) -> ProvinceRow:
    of_provinces = [fact for fact in facts if fact.observation.region is not None]
    return rank(item, of_provinces, _of(facts, None, whole))
