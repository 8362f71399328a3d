"""Following feeds, lists, pages and folders: what is read, what is asked again, what is not."""

from __future__ import annotations

import os
import re
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, cast

import pytest
from page_server import playing, rules
from sites_played import Answer, Site, article, feed, listing, path_of, telecom_site

from jiedu.errors import JieduError, StoreError
from jiedu.pipeline.following import Bounds, Follower, FollowState, alone, beside
from jiedu.pipeline.saving import Kept, read_into
from jiedu.readers.listings import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from page_server import Server


class Reading:
    """Follows into a store; each call as a process of its own would, from the files alone."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.store, self.server = folder / "store.db", server
        self.hours = 0.0

    def url(self, path: str) -> str:
        return f"http://www.example.cn:{self.server.port}{path}"

    def follower(self, **bounds: Any) -> Follower:
        visitor = Visitor(rules(self.server), 0.0)
        state = FollowState.load(beside(self.store, "follow"))
        return Follower(visitor, state, Bounds(**bounds), now=lambda: self.hours * 3600)

    def __call__(self, source: str, **bounds: Any) -> list[str]:
        """The months that were read, or why not."""
        if not source.startswith(str(self.store.parent)):
            source = self.url(source)
        found = self.follower(**bounds).follow(source)
        return [
            item.reading.release.title if isinstance(item, Kept) else str(item)
            for item in read_into(self.store, found)
        ]


@contextmanager
def reading(folder: Path, site: Site) -> Iterator[Reading]:
    with playing(site) as server:
        yield Reading(folder, server)


def months(*numbers: int) -> list[str]:
    return [f"2023年{number}月通信业情况" for number in numbers]


@pytest.mark.parametrize("source", ["/list/", "/feed.xml"])
def test_what_is_listed_is_read_once(tmp_path: Path, source: str) -> None:
    site = telecom_site([6, 7, 8])
    with reading(tmp_path, site) as read:
        assert read(source) == months(6, 7, 8)
        site.paths()
        assert read(source) == []
        assert site.asked == [("/robots.txt", 404), (source, 304)]
        site.put(path_of(9), article(9))
        site.put("/list/", listing([9, 6, 7, 8]))
        site.put("/feed.xml", feed([9, 6, 7, 8]), kind="text/xml")
        site.paths()
        assert read(source) == months(9)
        assert site.paths() == [source, path_of(9)]


def test_a_feed_says_what_changed(tmp_path: Path) -> None:
    site = telecom_site([6, 7])
    with reading(tmp_path, site) as read:
        read("/feed.xml")
        site.put(path_of(7), article(7, "9999"))
        site.put("/feed.xml", feed([6, 7], "2023-11-01"), kind="text/xml")
        site.asked.clear()
        assert read("/feed.xml") == months(7)
        assert site.asked[2:] == [(path_of(6), 304), (path_of(7), 200)]


def paged(site: Site) -> Site:
    site.put("/list/", listing([6, 5], "/list/2"))
    site.put("/list/2", listing([4, 3], "/list/3"))
    site.put("/list/3", listing([2, 1], "/list/"))
    return site


def test_pages_are_followed_to_the_end_of_the_list(tmp_path: Path) -> None:
    site = paged(telecom_site([1, 2, 3, 4, 5, 6]))
    with reading(tmp_path, site) as read:
        assert read("/list/", pages=2) == months(6, 5, 4, 3)
        assert read("/list/", pages=9) == months(2, 1)
        site.put(path_of(7), article(7))
        site.put("/list/", listing([7, 6], "/list/2"))
        site.paths()
        assert read("/list/", pages=9) == months(7)
        # what stands on the second page was looked at before
        assert site.paths() == ["/list/", path_of(7), "/list/2"]


def test_it_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    site = paged(telecom_site([1, 2, 3, 4, 5, 6]))
    with reading(tmp_path, site) as read:
        assert read("/list/", releases=3) == months(6, 5, 4)
        site.paths()
        with closing(
            cast("Any", read_into(read.store, read.follower().follow(read.url("/list/"))))
        ) as items:
            next(items)
            next(items)  # killed here: the second one is saved, and not yet written down
        assert site.paths() == ["/list/", "/list/2", path_of(3), "/list/3", path_of(2)]
        assert read("/list/") == months(2, 1)


def test_one_that_fails_stops_nothing_and_is_tried_again(tmp_path: Path) -> None:
    site = telecom_site([6, 7, 8])
    site.before(path_of(7), Answer(status=500, times=2))
    with reading(tmp_path, site) as read:
        first, failed, last = read("/list/", patient=True)
        assert [first, last] == months(6, 8)
        assert "answers 500" in failed
        site.paths()
        assert read("/list/", patient=True) == []
        assert site.paths() == ["/list/"]
        read.hours = 1.1
        assert "answers 500" in read("/list/", patient=True)[0]
        read.hours = 2.2
        assert read("/list/", patient=True) == []
        assert read("/list/") == months(7)  # a person who asks need not wait
        assert read("/list/") == []


def test_a_server_that_wants_time_is_given_it(tmp_path: Path) -> None:
    site = telecom_site([6, 7, 8])
    site.before(path_of(6), Answer(status=429, headers={"Retry-After": "7200"}, times=1))
    with reading(tmp_path, site) as read:
        found = read("/list/", patient=True)
        assert ["left alone" in line or "answers 429" in line for line in found] == [True] * 3
        assert site.paths() == ["/list/", path_of(6)]
        read.hours = 1.9
        assert read("/list/", patient=True) == []
        read.hours = 2.1
        assert read("/list/", patient=True) == months(6, 7, 8)


def test_a_list_that_fails_is_an_error_and_costs_nothing(tmp_path: Path) -> None:
    site = telecom_site([6])
    site.before("/list/", Answer(status=503, times=1))
    with reading(tmp_path, site) as read:
        (error,) = read("/list/")
        assert "/list/: the server answers 503; try again later" in error
        assert read("/list/") == months(6)


def test_what_robots_forbid_is_listed_as_an_error(tmp_path: Path) -> None:
    site = telecom_site([6, 7])
    site.put("/robots.txt", f"User-agent: *\nDisallow: {path_of(6)}", kind="text/plain")
    with reading(tmp_path, site) as read:
        error, found = read("/list/")
        assert "robots.txt" in error
        assert [found] == months(7)


def test_a_pattern_narrows_a_list(tmp_path: Path) -> None:
    site = telecom_site([6, 7, 8])
    with reading(tmp_path, site) as read:
        assert read("/list/", match=re.compile("2023年7月")) == months(7)
        assert read("/list/", match=re.compile("2023年8月")) == months(8)


def test_the_day_of_the_list_counts_where_the_page_has_none(tmp_path: Path) -> None:
    site = Site()
    site.put("/view?id=1", "<title>通信业</title><p>上半年，电信业务收入增长6.2%，用户增加。</p>")
    site.put("/", '<li><a href="/view?id=1">上半年通信业运行情况</a> 2023-07-20</li>')
    with reading(tmp_path, site) as read:
        (kept,) = read_into(read.store, read.follower().follow(read.url("/")))
    assert isinstance(kept, Kept)
    assert str(kept.reading.release.published) == "2023-07-20"


def test_a_page_is_no_list_unless_it_may_be_a_release(tmp_path: Path) -> None:
    site = telecom_site([6])
    with reading(tmp_path, site) as read:
        (error,) = read(path_of(6))
        assert "no page that lists releases" in error
        assert read(path_of(6), pages_too=True) == months(6)
        assert read(path_of(6), pages_too=True) == []
        assert site.asked[-1] == (path_of(6), 304)
        site.put(path_of(6), article(6, "1111"))
        assert read(path_of(6), pages_too=True) == months(6)


def test_files_of_a_folder_are_read_when_they_are_new_or_another(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    text = "{}月情况\n发布时间：2023-07-20\n电信业务收入增长6.2%。"
    for month in (1, 2):
        (folder / f"{month}.txt").write_text(text.format(month))
    with reading(tmp_path, Site()) as read:
        assert read(str(folder)) == ["1月情况", "2月情况"]
        assert read(str(folder)) == []
        (folder / "2.txt").write_text(text.format(22))
        os.utime(folder / "2.txt", (1, 1))
        (folder / "3.txt").write_bytes(b"\x00\x01\x02")
        first, second = read(str(folder))
        assert first == "22月情况"
        assert "3.txt" in second
        assert read(str(folder)) == []
        (error,) = read(str(tmp_path / "none"))
        assert "no such file" in error


def test_a_file_of_state_that_is_broken_is_said(tmp_path: Path) -> None:
    path = beside(tmp_path / "store.db", "follow")
    for words in ("{", "[]", '{"version": 2}', '{"version": 1, "items": {"a": {}}}'):
        path.write_text(words)
        with pytest.raises(StoreError, match="move it away"):
            FollowState.load(path)


def test_one_program_at_a_time(tmp_path: Path) -> None:
    path = beside(tmp_path / "new" / "store.db", "follow")
    with alone(path), pytest.raises(StoreError, match="another jiedu"), alone(path):
        pass
    with alone(path):
        pass


def test_a_store_on_a_server_has_its_file_with_the_user(tmp_path: Path) -> None:
    path = beside("postgresql://me@example.cn/figures", "follow")
    assert path.name.endswith(".follow.json")
    assert "figures" not in path.name


def test_errors_know_their_source(tmp_path: Path) -> None:
    with reading(tmp_path, Site()) as read:
        (error,) = read.follower().follow(read.url("/x"))
        assert isinstance(error, JieduError)
        assert error.source == read.url("/x")
