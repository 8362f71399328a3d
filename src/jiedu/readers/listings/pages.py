"""A page that lists releases → where they stand, and where its list goes on.

A link leads to a release where its words are a title and a day stands beside it or in its
address, or where it fits a pattern that the user gives. Links to other hosts, of menus and to other
lists are left out.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from jiedu.errors import InputError
from jiedu.model import Listed, Listing
from jiedu.readers.dates import day_in, name_date
from jiedu.readers.listings.words import words
from jiedu.readers.pages.depth import is_deep
from jiedu.readers.pages.encoding import decode_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LARGEST = 4 * 1024 * 1024
_MOST = 3_000  # links that are looked at
_WIDEST = 300  # elements and texts of a row
_HIGHEST = 8  # elements above a link that are looked at
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DAY_IN_TITLE = re.compile(r"[\s\[（(]*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\]）)]*$")
_LONGEST = 500  # characters of a title
_SENTENCE = 10  # characters, at the least
_CUT = ("…", "...", "..", "．．．")


def read_list(
    data: bytes, url: str, charset: str = "", match: re.Pattern[str] | None = None
) -> Listing:
    """The releases that a page links to, in its order, each once.

    Args:
        data: the bytes of the page.
        url: where it stands; only links to the same host count.
        charset: the encoding that the server says.
        match: what the words or the address of a link must hold; days are not asked for then.

    Raises:
        InputError: where it is no text, too large, or nests too deeply.
    """
    text = decode_page(data, charset, url)
    if len(data) > _LARGEST or is_deep(text):
        raise InputError(
            "the page is larger or nests deeper than lists do",
            document=url,
            hint="give the addresses of the releases themselves",
        )
    records = "".join(words().records.findall(text))
    tree = LexborHTMLParser(f"{text}<ul>{records}</ul>" if records else text)
    if tree.body is None:
        return Listing((), share=0.0)
    page = _Page(tree, url)
    entries = page.entries(match)
    following = page.following() or _written(text, page.base)
    told = sum(len(entry.title) for entry in entries)
    prose = _prose(tree.body.text(separator="\n", strip=True))
    return Listing(entries, following, told / (told + prose) if told else 0.0)


def _prose(text: str) -> int:
    """The characters of a text that stand in sentences."""
    sentences = (part for line in text.split("\n") for part in line.split("。")[:-1])
    return sum(len(part) for part in sentences if len(part) >= _SENTENCE)


def looks_listed(listing: Listing, url: str) -> bool:
    """Whether a page is a list, rather than a release beside which others are listed."""
    least = 0.1 if words().lists.search(urlsplit(url).path) else 0.67
    return len(listing.entries) >= 3 and listing.share >= least


class _Page:
    """The links of one page."""

    def __init__(self, tree: LexborHTMLParser, url: str) -> None:
        self.url = url
        head = tree.css_first("base[href]")
        self.base = _joined(url, (head.attributes.get("href") or "") if head else "") or url
        self.host = urlsplit(url).hostname
        self.tree = tree
        self._rows: dict[int, tuple[str, int]] = {}
        self._furniture: dict[int, bool] = {}

    def entries(self, match: re.Pattern[str] | None) -> tuple[Listed, ...]:
        found: dict[str, Listed] = {}
        for link in self.tree.css("a[href]")[:_MOST]:
            entry = self._entry(link, match)
            if entry is None:
                continue
            known = found.get(entry.url)
            if known is None or len(entry.title) > len(known.title):
                found[entry.url] = entry  # a picture and a title lead to the same release
        return tuple(found.values())

    def following(self) -> str:
        """Where a link says that the list goes on."""
        for link in self.tree.css("a[href], link[rel=next][href]")[:_MOST]:
            said = "".join(link.text().split()).lower()
            named = (link.attributes.get("rel") or "").lower() == "next"
            if (
                named
                or said in words().following
                or link.text().strip().lower() in words().following
            ):
                target = self._target(link)
                if target and target != self.url:
                    return target
        return ""

    def _target(self, link: LexborNode) -> str:
        """The address that a link of the same host leads to, without its fragment."""
        target = _joined(self.base, (link.attributes.get("href") or "").strip())
        parts = urlsplit(target)
        same = parts.scheme in {"http", "https"} and parts.hostname == self.host
        return target if same else ""

    def _entry(self, link: LexborNode, match: re.Pattern[str] | None) -> Listed | None:
        target = self._target(link)
        title = _title(link)
        if not target or target == self.url or not title:
            return None
        day = self._day(link) or name_date(target) or _path_day(target)
        if match is not None:
            fits = match.search(title) or match.search(target)
            return Listed(target, title, day) if fits else None
        path = urlsplit(target).path
        if not _is_title(title) or PurePosixPath(path).suffix.lower() not in words().releases:
            return None
        if day is None and not words().dated.search(target):
            return None
        if words().lists.search(path) and not words().dated.search(target):
            return None
        return None if self._is_furniture(link) else Listed(target, title, day)

    def _day(self, link: LexborNode) -> date | None:
        """The day in the row of a link, where it is of that link alone."""
        node = link.parent
        for _ in range(_HIGHEST):
            if node is None or node.tag == "body":
                return None
            text, links = self._row(node)
            if links > 1 and node.tag != "tr":
                return None
            if (day := day_in(text)) is not None and len(text) <= words().longest_row:
                return day
            if node.tag in words().rows or len(text) > words().longest_row:
                return None
            node = node.parent
        return None

    def _row(self, node: LexborNode) -> tuple[str, int]:
        """The text of an element, and how many titles lead from it, as far as a row goes."""
        known = self._rows.get(node.mem_id)
        if known is None:
            known = self._rows[node.mem_id] = self._read_row(node)
        return known

    def _read_row(self, node: LexborNode) -> tuple[str, int]:
        pieces: list[str] = []
        titles: set[str | None] = set()
        length = 0
        for each in islice(node.traverse(include_text=True), _WIDEST):
            if each.tag == "-text":
                said = each.text_content or ""
                pieces.append(said)
                length += len(said.strip())
            elif each.tag == "a" and _is_title(_title(each)):
                titles.add(each.attributes.get("href"))
            if length > words().longest_row:
                break  # what stands in it in full is no matter: it is no row
        else:
            return " ".join(" ".join(pieces).split()), len(titles)
        return "-" * (words().longest_row + 1), len(titles)

    def _is_furniture(self, link: LexborNode) -> bool:
        node = link.parent
        path = []
        while node is not None and node.tag not in {"body", "html"}:
            if node.mem_id in self._furniture:
                break
            path.append(node)
            node = node.parent
        over = node is not None and self._furniture.get(node.mem_id, False)
        for each in reversed(path):
            over = over or each.tag in words().unseen or _is_called_furniture(each)
            self._furniture[each.mem_id] = over
        return over


def _is_called_furniture(node: LexborNode) -> bool:
    named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return any(part.lower() in words().furniture for part in _NAME.findall(named))


def _title(link: LexborNode) -> str:
    """The words of a link, or the whole of them where they are cut."""
    said = " ".join(link.text(separator=" ").split())
    whole = " ".join((link.attributes.get("title") or "").split())
    if whole and (not said or said.endswith(_CUT) or whole.startswith(said)):
        said = whole
    return _DAY_IN_TITLE.sub("", said[:_LONGEST]).strip()


def _is_title(words_: str) -> bool:
    least = words().shortest_title
    return len(_HAN.findall(words_)) >= least or len(words_.split()) >= least


def _joined(base: str, target: str) -> str:
    """An address, or nothing where it is none."""
    if not target:
        return ""
    try:
        return urljoin(base, target).partition("#")[0]
    except ValueError:
        return ""


def _path_day(url: str) -> date | None:
    found = words().path_day.search(url)
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
    except ValueError:
        return None


def _written(text: str, base: str) -> str:
    """Where a script writes that the list goes on: index.html, index_1.html, index_2.html."""
    for pattern in words().scripts:
        found = pattern.search(text)
        if found is not None and int(found["this"]) + 1 < int(found["pages"]):
            name = f"{found['name']}_{int(found['this']) + 1}.{found['ending']}"
            return _joined(base, name)
    return ""
