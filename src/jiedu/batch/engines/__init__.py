"""Where parts are read: in processes of this machine, or on a Dask cluster.

Each engine module has ``run(tasks, settings)``, which gives the finished parts as they come, in
any order. A worker that dies is no error: its part is begun again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jiedu.batch.checkpoints import Done
    from jiedu.batch.reading import Task

MEMORY = 4096
"""Megabytes of addresses that a worker of this machine may have."""


class Engine(StrEnum):
    """An engine; its value is the name that users write."""

    LOCAL = "local"
    DASK = "dask"


@dataclass(frozen=True, slots=True)
class Settings:
    """How an engine works; none of it changes what is written.

    Attributes:
        workers: how many processes; 0 for this one alone.
        scheduler: the address of a cluster's scheduler; empty for a cluster of this machine.
        megabytes: how much memory a worker of this machine may have.
    """

    workers: int
    scheduler: str = ""
    megabytes: int = MEMORY


class _Module(Protocol):
    def run(self, tasks: Iterable[Task], settings: Settings) -> Iterator[Done]: ...


# each engine loads with the library it needs when it is asked for
_MODULES = {Engine.LOCAL: "local", Engine.DASK: "cluster"}


def run(engine: Engine, tasks: Iterable[Task], settings: Settings) -> Iterator[Done]:
    """Read parts.

    Args:
        engine: where.
        tasks: what to read; taken as workers come free, so that there may be any number.
        settings: how.

    Yields:
        The finished parts, as they come.

    Raises:
        BatchError: where the engine cannot begin, or cannot go on.
        MissingError: where a library that it needs is not installed.
    """
    module = cast("_Module", import_module(f"jiedu.batch.engines.{_MODULES[engine]}"))
    yield from module.run(tasks, settings)
