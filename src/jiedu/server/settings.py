"""What a server is told when it starts; workers are handed it through their environment."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from ipaddress import ip_address
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "JIEDU_SERVER"
"""The variable of the environment that workers find their settings in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one server behaves.

    Attributes:
        store: the store's file, or the address of a PostgreSQL database.
        host: the address that is listened on.
        names: further names under which the server is reached, as through a proxy.
        write: whether texts may be added.
        private: whether reading needs a token as well.
        tokens: the file of the tokens.
        audit: the file in which writes are written down.
        largest: the most bytes of a request's body.
        rate: requests a minute that one address may make; 0 for any number.
        crowd: requests that are answered at a time; more are asked to come back.
        seconds: how long reading may take.
        warm: whether the ledger and the findings are made when the server starts.
    """

    store: str
    tokens: str
    audit: str
    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    write: bool = False
    private: bool = False
    largest: int = 2 * 1024 * 1024
    rate: int = 6000
    crowd: int = 200
    seconds: float = 30.0
    warm: bool = True

    def packed(self) -> str:
        """These settings as a word of the environment."""
        return json.dumps(asdict(self))


def unpacked(word: str) -> Settings:
    """The settings of such a word."""
    told = json.loads(word)
    return Settings(**{**told, "names": tuple(told["names"])})


def beside(store: str, ending: str) -> Path:
    """A file beside a store; beside the user's other data where the store is a database."""
    if "://" in store:
        return user_data_path("jiedu") / f"server.{ending}"
    path = Path(store).absolute()
    return path.with_name(f"{path.name}.{ending}")


def url_of(host: str, port: int) -> str:
    """The address of a server as browsers write it."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
