"""Tokens: kept as digests, found while they live, in a file that only its owner may read."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from jiedu.errors import InputError, NotFoundError
from jiedu.server.tokens import Scope, TokenFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tokens(tmp_path: Path) -> TokenFile:
    return TokenFile(tmp_path / "deep" / "tokens.json")


def test_a_token_is_found_by_its_word_alone(tokens: TokenFile) -> None:
    word = tokens.make("reader", [Scope.READ])
    other = tokens.make("writer", [Scope.READ, Scope.WRITE])
    found = tokens.find(word)
    assert found is not None
    assert (found.name, found.scopes) == ("reader", (Scope.READ,))
    assert found.id in word
    for wrong in ("", "reader", found.id, found.digest, word[:-1], word.upper(), "\ud800"):
        assert tokens.find(wrong) is None
    assert word != other
    assert word not in tokens.path.read_text()
    assert len(word.split("_", 2)[2]) == 43  # 256 bits in base 64


def test_the_file_is_its_owner_s(tokens: TokenFile) -> None:
    tokens.make("reader", [Scope.READ])
    assert stat.S_IMODE(tokens.path.stat().st_mode) == 0o600
    tokens.path.chmod(0o644)
    with pytest.raises(InputError, match="others may read"):
        TokenFile(tokens.path).tokens()


def test_an_end(tokens: TokenFile) -> None:
    word = tokens.make("short", [Scope.READ], days=1)
    assert tokens.find(word)
    rows = json.loads(tokens.path.read_text())
    rows[0]["expires"] = "2020-01-01T00:00:00+00:00"
    tokens.path.write_text(json.dumps(rows))
    assert TokenFile(tokens.path).find(word) is None


def test_revoking(tokens: TokenFile) -> None:
    word = tokens.make("reader", [Scope.READ])
    seen = TokenFile(tokens.path)
    assert seen.find(word)
    tokens.revoke("reader")
    assert seen.find(word) is None
    with pytest.raises(NotFoundError):
        tokens.revoke("reader")


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "../x", "a\n"])
def test_names(tokens: TokenFile, name: str) -> None:
    with pytest.raises(InputError):
        tokens.make(name, [Scope.READ])


def test_a_name_is_given_once(tokens: TokenFile) -> None:
    tokens.make("reader", [Scope.READ])
    with pytest.raises(InputError, match="there is a token"):
        tokens.make("reader", [Scope.READ])


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"id": "x"}]', '{"a": 1}'])
def test_a_broken_file(tokens: TokenFile, content: str) -> None:
    tokens.path.parent.mkdir()
    tokens.path.write_text(content)
    tokens.path.chmod(0o600)
    with pytest.raises(InputError, match="cannot be read"):
        tokens.tokens()
