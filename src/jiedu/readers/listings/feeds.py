"""The bytes of a feed → the releases it lists: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom.

The parser is the one that comes with Python, told to refuse every declaration of a document type:
no feed needs one, and all that makes XML dangerous (entities that grow, files from elsewhere)
stands in one. Nothing is built as a tree, so depth costs nothing.
"""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.parsers import expat

from jiedu.errors import InputError
from jiedu.model import Listed, Listing
from jiedu.readers.dates import day_in
from jiedu.readers.pages.encoding import decode_page

if TYPE_CHECKING:
    from datetime import date

_CHINA = timezone(timedelta(hours=8))
_LARGEST = 8 * 1024 * 1024
_MOST = 2_000  # entries of one feed
_LONGEST = 4_096  # characters of a field
_ENTRIES = frozenset({"item", "entry"})
_DATES = ("published", "pubdate", "issued", "created", "date", "updated", "modified")
_FIELDS = frozenset({"title", "link", "guid", "id", *_DATES})
_HEAD = re.compile(r"\ufeff?\s*<\?xml[^>]{0,200}\?>")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]{1,30});")
_LOOKS = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<(?:!--.{0,2000}?--|\?[^>]{0,500}\?)>\s*)*"
    r"<(?:!DOCTYPE\s+rss\b|(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>])",
    re.I | re.S,
)
_HINT = "check in a browser that the address is a feed's"


def is_feed(data: bytes) -> bool:
    """Whether bytes are meant to be a feed."""
    return _LOOKS.match(data[:8192].decode("utf-8", "ignore")) is not None


def read_feed(data: bytes, url: str, charset: str = "") -> Listing:
    """The releases that a feed lists, in its order, each once.

    Entries before the place where a feed breaks are kept.

    Args:
        data: its bytes.
        url: where it stands, which its links are relative to.
        charset: the encoding that the server says.

    Raises:
        InputError: where it is none, declares a document type, or is too large.
    """
    if len(data) > _LARGEST:
        raise InputError(f"the feed has more than {_LARGEST // 2**20} MB", document=url, hint=_HINT)
    text = _HEAD.sub("", decode_page(data, charset, url), count=1)
    text = _NAMED.sub(lambda name: html.escape(html.unescape(name[0])), text)
    sheet = _Sheet(url)
    try:
        sheet.read(text)
    except expat.ExpatError as error:
        if not sheet.found:
            raise InputError(
                f"the feed is broken XML ({expat.errors.messages[error.code]})",
                document=url,
                offset=error.lineno,
                hint=_HINT,
            ) from error
    return Listing(tuple(sheet.found.values()))


class _Sheet:
    """Takes a feed element by element."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.found: dict[str, Listed] = {}
        self._fields: dict[str, str] | None = None
        self._field = ""
        self._inside = 0  # how deep within a field the parser stands

    def read(self, text: str) -> None:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._take
        parser.Parse(text.encode("utf-8", "replace"), True)

    def _refuse(self, *_: object) -> None:
        raise InputError(
            "the feed declares a document type, which is not read", document=self.url, hint=_HINT
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        if self._fields is None:
            if name in _ENTRIES and len(self.found) < _MOST:
                self._fields = {}
            return
        if self._field:
            self._inside += 1
        elif name in _FIELDS and name not in self._fields:
            self._field, self._inside = name, 0
            target = attributes.get("href", "")
            if name == "link" and target:
                self._link(target, attributes)
        elif name == "link" and attributes.get("href"):
            self._link(attributes["href"], attributes)

    def _link(self, target: str, attributes: dict[str, str]) -> None:
        """A link of Atom: the page itself, not its comments or enclosures."""
        assert self._fields is not None
        if attributes.get("rel", "alternate") == "alternate":
            self._fields.setdefault("href", target[:_LONGEST])

    def _take(self, text: str) -> None:
        if self._field and self._fields is not None:
            before = self._fields.get(self._field, "")
            self._fields[self._field] = (before + text)[:_LONGEST]

    def _end(self, name: str) -> None:
        if self._fields is None:
            return
        if self._field:
            if self._inside:
                self._inside -= 1
            else:
                self._fields.setdefault(self._field, "")
                self._field = ""
        elif _local(name) in _ENTRIES:
            entry = _listed(self._fields, self.url)
            self._fields = None
            if entry is not None:
                self.found.setdefault(entry.url, entry)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _listed(fields: dict[str, str], base: str) -> Listed | None:
    """An entry, or nothing where it leads nowhere."""
    told = {name: words.strip() for name, words in fields.items()}
    target = told.get("href") or told.get("link") or _address(told)
    try:
        url = urljoin(base, target).partition("#")[0]
    except ValueError:
        return None
    if not target or not url.startswith(("http://", "https://")):
        return None
    title = " ".join(html.unescape(re.sub(r"<[^<>]*>", "", told.get("title", ""))).split())
    day = next((day for name in _DATES if (day := _day(told.get(name, "")))), None)
    return Listed(url, title, day, told.get("updated") or told.get("modified") or "")


def _address(told: dict[str, str]) -> str:
    """An identity that is an address too, as in feeds without links."""
    names = (told.get("guid", ""), told.get("id", ""))
    return next((name for name in names if name.startswith(("http://", "https://"))), "")


def _day(words: str) -> date | None:
    """The day of a time of RFC 822 or ISO 8601, in China where it is told in universal time."""
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(words)
        except (ValueError, TypeError, OverflowError):
            continue
        universal = moment.tzinfo is not None and not moment.utcoffset()
        return (moment.astimezone(_CHINA) if universal else moment).date()
    return day_in(words) if words else None
