"""A limit on the time of one text, for whatever thread reads it.

An error is raised in the thread once the time is up. Where that does not end the text, as nothing
in Python runs while a library hangs, the process ends itself: whoever started it begins the part
again and leaves the text out.
"""

from __future__ import annotations

import ctypes
import os
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HUNG = 70
"""The exit status of a process that ended itself."""
_PATIENCE = 2.0  # times the limit, until the process ends itself
_STEP = 0.25


class TooLong(BaseException):
    """The time of a text is up; no reader's ``except Exception`` may keep it."""


class Watch:
    """A limit on what one thread does at a time; use it as a context manager.

    Args:
        seconds: the limit of each text.
        last: called just before the process ends itself, with the number of the text.
    """

    def __init__(self, seconds: float, last: Callable[[int], None]) -> None:
        self._seconds = seconds
        self._last = last
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._now: tuple[int, float] | None = None
        self._raised = False
        self._over = threading.Event()

    def __enter__(self) -> Watch:
        threading.Thread(target=self._look, name="jiedu-watch", daemon=True).start()
        return self

    def __exit__(self, *ending: object) -> None:
        self._over.set()

    @contextmanager
    def over(self, number: int) -> Iterator[None]:
        """Watch over one text.

        Raises:
            TooLong: where it takes longer than the limit.
        """
        with self._lock:
            self._now = number, time.monotonic()
            self._raised = False
        try:
            yield
        finally:
            with self._lock:
                self._now = None
                if self._raised:  # in the last moment: it may not come after this text
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), None)

    def _look(self) -> None:
        while not self._over.wait(min(_STEP, self._seconds / 4)):
            with self._lock:
                if self._now is None:
                    continue
                number, since = self._now
                spent = time.monotonic() - since
                if spent > self._seconds and not self._raised:
                    self._raised = True
                    thread = ctypes.c_ulong(self._thread)
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TooLong))
                elif spent > self._seconds * _PATIENCE:
                    self._last(number)
                    os._exit(HUNG)
