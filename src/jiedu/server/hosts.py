"""Under which names a server may be spoken to, and from which pages.

A page of the web can let its own name point to this machine (DNS rebinding); the header Host then
still says that name. It can also send requests across; the header Origin then says whose.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING

from jiedu.server.settings import is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterable

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::[0-9]{1,5})?")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_EVERY = {"0.0.0.0", "::"}
_SAME_SITE = {"same-origin", "none"}


class Hosts:
    """The names of one server.

    Args:
        bound: the address it listens on.
        names: further ones.
    """

    def __init__(self, bound: str, names: Iterable[str] = ()) -> None:
        self._names = {bound.lower(), *(name.lower() for name in names)} | _LOOPBACK
        self._any_address = bound in _EVERY

    def takes(self, host: str | None) -> bool:
        """Whether a header Host names this server."""
        found = _HOST.fullmatch((host or "").lower())
        if found is None:
            return False
        name = found.group(1).strip("[]")
        # no name can be bound to a number, so that a number is never rebound
        return name in self._names or (self._any_address and _is_address(name))


def is_own(origin: str | None, site: str | None, host: str) -> bool:
    """Whether a request comes from no page, or from one of this server.

    Args:
        origin: its header Origin.
        site: its header Sec-Fetch-Site.
        host: its header Host.
    """
    if origin is not None:
        return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}
    return site is None or site in _SAME_SITE


def is_exposed(bound: str, names: Iterable[str]) -> bool:
    """Whether a server can be reached from other machines, as far as it is told."""
    return not is_loopback(bound) or any(not is_loopback(name) for name in names)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
