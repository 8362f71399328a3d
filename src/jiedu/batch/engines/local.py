"""Parts in processes of this machine.

Where a process dies, the pool is lost, and nobody says which part it was reading. So all that were
being read are read again one at a time, and whichever then dies has only itself to blame.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING

import pyarrow as pa

from jiedu.batch.engines.attempts import Attempts
from jiedu.batch.reading import read_part
from jiedu.errors import JieduError

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.batch.checkpoints import Done
    from jiedu.batch.engines import Settings
    from jiedu.batch.reading import Task

_AHEAD = 2  # parts a worker that are asked for, so that none waits for the next


def run(tasks: Iterable[Task], settings: Settings) -> Iterator[Done]:
    """Read parts in so many processes; with none, in this one."""
    if settings.workers == 0:
        yield from map(read_part, tasks)
        return
    waiting = iter(tasks)
    suspects: deque[Task] = deque()
    attempts = Attempts()
    while True:
        with _pool(settings) as pool:
            yield from _alone(pool, suspects, attempts)
            if not suspects:
                yield from _together(pool, waiting, settings.workers, suspects, attempts)
        if not suspects:
            return


def _alone(pool: ProcessPoolExecutor, suspects: deque[Task], attempts: Attempts) -> Iterator[Done]:
    """Read what was being read when a process died, one part at a time; stop where one dies."""
    while suspects:
        try:
            done = pool.submit(read_part, suspects[0]).result()
        except JieduError:
            raise
        except Exception as error:
            attempts.again(suspects[0], error)
            return
        suspects.popleft()
        yield done


def _together(
    pool: ProcessPoolExecutor,
    waiting: Iterator[Task],
    workers: int,
    suspects: deque[Task],
    attempts: Attempts,
) -> Iterator[Done]:
    """Read parts side by side until there are no more, or a process dies."""
    running: dict[Future[Done], Task] = {}
    try:
        while True:
            _fill(pool, running, waiting, workers * _AHEAD, suspects)
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                error = future.exception()
                if isinstance(error, JieduError):
                    raise error
                if error is None:
                    yield future.result()
                else:
                    suspects.append(task)
                    attempts.again(task, error)
            if suspects:
                return
    finally:
        suspects.extend(_left(running))


def _fill(
    pool: ProcessPoolExecutor,
    running: dict[Future[Done], Task],
    waiting: Iterator[Task],
    most: int,
    suspects: deque[Task],
) -> None:
    while len(running) < most:
        task = next(waiting, None)
        if task is None:
            return
        try:
            running[pool.submit(read_part, task)] = task
        except BrokenProcessPool:
            suspects.append(task)
            return


def _left(running: dict[Future[Done], Task]) -> list[Task]:
    """What has not ended, or ended badly, once the pool is lost or given up."""
    for future in running:
        future.cancel()
    return list(running.values())


def _pool(settings: Settings) -> ProcessPoolExecutor:
    # a fresh interpreter for each: a copy of this process may hold locks of threads it lacks
    return ProcessPoolExecutor(
        settings.workers,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(settings.megabytes,),
    )


def _begin(megabytes: int) -> None:
    """Set a worker up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; one must answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pa.set_cpu_count(1)  # there is a worker for each processor already
    pa.set_io_thread_count(1)
    _limit_memory(megabytes)


def _end_with_parent() -> None:
    """End once the process that gives out the parts is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1024 * 1024
    if most == resource.RLIM_INFINITY or wanted <= most:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
