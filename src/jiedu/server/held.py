"""The store as the server holds it open, and what takes seconds to make, made once."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from threading import BoundedSemaphore, Lock, Thread
from time import sleep
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter

from jiedu.errors import JieduError
from jiedu.model import CheckedStore, Entry, Finding, Reading
from jiedu.pipeline.checking import check_reading
from jiedu.pipeline.ledger import ledger
from jiedu.pipeline.renewing import newest_of, renew
from jiedu.server.kept import Kept
from jiedu.server.problems import ProblemError
from jiedu.server.settings import beside
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

T = TypeVar("T")

_KEPT = 4  # states or days of each
_QUEUE = 4  # requests that wait; more would keep all threads from the others
_PATIENCE = 10.0  # seconds that a request waits for what another one is making
_CALM = 1.0  # seconds without a write until what was made is made again
_LEDGER_NAME = "ledger"
_FINDINGS_NAMES = {False: "findings", True: "findings-later"}
_LEDGER = TypeAdapter(list[Entry])
_FINDINGS = TypeAdapter(CheckedStore)


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
        self._kept = Kept(beside(store, "made"), store)
        self._ledgers: Made[list[Entry]] = Made()
        self._findings: Made[list[Checked]] = Made()
        self._renewing = Lock()
        self._checked: dict[bool, CheckedStore] = {}

    def ledger(self, as_of: date | None, today: date) -> list[Entry]:
        """The ledger as it stood on a day, by default today."""
        day = as_of or today
        state = self.view.state()
        kept = day == today  # other days are asked for by one client, once
        return self._ledgers.get((state, day), lambda: self._make_ledger(state, day, kept=kept))

    def findings(self, *, later: bool) -> list[Checked]:
        """What checking every release shows, in the order of their days.

        Args:
            later: whether releases after a text's day count as well.
        """
        key = self.view.state(), later
        return self._findings.get(key, lambda: self._make_findings(later=later))

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
        found = check_reading(Reading(release, (), (), figures, ()), self.view, later=later)
        return _placed(release_id, release.published, found)

    def warm(self, today: date) -> None:
        """Make what takes long before somebody asks for it."""
        self.ledger(None, today)
        self.findings(later=False)

    def renew(self, today: date) -> None:
        """Begin to make it again once writes have come to rest, and wait for nothing."""
        Thread(target=self._renew, args=(today,), daemon=True).start()

    def close(self) -> None:
        """Let go of the store."""
        self.view.close()

    def _renew(self, today: date) -> None:
        if not self._renewing.acquire(blocking=False):
            return  # a write just before is being followed, and this one with it
        try:
            made, state = None, self.view.state()
            while made != state:
                sleep(_CALM)
                made, state = state, self.view.state()
            self.warm(today)
        except (JieduError, ProblemError):
            return  # whoever asks is told
        finally:
            self._renewing.release()

    def _make_ledger(self, state: str, day: date, *, kept: bool) -> list[Entry]:
        if not kept:
            return sorted(ledger(self.view, day), key=place_of)
        key = f"{state}|{day}"
        with self._kept.alone(_LEDGER_NAME):
            found = self._kept.load(_LEDGER_NAME, key, _LEDGER)
            if found is None:
                found = sorted(ledger(self.view, day), key=place_of)
                self._kept.save(_LEDGER_NAME, key, found, _LEDGER)
        return found

    def _make_findings(self, *, later: bool) -> list[Checked]:
        name = _FINDINGS_NAMES[later]
        with self._kept.alone(name):
            before = self._kept.load(name, "", _FINDINGS) or self._checked.get(later)
            checked = renew(self.view, before, later=later)
            if checked is not before:
                self._kept.save(name, "", checked, _FINDINGS)
        self._checked[later] = checked
        days = newest_of(checked.standing)
        return [one for id_, day in days.items() for one in _placed(id_, day, checked.found[id_])]


def place_of(entry: Entry) -> tuple[date, str, int]:
    """Where a measure stands in the order of pages."""
    promise = entry.promise
    return promise.published, promise.release, promise.commitment.span.start


def _placed(release: str, day: date, found: Sequence[Finding]) -> list[Checked]:
    return [Checked((day, release, number), finding) for number, finding in enumerate(found)]


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
