"""What may be fetched, of whom, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ssl import SSLContext

from jiedu.readers.web.addresses import Address, refusal
from jiedu.readers.web.resolving import look_up

_MB = 1024 * 1024
TYPES = frozenset(
    {
        "",  # the content says what it is
        "application/msword",
        "application/octet-stream",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/xhtml+xml",
        "text/html",
        "text/markdown",
        "text/plain",
    }
)
"""The types of what jiedu reads, among them two that servers give to Word documents wrongly."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken before a page is given up.

    Attributes:
        seconds: for everything together: names, connections, redirects, the body.
        size: bytes as they are sent.
        unpacked: bytes after they are unpacked.
        head: bytes of the headers of one answer.
        redirects: how many are followed.
    """

    seconds: float = 30.0
    size: int = 32 * _MB
    unpacked: int = 64 * _MB
    head: int = 64 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Rules:
    """Whom to ask, and for what. The defaults are what a user's address is fetched by.

    Attributes:
        limits: how much is taken.
        ports: the ports that may be asked.
        types: the media types that are taken.
        refuse: why an address must not be asked, or ``None``.
        resolve: a host's name and port → its addresses; asked once for each hop.
        trust: whose certificates are trusted; the system's where it is ``None``.
    """

    limits: Limits = field(default_factory=Limits)
    ports: frozenset[int] = frozenset({80, 443})
    types: frozenset[str] = TYPES
    refuse: Callable[[Address], str | None] = refusal
    resolve: Callable[[str, int], Sequence[str]] = look_up
    trust: SSLContext | None = None
