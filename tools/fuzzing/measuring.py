"""What one input took and gave, and whether that is a failure."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fuzzing.fitting import UnfitError
from fuzzing.kinds import features
from jiedu.errors import JieduError
from jiedu.readers.apart import guard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from fuzzing.circumstances import Input
    from fuzzing.targets import Target

SECONDS = 1.0
"""The most that 100,000 characters may take, in seconds of the processor."""

MEMORY = 256 * 1024 * 1024
"""The most that the memory of the process may grow by over one input, in bytes."""

_UNIT = 100_000
_HANG = 30.0  # seconds of the processor after which an input is broken off
_AGAIN = 3
_TICKS = os.sysconf("SC_CLK_TCK")
_UNFORESEEN = "the parser failed on it"


class HangError(BaseException):
    """An input that was broken off; what is read catches no such thing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input.

    Attributes:
        seconds: of the processor.
        grown: bytes by which the peak of the process's memory rose.
        features: what kind of result it is.
        digest: of the result.
        failure: what is wrong: ``slow``, ``memory``, ``unfit``, or the name of an exception
            with the place in jiedu it passed last; empty where nothing is.
        detail: more of it.
    """

    seconds: float
    grown: int
    features: frozenset[str]
    digest: str
    failure: str = ""
    detail: str = ""


def tried(target: Target, given: Input) -> Outcome:
    """Try one input; what seems slow is tried again, and the fastest time counts.

    Args:
        target: what is fuzzed.
        given: the input.
    """
    found = _tried(target, given)
    if found.failure in {"slow", "memory"}:
        for _ in range(_AGAIN):
            again = _tried(target, given)
            if again.failure != found.failure:
                return again
            found = min(found, again, key=lambda each: each.seconds)
    return found


def allowed(target: Target, given: Input) -> float:
    """The seconds that an input may take."""
    return max(target.floor, SECONDS * len(given) / _UNIT)


def _tried(target: Target, given: Input) -> Outcome:
    before = _peak()
    start = _processor()
    try:
        with _limited():
            ready = target.first(given)
            start = _processor()
            value: object = target.call(ready)
    except JieduError as error:
        value = error
        if error.message.startswith(_UNFORESEEN):
            took = _processor() - start
            return Outcome(took, 0, frozenset(), "", f"apart: {error.message}", str(error))
    except (Exception, HangError) as error:
        took = _processor() - start
        return Outcome(took, 0, frozenset(), "", _place(error), traceback.format_exc()[-3000:])
    took = _processor() - start
    grown = _peak() - before
    digest = hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()
    failure = detail = ""
    try:
        if not isinstance(value, JieduError):
            target.fits(given, value)
    except UnfitError as error:
        failure, detail = f"unfit {str(error).partition(':')[0]}", str(error)
    if took > allowed(target, given):
        failure, detail = "slow", f"{took:.3f} s for {len(given)} characters"
    elif grown > MEMORY:
        failure, detail = "memory", f"{grown / 2**20:.0f} MB for {len(given)} characters"
    return Outcome(took, grown, features(value), digest, failure, detail)


@contextmanager
def _limited() -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError(f"not read within {_HANG:g} seconds of the processor")

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _processor() -> float:
    """Seconds of the processor, of this process and of the parsers' that live."""
    workers = [worker._process.pid for worker in guard._idle]
    return time.process_time() + sum(map(_spent, workers))


def _spent(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / _TICKS


def _place(error: BaseException) -> str:
    """An exception by its name and the last place in the package that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/jiedu/" in frame.filename]
    last = own[-1] if own else frames[-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.name}"


def _peak() -> int:
    """The most memory that the process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
