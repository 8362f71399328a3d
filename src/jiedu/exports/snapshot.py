"""A snapshot: a folder that holds figures as one Parquet file, and a manifest about it.

The manifest names the file, so that replacing the manifest is what makes a new snapshot the
present one: a reader sees the old figures or the new, never a part of both.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from jiedu.exports import parquet_file
from jiedu.exports.failures import ExportError
from jiedu.exports.replacing import explained, replacing
from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Record

MANIFEST = "manifest.json"
LAYOUT = 1
"""The number of the columns' layout; it goes up when a reader would misread them."""

_FILE = re.compile(r"figures-[0-9a-f]{16}\.parquet")
_AGAIN = "write the snapshot anew"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a manifest says.

    Attributes:
        layout: the number of the layout of its columns.
        jiedu: the version of jiedu that wrote it.
        created: when, in ISO 8601 and UTC.
        file: the name of the Parquet file in the folder.
        bytes: the size of that file.
        figures: how many figures it holds.
    """

    layout: int
    jiedu: str
    created: str
    file: str
    bytes: int
    figures: int


def write_snapshot(records: Iterable[Record], folder: Path) -> Snapshot:
    """Write figures as the snapshot of a folder, in place of the one it holds.

    Args:
        records: the figures.
        folder: where; it is made where there is none.

    Raises:
        ExportError: where the folder cannot be written to; the old snapshot then stays.
    """
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    before = _named(folder)
    path = folder / f"figures-{token_hex(8)}.parquet"
    with replacing(path) as part:
        figures = parquet_file.write_file(records, part)
    with explained(path):
        size = path.stat().st_size
    created = datetime.now(UTC).isoformat(timespec="seconds")
    snapshot = Snapshot(LAYOUT, VERSION, created, path.name, size, figures)
    with replacing(folder / MANIFEST) as part:
        part.write_text(json.dumps(asdict(snapshot), indent=1) + "\n", encoding="utf-8")
    if before:
        with explained(folder):
            (folder / before).unlink(missing_ok=True)
    return snapshot


def read_snapshot(folder: Path) -> Snapshot:
    """The manifest of a folder, once its file is found to be whole.

    Raises:
        ExportError: where there is no snapshot, it is of a newer jiedu, or it is damaged.
    """
    manifest = folder / MANIFEST
    try:
        raw = json.loads(manifest.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ExportError(
            "holds no snapshot", document=str(folder), hint="write one first"
        ) from error
    except (OSError, ValueError) as error:
        raise ExportError("cannot be read", document=str(manifest), hint=_AGAIN) from error
    snapshot = _snapshot(raw, manifest)
    _check(folder / snapshot.file, snapshot)
    return snapshot


def _snapshot(raw: Any, manifest: Path) -> Snapshot:
    try:
        snapshot = Snapshot(**raw)
        newer = snapshot.layout > LAYOUT
        # a manifest is anybody's file: it may not name one outside its folder
        usable = _FILE.fullmatch(snapshot.file) is not None
    except TypeError as error:
        raise ExportError("is no manifest", document=str(manifest), hint=_AGAIN) from error
    if newer:
        raise ExportError(
            f"is of jiedu {snapshot.jiedu}", document=str(manifest), hint="update jiedu"
        )
    if not usable:
        raise ExportError("names no file of a snapshot", document=str(manifest), hint=_AGAIN)
    return snapshot


def _check(path: Path, snapshot: Snapshot) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ExportError("is missing", document=str(path), hint=_AGAIN) from error
    if size != snapshot.bytes:
        raise ExportError("is damaged", document=str(path), hint=_AGAIN)


def _named(folder: Path) -> str | None:
    """The file of the snapshot that is there, or ``None``."""
    try:
        return read_snapshot(folder).file
    except ExportError:
        return None
