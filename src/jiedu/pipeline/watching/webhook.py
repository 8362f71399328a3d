"""Notices → a server of the user's, as a signed POST.

The signature is the HMAC-SHA256 (RFC 2104) of the time, a full stop and the body; the time in it
lets a receiver refuse what somebody sends again later.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from typing import TYPE_CHECKING, Any

from jiedu.errors import InputError
from jiedu.pipeline.watching.failures import DeliveryError
from jiedu.readers.web.links import load
from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SECRET = "JIEDU_WEBHOOK_SECRET"
"""The environment variable that holds the key of the signature."""
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_SECONDS = 10.0
_PAUSES = (1.0, 4.0, 16.0)  # seconds before each further trial
_LONGEST = 60.0
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOST = 200  # notices of one request
_SHORTEST = 16


class Webhook:
    """A server that is told.

    Args:
        url: where it is: https, or http on this machine.
        secret: the key of the signature.
        sleep: how it waits between trials.
        now: seconds since 1970.

    Raises:
        InputError: where the address or the key is none that may be used.
        MissingError: where httpx is not installed.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        sleep: Callable[[float], object] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._library = load()
        self._url = self._parsed(url)
        self.host = str(self._url.host)
        if len(secret) < _SHORTEST:
            raise InputError(
                f"{SECRET} holds no key of {_SHORTEST} characters or more",
                hint="set it to a long random word that the receiver knows too",
            )
        self._secret, self._sleep, self._now = secret.encode(), sleep, now

    def send(self, lines: Sequence[str]) -> int:
        """Send the oldest of some notices, and try again where that may help.

        Args:
            lines: notices as JSON, of which one request takes at most 200.

        Returns:
            How many were taken.

        Raises:
            DeliveryError: where the server does not take them.
        """
        some = lines[:_MOST]
        body = f'{{"version": 1, "notices": [{", ".join(some)}]}}'.encode("utf-8", "replace")
        why = ""
        for pause in (*_PAUSES, None):
            why, wait = self._post(body)
            if not why:
                return len(some)
            if wait is None or pause is None:
                break
            self._sleep(min(max(pause, wait), _LONGEST))
        raise DeliveryError(
            f"the webhook at {self.host} does not take it ({why})",
            hint="it is kept, and sent with the next",
        )

    def _post(self, body: bytes) -> tuple[str, float | None]:
        """One trial: why it failed, and the seconds to wait where another may help."""
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": f"jiedu/{VERSION}",
            "Jiedu-Delivery": hashlib.sha256(body).hexdigest()[:32],
            "Jiedu-Signature": self.signature(body),
        }
        try:
            # nothing of the environment's: no proxy, no password
            with (
                self._library.Client(trust_env=False, timeout=_SECONDS) as client,
                client.stream("POST", self._url, content=body, headers=headers) as reply,
            ):
                status = reply.status_code
                wait = reply.headers.get("retry-after", "")
        except (self._library.TransportError, OSError) as error:
            return type(error).__name__, 0.0
        if 200 <= status < 300:
            return "", None
        later = float(wait) if wait.isdecimal() and len(wait) < 6 else 0.0
        return f"it answers {status}", later if status in _AGAIN else None

    def signature(self, body: bytes) -> str:
        """The time and the signature of a body: ``t=SECONDS,v1=HEXADECIMAL``."""
        at = str(int(self._now()))
        mac = hmac.new(self._secret, f"{at}.".encode() + body, hashlib.sha256)
        return f"t={at},v1={mac.hexdigest()}"

    def _parsed(self, words: str) -> Any:
        try:
            url = self._library.URL(words)
            host = url.host
        except (self._library.InvalidURL, UnicodeError, ValueError) as error:
            raise _refused("the address is none of the web") from error
        if not host or url.userinfo:
            raise _refused("the address names no host, or holds a password")
        if url.scheme != "https" and not (url.scheme == "http" and host in _HERE):
            raise _refused("notices are sent by https, or by http to this machine alone")
        return url.copy_with(fragment=None)


def _refused(why: str) -> InputError:
    return InputError(why, document="--webhook", hint="give an https address")
