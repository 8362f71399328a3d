"""What takes long is made once for each state of the store, and by one at a time."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from desk import API, sample_store

from jiedu.server.held import Made
from jiedu.server.problems import ProblemError

if TYPE_CHECKING:
    from desk import Desk

    from database_server import Server


def test_a_thing_is_made_once() -> None:
    made: list[int] = []
    things: Made[int] = Made()

    def make() -> int:
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(8) as pool:
        assert things.get("a", make) == 1
        assert set(pool.map(lambda _: things.get("a", make), range(50))) == {1}
    assert things.get("b", make) == 2
    assert things.get("a", make) == 1


def test_few_are_kept() -> None:
    things: Made[int] = Made(kept=2)
    for number in (1, 2, 3):
        things.get(number, lambda number=number: number)  # type: ignore[misc]
    assert things.get(3, lambda: 0) == 3
    assert things.get(1, lambda: 10) == 10


def test_who_waits_too_long_comes_again() -> None:
    things: Made[int] = Made(patience=0.05)
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> int:
        begun.set()
        may_end.wait(30)
        return 1

    with ThreadPoolExecutor() as pool:
        first = pool.submit(things.get, "a", slow)
        assert begun.wait(30)
        with pytest.raises(ProblemError) as caught:
            things.get("b", slow)
        may_end.set()
        assert first.result() == 1
    assert caught.value.status == 503
    assert caught.value.headers["Retry-After"]


def test_few_wait() -> None:
    things: Made[int] = Made()
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> int:
        begun.set()
        may_end.wait(30)
        return 1

    def ask(_: int) -> int:
        try:
            return things.get("a", slow)
        except ProblemError:
            may_end.set()  # the others wait for it no longer
            return 0

    with ThreadPoolExecutor(12) as pool:
        first = pool.submit(ask, 0)
        assert begun.wait(30)
        told = list(pool.map(ask, range(10)))
        assert first.result() == 1
    assert 1 <= told.count(0) <= 6


def test_a_failure_is_not_kept() -> None:
    things: Made[int] = Made()

    def broken() -> int:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        things.get("a", broken)
    assert things.get("a", lambda: 1) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        f"{API}/releases?publisher=工业&limit=2",
        f"{API}/observations?limit=2",
        f"{API}/observations?indicator=5G基站&region=全国&status=actual",
        f"{API}/series?indicator=5G基站",
        f"{API}/commitments?limit=2",
        f"{API}/findings?limit=2",
        f"{API}/search?words=5G",
        f"{API}/ask?question=5G基站有多少",
        f"{API}/exports/observations",
    ],
)
def test_a_store_on_a_server_says_the_same(desk: Desk, on_server: str, path: str) -> None:
    told = []
    for store in (str(desk.store), on_server):
        with desk.serving(store=store) as client:
            page = client.get(path)
            assert page.status_code == 200, page.text
            told.append(page.text.partition('"next"')[0])
    assert told[0] == told[1]


@pytest.fixture(scope="module")
def on_server(server: Server) -> str:
    """A store of the samples in a database."""
    address = server.database("samples")
    sample_store(address)
    return address
