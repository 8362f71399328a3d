"""What a store holds at a moment, and what checking all of it showed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jiedu.model.finding import Finding


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version of a release with the reading that counts.

    Attributes:
        release: the id of the release.
        version: its number, from the oldest.
        published: when it was published.
        sha256: the digest of its text.
        reading: the store's key of the reading; ``None`` where it was not read.
        read: when it was read.
    """

    release: str
    version: int
    published: date
    sha256: str
    reading: int | None
    read: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that findings depend on, without the figures themselves.

    Attributes:
        versions: every version of every release, by the store's key.
        tables: the newest key of imported tables, and how many there are.
    """

    versions: dict[int, ReadVersion]
    tables: tuple[int | None, int]


@dataclass(frozen=True, slots=True)
class CheckedStore:
    """What checking every release of a store showed.

    Attributes:
        standing: what the store held.
        found: the findings by the id of their release; the newest versions were checked.
    """

    standing: Standing
    found: dict[str, tuple[Finding, ...]]
