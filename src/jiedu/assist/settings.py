"""Which model is asked, and how much of it: from the environment, checked before any use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jiedu.assist.failures import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from urllib.parse import SplitResult

_URL, _MODEL, _KEY = "JIEDU_ASSIST_URL", "JIEDU_ASSIST_MODEL", "JIEDU_ASSIST_KEY"
_SECONDS, _REQUESTS = "JIEDU_ASSIST_SECONDS", "JIEDU_ASSIST_REQUESTS"
_PLAIN, _CA = "JIEDU_ASSIST_PLAIN", "JIEDU_ASSIST_CA"
_PATH = "/chat/completions"
_SHOWN = re.compile(r"[!-~]+")  # ASCII that is seen: what a header and the name of a run can hold
_LONGEST = 100
_USUAL_SECONDS, _USUAL_REQUESTS = 20.0, 20
_YES, _NO = frozenset({"1", "yes", "true"}), frozenset({"", "0", "no", "false"})


@dataclass(frozen=True, slots=True)
class Settings:
    """A model and the limits within which it is asked. Shows neither its address nor its key.

    Attributes:
        endpoint: the whole address that questions are sent to.
        model: its name at the endpoint.
        key: what the endpoint knows its user by, empty for none.
        ca: a file of certificates to trust in place of the usual ones, empty for those.
        seconds: how long one question may take, from the first byte to the last, with retries.
        requests: how many questions one release may cost.
        size: how many bytes an answer may have.
        retries: how often a question is asked again after a failure that may pass.
        failures: after how many failures in a row the model is asked no more.
        sure: figures less likely to be right than this, with an empty slot, are asked about.
    """

    endpoint: str = field(repr=False)
    model: str
    key: str = field(default="", repr=False)
    ca: str = field(default="", repr=False)
    seconds: float = _USUAL_SECONDS
    requests: int = _USUAL_REQUESTS
    size: int = 1 << 16
    retries: int = 2
    failures: int = 3
    sure: float = 0.8


def settings_of(environment: Mapping[str, str]) -> Settings:
    """The settings that an environment gives.

    Args:
        environment: variables by name, as ``os.environ``.

    Raises:
        SettingsError: where no endpoint or model is set, or a setting is none that can be used.
    """
    given = {name: value.strip() for name, value in environment.items()}
    plain = _flag(given, _PLAIN)
    endpoint = _endpoint(_needed(given, _URL, "the address of an endpoint, as …/v1"), plain=plain)
    return Settings(
        endpoint,
        _shown(_needed(given, _MODEL, "the name of the model"), _MODEL),
        _shown(given.get(_KEY, ""), _KEY),
        given.get(_CA, ""),
        float(_number(given, _SECONDS, _USUAL_SECONDS, low=0.1, high=600)),
        int(_number(given, _REQUESTS, _USUAL_REQUESTS, low=1, high=10_000)),
    )


def _needed(given: Mapping[str, str], name: str, what: str) -> str:
    value = given.get(name, "")
    if not value:
        raise SettingsError(f"{name} is not set", hint=f"set it to {what}; see docs/assist.md")
    return value


def _shown(value: str, name: str) -> str:
    if value and (not _SHOWN.fullmatch(value) or (name == _MODEL and len(value) > _LONGEST)):
        raise SettingsError(f"{name} has characters that cannot be sent", hint="check its value")
    return value


def _flag(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name, "").lower()
    if value not in _YES | _NO:
        raise SettingsError(f"{name} is neither yes nor no", hint="set it to 1 or leave it out")
    return value in _YES


def _number(given: Mapping[str, str], name: str, usual: float, *, low: float, high: float) -> float:
    value = given.get(name, "")
    if not value:
        return usual
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", value, re.A) or not low <= float(value) <= high:
        raise SettingsError(
            f"{name} is no number from {low:g} to {high:g}", hint=f"leave it out for {usual:g}"
        )
    return float(value)


def _endpoint(address: str, *, plain: bool) -> str:
    """The address of the endpoint, where it is one that may be used."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise _bad("is no address", "write it as https://HOST/v1") from error
    if not _SHOWN.fullmatch(address) or parts.scheme not in {"http", "https"} or not host:
        raise _bad("is no address of the web", "write it as https://HOST/v1")
    if parts.username is not None or parts.query or parts.fragment:
        raise _bad("holds a user, a query or a fragment", f"a key goes into {_KEY}")
    if parts.scheme == "http" and not (plain or _is_loopback(host)):
        raise _bad(
            "would send texts and key unencrypted", f"use https, or set {_PLAIN}=1 to allow it"
        )
    return _with_path(parts)


def _with_path(parts: SplitResult) -> str:
    path = parts.path.rstrip("/")
    return parts._replace(path=path if path.endswith(_PATH) else path + _PATH).geturl()


def _bad(what: str, hint: str) -> SettingsError:
    return SettingsError(f"{_URL} {what}", hint=hint)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
