"""Programmes and proposals as rows for programs and tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table

from jiedu.cli.output import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.programmes import Proposal, Usage

USAGE_FIELDS = (
    "key", "name", "english", "aliases", "asked", "kind", "years", "owner", "field",
    "releases", "commitments", "first", "last",
)  # fmt: skip
PROPOSAL_FIELDS = (
    "name", "aliases", "releases", "commitments", "publishers", "first", "last", "near",
    "release", "start", "end", "sentence",
)  # fmt: skip


def usage_row(usage: Usage) -> dict[str, Any]:
    """A programme with how often it is named."""
    one = usage.programme
    return {
        "key": one.key,
        "name": one.name,
        "english": one.english,
        "aliases": list(one.aliases),
        "asked": list(one.asked),
        "kind": one.kind.value,
        "years": list(one.years) if one.years else None,
        "owner": list(one.owners),
        "field": one.field,
        "releases": usage.releases,
        "commitments": usage.commitments,
        "first": usage.first,
        "last": usage.last,
    }


def proposal_row(one: Proposal) -> dict[str, Any]:
    """A proposal with its example."""
    return {
        "name": one.name,
        "aliases": list(one.aliases),
        "releases": one.releases,
        "commitments": one.commitments,
        "publishers": one.publishers,
        "first": one.first,
        "last": one.last,
        "near": list(one.near),
        "release": one.example,
        "start": one.span.start,
        "end": one.span.end,
        "sentence": one.sentence,
    }


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose lists are one cell each, for CSV."""
    return {
        name: "; ".join(map(str, value)) if isinstance(value, list) else value
        for name, value in row.items()
    }


def usages_table(usages: Iterable[Usage]) -> Table:
    """Programmes with how often they are named, for people."""
    table = _table("programme", "english", "key", "releases", "measures", "first", "last")
    for usage in usages:
        one = usage.programme
        table.add_row(
            visible(one.name),
            visible(one.english),
            visible(one.key),
            f"{usage.releases:,}",
            f"{usage.commitments:,}",
            str(usage.first or "—"),
            str(usage.last or "—"),
        )
    return table


def proposals_table(proposals: Iterable[Proposal]) -> Table:
    """Proposed names, each with its aliases and an example, for people."""
    table = _table("name", "releases", "measures", "publishers", "first", "last", "example")
    for one in proposals:
        name = one.name + "".join(f"\n  = {alias}" for alias in one.aliases)
        table.add_row(
            visible(name + "".join(f"\n  see {key}" for key in one.near)),
            f"{one.releases:,}",
            f"{one.commitments:,}",
            f"{one.publishers:,}",
            str(one.first),
            str(one.last),
            visible(f"{one.example}: {one.sentence}"),
        )
    return table


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False)
    numbers = {"releases", "measures", "publishers"}
    for name in names:
        table.add_column(
            name,
            justify="right" if name in numbers else "left",
            overflow="fold",
            no_wrap=name in numbers or name in {"first", "last"},
        )
    return table
