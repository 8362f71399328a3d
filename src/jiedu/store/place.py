"""Where a store is: a file, or a database of a PostgreSQL server."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from jiedu.errors import StoreError

_SCHEMES = {"postgresql", "postgres", "postgresql+psycopg"}


def place_of(wanted: Path | str) -> Path | URL:
    """A store's file, or its address where the words hold ``://``.

    Raises:
        StoreError: where they are an address that jiedu cannot use.
    """
    if isinstance(wanted, Path) or "://" not in wanted:
        return Path(wanted)
    try:
        address = make_url(wanted)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            f"the store's address cannot be read ({error})",
            hint="write it as postgresql://USER@HOST/DATABASE",
        ) from error
    if address.drivername not in _SCHEMES:
        raise StoreError(
            f"a store cannot be kept with {address.drivername!r}",
            document=shown(address),
            hint="name a file, or postgresql://USER@HOST/DATABASE",
        )
    return address.set(drivername="postgresql+psycopg")


def shown(place: Path | URL) -> str:
    """A place as errors name it: never with a password."""
    if isinstance(place, Path):
        return str(place)
    return place.set(drivername="postgresql").render_as_string(hide_password=True)
