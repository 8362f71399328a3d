"""Watching real sites and folders: what is reported, once, whatever happens in between."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from page_server import playing, rules
from sites_played import Answer, Site, article, feed, path_of, telecom_site

from jiedu.cli.written import json_row
from jiedu.errors import JieduError, StoreError
from jiedu.exports.notice_rows import NOTICE_FIELDS, notice_row
from jiedu.pipeline.following import Bounds, Follower, FollowState, beside
from jiedu.pipeline.saving import read_into
from jiedu.pipeline.watching import Watcher, WatchState
from jiedu.readers import read_sources
from jiedu.readers.listings import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jiedu.model import Notice

ATOM = "application/atom+xml"


class Looking:
    """Looks at sources; each look as a process of its own would, from the files alone."""

    def __init__(self, folder: Path, port: int, site: Site) -> None:
        self.store, self.port, self.site = folder / "store.db", port, site
        self.today = date(2024, 1, 1)
        self.dies_after: int | None = None
        self.sure = 0.0

    def url(self, path: str) -> str:
        return f"http://www.example.cn:{self.port}{path}" if path.startswith("/feed") else path

    def state(self) -> WatchState:
        return WatchState.load(beside(self.store, "watch"))

    def __call__(self, source: str, days: int | None = None) -> list[str]:
        """What was reported: its kind and its line, or the error."""
        with playing_rules(self.port) as allowed:
            follow = FollowState.load(beside(self.store, "follow"))
            follower = Follower(Visitor(allowed, 0.0), follow, Bounds(pages_too=True))
            watcher = Watcher(
                str(self.store),
                follower,
                self.state(),
                self._written,
                ["screen", "webhook"],
                days,
                self.sure,
                lambda: self.today,
            )
            found = list(watcher.look([self.url(source)]))
        rows = [json.loads(line) for line in self.state().waiting.get("screen", [])]
        state = self.state()
        state.handed_over("screen", len(rows))
        errors = [str(item) for item in found if isinstance(item, JieduError)]
        return [f"{row['kind']}: {row['told']}" for row in rows] + errors

    def _written(self, notice: Notice) -> str:
        if self.dies_after is not None:
            self.dies_after -= 1
            if self.dies_after < 0:
                raise RuntimeError("killed")
        row = notice_row(notice)
        assert tuple(row) == NOTICE_FIELDS
        return json_row(row)


@contextmanager
def playing_rules(port: int) -> Iterator[Any]:
    class Place:
        pass

    place: Any = Place()
    place.port = port
    yield rules(place)


@contextmanager
def looking(folder: Path, site: Site) -> Iterator[Looking]:
    with playing(site) as server:
        yield Looking(folder, server.port, site)


def put_feed(site: Site, numbers: list[int], stamp: str = "1") -> None:
    site.put("/feed.xml", feed(numbers, stamp), kind=ATOM)


MEASURES = ["measure: 将加快建设千兆光网", "measure: 到2025年底建成5G基站500万个"]


def test_new_figures_come_with_what_was_known_last(tmp_path: Path) -> None:
    with looking(tmp_path, telecom_site([5])) as look:
        assert look("/feed.xml") == [
            "figure: 电信业务收入 438,800,000,000 元 (2023-01/2023-05)",
            "figure: 电信业务收入 growth 6.5 % (2023-01/2023-05)",
            "figure: 建成5G基站 5,000,000 个 (2025-12-31, target)",
            *MEASURES,
        ]
        assert look("/feed.xml") == []
        look.site.put(path_of(6), article(6))
        put_feed(look.site, [6, 5])
        assert look("/feed.xml") == [
            "figure: 电信业务收入 329,000,000,000 元 (2023-01/2023-06); "
            "last 438,800,000,000 元 (2023-01/2023-05)",
            "figure: 电信业务收入 growth 6.6 % (2023-01/2023-06); "
            "last growth 6.5 % (2023-01/2023-05)",
            *MEASURES,
        ]
        assert look("/feed.xml") == []
        assert look.site.asked[-1] == ("/feed.xml", 304)


def test_only_figures_that_are_sure_enough(tmp_path: Path) -> None:
    with looking(tmp_path, telecom_site([5])) as look:
        look.sure = 0.999
        assert look("/feed.xml") == MEASURES


def test_a_changed_release_is_reported_by_what_changed(tmp_path: Path) -> None:
    with looking(tmp_path, telecom_site([5])) as look:
        look("/feed.xml")
        changed = article(5).replace("同比增长6.5%", "同比增长6.5%，比上年同期提高9.9个百分点")
        look.site.put(path_of(5), changed)
        put_feed(look.site, [5], "2")
        (line,) = look("/feed.xml")
        assert line.startswith("figure: 电信业务收入 growth_change 9.9 pp")


def test_what_cannot_be_is_reported(tmp_path: Path) -> None:
    with looking(tmp_path, telecom_site([])) as look:
        look.site.put(
            path_of(6),
            "<h1>外贸情况</h1><p>发布时间：2023-07-20</p><p>上半年，我国货物贸易进出口总额"
            "20.1万亿元。其中，出口11.46万亿元，进口9.64万亿元。</p>",
        )
        put_feed(look.site, [6])
        (line,) = [line for line in look("/feed.xml") if line.startswith("contradiction")]
        assert "sum" in line


def test_what_fails_is_an_error_and_the_rest_is_reported(tmp_path: Path) -> None:
    with looking(tmp_path, telecom_site([5, 6])) as look:
        look.site.before(path_of(6), Answer(status=500, times=1))
        *found, error = look("/feed.xml")
        assert "answers 500" in error
        assert len(found) == 5
        assert [line[:6] for line in look("/feed.xml")] == ["figure"] * 2 + ["measur"] * 2


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_kill_while_it_is_reported_loses_nothing_and_doubles_nothing(
    tmp_path: Path, after: int
) -> None:
    with looking(tmp_path, telecom_site([5, 6])) as look:
        look.dies_after = after
        with pytest.raises(RuntimeError):
            look("/feed.xml")
        look.dies_after = None
        found = look("/feed.xml")
        assert len(found) == len(set(found)) + 2  # both releases announce the same two
        assert sum("电信业务收入 growth 6.5" in line for line in found) == 1
        assert look("/feed.xml") == []


def test_what_waits_for_somebody_waits_through_restarts(tmp_path: Path) -> None:
    with looking(tmp_path, telecom_site([5])) as look:
        look("/feed.xml")
        look("/feed.xml")
        waiting = look.state().waiting
        assert waiting["screen"] == []
        assert len(waiting["webhook"]) == 5
        ids = [json.loads(line)["id"] for line in waiting["webhook"]]
        assert len(set(ids)) == 5


def texts(folder: Path, **days: str) -> str:
    made = folder / "texts"
    made.mkdir(exist_ok=True)
    for name, words in days.items():
        day, _, text = words.partition(" ")
        (made / f"{name}.txt").write_text(f"{name}情况\n发布时间：{day}\n{text}")
    return str(made)


PLAN = "2023-01-10 2023年，将建成5G基站300万个以上。"
DONE = "2023-12-20 截至11月末，5G基站总数达328.2万个。"


def test_what_became_of_a_measure_is_reported(tmp_path: Path) -> None:
    with looking(tmp_path, Site()) as look:
        look.today = date(2023, 2, 1)
        source = texts(tmp_path, plan=PLAN)
        assert [line.partition(":")[0] for line in look(source)] == ["figure", "measure"]
        look.today = date(2023, 12, 21)
        assert look(source) == []
        texts(tmp_path, done=DONE)
        (figure, outcome) = look(source)
        assert "3,282,000" in figure
        assert outcome.startswith("outcome: achieved")
        look.today = date(2024, 2, 1)
        assert look(source) == []


def test_what_was_known_before_the_first_look_is_no_news(tmp_path: Path) -> None:
    with looking(tmp_path, Site()) as look:
        texts(tmp_path, plan=PLAN, done=DONE)
        assert len(list(read_into(look.store, read_sources([str(tmp_path / "texts")])))) == 2
        (tmp_path / "texts" / "plan.txt").unlink()
        look.today = date(2023, 12, 23)
        source = texts(tmp_path, other="2023-12-22 1—11月，电信业务收入增长6.2%。")
        assert look(source) == ["figure: 电信业务收入 growth 6.2 % (2023-01/2023-11)"]


def test_a_measure_that_is_due_is_reported_once(tmp_path: Path) -> None:
    with looking(tmp_path, Site()) as look:
        source = texts(tmp_path, plan=PLAN)
        look.today = date(2023, 11, 1)
        assert not [line for line in look(source, 30) if line.startswith("due")]
        look.today = date(2023, 12, 2)
        (line,) = look(source, 30)
        assert line == "due: 将建成5G基站300万个以上 (due 2023-12-31)"
        look.today = date(2023, 12, 3)
        assert look(source, 30) == []
        look.today = date(2024, 1, 1)
        assert [line[:16] for line in look(source, 30)] == ["outcome: overdue"]


def test_a_file_of_state_that_is_broken_is_said(tmp_path: Path) -> None:
    path = beside(tmp_path / "store.db", "watch")
    for words in ("{", '{"version": 1, "waiting": []}', '{"version": 1, "due": 1}'):
        path.write_text(words)
        with pytest.raises(StoreError, match="move it away"):
            WatchState.load(path)
