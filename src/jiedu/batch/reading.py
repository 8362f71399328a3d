"""One part of the input → its finished part: what a worker does, wherever it runs.

It depends on the part and its terms alone. Doing it twice, or at the same time, is the same as
doing it once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.batch.checkpoints import Checkpoints, Done
from jiedu.batch.failures import BatchError
from jiedu.batch.items import items_of
from jiedu.batch.part import Part, Terms, key_of
from jiedu.batch.tables import Gathered
from jiedu.batch.trail import Trail
from jiedu.batch.watching import TooLong, Watch
from jiedu.errors import InputError, JieduError
from jiedu.model import Reading, Release
from jiedu.pipeline import process
from jiedu.pipeline.extractor import extractor_id

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from jiedu.batch.items import Item

SECONDS = 60.0
"""How long a text may take; the largest of real ones take less than one."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is asked to do.

    Attributes:
        part: what to read.
        terms: what else decides the result.
        folder: where finished parts are; every worker must reach it under this path.
        seconds: how long one text may take.
    """

    part: Part
    terms: Terms
    folder: Path
    seconds: float = SECONDS

    @property
    def key(self) -> str:
        """The name of the finished part."""
        return key_of(self.part, self.terms)


def trail_path(folder: Path, key: str) -> Path:
    """Where the attempts at a part are written down."""
    return folder / f"{key}.trail"


def read_part(task: Task) -> Done:
    """Read a part and write what it gives; one that is finished already is not read again.

    Returns:
        What was written.

    Raises:
        BatchError: where this worker reads otherwise than it should, or cannot write.
    """
    _check(task)
    checkpoints = Checkpoints(task.folder)
    done = checkpoints.done(task.key)
    if done is not None:
        return done
    trail = Trail(trail_path(task.folder, task.key))
    trail.begin()
    gathered, characters = _gather(task, trail)
    done = checkpoints.settle(task.key, task.terms.extractor, characters, gathered.tables())
    trail.end()
    return done


def _check(task: Task) -> None:
    if extractor_id() != task.terms.extractor:
        raise BatchError(
            f"a worker has the extractor {extractor_id()}, not {task.terms.extractor}",
            hint="install the same jiedu on every worker",
        )
    if not task.folder.is_dir():
        raise BatchError(
            "a worker does not reach the folder of the results",
            document=str(task.folder),
            hint="name one that all workers share under one path",
        )


def _gather(task: Task, trail: Trail) -> tuple[Gathered, int]:
    gathered = Gathered()
    characters = 0
    with Watch(task.seconds, trail.blame) as watch:
        for number, item in enumerate(items_of(task.part, task.terms.published)):
            if trail.is_blamed(number):
                gathered.fail(item, _deadly(item))
                continue
            trail.enter(number)
            found = _read(item, watch.over(number), gathered, task.seconds)
            if isinstance(found, Reading):
                gathered.add(item, found)
                characters += len(found.release.text)
            elif isinstance(found, Release):
                gathered.repeat(item, found)
            else:
                gathered.fail(item, found)
    trail.leave()
    return gathered, characters


def _read(
    item: Item, watched: AbstractContextManager[None], gathered: Gathered, seconds: float
) -> Reading | Release | JieduError:
    """Read one text; whatever it does, the others go on.

    Returns:
        The reading, or the release where its text came before, or why it cannot be read.
    """
    try:
        with watched:
            found = item.load()
            if isinstance(found, JieduError) or gathered.knows(found):
                return found
            return process(found)
    except TooLong:
        return _slow(item, seconds)
    except MemoryError:
        return _large(item)
    except Exception as error:  # a bug of ours in one text; the run tells of it and goes on
        return _broken(item, error)


def _slow(item: Item, seconds: float) -> InputError:
    return InputError(
        f"reading it takes longer than {seconds:g} seconds",
        document=item.source,
        hint="give it more with --seconds, and --retry",
    )


def _large(item: Item) -> InputError:
    return InputError(
        "reading it takes more memory than a worker may have",
        document=item.source,
        hint="give workers more with --memory, and --retry",
    )


def _deadly(item: Item) -> InputError:
    return InputError(
        "the process that reads it does not survive",
        document=item.source,
        hint="try it alone with jiedu read, or again with --retry",
    )


def _broken(item: Item, error: Exception) -> JieduError:
    words = " ".join(str(error).split()) or "without a word"
    return JieduError(
        f"reading it failed with {type(error).__name__}: {words}",
        document=item.source,
        hint="this is a bug of jiedu's own; please report it with the text",
    )
