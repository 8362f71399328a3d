"""What takes seconds to make, made beside the requests that ask for it: none of them waits long."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from jiedu.server.problems import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")

_KEPT = 4  # states or days
_PATIENCE = 0.25  # seconds that the request waits which begins it: a small store answers at once


@dataclass(frozen=True, slots=True)
class _Job:
    key: Hashable
    done: Event = field(default_factory=Event)


class Later(Generic[T]):
    """What was made last, by what it was made of; one is made at a time, in a thread of its own.

    Args:
        kept: how many.
        patience: how many seconds the request waits that begins the making.
    """

    def __init__(self, kept: int = _KEPT, patience: float = _PATIENCE) -> None:
        self._kept = kept
        self._patience = patience
        self._made: OrderedDict[Hashable, T] = OrderedDict()
        self._failed: dict[Hashable, Exception] = {}
        self._job: _Job | None = None
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T | None:
        """What was made of a key, or ``None`` while it, or something before it, is being made.

        Args:
            key: what it is made of.
            make: makes it.

        Raises:
            Exception: what ended the making of it, told to one who asks; then it is tried again.
        """
        with self._lock:
            found = self._told(key)
            if found is not None or self._job is not None:
                return found
            job = self._job = _Job(key)
        Thread(target=self._make, args=(job, make), daemon=True).start()
        job.done.wait(self._patience)
        with self._lock:
            return self._told(key)

    def _told(self, key: Hashable) -> T | None:
        if key in self._failed:
            raise self._failed.pop(key)
        if key in self._made:
            self._made.move_to_end(key)
        return self._made.get(key)

    def _make(self, job: _Job, make: Callable[[], T]) -> None:
        made, failed = None, None
        try:
            made = make()
        except ProblemError:
            pass  # another one is making it: whoever asks next tries again
        except Exception as error:
            failed = error
        with self._lock:
            if made is not None:
                self._made[job.key] = made
                if len(self._made) > self._kept:
                    self._made.popitem(last=False)
            if failed is not None:
                self._failed = {job.key: failed}
            self._job = None
        job.done.set()
