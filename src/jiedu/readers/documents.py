"""The bytes of a document of any kind → a release, with the bytes beside it."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from jiedu.errors import NoDateError
from jiedu.model import Release, digest, original_of
from jiedu.readers.apart import extract_apart
from jiedu.readers.dates import head_date, labelled_date, name_date, signed_date
from jiedu.readers.decoding import decode, kept
from jiedu.readers.extracted import Extracted
from jiedu.readers.kinds import Kind, kind_of
from jiedu.readers.titles import first_line

if TYPE_CHECKING:
    from datetime import date

    from jiedu.readers.web import Fetched

_MARK = 6  # digits that tell apart pages of one name
_UNNAMED = re.compile(r"[^\w.-]+")
_LONGEST = 80


def read_document(data: bytes, name: str, published: date | None = None) -> Release:
    """A document as a release: its id is the stem of its name.

    Args:
        data: its bytes, of any kind that is read.
        name: its path, for its id, for a date in it and for errors.
        published: when it was published; wins over what it says.

    Raises:
        InputError: where it cannot be read, holds no text, or does not say when it was published.
    """
    kind = kind_of(data, name)
    found = _extracted(data, kind, name)
    return _release(found, data, kind, name, PurePath(name).stem, published)


def read_fetched(fetched: Fetched, published: date | None = None) -> Release:
    """What was fetched as a release: its id is the host, the page's name, and a mark.

    Args:
        fetched: the page.
        published: when it was published; wins over what it says.

    Raises:
        InputError: as `read_document`.
    """
    kind = kind_of(fetched.data, fetched.url, fetched.media_type)
    found = _extracted(fetched.data, kind, fetched.url, fetched.charset)
    return _release(found, fetched.data, kind, fetched.url, link_id(fetched.url), published)


def link_id(url: str) -> str:
    """The id of a page: readable, and the same for the same address always."""
    parts = urlsplit(url)
    place = f"{parts.netloc}{parts.path}?{parts.query}"
    mark = hashlib.sha256(place.encode()).hexdigest()[:_MARK]
    stem = PurePath(unquote(parts.path, errors="replace")).stem
    words = [(parts.hostname or "").removeprefix("www."), _UNNAMED.sub("_", stem)[:_LONGEST], mark]
    return "-".join(word for word in words if word)


def _extracted(data: bytes, kind: Kind, name: str, charset: str = "") -> Extracted:
    """What is in a document; only plain text is looked at in this process."""
    if kind is Kind.TEXT:
        return Extracted(decode(data, name))
    return extract_apart(data, kind, name, charset)


def _release(
    found: Extracted, data: bytes, kind: Kind, name: str, release_id: str, published: date | None
) -> Release:
    text = kept(found.text, name)
    whole = text.encode("utf-8", "surrogatepass") == data
    return Release(
        id=release_id,
        title=found.title or first_line(text),
        published=published or _published(found, text, name),
        text=text,
        sha256=digest(text),
        publisher=found.publisher,
        url=name if "://" in name else None,
        original=None if whole else original_of(data, kind.value),
    )


def _published(found: Extracted, text: str, name: str) -> date:
    day = found.published or labelled_date(text) or head_date(text) or name_date(name)
    day = day or signed_date(text)
    if day is None:
        raise NoDateError(
            "the document does not say when it was published",
            document=name,
            hint="say it with --published YYYY-MM-DD",
        )
    return day
