"""A model that is asked one question after the other, until it fails too often."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from jiedu.assist.client import exchange, load, trusted
from jiedu.assist.failures import AssistError
from jiedu.assist.strict import content_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiedu.assist.settings import Settings

_Reply = TypeVar("_Reply")
_WORDS_BACK = 2_000  # tokens that an answer may have


@cache
def prompts() -> dict[str, str]:
    """What the model is told before each kind of question."""
    table: dict[str, dict[str, str]] = tomllib.loads(
        (files(__package__) / "data" / "prompts.toml").read_text("utf-8")
    )
    return {name: row["system"] for name, row in table.items()}


class Assistant:
    """One model, asked over HTTP.

    Args:
        settings: which model, and the limits.
        tell: takes what went wrong, one error a line; the caller's work goes on.

    Raises:
        MissingError: where the library that asks is not installed.
        SettingsError: where the certificates to trust cannot be read.
    """

    def __init__(self, settings: Settings, tell: Callable[[AssistError], None]) -> None:
        load()  # before any work is done, and not in the middle of it
        self.settings = settings
        self._trust = trusted(settings)
        self._tell = tell
        self._failed = 0

    @property
    def gone(self) -> bool:
        """Whether it failed so often in a row that it is asked no more."""
        return self._failed >= self.settings.failures

    def ask(
        self,
        kind: str,
        payload: dict[str, Any],
        read: Callable[[object], _Reply],
        place: tuple[str, int | None],
    ) -> _Reply | None:
        """Ask one question.

        Args:
            kind: the prompt.
            payload: what is asked, as it is sent.
            read: turns the model's JSON into values, or raises an `AssistError`.
            place: the document and the offset it is about, for messages.

        Returns:
            What the model said, or ``None`` where it said nothing that can be used.
        """
        if self.gone:
            return None
        try:
            body = exchange(self.settings, self._trust, self._body(kind, payload))
            reply = read(content_of(body))
        except AssistError as error:
            error.document, error.offset = place
            self._failed += 1
            self._warn(error)
            return None
        self._failed = 0
        return reply

    def _warn(self, error: AssistError) -> None:
        if self.gone:
            error.hint = f"failed {self._failed} times in a row, it is asked no more"
        self._tell(error)

    def _body(self, kind: str, payload: dict[str, Any]) -> bytes:
        return json.dumps(
            {
                "model": self.settings.model,
                "messages": [
                    {"role": "system", "content": prompts()[kind]},
                    {"role": "user", "content": json.dumps(payload, ensure_ascii=False)},
                ],
                "temperature": 0,
                "max_tokens": _WORDS_BACK,
                "response_format": {"type": "json_object"},
                "stream": False,
            }
        ).encode("ascii")
