"""A ``.jsonl`` collection → releases, one a line; broken lines are named and passed over."""

from __future__ import annotations

import codecs
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jiedu.errors import BadLineError, EncodingError, JieduError
from jiedu.model import Release, digest
from jiedu.readers.dates import parse_date
from jiedu.readers.decoding import decode, kept
from jiedu.readers.titles import first_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

_WORDS = ("title", "publisher", "region", "url")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_collection(
    lines: Iterable[bytes], name: str, given: date | None = None
) -> Iterator[Release | JieduError]:
    """The releases of a collection, in order; an error stands in for a line that is broken.

    Args:
        lines: JSON lines with ``id, title, date, publisher, region, url, text``.
        name: the collection, for errors.
        given: the published date of lines that have none.
    """
    for number, raw in enumerate(lines, 1):
        if is_wide(raw):
            yield EncodingError(
                "the collection is in UTF-16", document=name, hint="save it as UTF-8"
            )
            return
        if raw.strip():
            yield read_line(raw, name, number, given)


def is_wide(start: bytes) -> bool:
    """Whether a collection that begins so is in UTF-16, whose lines cannot be told apart."""
    return start.startswith(_WIDE)


def read_line(
    raw: bytes, name: str, number: int, given: date | None = None
) -> Release | BadLineError:
    """One line of a collection as a release, or what is wrong with it.

    Args:
        raw: the line.
        name: the collection, for the error.
        number: where the line stands, for the error.
        given: the published date where the line has none.
    """
    try:
        return _release(_checked(_parsed(decode(raw, name))), given, name)
    except JieduError as error:
        return _bad(error, name, number)


def read_row(
    row: Mapping[str, Any], name: str, number: int, given: date | None = None
) -> Release | BadLineError:
    """A row of a table with a collection's columns, as `read_line` reads a line.

    Args:
        row: the columns by their names; the date may be one, or a time, or a string.
        name: the table, for the error.
        number: where the row stands, for the error.
        given: the published date where the row has none.
    """
    try:
        return _release(_checked(dict(row)), given, name)
    except JieduError as error:
        return _bad(error, name, number)


def _bad(error: JieduError, name: str, number: int) -> BadLineError:
    hint = error.hint if isinstance(error, BadLineError) else ""
    return BadLineError(
        error.message, document=name, offset=number, hint=hint or "the other lines are read"
    )


def _release(row: dict[str, Any], given: date | None, name: str) -> Release:
    row = {field: _without_nul(value) for field, value in row.items()}
    text = kept(_text(row), name)
    return Release(
        id=_id(row),
        title=row.get("title") or first_line(text),
        published=_published(row, given, name),
        text=text,
        sha256=digest(text),
        publisher=row.get("publisher") or None,
        region=row.get("region") or None,
        url=row.get("url") or None,
    )


def _parsed(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError("the line is no JSON") from error
    if not isinstance(row, dict):
        raise BadLineError("the line is no JSON object")
    return row


def _checked(row: dict[str, Any]) -> dict[str, Any]:
    missing = [field for field in ("id", "text") if row.get(field) in (None, "")]
    if missing:
        raise BadLineError(f"the line has no {' and no '.join(missing)}")
    for field in _WORDS:
        if not isinstance(row.get(field), str | None):
            raise BadLineError(f"the {field} is no string")
    if _has_half_character(row):
        raise BadLineError("the line holds half of a surrogate pair")
    return row


def _without_nul(value: Any) -> Any:
    """A value of a line as `kept` keeps a text."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _id(row: dict[str, Any]) -> str:
    if not isinstance(row["id"], str | int) or isinstance(row["id"], bool):
        raise BadLineError("the id is neither a string nor a number")
    return str(row["id"])


def _text(row: dict[str, Any]) -> str:
    if not isinstance(row["text"], str):
        raise BadLineError("the text is no string")
    return row["text"]


def _published(row: dict[str, Any], given: date | None, name: str) -> date:
    day = row.get("date")
    if isinstance(day, datetime):
        return day.date()
    if day is not None:
        return parse_date(str(day), name)
    if given is None:
        raise BadLineError("the line has no date", hint="give it one, or --published")
    return given


def _has_half_character(row: dict[str, Any]) -> bool:
    r"""Whether a string holds what JSON can write (``\ud83d``) and no encoding can."""
    try:
        "".join(value for value in row.values() if isinstance(value, str)).encode()
    except UnicodeEncodeError:
        return True
    return False
