"""An address as somebody wrote it → its parts, or why it is not to be asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from jiedu.errors import MissingError
from jiedu.readers.web.addresses import parse_address
from jiedu.readers.web.failures import FetchError

_LONGEST = 2048
_PORTS = {"http": 80, "https": 443}
_ODD = re.compile(r"[\s\\\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*")
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")  # what some systems take for an address
_WEB = re.compile(r"https?://", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the web that may be looked up.

    Attributes:
        url: the whole of it, without a fragment.
        scheme: ``http`` or ``https``.
        host: a name in ASCII, or an address without brackets.
        port: the one that is asked.
        target: path and query, as they are sent.
    """

    url: str
    scheme: str
    host: str
    port: int
    target: bytes

    @property
    def authority(self) -> str:
        """The host as it stands in a request, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def is_link(source: str) -> bool:
    """Whether a source is meant to be an address of the web."""
    return _WEB.match(source) is not None


def load() -> Any:
    """The library that speaks HTTP, which is an extra.

    Raises:
        MissingError: where it is not installed.
    """
    try:
        return import_module("httpx")
    except ImportError as error:
        raise MissingError(
            "reading an address of the web needs httpx", hint="pip install 'jiedu[web]'"
        ) from error


def parse_link(words: str, ports: frozenset[int], base: str = "") -> Link:
    """The parts of an address.

    Args:
        words: the address, or the target of a redirect.
        ports: the ports that may be asked.
        base: the address that a redirect came from; its target may be relative.

    Raises:
        FetchError: where it is no address of the web, or one that is not to be asked.
        MissingError: where httpx is not installed.
    """
    library = load()
    document = base or words[:_LONGEST]
    if len(words) > _LONGEST:
        raise _refused(f"the address has more than {_LONGEST} characters", document)
    if _ODD.search(words):
        raise _refused("the address holds a space, a backslash or an unseen character", document)
    try:
        url = library.URL(base).join(words) if base else library.URL(words)
        host = url.raw_host.decode("ascii").lower().removesuffix(".")
    except (library.InvalidURL, UnicodeError, ValueError) as error:
        raise _refused("the address is none of the web", document) from error
    if url.scheme not in _PORTS:
        raise _refused(f"only http and https are read, not {url.scheme or 'this'}", document)
    if url.userinfo:
        raise _refused("the address holds a name or a password", document)
    _refuse_host(host, document)
    port = url.port or _PORTS[url.scheme]
    if url.port == 0 or port not in ports:
        raise _refused(f"port {url.port} is not read", document)
    return Link(str(url.copy_with(fragment=None)), url.scheme, host, port, url.raw_path)


def _refuse_host(host: str, document: str) -> None:
    if parse_address(host) is not None and "%" not in host:
        return
    if not host:
        raise _refused("the address names no host", document)
    if _NUMBER.fullmatch(host):
        raise _refused("the host is a number in a spelling that is not read", document)
    if not _NAME.fullmatch(host):
        raise _refused("the host is no name of the web", document)


def _refused(why: str, document: str) -> FetchError:
    return FetchError(why, document=document, hint="give the plain http or https address")
