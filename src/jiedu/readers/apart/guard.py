"""The other side of the parser's process: starts it, asks it, and ends it where it must.

A process reads one document after another; what kills it costs one document, and the next one gets
a process of its own. Threads that ask at once each have one.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from jiedu.errors import InputError
from jiedu.readers.apart.limits import Limits
from jiedu.readers.apart.wire import found_of, put, take

if TYPE_CHECKING:
    from typing import BinaryIO

    from jiedu.readers.extracted import Extracted
    from jiedu.readers.kinds import Kind

_LIMITS = Limits()
_MB = 1024 * 1024
_ROOT = str(Path(__file__).parents[3])
_WORKER = "jiedu.readers.apart.worker"
_HINT = "save its text as .txt and read that"


def extract_apart(
    data: bytes, kind: Kind, name: str, charset: str = "", limits: Limits = _LIMITS
) -> Extracted:
    """The text of a document, parsed in a process of its own.

    Args:
        data: its bytes.
        kind: what they are.
        name: the document, for errors.
        charset: the encoding that a server says.
        limits: what it may take.

    Raises:
        InputError: where the parser refuses it, takes too much, or breaks down.
    """
    head = {"kind": kind.value, "name": name, "charset": charset}
    worker = _taken(limits)
    again = worker.asked > 0  # what a long life left behind is no fault of the document
    try:
        return _asked(worker, head, data, name)
    except _OverError as over:
        if not (again and over.may_try_again):
            raise over.error from over.cause
    fresh = _Worker(limits)
    try:
        return _asked(fresh, head, data, name)
    except _OverError as over:
        raise over.error from over.cause


class _OverError(Exception):
    """A process that must not be asked again."""

    def __init__(
        self, error: InputError, cause: BaseException | None, *, may_try_again: bool
    ) -> None:
        super().__init__(str(error))
        self.error, self.cause, self.may_try_again = error, cause, may_try_again


class _Worker:
    """One process.

    Raises:
        InputError: where none can be started.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.owner = os.getpid()
        self.asked = 0
        paths = [_ROOT, *filter(None, [os.environ.get("PYTHONPATH", "")])]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", _WORKER, str(limits.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            )
        except OSError as error:
            raise InputError(
                f"the process that parses it cannot be started ({error.strerror})",
                hint="check that Python can start processes here",
            ) from error

    def ask(self, head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        """Have a document parsed.

        Raises:
            TimeoutError: where it takes too long.
            OSError: where the process is gone; so do EOFError and ValueError.
        """
        self.asked += 1
        future: Future[tuple[dict[str, Any], bytes]] = Future()

        def work() -> None:
            try:
                put(_stream(self._process.stdin), head, data)
                future.set_result(take(_stream(self._process.stdout)))
            except Exception as error:
                future.set_exception(error)

        Thread(target=work, daemon=True).start()
        return future.result(self.limits.seconds)

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue  # what it did not take is of no use now


def _stream(stream: Any) -> BinaryIO:
    assert stream is not None
    return stream  # type: ignore[no-any-return]


_idle: list[_Worker] = []
_lock = Lock()


def _taken(limits: Limits) -> _Worker:
    """A process that waits, or a new one."""
    with _lock:
        mine = [worker for worker in _idle if worker.owner == os.getpid()]
        _idle[:] = mine  # those of a process that this one was forked from are not ours
        for worker in mine:
            if worker.limits == limits:
                _idle.remove(worker)
                return worker
    return _Worker(limits)


def _asked(worker: _Worker, head: dict[str, Any], data: bytes, name: str) -> Extracted:
    """What a process says; it waits for the next document, or is ended.

    Raises:
        InputError: where it says that the document cannot be read.
        _OverError: where it took too much or broke down.
    """
    limits = worker.limits
    try:
        answer, body = worker.ask(head, data)
    except TimeoutError as error:
        worker.end()
        slow = f"it was not read within {limits.seconds:g} seconds"
        raise _OverError(_refused(slow, name), error, may_try_again=False) from error
    except (OSError, EOFError, ValueError) as error:
        worker.end()
        broken = f"the parser broke down on it, or it needs more than {limits.memory // _MB:,} MB"
        raise _OverError(_refused(broken, name), error, may_try_again=True) from error
    if answer.get("memory"):
        worker.end()
        large = f"it needs more than {limits.memory // _MB:,} MB to be read"
        raise _OverError(_refused(large, name), None, may_try_again=True)
    _put_back(worker)
    return found_of(answer, body, name)


def _put_back(worker: _Worker) -> None:
    if worker.asked >= worker.limits.documents:
        worker.end()
        return
    with _lock:
        _idle.append(worker)


def _refused(why: str, name: str) -> InputError:
    return InputError(why, document=name, hint=_HINT)


@atexit.register
def _end_all() -> None:
    with _lock:
        for worker in _idle:
            if worker.owner == os.getpid():
                worker.end()
        _idle.clear()
