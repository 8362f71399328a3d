"""The store as the server holds it open, and what takes seconds to make, made once."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from jiedu.model import Finding, Reading
from jiedu.pipeline.checking import check_reading
from jiedu.pipeline.ledger import ledger
from jiedu.server.problems import ProblemError
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from jiedu.model import Entry

T = TypeVar("T")

_KEPT = 4  # states or days of each
_QUEUE = 4  # requests that wait; more would keep all threads from the others
_PATIENCE = 10.0  # seconds that a request waits for what another one is making


class Checked(NamedTuple):
    """A finding with its place in the order of pages."""

    place: tuple[date, str, int]
    finding: Finding


class Held:
    """One store, open for reading.

    Args:
        store: its file, or its address.
    """

    def __init__(self, store: str) -> None:
        self.view = View(store)
        self._ledgers: Made[list[Entry]] = Made()
        self._findings: Made[list[Checked]] = Made()

    def ledger(self, as_of: date | None, today: date) -> list[Entry]:
        """The ledger as it stood on a day, by default today."""
        day = as_of or today
        key = self.view.state(), day
        return self._ledgers.get(key, lambda: sorted(ledger(self.view, day), key=place_of))

    def findings(self, *, later: bool) -> list[Checked]:
        """What checking every release shows, in the order of their days.

        Args:
            later: whether releases after a text's day count as well.
        """
        key = self.view.state(), later
        return self._findings.get(key, lambda: _checked(self.view, later=later))

    def findings_of(self, release_id: str, *, later: bool) -> list[Checked]:
        """What checking one release shows, which does not wait for the others.

        Args:
            release_id: the release.
            later: whether releases after the text's day count as well.

        Raises:
            NotFoundError: where the store holds none of that id.
        """
        release = self.view.release(release_id)
        figures = self.view.observations(release_id)
        return _placed(Reading(release, (), (), figures, ()), self.view, later=later)

    def warm(self, today: date) -> None:
        """Make what takes long before somebody asks for it."""
        self.ledger(None, today)
        self.findings(later=False)

    def close(self) -> None:
        """Let go of the store."""
        self.view.close()


def place_of(entry: Entry) -> tuple[date, str, int]:
    """Where a measure stands in the order of pages."""
    promise = entry.promise
    return promise.published, promise.release, promise.commitment.span.start


def _checked(view: View, *, later: bool) -> list[Checked]:
    readings = view.readings()
    return [found for reading in readings for found in _placed(reading, view, later=later)]


def _placed(reading: Reading, view: View, *, later: bool) -> list[Checked]:
    release = reading.release
    found = check_reading(reading, view, later=later)
    return [
        Checked((release.published, release.id, number), finding)
        for number, finding in enumerate(found)
    ]


class Made(Generic[T]):
    """What was made last, by what it was made of; one is made at a time.

    Args:
        kept: how many.
        patience: how many seconds one waits for what another makes.
    """

    def __init__(self, kept: int = _KEPT, patience: float = _PATIENCE) -> None:
        self._kept = kept
        self._patience = patience
        self._made: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()
        self._waiting = BoundedSemaphore(_QUEUE)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made of a key, made now where it was not.

        Raises:
            ProblemError: where another one is still being made.
        """
        found = self._made.get(key)
        if found is not None:
            return found
        if not self._waiting.acquire(blocking=False):
            raise _later()
        try:
            if not self._lock.acquire(timeout=self._patience):
                raise _later()
        finally:
            self._waiting.release()
        try:
            if key not in self._made:
                self._made[key] = make()
                if len(self._made) > self._kept:
                    self._made.popitem(last=False)
            return self._made[key]
        finally:
            self._lock.release()


def _later() -> ProblemError:
    again = {"Retry-After": "5"}
    return ProblemError(503, "making", "it is still being made; ask again", headers=again)
