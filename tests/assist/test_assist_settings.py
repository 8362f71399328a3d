"""What the environment may say of a model, and what it must not."""

from __future__ import annotations

import re

import pytest

from jiedu.assist import SettingsError, settings_of

GIVEN = {"JIEDU_ASSIST_URL": "https://models.example/v1", "JIEDU_ASSIST_MODEL": "small:1b"}

ADDRESSES = [
    # what is set, what is asked
    ("https://models.example/v1", "https://models.example/v1/chat/completions"),
    ("https://models.example/v1/", "https://models.example/v1/chat/completions"),
    ("https://models.example", "https://models.example/chat/completions"),
    ("https://models.example/x/chat/completions", "https://models.example/x/chat/completions"),
    ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
    ("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1/chat/completions"),
    ("http://[::1]:8000/v1", "http://[::1]:8000/v1/chat/completions"),
]


@pytest.mark.parametrize(("address", "endpoint"), ADDRESSES)
def test_an_address_becomes_that_of_chat_completions(address: str, endpoint: str) -> None:
    assert settings_of(GIVEN | {"JIEDU_ASSIST_URL": address}).endpoint == endpoint


REFUSED = [
    # the variable, its value, what is said
    ("JIEDU_ASSIST_URL", "", "JIEDU_ASSIST_URL is not set"),
    ("JIEDU_ASSIST_MODEL", " ", "JIEDU_ASSIST_MODEL is not set"),
    ("JIEDU_ASSIST_URL", "http://models.example/v1", "unencrypted"),
    ("JIEDU_ASSIST_URL", "http://127.0.0.1.example/v1", "unencrypted"),
    ("JIEDU_ASSIST_URL", "http://10.0.0.8/v1", "unencrypted"),
    ("JIEDU_ASSIST_URL", "ftp://models.example/v1", "no address of the web"),
    ("JIEDU_ASSIST_URL", "models.example/v1", "no address of the web"),
    ("JIEDU_ASSIST_URL", "https:///v1", "no address of the web"),
    ("JIEDU_ASSIST_URL", "https://models.example/v1\r\nX: y", "no address of the web"),
    ("JIEDU_ASSIST_URL", "https://[::1/v1", "no address"),
    ("JIEDU_ASSIST_URL", "https://a:b@models.example/v1", "holds a user"),
    ("JIEDU_ASSIST_URL", "https://models.example/v1?key=sesame", "holds a user, a query"),
    ("JIEDU_ASSIST_KEY", "sesame\r\nHost: else", "cannot be sent"),
    ("JIEDU_ASSIST_KEY", "密钥sesame", "cannot be sent"),
    ("JIEDU_ASSIST_MODEL", "m" * 101, "cannot be sent"),
    ("JIEDU_ASSIST_SECONDS", "0", "no number from 0.1 to 600"),
    ("JIEDU_ASSIST_SECONDS", "nan", "no number"),
    ("JIEDU_ASSIST_SECONDS", "1e9", "no number"),
    ("JIEDU_ASSIST_REQUESTS", "-1", "no number from 1 to 10000"),
    ("JIEDU_ASSIST_PLAIN", "perhaps", "neither yes nor no"),
]


@pytest.mark.parametrize(("name", "value", "said"), REFUSED)
def test_what_cannot_be_used_is_refused_without_repeating_it(
    name: str, value: str, said: str
) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)) as caught:
        settings_of(GIVEN | {name: value})
    assert "sesame" not in str(caught.value)
    assert "example" not in str(caught.value)


def test_another_host_may_be_asked_unencrypted_where_that_is_allowed() -> None:
    given = GIVEN | {"JIEDU_ASSIST_URL": "http://10.0.0.8/v1", "JIEDU_ASSIST_PLAIN": "1"}
    assert settings_of(given).endpoint == "http://10.0.0.8/v1/chat/completions"


def test_limits_are_taken_from_the_environment() -> None:
    found = settings_of(GIVEN | {"JIEDU_ASSIST_SECONDS": "2.5", "JIEDU_ASSIST_REQUESTS": "7"})
    assert (found.seconds, found.requests) == (2.5, 7)


def test_settings_show_neither_the_address_nor_the_key() -> None:
    shown = repr(settings_of(GIVEN | {"JIEDU_ASSIST_KEY": "sesame"}))
    assert "sesame" not in shown
    assert "models.example" not in shown
    assert "small:1b" in shown
