"""A panel's sheet for people: figures with their course, programmes with their measures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table

from jiedu.cli.output import console, counted, say, short_period, visible
from jiedu.cli.sparkline import sparkline
from jiedu.cli.timeline import bar
from jiedu.model import Language, State, Timing
from jiedu.panels import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.model import (
        DerivedItem,
        DerivedRow,
        Entry,
        FigureItem,
        FigureRow,
        Panel,
        PanelSheet,
        PlanRow,
        ProgrammeItem,
        ProgrammeRow,
        ProvinceRow,
        Source,
    )

_UNSURE = 0.6  # a figure that is less likely to be right is marked
_BAR = 24
_TIMINGS = {
    Timing.MOMENT: "at end",
    Timing.MONTH: "month",
    Timing.QUARTER: "quarter",
    Timing.ACCUMULATED: "to date",
    Timing.YEAR: "year",
    Timing.PLAN: "years",
}


def print_list(panels: Iterable[Panel], language: Language) -> None:
    """Print which panels there are."""
    table = _table("panel", "title", "figures", "derived", "programmes")
    for one in panels:
        title = one.title if language is Language.ZH else one.english
        counts = (len(one.figures), len(one.derived), len(one.programmes))
        table.add_row(visible(one.key), visible(title), *map(str, counts))
    console.print(table)


def print_sheet(sheet: PanelSheet, language: Language, entries: int) -> None:
    """Print a sheet.

    Args:
        sheet: the panel with its rows.
        language: of the titles.
        entries: how many measures of a programme are shown.
    """
    panel = sheet.panel
    title = panel.title if language is Language.ZH else panel.english
    say(f"{title}  as of {sheet.as_of}", "bold")
    if sheet.figures:
        _print_figures(sheet.figures, language)
    only = sheet.plans[0].region if len(sheet.plans) == 1 else None
    for ranking in sheet.provinces:
        _print_ranking(ranking, language, only)
    if sheet.derived:
        _print_derived(sheet.derived, language)
    if sheet.programmes:
        _print_programmes(sheet.programmes, language, entries)
    if sheet.plans:
        _print_plans(sheet.plans, entries)


def _print_figures(rows: Sequence[FigureRow], language: Language) -> None:
    table = _table("figure", "value", "period", "timing", "course", "published", "source")
    for row in rows:
        name = _title(row.item, language)
        fact = row.latest
        if fact is None:
            timing = _TIMINGS[row.item.timing]
            table.add_row(name, "—", "", timing, "", "", row.reason, style="dim")
            continue
        table.add_row(
            name,
            _value(fact),
            short_period(fact.observation.period) or "—",
            _TIMINGS[row.item.timing],
            sparkline(row.points),
            fact.published.isoformat(),
            _cited(fact),
        )
    console.print(table)


def _print_ranking(row: ProvinceRow, language: Language, only: str | None) -> None:
    say("")
    say(f"{_title(row.item, language)}  {row.period or '—'}  {row.reason}".rstrip(), "bold")
    if not row.ranked:
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    for justify in ("right", "left", "right", "left", "left"):
        table.add_column(justify=justify, no_wrap=True)
    most = max(abs(fact.observation.value) for fact in row.ranked) or 1
    for place, fact in enumerate(row.ranked, 1):
        share = float(abs(fact.observation.value) / most)
        place_ = str(place)
        region = fact.observation.region or ""
        if only not in {None, region}:
            continue
        table.add_row(place_, region, _value(fact), bar(share, _BAR), _cited(fact))
    if row.country is not None:
        table.add_row("", "全国", _value(row.country), "", _cited(row.country), style="bold")
    console.print(table)
    if row.missing and only is None:
        say(
            f"no figure of {counted(len(row.missing), 'province')}: {'、'.join(row.missing)}", "dim"
        )
    if row.newer:
        told = "、".join(f"{one.observation.region} {one.observation.period}" for one in row.newer)
        say(f"newer figures: {told}", "dim")


def _print_derived(rows: Sequence[DerivedRow], language: Language) -> None:
    say("")
    table = _table("derived", "value", "period", "formula", "as published")
    for row in rows:
        item = row.item
        name = _title(item, language)
        if not row.text:
            formula = f"{item.formula}\n{row.reason}"
            table.add_row(name, "—", "", formula, _official(row), style="dim")
            continue
        margin = f" ±{row.margin}" if row.margin not in {"", "0"} else ""
        cited = "\n".join(f"{key}: {as_written(fact)} {_cited(fact)}" for key, fact in row.inputs)
        table.add_row(
            name,
            f"{row.text}{margin} {item.unit}",
            short_period(row.period) or "—",
            f"{item.formula} = {row.shown}\n{visible(cited)}\n{row.reason}",
            _official(row),
        )
    console.print(table)


def _official(row: DerivedRow) -> str:
    if row.official is None:
        return ""
    found = row.official.observation
    says = {True: "agrees", False: "differs", None: f"of {short_period(found.period)}"}[row.agrees]
    return f"{_value(row.official)}, {says}\n{_cited(row.official)}"


def _print_programmes(rows: Sequence[ProgrammeRow], language: Language, entries: int) -> None:
    say("")
    for row in rows:
        states = _states(row.entries)
        said = counted(row.releases, "release")
        told = f"{counted(len(row.entries), 'measure')}: {states}" if row.entries else row.reason
        say(f"{_title(row.item, language)}  {told}; named in {said}")
        _print_entries(row.entries, entries)
        if row.latest is not None and not row.entries:
            cited = f"{row.latest.release}@{row.latest.span.start} {row.latest.published}"
            say(f"    {_short(row.latest.sentence)}  [{cited}]", "dim")


def _print_entries(entries: Sequence[Entry], most: int) -> None:
    """Some measures with what became of them."""
    known = sorted(entries, key=_telling)
    for entry in known[:most]:
        promise = entry.promise
        where = f"{promise.release}@{promise.commitment.span.start} {promise.published}"
        place = f"{promise.region}, " if promise.region else ""
        say(f"    {_states([entry])}  {visible(promise.text)}  [{place}{where}]", "dim")
        for outcome in entry.outcomes:
            for evidence in outcome.evidence[:1]:
                at = f"{evidence.release}@{evidence.span.start}"
                say(f"        {_short(evidence.sentence)}  [{at}]", "dim")


def _telling(entry: Entry) -> tuple[bool, bool, int]:
    """Measures of which something became first, then those with a figure to reach, the newest."""
    heard = any(outcome.evidence for outcome in entry.outcomes)
    return not heard, not entry.promise.goals, -entry.promise.published.toordinal()


def _print_plans(rows: Sequence[PlanRow], entries: int) -> None:
    say("")
    table = _table("province", "measures", "with targets", "releases")
    for row in rows:
        if row.measures:
            releases = f"{row.releases[-1]}" + (
                f" and {len(row.releases) - 1} more" if len(row.releases) > 1 else ""
            )
            table.add_row(row.region, f"{row.measures:,}", f"{row.targets:,}", releases)
        else:
            table.add_row(row.region, "—", "", "no release of it in the store", style="dim")
    console.print(table)
    for row in rows:
        if row.entries:
            say(_states(row.entries))
            _print_entries(row.entries, entries * 10)
    if len(rows) > 1:
        say("the measures of one province: jiedu panel provinces --region 江苏", "dim")


def _states(entries: Sequence[Entry]) -> str:
    states = Counter(outcome.state for entry in entries for outcome in entry.outcomes)
    return ", ".join(f"{states[state]:,} {state.value}" for state in State if states[state])


def _title(item: FigureItem | DerivedItem | ProgrammeItem, language: Language) -> str:
    return visible(item.name if language is Language.ZH else item.english)


def _value(fact: Source) -> str:
    confidence = fact.observation.confidence
    unsure = "?" if confidence is not None and confidence < _UNSURE else ""
    return f"{visible(as_written(fact))}{unsure}"


def _cited(fact: Source) -> str:
    place = "" if fact.cell else f"@{fact.observation.span.start}"
    return f"{visible(fact.release)}{place}"


def _short(sentence: str, most: int = 60) -> str:
    text = visible(sentence.replace("\n", " ").strip())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False)
    numbers = {"value", "figures", "measures", "with targets", "programmes"}
    for name in names:
        table.add_column(
            name,
            justify="right" if name in numbers else "left",
            overflow="fold",
            no_wrap=name in {"value", "period", "timing", "course", "published"},
        )
    return table
