"""The server as it is run: logs, several processes, and an end that loses nothing."""

from __future__ import annotations

import json
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx2
from desk import API
from running import running

from jiedu.server.tokens import Scope
from jiedu.store import View

if TYPE_CHECKING:
    from desk import Desk

SENTENCE = "上半年，第{}类产品产量同比增长6.2%，利润总额达293.7亿元。\n"
SLOW = "".join(SENTENCE.format(number) for number in range(4000))


def new(number: int, text: str = "增长6.2%。") -> dict[str, str]:
    return {"id": f"new-{number}", "title": "新", "published": "2023-07-20", "text": text}


def test_an_end_loses_no_write(desk: Desk) -> None:
    writer = desk.token(Scope.WRITE)
    with running(desk, "--write") as server, ThreadPoolExecutor() as pool:
        url = f"{server.url}{API}/releases"
        sent = pool.submit(httpx2.post, url, json=new(1, SLOW), headers=writer, timeout=120)
        while not desk.audit.exists():
            time.sleep(0.01)
        code, log = server.stop()
        assert sent.result().status_code == 201
    assert code in {0, -signal.SIGTERM}  # it ends by the signal once all is answered
    assert len(View(desk.store).observations("new-1")) > 4000
    events = [json.loads(line)["event"] for line in desk.audit.read_text("utf-8").splitlines()]
    assert events == ["asked", "saved"]
    assert [line["status"] for line in log if line["event"] == "request"] == [201]


def test_several_processes_over_one_store(desk: Desk) -> None:
    writer = desk.token(Scope.WRITE)
    with running(desk, "--write", "--workers", "2", "--rate", "0") as server:

        def add(number: int) -> int:
            url = f"{server.url}{API}/releases"
            # a connection of its own each, so that both processes get some
            return httpx2.post(url, json=new(number), headers=writer, timeout=60).status_code

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(add, range(24))) == [201] * 24
        _, log = server.stop()
    assert {f"new-{number}" for number in range(24)} <= {
        release.id for _, release in View(desk.store).list_releases(limit=500)
    }
    assert len({line["process"] for line in log if line["event"] == "request"}) == 2


def test_logs_tell_no_words(desk: Desk) -> None:
    reader = desk.token(Scope.READ)
    with running(desk, "--private") as server:
        for path in (f"{API}/ask?question=秘密的问题", f"{API}/releases/secret-id", "/secret-path"):
            httpx2.get(server.url + path, headers=reader)
        httpx2.get(f"{server.url}{API}/releases")
        _, log = server.stop()
    told = json.dumps(log, ensure_ascii=False)
    for word in ("秘密", "secret", reader["Authorization"].removeprefix("Bearer ")):
        assert word not in told
    requests = [line for line in log if line["event"] == "request"]
    assert [line["status"] for line in requests] == [200, 404, 404, 401]
    assert requests[1]["route"].endswith("/releases/{release_id:path}")
    assert requests[0]["token"]
    assert {"time", "level", "request", "method", "ms", "bytes", "client"} <= set(requests[0])
