"""Sources → the releases in them that were not read yet, each written down once it is saved.

A release counts as read when the next one is asked for: whoever takes it saves it before that
(`jiedu.pipeline.saving.read_into` does). An interruption in between costs one more request.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.errors import InputError, JieduError, NoDateError
from jiedu.pipeline.following.state import ALL, Failure, Item, Source
from jiedu.readers import paths_in, read_sources
from jiedu.readers.documents import read_fetched
from jiedu.readers.listings import is_feed, looks_listed, read_feed, read_list
from jiedu.readers.web import FetchError, Seen, is_link

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from jiedu.model import Listed, Listing, Release
    from jiedu.pipeline.following.state import FollowState
    from jiedu.readers.listings import Visitor
    from jiedu.readers.web import Fetched

_HOUR = 3600.0
_OFTEN = 2.0
_LONGEST = 7 * 24 * _HOUR
_TRIES = 8  # after so many failures a release is left alone, until somebody asks for it


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a source is followed.

    Attributes:
        pages: pages of a list.
        releases: releases that are fetched.
        match: what the words or the address of a link must hold.
        patient: whether a release that failed is left alone for a while, longer each time.
        pages_too: whether an address may be a single page as well as a list.
    """

    pages: int = 5
    releases: int = 200
    match: re.Pattern[str] | None = None
    patient: bool = False
    pages_too: bool = False


