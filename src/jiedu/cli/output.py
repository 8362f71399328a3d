"""Printing rows: tables for people, JSON, JSON lines and CSV for programs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from jiedu.cli.options import Format
from jiedu.cli.written import json_row, number
from jiedu.exports.lines import csv_line
from jiedu.exports.rows import record_row
from jiedu.model import FIELDS

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from jiedu.model import Decision, Observation, Record

_PIPED = 120  # columns of a table that goes into a file or another program

console = Console(highlight=False, markup=False)
if not console.is_terminal and "COLUMNS" not in os.environ:
    console.width = _PIPED
errors = Console(stderr=True, highlight=False, markup=False)

_UNSEEN = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
"""Control characters, which a terminal would obey."""


def visible(text: str) -> str:
    """A text of others without what a terminal would obey."""
    return text.translate(_UNSEEN)


def say(words: str, style: str | None = None) -> None:
    """Words for a person, on the standard output."""
    console.print(words.translate(_UNSEEN), style=style, soft_wrap=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 figure, 2 figures."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def warn(words: object) -> None:
    """One line on the standard error."""
    errors.print(f"jiedu: {words}".translate(_UNSEEN).replace("\n", " "), soft_wrap=True)


def note(words: str) -> None:
    """A word for a person on the standard error, which is no warning."""
    errors.print(words.translate(_UNSEEN), soft_wrap=True)


def print_rows(
    rows: Iterable[dict[str, Any]], form: Format, fields: Sequence[str] = FIELDS
) -> None:
    """Print rows for programs, each as it comes; nothing else goes to the standard output."""
    if form is Format.JSON:
        _print_list(rows)
    elif form is Format.JSONL:
        for row in rows:
            sys.stdout.write(json_row(row) + "\n")
    elif form is Format.CSV:
        sys.stdout.write(csv_line(fields))
        for row in rows:
            sys.stdout.write(csv_line(row[name] for name in fields))


def print_records(records: Sequence[Record], form: Format) -> None:
    """Print figures of tables, with the cells they stand in."""
    if form is not Format.TABLE:
        print_rows(map(record_row, records), form)
        return
    table = Table(box=None, pad_edge=False)
    for name in ("period", "indicator", "region", "measure", "value", "unit", "basis", "source"):
        table.add_column(name, overflow="fold", justify="right" if name == "value" else "left")
    for item in records:
        table.add_row(
            item.period or "—",
            item.indicator.translate(_UNSEEN),
            item.region or "",
            item.measure.value,
            plain(item),
            item.unit,
            item.basis or "",
            f"{item.release}: {item.sentence}".translate(_UNSEEN),
        )
    console.print(table)


def _print_list(rows: Iterable[dict[str, Any]]) -> None:
    before = "["
    for row in rows:
        sys.stdout.write(f"{before}\n {json_row(row)}")
        before = ","
    sys.stdout.write("[]\n" if before == "[" else "\n]\n")


def figures_table(observations: Iterable[Observation]) -> Table:
    """The figures of a release as a table for people; ``at`` is the numeral's offset.

    ``sure`` is how likely every slot is right; ``assisted`` where a model pointed at words.
    """
    table = Table(box=None, pad_edge=False)
    table.add_column("at", justify="right", style="dim", no_wrap=True)
    table.add_column("indicator", overflow="fold", min_width=10)
    table.add_column("measure", no_wrap=True)
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("unit", overflow="fold")
    for name in ("period", "basis"):
        table.add_column(name, overflow="fold", max_width=15)
    table.add_column("status", no_wrap=True)
    table.add_column("sure", justify="right", style="dim", no_wrap=True)
    for found in observations:
        table.add_row(
            str(found.span.start),
            found.indicator.translate(_UNSEEN),
            found.measure.value,
            f"{_mark(found)}{plain(found)}",
            found.unit,
            short_period(found.period) or "—",
            short_period(found.basis),
            found.status.value,
            _sureness(found),
        )
    return table


def _sureness(found: Observation) -> str:
    if found.assisted:
        return "assisted"
    return "" if found.confidence is None else f"{found.confidence:.0%}"


def decisions_table(decisions: Counter[Decision]) -> Table:
    """How many numerals became what, and how many nobody decided."""
    table = Table(box=None, pad_edge=False)
    table.add_column("decision")
    table.add_column("numerals", justify="right")
    for decision, count in decisions.most_common():
        table.add_row(decision.value, f"{count:,}")
    total = decisions.total()
    decided = sum(count for decision, count in decisions.items() if decision.decided)
    share = f" ({decided / total:.2%})" if total else ""
    table.add_row("decided", f"{decided:,} of {total:,}{share}", style="bold")
    return table


def short_period(period: str | None) -> str:
    """A span within one year without saying the year twice: 2023-01/06."""
    if period is None:
        return ""
    first, _, last = period.partition("/")
    within = len(first) == len(last) == 7 and first[:4] == last[:4]
    return f"{first}/{last[5:]}" if within else period


def _mark(found: Observation) -> str:
    return "" if found.bound.value == "=" else found.bound.value


def plain(found: Observation | Record) -> str:
    """A value with its thousands grouped and no needless noughts."""
    whole, point, fraction = number(found.value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.removeprefix('-')):,}{point}{fraction}"
