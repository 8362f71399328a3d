"""The checked text as a page: whole, safe, and told without colours."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from jiedu.checks import MARKS
from jiedu.cli.checked_page import write_checked
from jiedu.model import Finding, Release, Verdict, digest
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "情况<b>\n"
    "6月，汽车销量255.2万辆。6月，新能源汽车销量104.9万辆，占汽车总销量的51.1%。\n\n"
    "上半年，货物进出口总额21.17万亿元，其中，出口12.13万亿元，进口9.04万亿元。\n"
    "会议结束。"
)
VOID = {"meta", "br", "link"}


class Page(HTMLParser):
    """Holds that tags close, ids are unique and links lead somewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: set[str] = set()
        self.seen: list[str] = []
        self.tags: Counter[str] = Counter()
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids[str(value)] += 1
            if name == "href":
                self.links.add(str(value).removeprefix("#"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.seen.append(data)


@pytest.fixture
def release() -> Release:
    return Release("a", "<题>", date(2024, 7, 20), TEXT, digest(TEXT), publisher="局&")


@pytest.fixture
def findings(release: Release) -> list[Finding]:
    return check_reading(process(release), None)


def written(path: Path, release: Release, findings: list[Finding]) -> str:
    write_checked(path / "a.html", release, findings)
    return (path / "a.html").read_text("utf-8")


def test_it_is_well_formed_and_every_link_leads_somewhere(
    tmp_path: Path, release: Release, findings: list[Finding]
) -> None:
    page = Page(written(tmp_path, release, findings))
    assert set(page.ids.values()) == {1}
    assert page.links
    assert page.links <= set(page.ids)
    assert page.tags["h1"] == page.tags["main"] == 1
    assert not page.tags["script"]
    assert not page.tags["b"]


def test_each_verdict_is_told_by_a_sign_and_a_word(
    tmp_path: Path, release: Release, findings: list[Finding]
) -> None:
    every = [replace(findings[0], verdict=verdict) for verdict in Verdict]
    for finding in every:
        page = written(tmp_path, release, [finding])
        sign = MARKS[finding.verdict]
        assert page.count(sign) == 3  # in the tally, in the text, in the margin
        word = re.search(rf"{re.escape(sign)} (\w+)</strong>", page)
        assert word is not None
        assert f"（{word[1]}）</span>" in page
    assert len(set(MARKS.values())) == len(Verdict)


def test_the_gravest_verdict_marks_a_numeral_with_several(
    tmp_path: Path, release: Release, findings: list[Finding]
) -> None:
    off = next(finding for finding in findings if finding.verdict is Verdict.OFF)
    page = written(tmp_path, release, [replace(off, verdict=Verdict.HOLDS), off])
    assert page.count("<mark ") == 1
    assert '<mark class="off"' in page


def test_the_sum_and_the_sentences_stand_beside_the_claim(
    tmp_path: Path, release: Release, findings: list[Finding]
) -> None:
    page = written(tmp_path, release, findings)
    row = next(part for part in page.split('<div class="row">') if "51.1" in part)
    assert "104.9万辆 ÷ 255.2万辆 × 100 = 41.105 ± 0.028%；文中为51.1%：不符" in row
    assert "<cite>本文</cite> 6月，汽车销量255.2万辆。" in row


def test_the_text_is_whole(tmp_path: Path, release: Release, findings: list[Finding]) -> None:
    page = Page(written(tmp_path, release, findings))
    seen = "".join(page.seen)
    for line in ("情况<b>", "会议结束。", "局&", "<题>"):
        assert line in seen
    unmarked = re.sub(r"[✓✗~≈?]?（\w+）", "", seen)
    assert TEXT.split("\n")[1] in unmarked


def test_a_text_without_claims(tmp_path: Path, release: Release) -> None:
    assert "没有可以重算的说法" in written(tmp_path, release, [])


def test_dark_print_and_narrow_screens_are_thought_of(
    tmp_path: Path, release: Release, findings: list[Finding]
) -> None:
    page = written(tmp_path, release, findings)
    for rule in ("prefers-color-scheme: dark", "@media print", "max-width: 46rem", 'lang="zh-CN"'):
        assert rule in page
