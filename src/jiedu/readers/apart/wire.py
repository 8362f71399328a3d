"""What goes between the two processes: a length, a head in JSON, and bytes.

No pickles: whoever took over the parser's process could write whatever it wanted.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from jiedu.errors import EncodingError, InputError, JieduError, MissingError, NoTextError
from jiedu.readers.extracted import Extracted

if TYPE_CHECKING:
    from typing import BinaryIO

_LENGTH = 8
_MOST = 1024 * 1024 * 1024
_ERRORS: dict[str, type[InputError]] = {
    kind.__name__: kind for kind in (InputError, NoTextError, EncodingError, MissingError)
}


def put(stream: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    """Write one message."""
    words = json.dumps(head).encode()
    for part in (words, body):
        stream.write(len(part).to_bytes(_LENGTH, "big"))
        stream.write(part)
    stream.flush()


def take(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Read one message.

    Raises:
        EOFError: where there is none, or it breaks off.
        ValueError: where it is none.
    """
    head = json.loads(_part(stream))
    if not isinstance(head, dict):
        raise ValueError("the head of a message is no object")
    return head, _part(stream)


def _part(stream: BinaryIO) -> bytes:
    length = int.from_bytes(_exactly(stream, _LENGTH), "big")
    if length > _MOST:
        raise ValueError("a message is too long")
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def found_head(found: Extracted) -> dict[str, Any]:
    """What was extracted, but for its text, which goes as the body."""
    slots = asdict(found)
    del slots["text"]
    day = found.published
    return slots | {"published": day.isoformat() if day else None}


def error_head(error: JieduError) -> dict[str, Any]:
    """An error as a message."""
    kind = next((name for name in (k.__name__ for k in type(error).__mro__) if name in _ERRORS), "")
    return {
        "error": kind,
        "message": error.message,
        "offset": error.offset,
        "hint": error.hint,
    }


def found_of(head: dict[str, Any], body: bytes, name: str) -> Extracted:
    """What a message says was extracted.

    Raises:
        InputError: where it says that nothing was.
        ValueError: where it is no such message.
    """
    if "error" in head:
        kind = _ERRORS.get(str(head["error"]), InputError)
        raise kind(
            str(head["message"]),
            document=name,
            offset=head["offset"] if isinstance(head["offset"], int) else None,
            hint=str(head["hint"]),
        )
    day = head["published"]
    return Extracted(
        text=body.decode("utf-8", "surrogatepass"),
        title=str(head["title"]),
        published=date.fromisoformat(day) if day else None,
        publisher=str(head["publisher"]) if head["publisher"] else None,
    )
