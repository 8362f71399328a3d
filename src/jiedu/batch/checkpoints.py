"""The folder of finished parts: each is there whole or not at all.

A part is a folder of four Parquet files and a manifest. It is written beside its place under
another name, put on the disk, and then renamed: whoever is killed leaves no half of a part.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from jiedu.batch.columns import TABLES
from jiedu.batch.failures import BatchError

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "part.json"
_UNFINISHED = ".part-"
_ROW_GROUP = 65_536
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written.

    Attributes:
        rows: how many it holds.
        bytes: its size.
        sha256: the digest of its bytes, in hexadecimal.
    """

    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Done:
    """A finished part.

    Attributes:
        key: its name.
        extractor: what read it.
        characters: of its texts, those that repeat another left out.
        files: what was written, by the names of the tables.
    """

    key: str
    extractor: str
    characters: int
    files: Mapping[str, Written]

    def rows(self, table: str) -> int:
        """How many rows a table of it has."""
        return self.files[table].rows


class Checkpoints:
    """The finished parts of a folder.

    Args:
        folder: where they are; it is made where there is none.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def done(self, key: str) -> Done | None:
        """A finished part as its manifest says it, or ``None`` where there is none."""
        try:
            raw = json.loads((self.folder / key / MANIFEST).read_text("utf-8"))
            files = {name: Written(**raw["files"][name]) for name in TABLES}
            return Done(raw["key"], raw["extractor"], raw["characters"], files)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def whole(self, key: str) -> Done | None:
        """The same, once its files are found to be those that were written."""
        done = self.done(key)
        if done is None:
            return None
        try:
            same = all(
                digest_of(self.path(key, name)) == file.sha256 for name, file in done.files.items()
            )
        except OSError:
            return None
        return done if same else None

    def path(self, key: str, table: str) -> Path:
        """The file of a table of a part."""
        return self.folder / key / f"{table}.parquet"

    def settle(
        self, key: str, extractor: str, characters: int, tables: Mapping[str, pa.Table]
    ) -> Done:
        """Write a part; where another has finished it meanwhile, that one stays.

        Raises:
            BatchError: where it cannot be written.
        """
        made = self.folder / f"{_UNFINISHED}{key}-{token_hex(4)}"
        try:
            made.mkdir(parents=True)
            files = {name: write_table(tables[name], made / f"{name}.parquet") for name in TABLES}
            done = Done(key, extractor, characters, files)
            _write_down(made / MANIFEST, json.dumps(asdict(done), indent=1))
            sync_folder(made)
            self._rename(made, key)
            sync_folder(self.folder)
        except OSError as error:
            raise unwritable(made, error) from error
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return done

    def _rename(self, made: Path, key: str) -> None:
        try:
            made.rename(self.folder / key)
        except OSError:
            if self.done(key) is None:
                raise

    def drop(self, key: str) -> None:
        """Forget a part, so that it is read again."""
        shutil.rmtree(self.folder / key, ignore_errors=True)

    def clean(self) -> None:
        """Remove what runs that were killed have left."""
        for path in self.folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(path, ignore_errors=True)

    def keep(self, keys: set[str]) -> None:
        """Drop every part but some."""
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in keys:
                shutil.rmtree(path, ignore_errors=True)


def write_table(table: pa.Table, path: Path) -> Written:
    """A table as a Parquet file: the same table gives the same bytes, always.

    Raises:
        OSError: where it cannot be written.
    """
    with path.open("wb") as file:
        pq.write_table(
            table,
            file,
            row_group_size=_ROW_GROUP,
            compression="zstd",
            compression_level=3,
            version="2.6",
            data_page_version="1.0",
        )
        file.flush()
        os.fsync(file.fileno())
    return Written(table.num_rows, path.stat().st_size, digest_of(path))


def digest_of(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    sum_ = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            sum_.update(piece)
    return sum_.hexdigest()


def sync_folder(folder: Path) -> None:
    """Put the names of a folder on the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unwritable(path: Path, error: OSError) -> BatchError:
    """What a failure to write means."""
    return BatchError(
        f"cannot be written: {error.strerror or error}",
        document=str(path),
        hint="make room, or the right to write, and give the same command again",
    )


def _write_down(path: Path, words: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(words + "\n")
        file.flush()
        os.fsync(file.fileno())
