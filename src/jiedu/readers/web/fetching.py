"""An address → what stands there.

At every hop, the first one and each redirect alike, the address is taken apart, its host looked up
once, every address of it judged, and the connection made to the very address that was judged: what
a name leads to a moment later is no matter. The host's name still goes into the request and into
the check of the certificate. Proxies and passwords that the environment names are not used, and no
cookie is kept.

The library's own limits hold for each read; a server that sends a byte a second keeps within them
for ever. So all of it runs under one deadline, in a thread of its own, for the system's search for
a host cannot be cancelled, and the caller may be in a loop of events itself.
"""

from __future__ import annotations

import asyncio
import ssl
from concurrent.futures import Future
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Thread
from typing import TYPE_CHECKING, Any

from jiedu.readers.web.failures import FetchError
from jiedu.readers.web.fetched import Fetched, Seen
from jiedu.readers.web.links import load, parse_link
from jiedu.readers.web.resolving import addresses_of
from jiedu.readers.web.rules import Rules
from jiedu.readers.web.unpacking import ACCEPTED, Unpacker
from jiedu.version import VERSION

if TYPE_CHECKING:
    import httpx

    from jiedu.readers.web.addresses import Address
    from jiedu.readers.web.links import Link

_GRACE = 0.5  # seconds to wind up in
_STEP = 10.0  # seconds that one connection may take, so that there is time for the next address
_OK = 200
_SAME = 304
_LONGEST = 1024  # characters of a header that is kept
_UNSEEN = Seen()
_MOVED = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": f"jiedu/{VERSION}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


def fetch(url: str, rules: Rules | None = None, seen: Seen = _UNSEEN) -> Fetched:
    """Fetch a page or a file.

    Args:
        url: an http or https address.
        rules: whom to ask and for how much; the strict ones where they are not given.
        seen: what was seen of it before; where it is still that, only so much comes back.

    Raises:
        FetchError: where it must not be asked, does not answer in time, or sends what is too
            large, of another type, or an error; it says what to do.
        MissingError: where httpx is not installed.
    """
    rules = rules or Rules()
    library = load()
    parse_link(url, rules.ports)  # what is wrong with it is said before a thread is started
    future: Future[Fetched] = Future()

    def work() -> None:
        try:
            future.set_result(asyncio.run(_in_time(library, url, rules, seen)))
        except Exception as error:
            future.set_exception(error)

    Thread(target=work, daemon=True).start()
    try:
        return future.result(rules.limits.seconds + _GRACE)
    except TimeoutError as error:
        raise FetchError(
            f"the page did not come within {rules.limits.seconds:g} seconds",
            document=url,
            hint="try again later, or save it to a file and read that",
        ) from error


async def _in_time(library: Any, url: str, rules: Rules, seen: Seen) -> Fetched:
    async with asyncio.timeout(rules.limits.seconds):
        link = parse_link(url, rules.ports)
        for _ in range(rules.limits.redirects + 1):
            addresses = addresses_of(link, rules)
            found = await _hop(library, link, addresses, rules, seen)
            if isinstance(found, Fetched):
                return found
            link = parse_link(found, rules.ports, base=link.url)
    raise FetchError(
        f"the page sends elsewhere more than {rules.limits.redirects} times",
        document=url,
        hint="give the address it ends at",
    )


async def _hop(
    library: Any, link: Link, addresses: list[Address], rules: Rules, seen: Seen
) -> Fetched | str:
    """One request: what came, or where it sends to."""
    trust = _trust(link, rules)
    try:
        for address in addresses[:-1]:
            try:
                return await _ask(library, link, address, trust, rules, seen)
            except (library.ConnectError, library.ConnectTimeout):
                continue
        return await _ask(library, link, addresses[-1], trust, rules, seen)
    except (library.TransportError, library.StreamError, OSError) as error:
        raise FetchError(
            _unreached(link, error), document=link.url, hint="check the address, or try again later"
        ) from error


def _trust(link: Link, rules: Rules) -> ssl.SSLContext | bool:
    """Whose certificates are trusted; nothing is loaded where none is shown."""
    if link.scheme == "http":
        return False
    return rules.trust or ssl.create_default_context()


