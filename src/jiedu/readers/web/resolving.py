"""A host's name → the addresses to ask, looked up once and judged before any is asked."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from jiedu.readers.web.addresses import parse_address
from jiedu.readers.web.failures import FetchError

if TYPE_CHECKING:
    from jiedu.readers.web.addresses import Address
    from jiedu.readers.web.links import Link
    from jiedu.readers.web.rules import Rules

_TRIED = 4  # addresses of one host; the next is asked where one does not answer


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host as the system knows them.

    Raises:
        OSError: where it knows none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[4][0]) for place in found]


def addresses_of(link: Link, rules: Rules) -> list[Address]:
    """The addresses of a link's host that may be asked, in the order to ask them.

    One that may not be asked among them refuses them all: a public host has no inner address, and
    whoever gives it one wants something.

    Raises:
        FetchError: where there are none, or one must not be asked.
    """
    literal = parse_address(link.host)
    names = [link.host] if literal is not None else _looked_up(link, rules)
    found: dict[Address, None] = {}
    for name in names:
        address = parse_address(name)
        why = "no address at all" if address is None else rules.refuse(address)
        if address is None or why is not None:
            raise FetchError(
                f"{link.host} has an address that is {why}, and only public ones are read",
                document=link.url,
                hint="save the page to a file and read that",
            )
        found[address] = None
    return list(found)[:_TRIED]


def _looked_up(link: Link, rules: Rules) -> list[str]:
    try:
        names = list(rules.resolve(link.host, link.port))
    except (OSError, UnicodeError):
        names = []
    if not names:
        raise FetchError(
            f"there is no host {link.host}",
            document=link.url,
            hint="check the address, and that this machine reaches the network",
        )
    return names
