"""Title, date and publisher of a page: from what it shows, else from what it says of itself."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jiedu.readers.dates import day_in, head_date, labelled_date, stamped_date
from jiedu.readers.pages.furniture import bare, is_head
from jiedu.readers.pages.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from selectolax.lexbor import LexborHTMLParser

    from jiedu.readers.pages.lines import Line

_SOURCE = re.compile(
    r"(?<!资料)(?<!数据)(?:来源|來源)\s*[:：]\s*(?P<name>[^\s|｜:：，。；】）\]]{2,30}"
    r"(?:[ ][^\s\d|｜:：，。；】）\]]{2,20})?)"
)
_STOPS = re.compile(
    r"(?:发布时间|时间|日期|作者|编辑|字号|字体|浏览|阅读|点击|打印|责任编辑|\d{4}[-年/]).*"
)
NOTES = re.compile(r"(?:\[\d{1,3}\])+$")
_LONGEST_TITLE = 120
_SHORTEST_TITLE = 5
_ENDED = re.compile(r"[。；，：:;,]$")
_ACCOUNTS = "#js_name, .account_nickname_inner"


class Meta:
    """What a page says of itself in its head.

    Args:
        tree: the page.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._said: dict[str, str] = {}
        for node in tree.css("meta"):
            about = node.attributes
            name = about.get("name") or about.get("property") or about.get("itemprop") or ""
            value = " ".join((about.get("content") or "").split())
            if name and value:
                self._said.setdefault(name.lower(), value)
        title = tree.css_first("title")
        self.title = " ".join(title.text().split()) if title is not None else ""
        self.linked = list(_linked_data(tree))

    def all_of(self, wanted: str) -> Iterator[str]:
        """What it says of one thing, the best first."""
        return (self._said[name] for name in words().meta[wanted] if name in self._said)


def title_of(tree: LexborHTMLParser, meta: Meta, head: Sequence[Line]) -> str:
    """The headline.

    Args:
        tree: the page.
        meta: what it says of itself.
        head: the lines before the first sentence of its text.
    """
    said = [bare(part) for part in (*meta.all_of("title"), meta.title) if part]
    for tag in ("h1", "h2"):
        shown = [" ".join(node.text().split()) for node in tree.css(tag)]
        for words_shown in shown:
            plain = bare(NOTES.sub("", words_shown))
            if len(plain) >= _SHORTEST_TITLE and any(plain in title for title in said):
                return NOTES.sub("", words_shown)
    inside = [line.text for line in head if _names(line, said)]
    if inside:
        return NOTES.sub("", max(inside, key=len))
    above = _above_dateline(head)
    return above or next(meta.all_of("title"), "") or _first_heading(tree) or _cut(meta.title)


def published_of(meta: Meta, shown: str) -> date | None:
    """When it was published, or ``None``.

    Args:
        meta: what it says of itself.
        shown: the lines before the first sentence of its text.
    """
    day = labelled_date(shown)
    if day is not None:
        return day
    said = [*meta.all_of("published"), *(str(item.get("datePublished")) for item in meta.linked)]
    told = next(filter(None, map(day_in, said)), None)
    return told or head_date(shown) or stamped_date(shown)


def publisher_of(tree: LexborHTMLParser, meta: Meta, shown: str) -> str | None:
    """Who published it, or ``None``; the arguments are those of `published_of`."""
    found = _SOURCE.search(shown)
    names = [found["name"] if found else "", *meta.all_of("publisher")]
    account = tree.css_first(_ACCOUNTS)
    if account is not None:
        names += [account.text(), *meta.all_of("account")]
    names += meta.all_of("site")
    return next(filter(None, map(_publisher, names)), None)


def _publisher(words_said: str) -> str:
    name = _STOPS.sub("", re.sub(r"^.{0,4}[来來]源\s*[:：]", "", words_said.strip())).strip(
        " 　|-—"
    )
    for tail in words().publisher_tails:
        name = name.removesuffix(tail)
    return name.strip()


def _names(line: Line, said: list[str]) -> bool:
    """Whether a line of the head is the title that the page says it has, or the end of it."""
    plain = bare(NOTES.sub("", line.text))
    return (
        _SHORTEST_TITLE <= len(plain) <= _LONGEST_TITLE
        and line.linked * 2 < len(line.text)
        and not is_head(line)
        and any(plain in title for title in said)
    )


def _above_dateline(head: Sequence[Line]) -> str:
    """The line above the one that says when it was published."""
    for before, line in pairwise(head):
        text = before.text
        good = _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE and not _ENDED.search(text)
        if good and not before.linked and is_head(line) and not is_head(before):
            return text
    return ""


def _first_heading(tree: LexborHTMLParser) -> str:
    heading = tree.css_first("h1")
    return " ".join(heading.text().split()) if heading is not None else ""


def _cut(title: str) -> str:
    """A page's title without the names of site and column."""
    parts = re.split(rf"\s*{words().apart.pattern}\s*", title)
    return max(parts[:2], key=len).strip() if title else ""


def _linked_data(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    for node in tree.css('script[type="application/ld+json"]'):
        with suppress(ValueError, RecursionError):
            said = json.loads(node.text())
            yield from (
                item
                for item in (said if isinstance(said, list) else [said])
                if isinstance(item, dict)
            )
