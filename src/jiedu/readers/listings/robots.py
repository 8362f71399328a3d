"""What a site allows: robots.txt as RFC 9309 reads it.

The parser that comes with Python knows no ``*`` and ``$``, and takes the first rule that fits,
where the standard takes the longest; so pages would be asked that a site keeps for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_LARGEST = 512 * 1024  # bytes that are read of it; the standard wants at least 500 KiB
_LONGEST_DELAY = 600.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for one visitor.

    Attributes:
        rules: patterns of paths, and whether they are allowed.
        delay: seconds between two requests, where the site says so.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether an address may be asked: the longest rule that fits it decides."""
        parts = urlsplit(url)
        path = _plain(parts.path or "/") + (f"?{_plain(parts.query)}" if parts.query else "")
        fitting = [
            (len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, path)
        ]
        return max(fitting, default=(0, True))[1]


EVERYTHING = Robots()
NOTHING = Robots((("/", False),))


def read_robots(data: bytes, agent: str) -> Robots:
    """The rules for a visitor: those of its name, else those of everybody.

    Args:
        data: the bytes of robots.txt.
        agent: the visitor's name, without its version.
    """
    mine: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    named: set[str] = set()
    inside = said = False  # in a group at all; behind its first rule
    known = False
    for key, value in _lines(data):
        if key == "user-agent":
            named = {value.lower()} if said or not inside else named | {value.lower()}
            inside, said = True, False
            known = known or agent.lower() in named
        elif inside and key in {"allow", "disallow", "crawl-delay"}:
            said = True
            if agent.lower() in named:
                mine.append((key, value))
            elif "*" in named:
                others.append((key, value))
    return _robots(mine if known else others)


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = tuple(
        (_plain(value), key == "allow") for key, value in lines if key != "crawl-delay" and value
    )
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Robots(rules, max(delays, default=0.0))


def _lines(data: bytes) -> list[tuple[str, str]]:
    text = data[:_LARGEST].decode("utf-8", "replace").removeprefix("\ufeff")
    pairs = (line.partition("#")[0].partition(":") for line in text.splitlines())
    return [(key.strip().lower(), value.strip()) for key, colon, value in pairs if colon]


def _seconds(words: str) -> float:
    try:
        wanted = float(words)
    except ValueError:
        return 0.0
    return min(wanted, _LONGEST_DELAY) if wanted > 0 else 0.0


def _plain(words: str) -> str:
    """A path in one spelling, so that an escaped character is the same as a plain one."""
    return quote(unquote(words, errors="replace"), safe="/*$=&?;:@!'()+,~-._")


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the beginning of a path, ``*`` being anything and ``$`` the end."""
    closed = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not others:
        return not closed or at == len(path)
    for part in others[:-1]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    last = others[-1]
    return (
        path.endswith(last) and len(path) - len(last) >= at if closed else path.find(last, at) >= 0
    )
