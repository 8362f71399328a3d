"""How much the reading of one document may take."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a parser's process may take.

    Attributes:
        seconds: for one document, from its bytes to its text.
        memory: bytes of addresses of the process, where the system can hold it to them.
        documents: how many one process reads before another takes its place.
    """

    seconds: float = 30.0
    memory: int = 1024 * _MB
    documents: int = 500
