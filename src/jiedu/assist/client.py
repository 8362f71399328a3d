"""One question over HTTP: within a total time and a size, to the one host and to no other.

The library's own limits hold for each read and each connection; a server that sends a byte a
second keeps within them for ever. So the whole exchange, retries included, runs under one
deadline that cancels it; and in a thread of its own, for the system's search for a host's address
cannot be cancelled, and the caller may be in a loop of events itself. Nothing is unpacked: what is
packed is refused.
"""

from __future__ import annotations

import asyncio
import ssl
from concurrent.futures import Future
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

from jiedu.assist.failures import AssistError, SettingsError
from jiedu.errors import MissingError

if TYPE_CHECKING:
    import httpx

    from jiedu.assist.settings import Settings

_OK = 200
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_PAUSE = 0.2  # seconds before the first retry; each one doubles it
_GRACE = 0.5  # seconds to wind up in
_JSON = "application/json"
_PLAINLY = frozenset({"", "identity"})


class _PassingError(Exception):
    """A failure that may be over in a moment, by what to say where it is not."""


def exchange(settings: Settings, trust: ssl.SSLContext | bool, body: bytes) -> bytes:
    """Send one question and take the whole answer.

    Args:
        settings: whom to ask, and the limits.
        trust: whose certificates are trusted, from `trusted`.
        body: the question, as JSON.

    Returns:
        The body of the answer, as it was sent.

    Raises:
        AssistError: where there is none in time, or it is too large, packed, of another type,
            a redirect or an error of the server.
        MissingError: where the library is not installed.
    """
    library = load()
    future: Future[bytes] = Future()

    def work() -> None:
        try:
            future.set_result(asyncio.run(_in_time(library, settings, trust, body)))
        except Exception as error:
            future.set_exception(error)

    Thread(target=work, daemon=True).start()
    try:
        return future.result(settings.seconds + _GRACE)
    except TimeoutError as error:
        raise AssistError(
            f"the model gave no answer within {settings.seconds:g} seconds",
            hint="JIEDU_ASSIST_SECONDS gives it longer",
        ) from error


def load() -> Any:
    """The library that speaks HTTP, which is an extra.

    Raises:
        MissingError: where it is not installed.
    """
    try:
        return import_module("httpx")
    except ImportError as error:
        raise MissingError("httpx is not installed", hint='pip install "jiedu[assist]"') from error


def trusted(settings: Settings) -> ssl.SSLContext | bool:
    """Whose certificates are trusted; nothing is loaded where none is shown.

    Raises:
        SettingsError: where the user's own certificates cannot be read.
    """
    if not settings.endpoint.startswith("https:"):
        return False
    try:
        return ssl.create_default_context(cafile=settings.ca or None)
    except (OSError, ValueError) as error:
        raise SettingsError(
            "the certificates of JIEDU_ASSIST_CA cannot be read", hint="name a PEM file"
        ) from error


async def _in_time(
    library: Any, settings: Settings, trust: ssl.SSLContext | bool, body: bytes
) -> bytes:
    async with asyncio.timeout(settings.seconds):
        for again in range(settings.retries):
            try:
                return await _once(library, settings, trust, body)
            except _PassingError:
                await asyncio.sleep(_PAUSE * 2**again)
        try:
            return await _once(library, settings, trust, body)
        except _PassingError as error:
            raise AssistError(str(error)) from error


async def _once(
    library: Any, settings: Settings, trust: ssl.SSLContext | bool, body: bytes
) -> bytes:
    """One exchange; a client of its own, so that no cookie and no connection outlives it."""
    headers = {"Content-Type": _JSON, "Accept": _JSON, "Accept-Encoding": "identity"}
    if settings.key:
        headers["Authorization"] = f"Bearer {settings.key}"
    client = library.AsyncClient(
        verify=trust, trust_env=False, follow_redirects=False, timeout=settings.seconds
    )
    try:
        async with (
            client as opened,
            opened.stream("POST", settings.endpoint, content=body, headers=headers) as reply,
        ):
            _look_at(reply)
            return await _whole(reply, settings.size)
    except (library.TimeoutException, library.TransportError, OSError) as error:
        raise _PassingError(_unreached(error)) from error
    except (library.HTTPError, library.InvalidURL, library.StreamError) as error:
        raise AssistError("the model's answer breaks the rules of HTTP") from error


def _unreached(error: Exception) -> str:
    words = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in words:
        return "the certificate of the model's endpoint is not trusted"
    if "SSL" in words or "TLS" in words:
        return "the model's endpoint does not speak TLS"
    if "Connect" in type(error).__name__:
        return "the model's endpoint cannot be reached"
    return "the model's endpoint broke off"


def _look_at(reply: httpx.Response) -> None:
    """Refuse an answer by its head, before its body is read."""
    code = reply.status_code
    if code in _PASSING:
        raise _PassingError(f"the model's endpoint failed ({code})")
    if code in {401, 403}:
        raise AssistError(
            f"the model's endpoint refused the key ({code})", hint="check JIEDU_ASSIST_KEY"
        )
    if reply.is_redirect:
        raise AssistError(
            f"the model's endpoint sends elsewhere ({code}), which is not followed",
            hint="set JIEDU_ASSIST_URL to the address itself",
        )
    if code != _OK:
        raise AssistError(
            f"the model's endpoint refused the question ({code})",
            hint="check JIEDU_ASSIST_URL and JIEDU_ASSIST_MODEL",
        )
    if reply.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise AssistError("the model's answer is not of the type JSON")
    if reply.headers.get("content-encoding", "").strip().lower() not in _PLAINLY:
        raise AssistError("the model's answer is packed, which was not asked for")


async def _whole(reply: httpx.Response, size: int) -> bytes:
    got = bytearray()
    async for part in reply.aiter_raw():
        got += part
        if len(got) > size:
            raise AssistError(f"the model's answer is larger than {size:,} bytes")
    return bytes(got)
