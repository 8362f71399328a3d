from __future__ import annotations

import tomllib
from importlib.resources import files
from ipaddress import ip_network

import pytest

from jiedu.readers.web.addresses import parse_address, refusal

PUBLIC = ["8.8.8.8", "114.114.114.114", "202.106.0.20", "2400:3200::1", "2001:4860:4860::8888"]
REFUSED = [
    ("0.0.0.0", "this network"),
    ("10.1.2.3", "private"),
    ("100.64.0.1", "carrier"),
    ("100.127.255.255", "carrier"),
    ("127.0.0.1", "this machine"),
    ("127.255.255.254", "this machine"),
    ("169.254.169.254", "local link"),
    ("172.16.0.1", "private"),
    ("172.31.255.255", "private"),
    ("192.168.1.1", "private"),
    ("192.88.99.1", "gateway"),
    ("198.18.0.1", "tests"),
    ("224.0.0.1", "many machines"),
    ("239.255.255.250", "many machines"),
    ("240.0.0.1", "reserved"),
    ("255.255.255.255", "reserved"),
    ("::", "this network"),
    ("::1", "this machine"),
    ("::127.0.0.1", "one of IPv4"),
    ("::ffff:127.0.0.1", "one of IPv4"),
    ("::ffff:8.8.8.8", "one of IPv4"),
    ("64:ff9b::7f00:1", "one of IPv4"),
    ("64:ff9b:1::7f00:1", "one of IPv4"),
    ("2002:7f00:1::", "one of IPv4"),
    ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "one of IPv4"),
    ("2400:3200::5efe:127.0.0.1", "one of IPv4"),
    ("2400:3200::200:5efe:10.0.0.1", "one of IPv4"),
    ("fc00::1", "private"),
    ("fd12:3456::1", "private"),
    ("fe80::1", "local link"),
    ("fe80::1%eth0", "local link"),
    ("2400:3200::1%eth0", "local link"),
    ("fec0::1", "private"),
    ("ff02::1", "many machines"),
    ("2001:db8::1", "examples"),
    ("4000::1", "reserved"),
]


@pytest.mark.parametrize("words", PUBLIC)
def test_a_public_address_may_be_asked(words: str) -> None:
    address = parse_address(words)
    assert address is not None
    assert refusal(address) is None


@pytest.mark.parametrize(("words", "why"), REFUSED)
def test_any_other_is_refused_with_what_it_is(words: str, why: str) -> None:
    address = parse_address(words)
    assert address is not None
    assert why in str(refusal(address))


@pytest.mark.parametrize(
    "words", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "1.2.3", "", "a", "[::1]"]
)
def test_an_odd_spelling_is_no_address(words: str) -> None:
    assert parse_address(words) is None


def test_every_row_is_a_network_of_its_kind() -> None:
    rows = tomllib.loads((files("jiedu.readers.web") / "data/addresses.toml").read_text("utf-8"))
    assert sorted(rows) == ["ipv4", "ipv6"]
    for kind, networks in rows.items():
        for network, what in networks.items():
            assert ip_network(network).version == int(kind[-1])
            assert what