async def _ask(
    library: Any,
    link: Link,
    address: Address,
    trust: ssl.SSLContext | bool,
    rules: Rules,
    seen: Seen,
) -> Fetched | str:
    pinned = library.URL(
        scheme=link.scheme, host=str(address), port=link.port, raw_path=link.target
    )
    timeout = library.Timeout(rules.limits.seconds, connect=_STEP)
    request = library.Request(
        "GET",
        pinned,
        headers={**_HEADERS, **seen.headers(), "Host": link.authority},
        extensions={"sni_hostname": link.host, "timeout": timeout.as_dict()},
    )
    # a transport and no client: it follows no redirect, keeps no cookie, asks no environment
    async with library.AsyncHTTPTransport(verify=trust, trust_env=False) as transport:
        reply = await transport.handle_async_request(request)
        try:
            if reply.status_code == _SAME and seen.headers():
                return Fetched(link.url, b"", seen=seen, same=True)
            moved = _look_at(reply, link, rules)
            return moved or await _whole(reply, link, rules)
        finally:
            await reply.aclose()


def _look_at(reply: httpx.Response, link: Link, rules: Rules) -> str:
    """Where an answer sends to, or nothing; refuse it by its head, before its body is read."""
    if sum(len(name) + len(value) for name, value in reply.headers.raw) > rules.limits.head:
        raise FetchError(
            f"the headers of the page have more than {rules.limits.head:,} bytes",
            document=link.url,
            hint="save the page to a file and read that",
        )
    if reply.status_code in _MOVED and (target := reply.headers.get("location")):
        return str(target)
    if reply.status_code != _OK:
        later = reply.status_code in _PASSING
        error = FetchError(
            f"the server answers {reply.status_code}",
            document=link.url,
            hint="try again later" if later else "check the address in a browser",
        )
        error.status, error.wait = reply.status_code, _wait(reply.headers.get("retry-after", ""))
        raise error
    kind = _media_type(reply)
    if kind not in rules.types:
        raise FetchError(
            f"the page is of the type {kind[:80]}, which is not read",
            document=link.url,
            hint="jiedu reads pages, PDF, Word documents and texts",
        )
    return ""


async def _whole(reply: httpx.Response, link: Link, rules: Rules) -> Fetched:
    unpacker = Unpacker(reply.headers.get("content-encoding", ""), rules.limits.unpacked, link.url)
    size = 0
    said = reply.headers.get("content-length", "")
    if said.isdecimal() and len(said) < 20 and int(said) > rules.limits.size:
        raise _too_large(link, rules)
    async for piece in reply.aiter_raw():
        size += len(piece)
        if size > rules.limits.size:
            raise _too_large(link, rules)
        unpacker.take(piece)
    charset = (reply.charset_encoding or "").lower()
    said = (reply.headers.get("etag", ""), reply.headers.get("last-modified", ""))
    seen = Seen(*(words if len(words) <= _LONGEST and words.isascii() else "" for words in said))
    return Fetched(link.url, unpacker.whole(), _media_type(reply), charset, seen)


def _wait(words: str) -> float | None:
    """The seconds that a server wants to be left alone for: a number, or until a day and time."""
    if words.strip().isdecimal() and len(words) < 12:
        return float(words)
    try:
        until = parsedate_to_datetime(words)
    except (ValueError, TypeError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _too_large(link: Link, rules: Rules) -> FetchError:
    return FetchError(
        f"the page has more than {rules.limits.size:,} bytes",
        document=link.url,
        hint="save the part you need to a file and read that",
    )


def _media_type(reply: httpx.Response) -> str:
    said: str = reply.headers.get("content-type", "")
    return said.partition(";")[0].strip().lower()


def _unreached(link: Link, error: Exception) -> str:
    words = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in words:
        return f"the certificate of {link.host} is not trusted"
    if "SSL" in words or "TLS" in words:
        return f"{link.host} does not speak TLS as it must"
    if "Connect" in type(error).__name__:
        return f"{link.host} cannot be reached"
    return f"{link.host} broke off"
