"""What was reported so far, and what waits to be: a small file, always whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from jiedu.pipeline.following.state import broken, load_rows, save_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(slots=True)
class WatchState:
    """What was reported so far, and its file.

    Attributes:
        path: the file.
        begun: whether the state of the ledger was noted before anything was read.
        expected: releases that are being saved, with the digest of their text: what is new in
            them is reported even where a kill comes between.
        states: what became of measures, as far as it was reported.
        due: measures that were reported as due.
        looked: the day that the ledger was looked at last.
        waiting: what is still to be handed over, by whom it is for, oldest first.
    """

    path: Path
    begun: bool = False
    expected: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    due: list[str] = field(default_factory=list)
    looked: str = ""
    waiting: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Self:
        """What a file holds; nothing where there is none yet.

        Raises:
            StoreError: where it cannot be read, or is of another kind.
        """
        rows = load_rows(path)
        try:
            return cls(
                path,
                bool(rows.get("begun", False)),
                {str(key): str(value) for key, value in rows.get("expected", {}).items()},
                {str(key): str(value) for key, value in rows.get("states", {}).items()},
                [str(mark) for mark in rows.get("due", [])],
                str(rows.get("looked", "")),
                {str(key): list(map(str, lines)) for key, lines in rows.get("waiting", {}).items()},
            )
        except (AttributeError, TypeError, ValueError) as error:
            raise broken(path) from error

    def save(self) -> None:
        """Write the file, whole or not at all.

        Raises:
            ExportError: where it cannot be written.
        """
        save_rows(
            self.path,
            {
                "begun": self.begun,
                "expected": self.expected,
                "states": self.states,
                "due": self.due,
                "looked": self.looked,
                "waiting": self.waiting,
            },
        )

    def add(self, lines: Sequence[str], channels: Iterable[str]) -> None:
        """Put lines among those that wait; `save` keeps them."""
        for channel in channels:
            self.waiting.setdefault(channel, []).extend(lines)

    def handed_over(self, channel: str, number: int) -> None:
        """Strike out the oldest lines that waited for somebody, and save."""
        del self.waiting.setdefault(channel, [])[:number]
        self.save()
