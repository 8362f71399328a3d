"""One question over HTTP, to servers that play good, slow, wrong and hostile."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from jiedu.assist import Assistant, AssistError, Settings, SettingsError
from jiedu.assist.client import exchange as exchange_trusting
from jiedu.assist.client import trusted
from jiedu.errors import MissingError
from model_server import (
    AUTHORITY,
    HOSTILE,
    Handler,
    playing,
    redirect,
    saying,
    seconds_for,
    status,
)

if TYPE_CHECKING:
    from model_server import Play

QUESTION = b'{"messages": [{}, {"content": "{}"}]}'


def exchange(settings: Settings, question: bytes) -> bytes:
    return exchange_trusting(settings, trusted(settings), question)


def settings_for(url: str, **more: Any) -> Settings:
    return Settings(f"{url}/chat/completions", "played", **{"seconds": 30.0, "retries": 0} | more)


def test_the_answer_comes_back_as_it_was_sent() -> None:
    with playing(saying("yes")) as server:
        assert b'"content": "yes"' in exchange(settings_for(server.url), QUESTION)
        path, headers, body = server.got[0]
    assert (path, body) == ("/v1/chat/completions", QUESTION)
    assert headers["Accept-Encoding"] == "identity"
    assert "Authorization" not in headers


def test_the_key_goes_into_its_header_and_nowhere_else(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with playing(status(401)) as server, pytest.raises(AssistError) as caught:
        exchange(settings_for(server.url, key="sesame"), QUESTION)
    assert server.got[0][1]["Authorization"] == "Bearer sesame"
    assert "sesame" not in f"{caught.value}{caplog.text}"


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_nobody_is_sent_elsewhere(code: int) -> None:
    with playing(saying("no")) as other, playing(redirect(code, other.url)) as server:
        with pytest.raises(AssistError, match="sends elsewhere"):
            exchange(settings_for(server.url, key="sesame"), QUESTION)
        assert not other.got
        assert len(server.got) == 1


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with playing(saying("no")) as proxy, playing(saying("yes")) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        assert b"yes" in exchange(settings_for(server.url), QUESTION)
        assert not proxy.got


def failing_first(times: int) -> Play:
    left = [times]

    def play(handler: Handler, asked: dict[str, Any]) -> None:
        left[0] -= 1
        if left[0] >= 0:
            handler.put(b"{}", 503)
        else:
            handler.say("yes")

    return play


def test_a_failure_that_passes_is_tried_again() -> None:
    with playing(failing_first(2)) as server:
        assert b"yes" in exchange(settings_for(server.url, retries=2), QUESTION)
        assert len(server.got) == 3


def test_a_failure_that_stays_is_tried_so_often_and_no_more() -> None:
    with playing(failing_first(9)) as server, pytest.raises(AssistError, match=r"failed \(503\)"):
        exchange(settings_for(server.url, retries=1), QUESTION)
    assert len(server.got) == 2


def test_retries_count_towards_the_time() -> None:
    with (
        playing(failing_first(1000)) as server,
        pytest.raises(AssistError, match=r"within 0\.5 seconds"),
    ):
        exchange(settings_for(server.url, retries=1000, seconds=0.5), QUESTION)


def test_a_closed_port_is_said_to_be_out_of_reach() -> None:
    with playing(saying("no")) as server:
        url = server.url
    with pytest.raises(AssistError, match="cannot be reached"):
        exchange(settings_for(url), QUESTION)


def test_a_host_whose_address_is_never_found_counts_towards_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait() and [])
    with pytest.raises(AssistError, match=r"within 0\.3 seconds"):
        exchange(settings_for("http://localhost:9/v1", seconds=0.3), QUESTION)
    over.set()


def test_it_can_be_called_from_a_loop_of_events() -> None:
    async def ask(url: str) -> bytes:
        return exchange(settings_for(url), QUESTION)

    with playing(saying("yes")) as server:
        assert b"yes" in asyncio.run(ask(server.url))


def test_a_certificate_of_nobody_is_not_trusted() -> None:
    with playing(saying("no"), encrypted=True) as server:
        with pytest.raises(AssistError, match=r"certificate .* is not trusted"):
            exchange(settings_for(server.url), QUESTION)
        assert not server.got


def test_an_authority_that_the_user_names_is_trusted(tmp_path: Any) -> None:
    AUTHORITY.cert_pem.write_to_path(tmp_path / "ca.pem")
    with playing(saying("yes"), encrypted=True) as server:
        settings = settings_for(server.url, ca=str(tmp_path / "ca.pem"))
        assert b"yes" in exchange(settings, QUESTION)


def test_a_server_without_encryption_is_not_asked_over_it() -> None:
    with (
        playing(saying("no")) as server,
        pytest.raises(AssistError, match="does not speak TLS"),
    ):
        exchange(settings_for(server.url.replace("http:", "https:")), QUESTION)
    assert not server.got


def test_a_file_without_certificates_is_refused(tmp_path: Any) -> None:
    missing = str(tmp_path / "none.pem")
    with pytest.raises(SettingsError, match="JIEDU_ASSIST_CA cannot be read"):
        Assistant(settings_for("https://127.0.0.1:9", ca=missing), print)


_OF_CONTENT = re.compile(r"is not JSON|not in UTF-8|not of the form|no message")
OF_HTTP = {name: row for name, row in HOSTILE.items() if not _OF_CONTENT.search(row[1])}


@pytest.mark.parametrize("name", OF_HTTP)
def test_a_hostile_server_is_held_to_the_limits(name: str) -> None:
    play, said = OF_HTTP[name]
    with playing(play) as server, pytest.raises(AssistError, match=said) as caught:
        exchange(settings_for(server.url, seconds=seconds_for(said)), QUESTION)
    assert "secret" not in str(caught.value)


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(
        MissingError, match=r'httpx is not installed; pip install "jiedu\[assist\]"'
    ):
        Assistant(settings_for("http://127.0.0.1:9"), print)
