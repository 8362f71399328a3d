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
        self._next: dict[str, float] = {}

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
            self._sleep(max(0.0, self._next.get(host, 0.0) - self._clock()))
            try:
                return fetch(url, self.rules, seen)
            except FetchError as error:
                if error.wait is None or error.wait > _LONGEST or not left:
                    raise
                wait = error.wait
            finally:
                self._next[host] = self._clock() + max(self._delay, robots.delay)
            self._next[host] = max(self._next[host], self._clock() + wait)
        raise AssertionError("the last trial ends the loop")

    def _rules_of(self, url: str) -> Robots:
        """What a site allows; nothing where it cannot say, everything where it says nothing."""
        site = _site(url)
        known = self._robots.get(site)
        if known is not None and self._clock() - known[0] < _KEPT:
            return known[1]
        try:
            found = read_robots(fetch(f"{site}/robots.txt", self.rules).data, AGENT)
        except FetchError as error:
            if error.status is None:
                raise
            found = EVERYTHING if 400 <= error.status < 500 and error.status != 429 else NOTHING
        self._robots[site] = (self._clock(), found)
        return found


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _forbidden(url: str) -> FetchError:
    return FetchError(
        "the site's robots.txt keeps programs from it",
        document=url,
        hint="read it in a browser and save it to a file",
    )
