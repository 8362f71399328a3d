"""What was followed so far: a small file, always whole, so that an interruption costs nothing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

from jiedu.errors import StoreError
from jiedu.exports.replacing import replacing
from jiedu.model import Listed
from jiedu.readers.web import Seen

_VERSION = 1
ALL = 1_000_000
"""More pages than any list has."""


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, a list or a page.

    Attributes:
        seen: what its server said of it last.
        pages: how many of its pages were looked at, to their ends; `ALL` where it has no more.
    """

    seen: Seen = field(default_factory=Seen)
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A release that was read.

    Attributes:
        stamp: what its feed called its version.
        seen: what its server said of it.
    """

    stamp: str = ""
    seen: Seen = field(default_factory=Seen)


@dataclass(frozen=True, slots=True)
class Failure:
    """A release that could not be read.

    Attributes:
        source: the list that it is in.
        entry: what the list says of it.
        times: how often it failed.
        after: seconds since 1970 after which it is worth another trial.
    """

    source: str
    entry: Listed
    times: int
    after: float


@dataclass(slots=True)
class FollowState:
    """What was followed so far, and its file.

    Attributes:
        path: the file.
        sources: feeds, lists and pages by their addresses.
        items: releases that were read, by theirs.
        failed: those that could not be.
        files: the time and the size of files when they were read.
    """

    path: Path
    sources: dict[str, Source] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    failed: dict[str, Failure] = field(default_factory=dict)
    files: dict[str, tuple[int, int]] = field(default_factory=dict)

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
                {
                    key: Source(Seen(**row["seen"]), int(row["pages"]))
                    for key, row in _of(rows, "sources")
                },
                {key: Item(row["stamp"], Seen(**row["seen"])) for key, row in _of(rows, "items")},
                {key: _failure(row) for key, row in _of(rows, "failed")},
                {key: (int(row[0]), int(row[1])) for key, row in _of(rows, "files")},
            )
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise broken(path) from error

    def save(self) -> None:
        """Write the file, whole or not at all.

        Raises:
            ExportError: where it cannot be written.
        """
        rows: dict[str, Any] = {
            "sources": {key: asdict(row) for key, row in self.sources.items()},
            "items": {key: asdict(row) for key, row in self.items.items()},
            "failed": {key: asdict(row) for key, row in self.failed.items()},
            "files": self.files,
        }
        save_rows(self.path, rows)


def load_rows(path: Path) -> dict[str, Any]:
    """The rows of a file of state; nothing where there is none yet.

    Raises:
        StoreError: where it cannot be read, or is of another kind.
    """
    try:
        rows = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise broken(path) from error
    if not isinstance(rows, dict) or rows.get("version") != _VERSION:
        raise broken(path)
    return rows


def save_rows(path: Path, rows: dict[str, Any]) -> None:
    """Write the rows of a file of state, whole or not at all.

    Raises:
        ExportError: where it cannot be written.
    """
    with replacing(path) as part:
        text = json.dumps({"version": _VERSION, **rows}, ensure_ascii=False, default=str)
        part.write_text(text, "utf-8", "replace")


def broken(path: Path) -> StoreError:
    """What is said of a file of state that cannot be used."""
    return StoreError(
        "it does not hold what was followed so far",
        document=str(path),
        hint="move it away to begin anew; nothing that was read is lost",
    )


def _of(rows: dict[str, Any], name: str) -> list[tuple[str, Any]]:
    return list(rows.get(name, {}).items())


def _failure(row: dict[str, Any]) -> Failure:
    told = row["entry"]
    day = date.fromisoformat(told["published"]) if told["published"] else None
    entry = Listed(told["url"], told["title"], day, told["stamp"])
    return Failure(row["source"], entry, int(row["times"]), float(row["after"]))
