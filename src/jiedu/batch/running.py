"""A whole run: plan, read what is missing, publish."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jiedu.batch.checkpoints import Checkpoints, Done
from jiedu.batch.columns import FAILURES
from jiedu.batch.engines import Engine, Settings, run
from jiedu.batch.failures import BatchError
from jiedu.batch.locking import locked
from jiedu.batch.part import Part, Terms, key_of
from jiedu.batch.planning import PART_BYTES, plan
from jiedu.batch.publishing import Totals, publish
from jiedu.batch.reading import SECONDS, Task
from jiedu.batch.repeats import repeats
from jiedu.batch.tables import failure_row
from jiedu.errors import InputError, JieduError
from jiedu.pipeline.extractor import extractor_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PARTS = "parts"
"""The folder of the finished parts, in that of the results."""
_WORK = ".work"


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is to do.

    Attributes:
        sources: files, folders, collections, addresses of object storage.
        into: the folder of the results.
        published: the published date of texts that have none.
        part_bytes: how large a part is, about; another size gives other files.
        seconds: how long one text may take.
        retry: whether parts that hold failures are read again.
    """

    sources: tuple[str, ...]
    into: Path
    published: date | None = None
    part_bytes: int = PART_BYTES
    seconds: float = SECONDS
    retry: bool = False


def run_job(
    job: Job,
    engine: Engine,
    settings: Settings,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Totals:
    """Read many releases into a folder; a run that was killed is taken up where it was.

    Args:
        job: what to do.
        engine: where parts are read.
        settings: how.
        told: called with the bytes that are finished and those that there are, now and then.

    Returns:
        What the folder holds now.

    Raises:
        BatchError: where the run cannot begin or go on; what is finished stays.
        InputError: where the sources hold nothing to read.
        MissingError: where a library is not installed.
    """
    into = job.into.absolute()
    with locked(into):
        terms = Terms(extractor_id(), job.published)
        checkpoints = Checkpoints(into / PARTS)
        planned = list(plan(job.sources, job.part_bytes))
        keys = {key_of(part, terms): part for part in planned if isinstance(part, Part)}
        if not planned:
            raise InputError("the sources hold nothing to read", document=", ".join(job.sources))
        _tidy(checkpoints)
        finished = _finished(checkpoints, keys, retry=job.retry)
        _read(job, terms, checkpoints, keys, finished, engine, settings, told)
        order = [_placed(item, terms, finished) for item in planned]
        totals = _publish(into, checkpoints, order, terms)
        checkpoints.keep(set(keys))
        return totals


def _tidy(checkpoints: Checkpoints) -> None:
    """Forget the attempts of earlier runs; whoever was killed then is not to blame now."""
    checkpoints.folder.mkdir(parents=True, exist_ok=True)
    checkpoints.clean()
    for path in checkpoints.folder.glob("*.trail"):
        path.unlink(missing_ok=True)


def _finished(checkpoints: Checkpoints, keys: Iterable[str], *, retry: bool) -> dict[str, Done]:
    """The parts that need not be read; the others are not there."""
    found = {}
    for key in keys:
        done = checkpoints.whole(key)
        if done is None or (retry and done.rows(FAILURES)):
            checkpoints.drop(key)
        else:
            found[key] = done
    return found


def _read(
    job: Job,
    terms: Terms,
    checkpoints: Checkpoints,
    keys: dict[str, Part],
    finished: dict[str, Done],
    engine: Engine,
    settings: Settings,
    told: Callable[[int, int], None],
) -> None:
    """Read the parts that are missing; add them to those that are finished."""
    total = sum(part.size for part in keys.values())
    read = sum(keys[key].size for key in finished)
    missing = [part for key, part in keys.items() if key not in finished]
    told(read, total)
    tasks = (Task(part, terms, checkpoints.folder, job.seconds) for part in missing)
    if not missing:
        return
    for done in run(engine, tasks, settings):
        if checkpoints.done(done.key) is None:
            raise BatchError(
                "a worker finished a part that is not here",
                document=str(checkpoints.folder),
                hint="name a folder that all workers share under one path",
            )
        finished[done.key] = done
        read += keys[done.key].size
        told(read, total)


def _placed(
    item: Part | JieduError, terms: Terms, finished: dict[str, Done]
) -> Done | dict[str, Any]:
    if isinstance(item, JieduError):
        return failure_row(item.document, item.offset or 0, item)
    return finished[key_of(item, terms)]


def _publish(
    into: Path, checkpoints: Checkpoints, order: list[Done | dict[str, Any]], terms: Terms
) -> Totals:
    names = [item.key for item in order if isinstance(item, Done)]
    try:
        found = repeats(checkpoints, names, into / _WORK)
        return publish(into, checkpoints, order, found, terms.extractor)
    finally:
        shutil.rmtree(into / _WORK, ignore_errors=True)
