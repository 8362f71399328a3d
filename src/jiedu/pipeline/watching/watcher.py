"""Sources → what is new in them, saved, checked, and written down to be reported once.

What is found is in the file of state before anybody is told, and is struck out there once it was
handed over: after a kill it is told by the next run, and nothing is told twice but what was being
handed over at that very moment.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jiedu.errors import JieduError, NotFoundError, StoreError
from jiedu.model import Reading, Release
from jiedu.pipeline.ledger import ledger
from jiedu.pipeline.processing import process
from jiedu.pipeline.saving import read_into
from jiedu.pipeline.watching.news import news_of
from jiedu.pipeline.watching.outcomes import falling_due, states_of, turned
from jiedu.store import Saved, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jiedu.model import Notice
    from jiedu.pipeline.following import Follower
    from jiedu.pipeline.watching.state import WatchState


class Batch(NamedTuple):
    """What was found at once.

    Attributes:
        release: the release that was read, ``None`` for what the ledger says.
        saved: what saving it did.
        notices: how many things are new.
    """

    release: Release | None
    saved: Saved | None
    notices: int


class Watcher:
    """Watches sources for a store.

    Args:
        store: the store's file, or a database's address.
        follower: who follows the sources.
        state: what was reported so far.
        written: a notice as the line that is handed over.
        channels: whom notices are for.
        days: how many days ahead measures are due that are reported; ``None`` for none.
        sure: figures are reported that are at least so likely to be right.
        today: the day that is asked about.
    """

    def __init__(
        self,
        store: str,
        follower: Follower,
        state: WatchState,
        written: Callable[[Notice], str],
        channels: Sequence[str],
        days: int | None = None,
        sure: float = 0.0,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self.store, self.follower, self.state = store, follower, state
        self._written, self._channels, self._days, self._sure, self._today = (
            written,
            channels,
            days,
            sure,
            today,
        )

    def look(self, sources: Iterable[str]) -> Iterator[Batch | JieduError]:
        """Look at every source once.

        Yields:
            What was found; it waits in the state by then. Or the error of what cannot be read.

        Raises:
            StoreError: where the store cannot be written.
        """
        self._begin()
        yield from self._left_behind()
        found = chain.from_iterable(map(self.follower.follow, sources))
        for item in read_into(self.store, self._expecting(found)):
            if isinstance(item, JieduError):
                yield item
                continue
            batch = self._report(item.reading, item.saved)
            if batch is not None:
                yield batch
        if self.state.looked != self._today().isoformat():
            yield from self._ledger()

    def _begin(self) -> None:
        """Note what became of measures so far: that is no news."""
        if self.state.begun:
            return
        view = self._view()
        if view is not None:
            self.state.states = states_of(ledger(view, self._today()))
            view.close()
        self.state.begun = True
        self.state.save()

    def _view(self) -> View | None:
        """The store, where there is one yet."""
        try:
            return View(self.store)
        except StoreError:
            return None

    def _left_behind(self) -> Iterator[Batch]:
        """What was saved and not reported when the last run was killed."""
        if not self.state.expected:
            return
        view = self._view()
        for release_id, digest in list(self.state.expected.items()):
            release = None
            if view is not None:
                try:
                    release = view.release(release_id)
                except NotFoundError:
                    release = None  # it was not saved either, and will be read again
            if release is not None and release.sha256 == digest:
                batch = self._report(process(release), Saved.NEW)
                if batch is not None:
                    yield batch
            else:
                del self.state.expected[release_id]
        if view is not None:
            view.close()

    def _expecting(self, items: Iterable[Release | JieduError]) -> Iterator[Release | JieduError]:
        """The releases, each noted before it is saved where its text is not held yet."""
        for item in items:
            if isinstance(item, Release) and not self._is_held(item):
                self.state.expected[item.id] = item.sha256
                self.state.save()
            yield item

    def _is_held(self, release: Release) -> bool:
        view = self._view()
        if view is None:
            return False
        try:
            return any(each.sha256 == release.sha256 for each in view.versions(release.id))
        finally:
            view.close()

    def _report(self, reading: Reading, saved: Saved) -> Batch | None:
        """Write down what is new in a release, where that is expected of it."""
        release = reading.release
        if self.state.expected.get(release.id) != release.sha256:
            return None
        view = View(self.store)
        lines = list(map(self._written, news_of(view, reading, self._sure)))
        view.close()
        self.state.add(lines, self._channels)
        del self.state.expected[release.id]
        self.state.looked = ""  # the ledger may say something else now
        self.state.save()
        return Batch(release, saved, len(lines))

    def _ledger(self) -> Iterator[Batch]:
        """Write down what became of measures, and what is due."""
        view = self._view()
        if view is None:
            return
        today = self._today()
        entries = list(ledger(view, today))
        view.close()
        lines = list(map(self._written, turned(entries, self.state.states)))
        self.state.states = states_of(entries)
        if self._days is not None:
            told = set(self.state.due)
            for mark, notice in falling_due(entries, today, self._days):
                if mark not in told:
                    told.add(mark)
                    self.state.due.append(mark)
                    lines.append(self._written(notice))
        self.state.looked = today.isoformat()
        self.state.add(lines, self._channels)
        self.state.save()
        if lines:
            yield Batch(None, None, len(lines))
