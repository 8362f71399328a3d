"""A visitor who keeps to what sites ask: robots.txt, a pause between requests, Retry-After."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jiedu.readers.listings.robots import EVERYTHING, NOTHING, read_robots
from jiedu.readers.web import FetchError, Rules, Seen, fetch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiedu.readers.listings.robots import Robots
    from jiedu.readers.web import Fetched

AGENT = "jiedu"
_FEEDS = frozenset(
    {
        "application/atom+xml",
        "application/rdf+xml",
        "application/rss+xml",
        "application/xml",
        "text/xml",
    }
)
_KEPT = 24 * 3600.0  # seconds that the rules of a site count for, as RFC 9309 has it
_UNREACHED = 300.0  # seconds that a site counts as unreached
_TRIES = 2  # more, where a server asks to be asked again
_LONGEST = 60.0  # seconds that are waited for a server
_UNSEEN = Seen()


class Visitor:
    """Fetches pages as a guest.

    Args:
        rules: what may be fetched; the strict ones where they are not given.
        delay: seconds between two requests to one host; more where the host wants more.
        sleep: how it waits; the clock's own way where it is not given.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        rules: Rules | None = None,
        delay: float = 2.0,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        rules = rules or Rules()
        self.rules = replace(rules, types=rules.types | _FEEDS)
        self._delay, self._sleep, self._clock = delay, sleep, clock
        self._robots: dict[str, tuple[float, Robots]] = {}
        self._unreached: dict[str, tuple[float, FetchError]] = {}
        self._next: dict[str, float] = {}
        self._closed: dict[str, tuple[float, int | None]] = {}

    def visit(self, url: str, seen: Seen = _UNSEEN) -> Fetched:
        """Fetch a page once its site allows it and the pause is over.

        Args:
            url: an http or https address.
            seen: what was seen of it before; see `fetch`.

        Raises:
            FetchError: where the site does not allow it, or as `fetch`.
            MissingError: where httpx is not installed.
        """
        robots = self._rules_of(url)
        if not robots.allows(url):
            raise _forbidden(url)
        found = self._ask(url, seen, robots)
        if _site(found.url) != _site(url) and not self._rules_of(found.url).allows(found.url):
            raise _forbidden(found.url)
        return found

    def _ask(self, url: str, seen: Seen, robots: Robots) -> Fetched:
        """Ask, and ask again after the time that the server wants."""
        host = urlsplit(url).netloc
        for left in range(_TRIES, -1, -1):
            self._wait_for(host, url)
            try:
                return fetch(url, self.rules, seen)
            except FetchError as error:
                if error.wait is not None:
                    self._closed[host] = (self._clock() + error.wait, error.status)
                if error.wait is None or error.wait > _LONGEST or not left:
                    raise
            finally:
                self._next[host] = self._clock() + max(self._delay, robots.delay)
        raise AssertionError("the last trial ends the loop")

    def _wait_for(self, host: str, url: str) -> None:
        """Pause until a host may be asked.

        Raises:
            FetchError: where it wants to be left alone for longer than is waited.
        """
        until, status = self._closed.get(host, (0.0, None))
        left = until - self._clock()
        if left > _LONGEST:
            error = FetchError(
                f"the server wants to be left alone for {left:,.0f} seconds more",
                document=url,
                hint="try again later",
            )
            error.status, error.wait = status, left
            raise error
        self._sleep(max(0.0, left, self._next.get(host, 0.0) - self._clock()))

    def _rules_of(self, url: str) -> Robots:
        """What a site allows; nothing where it cannot say, everything where it says nothing."""
        site = _site(url)
        known = self._robots.get(site)
        if known is not None and self._clock() - known[0] < _KEPT:
            return known[1]
        self._raise_unreached(site)
        try:
            found = read_robots(fetch(f"{site}/robots.txt", self.rules).data, AGENT)
        except FetchError as error:
            if error.status is None:
                self._unreached[site] = (self._clock(), error)
                raise
            found = EVERYTHING if 400 <= error.status < 500 and error.status != 429 else NOTHING
        self._robots[site] = (self._clock(), found)
        return found

    def _raise_unreached(self, site: str) -> None:
        """Say again that a site does not answer, rather than wait for it release by release."""
        failed = self._unreached.get(site)
        if failed is not None and self._clock() - failed[0] < _UNREACHED:
            before = failed[1]
            raise FetchError(before.message, document=before.document, hint=before.hint)


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _forbidden(url: str) -> FetchError:
    return FetchError(
        "the site's robots.txt keeps programs from it",
        document=url,
        hint="read it in a browser and save it to a file",
    )
