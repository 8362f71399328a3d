"""A visitor and a real server: what it asks, when, and when it does not."""

from __future__ import annotations

from dataclasses import replace
from email.utils import formatdate
from typing import TYPE_CHECKING

import pytest
from page_server import playing, rules
from sites_played import Answer, Site, article

from jiedu.readers.listings import Visitor
from jiedu.readers.web import FetchError

if TYPE_CHECKING:
    from page_server import Server

HOST = "www.example.cn"


class Watch:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waited: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds

    def __call__(self) -> float:
        return self.now


def visitor(server: Server, watch: Watch, delay: float = 2.0) -> Visitor:
    return Visitor(rules(server), delay, watch.sleep, watch)


def site(robots: str = "") -> Site:
    made = Site()
    made.put("/robots.txt", robots, kind="text/plain")
    made.put("/a", article(6))
    made.put("/b", article(7))
    return made


def test_it_pauses_between_requests_to_a_host_and_asks_for_robots_once() -> None:
    played, watch = site(), Watch()
    with playing(played) as server:
        guest = visitor(server, watch)
        for path in ("/a", "/b", "/a"):
            guest.visit(f"http://{HOST}:{server.port}{path}")
        guest.visit(f"http://other.example.cn:{server.port}/a")
    assert watch.waited == [0.0, 2.0, 2.0, 0.0]
    asked = [path for path, _ in played.asked]
    assert asked == ["/robots.txt", "/a", "/b", "/a", "/robots.txt", "/a"]


def test_a_longer_pause_of_the_site_counts() -> None:
    watch = Watch()
    with playing(site("User-agent: *\nCrawl-delay: 7")) as server:
        guest = visitor(server, watch)
        for _ in range(2):
            guest.visit(f"http://{HOST}:{server.port}/a")
    assert watch.waited == [0.0, 7.0]


def test_what_a_site_keeps_programs_from_is_not_asked() -> None:
    played = site("User-agent: jiedu\nDisallow: /a")
    with playing(played) as server:
        guest = visitor(server, Watch())
        with pytest.raises(FetchError, match=r"robots\.txt keeps programs from it"):
            guest.visit(f"http://{HOST}:{server.port}/a")
        assert guest.visit(f"http://{HOST}:{server.port}/b").data
    assert played.paths() == ["/b"]


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False)]
)
def test_a_site_that_cannot_say_what_it_allows(status: int, allowed: bool) -> None:
    played = site()
    played.pages["/robots.txt"] = [Answer(status=status)]
    with playing(played) as server:
        guest = visitor(server, Watch())
        if allowed:
            assert guest.visit(f"http://{HOST}:{server.port}/a").data
        else:
            with pytest.raises(FetchError, match="robots"):
                guest.visit(f"http://{HOST}:{server.port}/a")


def test_what_is_the_same_is_not_sent_again() -> None:
    played = site()
    with playing(played) as server:
        guest = visitor(server, Watch())
        url = f"http://{HOST}:{server.port}/a"
        first = guest.visit(url)
        second = guest.visit(url, first.seen)
        played.put("/a", article(9))
        third = guest.visit(url, first.seen)
    assert (first.same, second.same, third.same) == (False, True, False)
    assert second.seen == first.seen != third.seen
    assert second.data == b""
    assert [status for path, status in played.asked if path == "/a"] == [200, 304, 200]


def test_it_comes_back_when_a_server_says() -> None:
    played, watch = site(), Watch()
    played.before("/a", Answer(status=429, headers={"Retry-After": "9"}, times=1))
    later = formatdate(4_000_000_000, usegmt=True)
    played.before("/b", Answer(status=503, headers={"Retry-After": later}, times=1))
    with playing(played) as server:
        guest = visitor(server, watch)
        assert guest.visit(f"http://{HOST}:{server.port}/a").data
        assert watch.waited == [0.0, 9.0]
        with pytest.raises(FetchError, match="answers 503") as raised:
            guest.visit(f"http://{HOST}:{server.port}/b")
    assert raised.value.status == 503
    assert raised.value.wait is not None
    assert raised.value.wait > 1_000_000


def test_a_host_that_wants_to_be_left_alone_is_not_asked_for_the_next_page() -> None:
    played, watch = site(), Watch()
    played.pages["/a"] = [Answer(status=429, headers={"Retry-After": "500"})]
    with playing(played) as server:
        guest = visitor(server, watch)
        with pytest.raises(FetchError, match="answers 429"):
            guest.visit(f"http://{HOST}:{server.port}/a")
        with pytest.raises(FetchError, match="left alone for 500 seconds") as raised:
            guest.visit(f"http://{HOST}:{server.port}/b")
        assert raised.value.wait == 500
        assert played.paths() == ["/a"]
        watch.now += 450
        assert guest.visit(f"http://{HOST}:{server.port}/b").data
    assert watch.waited == [0.0, 50.0]


def test_a_site_that_does_not_answer_is_not_asked_page_by_page() -> None:
    watch = Watch()
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with playing(site()) as server:
        nowhere = replace(rules(server), resolve=resolve, ports=frozenset({9}))
        guest = Visitor(nowhere, 2.0, watch.sleep, watch)
        for _ in range(3):
            with pytest.raises(FetchError, match="cannot be reached"):
                guest.visit(f"http://{HOST}:9/a")
        assert len(asked) == 1
        watch.now += 301
        with pytest.raises(FetchError, match="cannot be reached"):
            guest.visit(f"http://{HOST}:9/a")
    assert len(asked) == 2


def test_it_gives_up_after_two_more_trials() -> None:
    played = site()
    played.pages["/a"] = [Answer(status=429, headers={"Retry-After": "1"})]
    with playing(played) as server, pytest.raises(FetchError, match="answers 429"):
        visitor(server, Watch()).visit(f"http://{HOST}:{server.port}/a")
    assert played.paths() == ["/a"] * 3
