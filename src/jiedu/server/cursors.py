"""Where a page ended, as a word that a client hands back.

A cursor holds the place of the last item and a digest of what was asked. It is no secret and
opens nothing; what comes back is checked like any input, and only for the question it was given
for.
"""

from __future__ import annotations

import binascii
import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date
from typing import TYPE_CHECKING, Any

from jiedu.server.problems import ProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

LONGEST = 600
_LARGEST = 2**63
_PAGING = {"cursor", "limit"}


def write_cursor(place: Sequence[date | int | str], query: BaseModel) -> str:
    """The cursor after an item.

    Args:
        place: where the item stands in the order of the pages.
        query: what was asked; a cursor holds for no other question.
    """
    parts = [part.isoformat() if isinstance(part, date) else part for part in place]
    words = json.dumps([_digest(query), *parts], ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(words.encode()).decode().rstrip("=")


def read_cursor(
    cursor: str | None, query: BaseModel, kinds: Sequence[type]
) -> tuple[Any, ...] | None:
    """The place that a cursor holds, ``None`` where there is no cursor.

    Args:
        cursor: as the client sent it.
        query: what is asked.
        kinds: of the parts of the place.

    Raises:
        ProblemError: where it is no cursor of this question.
    """
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        digest, *parts = json.loads(urlsafe_b64decode(padded.encode("ascii")))
        place = tuple(_part(part, kind) for part, kind in zip(parts, kinds, strict=True))
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise _bad("the cursor is none of ours") from error
    if digest != _digest(query):
        raise _bad("the cursor is of another question")
    return place


def _part(part: object, kind: type) -> object:
    if kind is date and isinstance(part, str):
        return date.fromisoformat(part)
    if type(part) is not kind or (isinstance(part, int) and abs(part) >= _LARGEST):
        raise ValueError(part)
    return part


def _digest(query: BaseModel) -> str:
    asked = query.model_dump_json(exclude=_PAGING)
    return hashlib.sha256(f"{type(query).__name__}{asked}".encode()).hexdigest()[:12]


def _bad(detail: str) -> ProblemError:
    return ProblemError(400, "bad-cursor", f"{detail}; leave it out for the first page")
