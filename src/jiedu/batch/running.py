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
    from collections.abc import Callable, Iterable, Iterator, Mapping

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
        planned = _planned(job)
        parts = {key_of(item, terms): item for item in planned if isinstance(item, Part)}
        _tidy(checkpoints)
        finished = _finished(checkpoints, parts, retry=job.retry)
        read = _Counted(parts, finished, told)
        missing = [
            Task(part, terms, checkpoints.folder, job.seconds)
            for key, part in parts.items()
            if key not in finished
        ]
        for done in _read(checkpoints, engine, missing, settings):
            finished[done.key] = done
            read.add(done.key)
        order = [_placed(item, terms, finished) for item in planned]
        totals = _publish(into, checkpoints, order, terms)
        checkpoints.keep(set(parts))
        return totals


class _Counted:
    """How many bytes of the input are finished."""

    def __init__(
        self, parts: Mapping[str, Part], finished: Iterable[str], told: Callable[[int, int], None]
    ) -> None:
        self._parts = parts
        self._told = told
        self._total = sum(part.size for part in parts.values())
        self._done = sum(parts[key].size for key in finished)
        told(self._done, self._total)

    def add(self, key: str) -> None:
        """Count one more part."""
        self._done += self._parts[key].size
        self._told(self._done, self._total)


def _planned(job: Job) -> list[Part | JieduError]:
    planned = list(plan(job.sources, job.part_bytes))
    if not planned:
        raise InputError(
            "the sources hold nothing to read",
            document=", ".join(job.sources),
            hint="the files are empty; name others",
        )
    return planned


def _tidy(checkpoints: Checkpoints) -> None:
    """Forget the attempts of earlier runs; whoever was killed then is not to blame now."""
    checkpoints.folder.mkdir(parents=True, exist_ok=True)
    checkpoints.clean()
    for path in checkpoints.folder.glob("*.trail"):
        path.unlink(missing_ok=True)


def _finished(checkpoints: Checkpoints, keys: Iterable[str], *, retry: bool) -> dict[str, Done]:
    """The parts that need not be read; what is there of the others is dropped."""
    found = {}
    for key in keys:
        done = checkpoints.whole(key)
        if done is None or (retry and done.rows(FAILURES)):
            checkpoints.drop(key)
        else:
            found[key] = done
    return found


def _read(
    checkpoints: Checkpoints, engine: Engine, tasks: list[Task], settings: Settings
) -> Iterator[Done]:
    """Read what is missing; each part is here once it is given."""
    if not tasks:
        return
    for done in run(engine, tasks, settings):
        if checkpoints.done(done.key) is None:
            raise BatchError(
                "a worker finished a part that is not here",
                document=str(checkpoints.folder),
                hint="name a folder that all workers share under one path",
            )
        yield done


def _placed(
    item: Part | JieduError, terms: Terms, finished: Mapping[str, Done]
) -> Done | dict[str, Any]:
    if isinstance(item, JieduError):
        return failure_row(item.document, item.offset or 0, item)
    return finished[key_of(item, terms)]


def _publish(
    into: Path, checkpoints: Checkpoints, order: list[Done | dict[str, Any]], terms: Terms
) -> Totals:
    names = [item.key for item in order if isinstance(item, Done)]
    shutil.rmtree(into / _WORK, ignore_errors=True)  # of a run that was killed
    try:
        found = repeats(checkpoints, names, into / _WORK)
        return publish(into, checkpoints, order, found, terms.extractor)
    finally:
        shutil.rmtree(into / _WORK, ignore_errors=True)
