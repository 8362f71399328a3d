"""JSON of strangers → values of the one expected shape; anything else is discarded whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from jiedu.assist.failures import AssistError

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST = 2_000  # characters of a string
_FARTHEST = 1 << 31


class Place(NamedTuple):
    """Where a reply says that words stand, unchecked: offsets in code points of what was sent."""

    start: int
    end: int
    text: str


def content_of(body: bytes) -> object:
    """What the model wrote, as JSON, out of an answer in the form of chat completions.

    Raises:
        AssistError: where the answer or what is in it is no such thing.
    """
    try:
        answer = parse(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise AssistError("the model's answer is not in UTF-8") from error
    choices = answer.get("choices") if isinstance(answer, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    words = message.get("content") if isinstance(message, dict) else None
    if not isinstance(words, str):
        raise AssistError("the model's answer has no message in it")
    return parse(words)


def parse(text: str) -> object:
    """Strict JSON: no key twice, no NaN, no number that Python cannot hold.

    Raises:
        AssistError: where it is something else.
    """
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise AssistError("the model's answer is not JSON") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no number")


def row_of(value: object, keys: Collection[str]) -> dict[str, Any]:
    """An object with these keys and no others.

    Raises:
        AssistError: where it is something else.
    """
    if not isinstance(value, dict) or value.keys() != set(keys):
        raise AssistError("the model's answer is not of the form that was asked for")
    return value


def list_of(value: object, most: int) -> list[Any]:
    """A list of so many values at most.

    Raises:
        AssistError: where it is something else.
    """
    if not isinstance(value, list) or len(value) > most:
        raise AssistError("the model's answer is not of the form that was asked for")
    return value


def place_of(value: object) -> Place:
    """A place in the text that was sent.

    Raises:
        AssistError: where it is something else.
    """
    row = row_of(value, ("start", "end", "text"))
    start, end = (_offset(row[name]) for name in ("start", "end"))
    return Place(start, end, words_of(row["text"]))


def words_of(value: object) -> str:
    """A string.

    Raises:
        AssistError: where it is something else.
    """
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise AssistError("the model's answer is not of the form that was asked for")
    return value


def _offset(value: object) -> int:
    if type(value) is not int or not 0 <= value < _FARTHEST:  # True is an int as well
        raise AssistError("the model's answer is not of the form that was asked for")
    return value
