"""The tables of cases beside this file, loaded and placed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from compare import Expected

FOLDER = Path(__file__).parent
GAPS = FOLDER / "known_gaps.txt"

_DIGIT_BEFORE = re.compile(r"\d[.,]?$")
_DIGIT_AFTER = re.compile(r"[.,]?\d")


@dataclass(frozen=True, slots=True)
class Case:
    """One text with everything that must be read from it, and nothing else."""

    id: str
    file: str
    published: date
    title: str
    region: str | None
    text: str
    rows: tuple[dict[str, Any], ...]

    def expected(self) -> list[Expected]:
        """The rows, each at its place in the text.

        Raises:
            ValueError: where a numeral does not stand in the text.
        """
        placed: list[Expected] = []
        at = 0
        for row in self.rows:
            start = place(self.text, row["text"], row.get("nth"), at)
            at = start + len(row["text"])
            placed.append(
                Expected(
                    start=start,
                    end=at,
                    names=(row["indicator"], *row["also"]),
                    measure=row["measure"],
                    value=row["value"],
                    unit=row["unit"],
                    bound=row["bound"],
                    period=row["period"],
                    basis=row["basis"],
                    status=row["status"],
                    optional=row.get("opt", False),
                )
            )
        return placed


def occurrences(text: str, numeral: str) -> list[int]:
    """Where a numeral stands by itself: ``3`` is not in ``3.8``, ``13`` or ``1,300``."""
    return [
        match.start()
        for match in re.finditer(f"(?={re.escape(numeral)})", text)
        if not (numeral[0].isdecimal() and _DIGIT_BEFORE.search(text[: match.start()]))
        and not (numeral[-1].isdecimal() and _DIGIT_AFTER.match(text, match.start() + len(numeral)))
    ]


def place(text: str, numeral: str, nth: int | None, after: int) -> int:
    """The start of the ``nth`` occurrence (from 1), or of the first one from ``after`` on."""
    starts = occurrences(text, numeral)
    if nth is None:
        starts, nth = [start for start in starts if start >= after], 1
    if nth > len(starts):
        raise ValueError(f"{numeral!r} (occurrence {nth}) does not stand in {text!r}")
    return starts[nth - 1]


def load() -> list[Case]:
    """Every case of every table, in the order of the files."""
    cases: list[Case] = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            cases.append(
                Case(
                    id=record["id"],
                    file=path.stem,
                    published=date.fromisoformat(record["date"]),
                    title=record.get("title", ""),
                    region=record["region"],
                    text=record["text"],
                    rows=tuple(record["observations"]),
                )
            )
    return cases


def known_gaps() -> frozenset[str]:
    """The ids of the cases that are not met yet; a line after ``#`` is a remark."""
    lines = (
        line.partition("#")[0].strip() for line in GAPS.read_text(encoding="utf-8").splitlines()
    )
    return frozenset(filter(None, lines))
