"""Which addresses are public: a page is only ever asked of one that is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
_IN_USE = IPv6Network("2000::/3")
_TUNNEL = (0x0000_5EFE, 0x0200_5EFE)  # ISATAP, RFC 5214: the lower half holds one of IPv4


def refusal(address: Address) -> str | None:
    """Why an address is not to be asked, as words after "an address that is"; else ``None``.

    Nothing is unwrapped: a form of IPv6 that holds an address of IPv4 is refused whatever it
    holds, for what it leads to is up to machines on the way.
    """
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return "of the local link"
    for network, what in _refused(address.version):
        if address in network:
            return what
    if isinstance(address, IPv6Address):
        if address not in _IN_USE:
            return "reserved"
        if int(address) >> 32 & 0xFFFF_FFFF in _TUNNEL:
            return "one of IPv4 in a form of IPv6"
    return None if address.is_global else "not public"


def parse_address(words: str) -> Address | None:
    """The address that a host is written as, in its one plain spelling; else ``None``."""
    try:
        return ip_address(words)
    except ValueError:
        return None


@cache
def _refused(version: int) -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    rows = tomllib.loads((files(__package__) / "data" / "addresses.toml").read_text("utf-8"))
    return tuple((ip_network(network), what) for network, what in rows[f"ipv{version}"].items())
