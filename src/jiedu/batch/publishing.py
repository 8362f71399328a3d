"""Finished parts → the results: a folder of Parquet files for each table, and a manifest.

The results depend on the input, the extractor and the size of a part, and on nothing else: not on
the engine, the workers, or what was killed on the way. A file of a part that repeats nothing is the
part's own, under a second name; where the disk knows no second names, it is copied. The manifest is
written last: a folder without one is not finished.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jiedu.batch.checkpoints import sync_folder, unwritable, write_table
from jiedu.batch.columns import COMMITMENTS, FAILURES, OBSERVATIONS, RELEASES
from jiedu.batch.part import LAYOUT
from jiedu.batch.tables import failures_table
from jiedu.exports.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from jiedu.batch.checkpoints import Checkpoints, Done, Written
    from jiedu.batch.repeats import Repeat

MANIFEST = "manifest.json"
SPLIT = (RELEASES, OBSERVATIONS, COMMITMENTS)
"""The tables that have a file for each part."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the results hold.

    Attributes:
        parts: of the input.
        releases: with a text of their own.
        repeats: whose text another had before them.
        observations: figures.
        commitments: measures.
        failures: what could not be read.
        characters: of the texts that were read.
    """

    parts: int
    releases: int
    repeats: int
    observations: int
    commitments: int
    failures: int
    characters: int


def publish(
    folder: Path,
    checkpoints: Checkpoints,
    order: Sequence[Done | dict[str, Any]],
    repeats: Iterable[Repeat],
    extractor: str,
) -> Totals:
    """Put the results in their place.

    Args:
        folder: where.
        checkpoints: the finished parts.
        order: the parts in the order of the input; a row of failures stands in for a source that
            could not be cut into parts.
        repeats: which of their releases repeat an earlier text, in order.
        extractor: what read them.

    Raises:
        BatchError: where they cannot be written.
    """
    try:
        (folder / MANIFEST).unlink(missing_ok=True)
        for name in SPLIT:
            shutil.rmtree(folder / name, ignore_errors=True)
            (folder / name).mkdir(parents=True)
        parts = [item for item in order if not isinstance(item, dict)]
        files: dict[str, Written] = {}
        repeated = 0
        for number, (done, mine) in enumerate(_with_repeats(parts, repeats)):
            repeated += len(mine)
            files |= _put(folder, checkpoints, numbered(number), done, mine)
        failures = folder / f"{FAILURES}.parquet"
        with replacing(failures) as made:
            files[failures.name] = write_table(_failures(checkpoints, order), made)
        totals = _totals(parts, files, repeated)
        for name in SPLIT:
            sync_folder(folder / name)
        _write_manifest(folder, extractor, totals, files)
        sync_folder(folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    return totals


def numbered(number: int) -> str:
    """The name of the file of a part."""
    return f"{number:06}.parquet"


def _with_repeats(
    parts: Sequence[Done], repeats: Iterable[Repeat]
) -> Iterator[tuple[Done, dict[int, str]]]:
    """Each part with its rows that repeat another text, and the releases that had it first."""
    grouped = groupby(repeats, attrgetter("part"))
    waiting = next(grouped, None)
    for number, done in enumerate(parts):
        mine: dict[int, str] = {}
        if waiting is not None and waiting[0] == number:
            mine = {repeat.row: repeat.first for repeat in waiting[1]}
            waiting = next(grouped, None)
        yield done, mine


def _put(
    folder: Path, checkpoints: Checkpoints, file: str, done: Done, repeated: dict[int, str]
) -> dict[str, Written]:
    """Put the files of a part in their place, and say what was written."""
    written = {}
    for name in SPLIT:
        source, target = checkpoints.path(done.key, name), folder / name / file
        if repeated:
            written[f"{name}/{file}"] = write_table(
                _without(pq.read_table(source), name, repeated), target
            )
        else:
            written[f"{name}/{file}"] = done.files[name]
            _second_name(source, target)
    return written


def _without(table: pa.Table, name: str, repeated: dict[int, str]) -> pa.Table:
    """A table of a part in which the releases of some rows repeat others."""
    if name == RELEASES:
        same = [repeated.get(row) for row in range(table.num_rows)]
        place = table.schema.get_field_index("same_as")
        changed = table.set_column(place, table.schema.field(place), pa.array(same, pa.string()))
        return changed.combine_chunks()
    dropped = pc.is_in(table["release_row"], value_set=pa.array(sorted(repeated), pa.int64()))
    return table.filter(pc.invert(dropped)).combine_chunks()


def _second_name(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _failures(checkpoints: Checkpoints, order: Sequence[Done | dict[str, Any]]) -> pa.Table:
    rows: list[dict[str, Any]] = []
    for item in order:
        if isinstance(item, dict):
            rows.append(item)
        elif item.rows(FAILURES):
            rows += pq.read_table(checkpoints.path(item.key, FAILURES)).to_pylist()
    return failures_table(rows)


def _totals(parts: Sequence[Done], files: dict[str, Written], repeated: int) -> Totals:
    rows = dict.fromkeys((*SPLIT, FAILURES), 0)
    for name, written in files.items():
        rows[name.partition("/")[0].removesuffix(".parquet")] += written.rows
    return Totals(
        parts=len(parts),
        releases=rows[RELEASES] - repeated,
        repeats=repeated,
        observations=rows[OBSERVATIONS],
        commitments=rows[COMMITMENTS],
        failures=rows[FAILURES],
        characters=sum(done.characters for done in parts),
    )


def _write_manifest(
    folder: Path, extractor: str, totals: Totals, files: dict[str, Written]
) -> None:
    told = {
        "layout": LAYOUT,
        "extractor": extractor,
        "totals": asdict(totals),
        "files": [{"name": name, **asdict(written)} for name, written in sorted(files.items())],
    }
    with replacing(folder / MANIFEST) as made:
        made.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
