"""A ``.jsonl`` collection → releases, one a line; broken lines are named and passed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jiedu.errors import BadLineError, InputError, JieduError
from jiedu.model import Release, digest
from jiedu.readers.dates import parse_date
from jiedu.readers.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_FIELDS = ("id", "text")


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
        if not raw.strip():
            continue
        try:
            yield _release(decode(raw, name), name, number, given)
        except JieduError as error:
            yield error


def _release(line: str, name: str, number: int, given: date | None) -> Release:
    row = _row(line, name, number)
    written = row.get("date")
    if written is None and given is None:
        raise BadLineError(
            "the line has no date", document=name, offset=number, hint="give it one, or --published"
        )
    try:
        published = parse_date(str(written), name) if written is not None else given
    except InputError as error:
        raise BadLineError(error.message, document=name, offset=number, hint=error.hint) from error
    assert published is not None
    body = str(row["text"]).replace("\r\n", "\n")
    return Release(
        id=str(row["id"]),
        title=str(row.get("title") or ""),
        published=published,
        text=body,
        sha256=digest(body),
        publisher=row.get("publisher"),
        region=row.get("region"),
        url=row.get("url"),
    )


def _row(line: str, name: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadLineError(
            "the line is no JSON", document=name, offset=number, hint="the other lines are read"
        ) from error
    if not isinstance(row, dict):
        raise BadLineError("the line is no JSON object", document=name, offset=number)
    missing = [field for field in _FIELDS if not row.get(field)]
    if missing:
        raise BadLineError(
            f"the line has no {' and no '.join(missing)}",
            document=name,
            offset=number,
            hint="the other lines are read",
        )
    return row