class Follower:
    """Follows sources.

    Args:
        visitor: who fetches.
        state: what was followed so far; it is kept up to date in its file.
        bounds: how much is followed.
        stopped: whether to end before the next release.
        now: seconds since 1970.
    """

    def __init__(
        self,
        visitor: Visitor,
        state: FollowState,
        bounds: Bounds,
        stopped: Callable[[], bool] = lambda: False,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.visitor, self.state, self.bounds = visitor, state, bounds
        self._stopped, self._now = stopped, now
        self._left = bounds.releases
        self._tried: set[str] = set()

    def follow(self, source: str) -> Iterator[Release | JieduError]:
        """What of a source was not read yet.

        Args:
            source: the address of a feed, of a list or of a page, a folder, or a file.

        Yields:
            A release, or the error of one that cannot be read; the others go on.
        """
        self._left, self._tried = self.bounds.releases, set()
        try:
            yield from self._web(source) if is_link(source) else self._files(Path(source))
        except JieduError as error:
            error.source = error.source or source
            yield error

    def _web(self, source: str) -> Iterator[Release | JieduError]:
        known = self.state.sources.get(self._key(source), Source())
        whole = known.pages >= self.bounds.pages
        first = self.visitor.visit(source, known.seen if whole else Seen())
        if not first.same:
            listing = self._listing(first)
            if listing is None:
                yield from self._single(source, first)
                return
            pages = yield from self._lists(source, listing, known.pages if whole else 0)
            self.state.sources[self._key(source)] = Source(first.seen, pages)
            self.state.save()
        yield from self._again(source)

    def _key(self, source: str) -> str:
        """What a source is written down as: another pattern finds other links in it."""
        match = self.bounds.match
        return f"{source} {match.pattern}" if match is not None else source

    def _listing(self, fetched: Fetched) -> Listing | None:
        """What a page lists; nothing where it is a release itself, and may be.

        Raises:
            InputError: where it lists nothing, and should.
        """
        if is_feed(fetched.data):
            return read_feed(fetched.data, fetched.url, fetched.charset)
        is_page = fetched.media_type in {"", "text/html", "application/xhtml+xml"}
        listing = None
        if is_page:
            match = self.bounds.match
            listing = read_list(fetched.data, fetched.url, fetched.charset, match)
            if not self.bounds.pages_too and listing.entries:
                return listing
            if self.bounds.pages_too and looks_listed(listing, fetched.url):
                return listing
        if self.bounds.pages_too:
            return None
        raise InputError(
            "no feed, and no page that lists releases",
            document=fetched.url,
            hint="read it without --follow, or say with --match what its links hold",
        )

    def _lists(
        self, source: str, listing: Listing, known: int
    ) -> Generator[Release | JieduError, None, int]:
        """The releases of a list, page by page; how many pages were looked at to their ends.

        Args:
            source: the address of the first page.
            listing: what that lists.
            known: how many pages were looked at before, where those were enough.
        """
        visited = {source}
        for page in range(1, self.bounds.pages + 1):
            fresh = False
            for entry in filter(self._wants, listing.entries):
                if self._left <= 0 or self._stopped():
                    return page - 1
                fresh = True
                yield from self._read(entry, source)
            if not listing.following or listing.following in visited:
                return ALL
            if known and not fresh:
                return known  # what stands behind was looked at before
            if page == self.bounds.pages or self._stopped():
                return page
            visited.add(listing.following)
            found = self.visitor.visit(listing.following)
            listing = read_list(found.data, found.url, found.charset, self.bounds.match)
        return self.bounds.pages

    def _wants(self, entry: Listed) -> bool:
        done = self.state.items.get(entry.url)
        if done is not None:
            return bool(entry.stamp) and entry.stamp != done.stamp
        failure = self.state.failed.get(entry.url)
        return failure is None or self._due(failure)

    def _due(self, failure: Failure) -> bool:
        """Whether a release that failed is worth another trial."""
        if not self.bounds.patient:
            return True
        return failure.times < _TRIES and failure.after <= self._now()

    def _again(self, source: str) -> Iterator[Release | JieduError]:
        """Those that failed before, whether or not they are listed still."""
        mine = [item for item in self.state.failed.values() if item.source == source]
        for failure in mine:
            if (
                failure.entry.url in self._tried
                or not self._due(failure)
                or self._left <= 0
                or self._stopped()
            ):
                continue
            yield from self._read(failure.entry, source)

    def _read(self, entry: Listed, source: str) -> Iterator[Release | JieduError]:
        self._left -= 1
        self._tried.add(entry.url)
        done = self.state.items.get(entry.url, Item())
        try:
            fetched = self.visitor.visit(entry.url, done.seen)
            release = None if fetched.same else _release(fetched, entry)
        except JieduError as error:
            error.source = entry.url
            self._fail(entry, source, error)
            yield error
            return
        if release is not None:
            yield release
        self.state.failed.pop(entry.url, None)
        self.state.items[entry.url] = Item(entry.stamp, fetched.seen)
        self.state.save()

    def _fail(self, entry: Listed, source: str, error: JieduError) -> None:
        """Note a failure; a server that wants to be left alone for a while is none of the page."""
        before = self.state.failed.get(entry.url)
        wait = error.wait if isinstance(error, FetchError) else None
        times = (before.times if before else 0) + (wait is None)
        after = self._now() + (_pause(times) if wait is None else wait)
        self.state.failed[entry.url] = Failure(source, entry, times, after)
        self.state.save()

    def _single(self, source: str, fetched: Fetched) -> Iterator[Release | JieduError]:
        """A page that is followed by itself."""
        yield read_fetched(fetched)
        self.state.sources[source] = Source(fetched.seen, ALL)
        self.state.save()

    def _files(self, path: Path) -> Iterator[Release | JieduError]:
        """The files of a folder, or a file, that were not read as they are."""
        saved = self._now()
        try:
            for file in paths_in(path) if path.is_dir() else [path]:
                if self._stopped():
                    return
                mark = _mark(file)
                if mark is not None and self.state.files.get(str(file)) == mark:
                    continue
                yield from read_sources([str(file)])
                if mark is not None:
                    self.state.files[str(file)] = mark
                if self._now() - saved > _OFTEN:  # a kill costs the files of so many seconds
                    self.state.save()
                    saved = self._now()
        finally:
            self.state.save()


def _release(fetched: Fetched, entry: Listed) -> Release:
    """A page as a release; the list's date counts where the page has none."""
    try:
        return read_fetched(fetched)
    except NoDateError:
        if entry.published is None:
            raise
        return read_fetched(fetched, entry.published)


def _pause(times: int) -> float:
    """Seconds until a release that failed is worth another trial."""
    return float(min(_HOUR * 2 ** (times - 1), _LONGEST))


def _mark(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size)
