"""What the texts of releases were taken out of: kept beside them, packed."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from jiedu.errors import StoreError
from jiedu.model import Original
from jiedu.store.opened import Opened
from jiedu.store.schema import originals, releases

if TYPE_CHECKING:
    from sqlalchemy import Connection


class OriginalsView(Opened):
    """The originals of releases."""

    def original(self, release_id: str) -> Original | None:
        """What the newest version of a release was taken out of; ``None`` where it is all of it.

        Raises:
            StoreError: where the bytes are not those that were saved.
        """
        newest = (
            select(releases.c.key)
            .where(releases.c.id == release_id)
            .order_by(releases.c.version.desc())
            .limit(1)
            .scalar_subquery()
        )
        with self._reading() as connection:
            query = select(originals).where(originals.c.release_key == newest)
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        data = _unpacked(row["packed"])
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            raise StoreError(
                "the original is not what was saved", document=release_id, hint="read it again"
            )
        return Original(data, row["media_type"], row["sha256"])


def add_original(connection: Connection, release_key: int, original: Original) -> None:
    """Put a version's original beside it."""
    connection.execute(
        insert(originals).values(
            release_key=release_key,
            sha256=original.sha256,
            media_type=original.media_type,
            packed=zlib.compress(original.data),
        )
    )


def _unpacked(packed: bytes) -> bytes:
    """The bytes, or none where they are damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return b""
