"""The table of names: each name of an indicator once, with a key."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from jiedu.store.names import plain_name
from jiedu.store.schema import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sqlalchemy import Connection

_REMEMBERED = 50_000
_AT_ONCE = 1_000


class Names:
    """Keys of names, remembered from one transaction to the next."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Forget all keys where a transaction fails, for those it made are gone."""
        try:
            yield
        except BaseException:
            self._known.clear()
            raise

    def keys(self, connection: Connection, wanted: Set[str]) -> dict[str, int]:
        """The keys of some names, which are added where they are new."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        missing = sorted(wanted - self._known.keys())
        for start in range(0, len(missing), _AT_ONCE):
            self._learn(connection, missing[start : start + _AT_ONCE])
        return {name: self._known[name] for name in wanted}

    def _learn(self, connection: Connection, some: list[str]) -> None:
        held = select(names.c.name, names.c.key).where(names.c.name.in_(some))
        self._known.update((row.name, row.key) for row in connection.execute(held))
        new = [
            {"name": name, "plain": plain_name(name)} for name in some if name not in self._known
        ]
        if new:
            connection.execute(insert(names), new)
            self._known.update((row.name, row.key) for row in connection.execute(held))
