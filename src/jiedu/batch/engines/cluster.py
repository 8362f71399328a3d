"""Parts on a Dask cluster: the same function, wherever the workers are."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from jiedu.batch.engines.attempts import Attempts
from jiedu.batch.failures import BatchError
from jiedu.batch.reading import read_part
from jiedu.errors import JieduError, MissingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.batch.checkpoints import Done
    from jiedu.batch.engines import Settings
    from jiedu.batch.reading import Task

_AHEAD = 2  # parts a worker that are asked for, so that none waits for the next
_ANSWER = "10s"  # to reach a scheduler
_PATIENCE = "60s"  # for its first worker
_LOUD = ("distributed", "distributed.client")


def run(tasks: Iterable[Task], settings: Settings) -> Iterator[Done]:
    """Read parts on the cluster of a scheduler, or on one of this machine's processes."""
    library = _library()
    with _client(library, settings) as client:
        yield from _read(library, client, iter(tasks))


def _read(library: Any, client: Any, waiting: Iterator[Task]) -> Iterator[Done]:
    """Keep the workers busy, however many there are at the time."""
    running: dict[Any, Task] = {}
    finished = library.as_completed(loop=client.loop)
    attempts = Attempts()
    again: list[Task] = []
    while True:
        with _reaching(client):
            most = max(1, sum(client.nthreads().values())) * _AHEAD
        while len(running) < most:
            task = again.pop() if again else next(waiting, None)
            if task is None:
                break
            with _reaching(client):
                future = _ask(client, task)
            running[future] = task
            finished.add(future)
        if not running:
            return
        future = next(finished)
        task = running.pop(future)
        with _reaching(client):
            error = _error(library, client, future)
            done: Done | None = future.result() if error is None else None
        if done is not None:
            yield done
            continue
        assert error is not None
        attempts.again(task, error)
        again.append(task)


def _ask(client: Any, task: Task) -> Any:
    # a key of its own each time: the scheduler would give back the failure it remembers
    return client.submit(read_part, task, key=f"jiedu-{task.key}-{uuid4().hex}", pure=False)


def _error(library: Any, client: Any, future: Any) -> BaseException | None:
    """Why a part was not read, where another attempt may help.

    Raises:
        JieduError: where none would.
    """
    if future.status == "finished":
        return None
    if client.status != "running":
        raise _gone(client)
    if future.status == "cancelled":
        return library.CancelledError(str(future.key))  # type: ignore[no-any-return]
    error: BaseException = future.exception()
    if isinstance(error, JieduError):
        raise error
    return error


@contextmanager
def _reaching(client: Any) -> Iterator[None]:
    """Say in our words that a scheduler is lost while it is asked something.

    Raises:
        BatchError: where it is.
    """
    try:
        yield
    except OSError as error:  # as all that closes a connection to it
        raise _gone(client) from error


def _gone(client: Any) -> BatchError:
    return BatchError(
        "the cluster's scheduler is gone",
        document=client.scheduler.address,
        hint="what is finished stays; give the same command again once it is back",
    )


@contextmanager
def _client(library: Any, settings: Settings) -> Iterator[Any]:
    """A client of the scheduler, which has a worker.

    Raises:
        BatchError: where the scheduler does not answer, or has no worker.
    """
    cluster = None if settings.scheduler else _own_cluster(library, settings)
    try:
        with _connected(library, cluster or settings.scheduler) as client:
            yield client
    finally:
        if cluster is not None:
            cluster.close()


def _connected(library: Any, where: Any) -> Any:
    try:
        client = library.Client(where, timeout=_ANSWER)
    except (OSError, ValueError) as error:
        raise BatchError(
            "the cluster's scheduler does not answer",
            document=str(where),
            hint="give --scheduler tcp://HOST:8786, as dask scheduler prints it",
        ) from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise BatchError(
            "the cluster has no workers",
            document=str(where),
            hint="start some: dask worker tcp://HOST:8786 --nthreads 1",
        ) from error
    return client


def _own_cluster(library: Any, settings: Settings) -> Any:
    return library.LocalCluster(
        n_workers=max(1, settings.workers),
        threads_per_worker=1,  # reading holds the interpreter; more threads read no faster
        processes=True,
        dashboard_address=None,
        memory_limit=settings.megabytes * 1024 * 1024,
        silence_logs=logging.CRITICAL,
    )


def _library() -> Any:
    try:
        library = import_module("distributed")
    except ImportError as error:
        raise MissingError("a cluster needs Dask", hint="pip install 'jiedu[dask]'") from error
    for name in _LOUD:  # what is lost is said in our words, once
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return library
