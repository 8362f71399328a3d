"""Printing rows: tables for people, JSON, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from jiedu.cli.options import Format
from jiedu.cli.rows import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Observation

console = Console(soft_wrap=False, highlight=False)
errors = Console(stderr=True, highlight=False)


def print_rows(rows: Iterable[dict[str, Any]], form: Format) -> None:
    """Print rows for programs; nothing else goes to the standard output."""
    if form is Format.JSON:
        json.dump(list(rows), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif form is Format.JSONL:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif form is Format.CSV:
        writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return value if value in {"=", "-"} else f"'{value}"
    return value


def figures_table(observations: Iterable[Observation]) -> Table:
    """The figures of a release as a table for people; ``at`` is the numeral's offset."""
    table = Table(box=None, pad_edge=False)
    table.add_column("at", justify="right", style="dim", no_wrap=True)
    table.add_column("indicator", overflow="fold", min_width=16)
    table.add_column("measure", no_wrap=True)
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("unit", overflow="fold")
    for name in ("period", "basis"):
        table.add_column(name, overflow="fold", max_width=15)
    table.add_column("status", no_wrap=True)
    for found in observations:
        table.add_row(
            str(found.span.start),
            found.indicator,
            found.measure.value,
            f"{_mark(found)}{plain(found)}",
            found.unit,
            _short(found.period) or "—",
            _short(found.basis),
            found.status.value,
        )
    return table


def _short(period: str | None) -> str:
    """A span within one year without saying the year twice: 2023-01/06."""
    if period is None:
        return ""
    first, _, last = period.partition("/")
    within = len(first) == len(last) == 7 and first[:4] == last[:4]
    return f"{first}/{last[5:]}" if within else period


def _mark(found: Observation) -> str:
    return "" if found.bound.value == "=" else found.bound.value


def plain(found: Observation) -> str:
    """A value with its thousands grouped and no needless noughts."""
    value = found.value.normalize()
    return f"{value:,f}" if abs(value.adjusted()) < 28 else str(value)


def warn(words: object) -> None:
    """One line on the standard error."""
    errors.print(f"jiedu: {words}", markup=False, soft_wrap=True)
