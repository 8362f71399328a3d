"""Tokens: 256 random bits that a client shows, kept as their digest only.

Such a token cannot be guessed, so a plain SHA-256 of it is as safe as a slow one: there is
nothing to try words against (NIST SP 800-63B, section 3.1.2, on look-up secrets).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hmac import compare_digest
from secrets import token_hex, token_urlsafe
from typing import TYPE_CHECKING, Any

from jiedu.errors import InputError, NotFoundError
from jiedu.exports.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_OTHERS = 0o077
_NAME = re.compile(r"[\w.@-]{1,64}")


class Scope(StrEnum):
    """What a token allows."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept.

    Attributes:
        id: what logs call it, which is the token's first part.
        name: who or what it is for.
        scopes: what it allows.
        digest: the SHA-256 of the whole token.
        created: when it was made, in ISO 8601 and UTC.
        expires: when it ends, likewise, or ``None``.
    """

    id: str
    name: str
    scopes: tuple[Scope, ...]
    digest: str
    created: str
    expires: str | None

    def is_alive(self, now: datetime) -> bool:
        """Whether it has not ended yet."""
        return self.expires is None or now < datetime.fromisoformat(self.expires)


class TokenFile:
    """The tokens of a server; a change is seen at the next request.

    Args:
        path: the file, which only its owner may read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: tuple[int, int] | None = None
        self._tokens: tuple[Token, ...] = ()

    def tokens(self) -> tuple[Token, ...]:
        """All tokens, oldest first; none where there is no file.

        Raises:
            InputError: where others may read the file, or it is none of ours.
        """
        try:
            state = self.path.stat()
        except OSError:
            return ()
        stamp = state.st_mtime_ns, state.st_ino
        if stamp != self._stamp:
            if os.name == "posix" and state.st_mode & _OTHERS:
                raise InputError(
                    "others may read the tokens", document=str(self.path), hint="chmod 600"
                )
            self._tokens = _read(self.path)
            self._stamp = stamp
        return self._tokens

    def find(self, word: str) -> Token | None:
        """The living token that a client shows, or ``None``."""
        digest = _digest(word)
        now = datetime.now(UTC)
        found = None
        for token in self.tokens():
            if compare_digest(token.digest, digest) and token.is_alive(now):
                found = token
        return found

    def make(self, name: str, scopes: Sequence[Scope], days: int | None = None) -> str:
        """Make a token.

        Args:
            name: who or what it is for.
            scopes: what it allows.
            days: how long it holds; for ever where it is not given.

        Returns:
            The token, which is shown this once and kept nowhere.

        Raises:
            InputError: where the name is taken or unusable.
        """
        tokens = self.tokens()
        if not _NAME.fullmatch(name):
            raise InputError(f"{name!r} is no name", hint="up to 64 letters, digits, . @ _ -")
        if any(token.name == name for token in tokens):
            raise InputError(f"there is a token {name!r}", hint="revoke it, or take another name")
        id_ = token_hex(4)
        word = f"jiedu_{id_}_{token_urlsafe(32)}"
        now = datetime.now(UTC).replace(microsecond=0)
        ends = (now + timedelta(days=days)).isoformat() if days is not None else None
        made = Token(id_, name, tuple(scopes), _digest(word), now.isoformat(), ends)
        self._write((*tokens, made))
        return word

    def revoke(self, name: str) -> Token:
        """Take a token back, by its name or id.

        Raises:
            NotFoundError: where there is none.
        """
        tokens = self.tokens()
        gone = next((token for token in tokens if name in {token.name, token.id}), None)
        if gone is None:
            raise NotFoundError(f"there is no token {name!r}", hint="jiedu token list")
        self._write(tuple(token for token in tokens if token is not gone))
        return gone

    def _write(self, tokens: Sequence[Token]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(self.path) as part:
            part.touch(mode=0o600)
            part.chmod(0o600)
            part.write_text(json.dumps([asdict(token) for token in tokens], indent=1) + "\n")
        self._stamp = None


def _read(path: Path) -> tuple[Token, ...]:
    try:
        return tuple(map(_token, json.loads(path.read_text("utf-8"))))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InputError(
            "the file of tokens cannot be read", document=str(path), hint="make it anew"
        ) from error


def _token(row: dict[str, Any]) -> Token:
    return Token(**{**row, "scopes": tuple(map(Scope, row["scopes"]))})


def _digest(word: str) -> str:
    return hashlib.sha256(word.encode("utf-8", "replace")).hexdigest()
